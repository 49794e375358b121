//! For each post of a site a file with the posts to read next.

use crate::files::said;
use backmatter::{
    NATIVE, Options,
    rendering::{self, Neighbours},
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Writes the files; how many posts could not have one.
pub fn index(files: &[PathBuf], folder: &Path) -> Result<usize, String> {
    let mut texts = Vec::new();
    for file in files {
        let bytes = fs::read(file).map_err(|error| said(file, &error))?;
        texts.push(String::from_utf8_lossy(&bytes).into_owned());
    }
    let found = rendering::neighbours(&texts, &Options::default(), NATIVE.parse_html);
    let found = found.map_err(|failure| format!("{} ({})", failure.message, failure.code.as_str()))?;
    fs::create_dir_all(folder).map_err(|error| said(folder, &error))?;
    let mut written = BTreeMap::new();
    for Neighbours { of, similar } in &found {
        let file = name(of);
        if file.is_empty() {
            eprintln!("a post has neither an id nor an address");
        } else if let Some(other) = written.insert(file.clone(), of) {
            eprintln!("{of}: {other} has the same file");
        } else {
            let to = folder.join([&file, ".json"].concat());
            fs::write(&to, similar).map_err(|error| said(&to, &error))?;
        }
    }
    eprintln!("{} of {} written to {}", written.len(), found.len(), folder.display());
    Ok(found.len() - written.len())
}

/// The name of the file of a post: its id, or the last part of its address. What servers and file systems read otherwise is `-`.
fn name(of: &str) -> String {
    let path = of.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let last = if of.contains("://") { path.rsplit('/').next().unwrap_or_default() } else { of };
    let is_plain = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | '.');
    let plain: String = last.chars().map(|char| if is_plain(char) { char } else { '-' }).collect();
    plain.trim_start_matches('.').to_string()
}
