//! The blocks of code in README, `CONTRIBUTING.md` and `docs`. The native tests, the end-to-end tests and the matrix of
//! host applications run them.

use std::{fs, path::Path};

/// A block of code: its page, the heading above it, its language and its text.
pub struct Snippet {
    /// The name of the file, such as `README.md`.
    pub page: String,
    pub heading: String,
    pub language: String,
    pub text: String,
}

/// The snippets of every page below the folder of the project, in their order.
pub fn snippets(root: &Path) -> Vec<Snippet> {
    let docs = fs::read_dir(root.join("docs")).unwrap().map(|page| page.unwrap().path());
    let docs = docs.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let mut pages: Vec<_> = docs.chain(["README.md", "CONTRIBUTING.md"].map(|page| root.join(page))).collect();
    pages.sort();
    pages.iter().flat_map(|page| of_page(page)).collect()
}

fn of_page(path: &Path) -> Vec<Snippet> {
    let text = fs::read_to_string(path).unwrap();
    let page = path.file_name().unwrap().to_string_lossy().into_owned();
    let mut heading = String::new();
    let mut found = Vec::new();
    let mut open: Option<Snippet> = None;
    for line in text.lines() {
        match (&mut open, line.trim_start().strip_prefix("```")) {
            (None, Some(language)) => {
                let (page, heading) = (page.clone(), heading.clone());
                open = Some(Snippet { page, heading, language: language.into(), text: String::new() });
            }
            (Some(_), Some(_)) => found.extend(open.take()),
            (Some(snippet), None) => snippet.text.extend([line, "\n"]),
            (None, None) if line.starts_with('#') => heading = line.trim_start_matches('#').trim().into(),
            (None, None) => {}
        }
    }
    found
}
