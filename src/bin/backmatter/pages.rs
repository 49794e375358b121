//! The pages of a static site, written back with their posts in them.

use crate::files::{each, said};
use backmatter::{NATIVE, rendering};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Fills the pages of these files and folders; in how many something could not be rendered.
pub fn fill(places: &[PathBuf]) -> Result<usize, String> {
    let mut pages = Vec::new();
    for place in places {
        find(place, &mut pages)?;
    }
    let failed = each(&pages, filled);
    eprintln!("{} of {} pages looked through without a fault", pages.len() - failed, pages.len());
    Ok(failed)
}

/// The pages of a folder and of those below it; a file itself, whatever its name.
fn find(place: &Path, pages: &mut Vec<PathBuf>) -> Result<(), String> {
    if !place.is_dir() {
        pages.push(place.to_path_buf());
        return Ok(());
    }
    for entry in fs::read_dir(place).map_err(|error| said(place, &error))? {
        let path = entry.map_err(|error| said(place, &error))?.path();
        // A link to a folder may lead back to one above it.
        let is_page = path.extension().is_some_and(|ending| ending == "html" || ending == "htm");
        if is_page || (path.is_dir() && !path.is_symlink()) {
            find(&path, pages)?;
        }
    }
    Ok(())
}

/// Writes one page back, where it has posts.
fn filled(file: &Path) -> Result<(), String> {
    // What is no text has no element.
    let bytes = fs::read(file).map_err(|error| said(file, &error))?;
    let Ok(page) = String::from_utf8(bytes) else { return Err(format!("{}: it is not in UTF-8", file.display())) };
    let filled = rendering::fill(&page, NATIVE);
    if !filled.reports.is_empty() {
        fs::write(file, filled.html).map_err(|error| said(file, &error))?;
    }
    let failures = filled.failures.iter();
    let lines: Vec<String> = failures
        .map(|failure| format!("{}: {} ({})", file.display(), failure.message, failure.code.as_str()))
        .collect();
    if lines.is_empty() { Ok(()) } else { Err(lines.join("\n")) }
}
