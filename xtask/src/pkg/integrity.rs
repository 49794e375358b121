//! `integrity.json`: the hash of each file of a page (W3C Subresource Integrity).

use crate::command::{Outcome, write};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::json;
use sha2::{Digest, Sha384};
use std::{collections::BTreeMap, fs, path::Path};

/// The names of the scripts, stylesheets and programs in a folder, sorted.
pub fn files(folder: &Path) -> Outcome<Vec<String>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?.flatten();
    let is_file =
        |path: &Path| path.extension().is_some_and(|ending| ending == "js" || ending == "css" || ending == "wasm");
    let found = entries.filter(|entry| is_file(&entry.path()));
    let mut names: Vec<String> = found.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// Writes the hashes of these files.
pub fn write_hashes(folder: &Path) -> Outcome {
    let mut hashes = BTreeMap::new();
    for file in files(folder)? {
        let bytes = fs::read(folder.join(&file)).map_err(|error| format!("{file}: {error}"))?;
        hashes.insert(file, format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes))));
    }
    write(&folder.join("integrity.json"), format!("{:#}\n", json!(hashes)))
}
