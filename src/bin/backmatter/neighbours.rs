//! For each post of a site a file with the posts to read next.

use crate::files::said;
use backmatter::{
    NATIVE, Options,
    model::Subject,
    rendering::{self, Neighbours},
};
use std::{
    collections::BTreeSet,
    fs,
    io::{self, IsTerminal},
    path::{Path, PathBuf},
};

/// Progress is told each so many posts.
const STEP: usize = 100;

/// Writes the files; how many inputs could not be read, and posts could not have one.
pub fn index(files: &[PathBuf], folder: &Path) -> Result<usize, String> {
    let (mut site, mut failed) = (Vec::new(), Vec::new());
    for file in files {
        match subjects(file) {
            Ok(subjects) => site.extend(subjects),
            Err(message) => failed.push(message),
        }
    }
    fs::create_dir_all(folder).map_err(|error| said(folder, &error))?;
    let mut names = BTreeSet::new();
    let neighbours = rendering::neighbours(&site, &mut progress(site.len()));
    failed.extend(neighbours.iter().filter_map(|post| write(post, folder, &mut names).err()));
    for message in &failed {
        eprintln!("{message}");
    }
    eprintln!("{} of {} written to {}", names.len(), site.len(), folder.display());
    Ok(failed.len())
}

/// A line that tells a person who waits how many posts are compared.
fn progress(all: usize) -> impl FnMut(usize) {
    let is_watched = io::stderr().is_terminal();
    move |compared| {
        if is_watched && (compared.is_multiple_of(STEP) || compared == all) {
            eprint!("\r{compared} of {all} compared\r");
        }
    }
}

fn subjects(file: &Path) -> Result<Vec<Subject>, String> {
    let bytes = fs::read(file).map_err(|error| said(file, &error))?;
    let found = rendering::subjects(&String::from_utf8_lossy(&bytes), &Options::default(), NATIVE.parse_html);
    found.map_err(|failure| format!("{}: {} ({})", file.display(), failure.message, failure.code.as_str()))
}

/// Writes the file of one post, if no other has its name. A file that would not change keeps its time, so that an upload by
/// time sends only what is new.
fn write(post: &Neighbours, folder: &Path, names: &mut BTreeSet<String>) -> Result<(), String> {
    let name = name(&post.of);
    if name.is_empty() {
        return Err(format!("a post has no name for a file: {:?}", post.of));
    }
    if names.contains(&name) {
        return Err(format!("{}: another post has the file {name}.json", post.of));
    }
    let to = folder.join([&name, ".json"].concat());
    let is_known = fs::read(&to).is_ok_and(|known| known == post.similar.as_bytes());
    if !is_known {
        fs::write(&to, &post.similar).map_err(|error| said(&to, &error))?;
    }
    names.insert(name);
    Ok(())
}

/// The file name of a post: the last part of its id or address. Characters with a special meaning become `-`.
fn name(of: &str) -> String {
    let last = of.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let is_plain = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | '.');
    let plain: String = last.chars().map(|char| if is_plain(char) { char } else { '-' }).collect();
    plain.trim_start_matches('.').to_string()
}
