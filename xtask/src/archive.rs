//! `cargo xtask zip`: the package as an archive, for sites that install nothing.

use crate::{
    command::Outcome,
    pkg::{self, integrity},
    root,
};
use std::{
    fs::{self, File},
    io::Write,
};
use zip::{ZipWriter, write::SimpleFileOptions};

/// Writes the files that a page needs to an archive in `target/`, in a folder named after the version.
pub fn archive() -> Outcome {
    let folder = root().join("pkg");
    pkg::pkg(&folder)?;
    let name = format!("backmatter-{}", env!("CARGO_PKG_VERSION"));
    let path = root().join("target").join(format!("{name}.zip"));
    let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let mut zip = ZipWriter::new(File::create(&path).map_err(|error| failed(&error))?);
    // Fixed timestamps: the same files give the same archive.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    let texts = ["integrity.json", "LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"].map(String::from);
    for file in integrity::files(&folder)?
        .into_iter()
        .filter(|file| !file.starts_with("serv") && file != "render_bg.wasm")
        .chain(texts)
    {
        let bytes = fs::read(folder.join(&file)).map_err(|error| failed(&error))?;
        zip.start_file(format!("{name}/{file}"), options).map_err(|error| failed(&error))?;
        zip.write_all(&bytes).map_err(|error| failed(&error))?;
    }
    zip.finish().map_err(|error| failed(&error))?;
    println!("\n{}", path.display());
    Ok(())
}
