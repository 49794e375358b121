//! The pages of a static site, written back with their posts in them.

use crate::files::{each, said};
use backmatter::{NATIVE, rendering};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Fills the pages of these files and folders; in how many something could not be rendered.
pub fn fill(places: &[PathBuf]) -> Result<usize, String> {
    let mut pages = BTreeSet::new();
    for place in places {
        find(place, &mut pages)?;
    }
    let pages: Vec<PathBuf> = pages.into_iter().collect();
    let failed = each(&pages, filled);
    eprintln!("{} of {} pages looked through without a fault", pages.len() - failed, pages.len());
    Ok(failed)
}

/// The pages of a folder and of those below it, each once; a file itself, whatever its name.
fn find(place: &Path, pages: &mut BTreeSet<PathBuf>) -> Result<(), String> {
    if !place.is_dir() {
        pages.insert(place.canonicalize().map_err(|error| said(place, &error))?);
        return Ok(());
    }
    for entry in fs::read_dir(place).map_err(|error| said(place, &error))? {
        let path = entry.map_err(|error| said(place, &error))?.path();
        let is_page = path.extension().is_some_and(|ending| ending == "html" || ending == "htm");
        // A symbolic link may lead back to a parent folder.
        if if path.is_dir() { !path.is_symlink() } else { is_page } {
            find(&path, pages)?;
        }
    }
    Ok(())
}

/// Writes one page back, where it has posts.
fn filled(file: &Path) -> Result<(), String> {
    let bytes = fs::read(file).map_err(|error| said(file, &error))?;
    let has_posts = bytes.windows(11).any(|bytes| bytes.eq_ignore_ascii_case(b"<backmatter"));
    let Some(page) = has_posts.then(|| String::from_utf8(bytes)) else { return Ok(()) };
    let page = page.map_err(|_| format!("{}: it is not in UTF-8", file.display()))?;
    let filled = rendering::fill(&page, NATIVE);
    if !filled.reports.is_empty() {
        // Whole or not at all.
        let beside = file.with_extension("filling");
        fs::write(&beside, filled.html).map_err(|error| said(&beside, &error))?;
        fs::rename(&beside, file).map_err(|error| said(file, &error))?;
    }
    let failures = filled.failures.iter();
    let lines: Vec<String> = failures
        .map(|failure| format!("{}: {} ({})", file.display(), failure.message, failure.code.as_str()))
        .collect();
    if lines.is_empty() { Ok(()) } else { Err(lines.join("\n")) }
}
