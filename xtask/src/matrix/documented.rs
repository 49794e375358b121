//! The snippets of the documentation, as files of the applications: what a page shows is what is built and driven.

use crate::{command::Outcome, root};
use std::{fs, path::Path};

/// The snippets under a heading of a page in `docs`.
pub struct Documented {
    pub page: &'static str,
    pub heading: &'static str,
    /// Where each snippet is written, in their order. An empty name leaves one out: it is part of a larger file.
    pub files: &'static [&'static str],
}

impl Documented {
    /// Writes the snippets into the folder of an application.
    pub fn write(&self, folder: &Path) -> Outcome {
        let page = root().join("docs").join(self.page);
        let text = fs::read_to_string(&page).map_err(|error| error.to_string())?;
        let snippets = snippets(&text, self.heading);
        if snippets.len() != self.files.len() {
            return Err(format!(
                "{}, {}: {} snippets, {} files",
                self.page,
                self.heading,
                snippets.len(),
                self.files.len()
            ));
        }
        for (snippet, file) in snippets.iter().zip(self.files).filter(|(_, file)| !file.is_empty()) {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().unwrap_or(folder)).map_err(|error| error.to_string())?;
            fs::write(path, snippet).map_err(|error| error.to_string())?;
        }
        Ok(())
    }
}

/// The blocks of code between a heading of the second level and the next one.
fn snippets(page: &str, heading: &str) -> Vec<String> {
    let mut lines = page.lines().skip_while(|line| line.strip_prefix("## ") != Some(heading)).skip(1);
    let mut found = Vec::new();
    while let Some(line) = lines.next().filter(|line| !line.starts_with("## ")) {
        if line.starts_with("```") {
            found.push(lines.by_ref().take_while(|line| *line != "```").flat_map(|line| [line, "\n"]).collect());
        }
    }
    found
}
