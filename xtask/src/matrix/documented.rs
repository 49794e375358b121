//! The snippets of the documentation, as files of the applications: what a page shows is what is built and driven.

use crate::{
    command::{Outcome, write},
    root,
    snippets::{Snippet, snippets},
};
use std::{fs, path::Path};

/// The snippets under a heading of README or of a page in `docs`.
pub struct Documented {
    pub page: &'static str,
    pub heading: &'static str,
    /// Where each snippet is written, in their order. An empty name leaves one out: it is part of a larger file.
    pub files: &'static [&'static str],
}

impl Documented {
    /// Writes the snippets into the folder of an application.
    pub fn write(&self, folder: &Path) -> Outcome {
        let snippets: Vec<Snippet> = snippets(&root()).into_iter().filter(|snippet| self.is_of(snippet)).collect();
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
            write(&path, &snippet.text)?;
        }
        Ok(())
    }

    fn is_of(&self, snippet: &Snippet) -> bool {
        self.page == snippet.page && self.heading == snippet.heading
    }
}

#[cfg(test)]
mod tests {
    use super::super::hosts::hosts;
    use crate::{root, snippets::snippets};

    /// Those of `cargo xtask` are for the developers of this project: CI runs them.
    #[test]
    fn every_command_of_the_docs_is_a_step_of_a_host() {
        for snippet in snippets(&root()).iter().filter(|snippet| ["sh", "liquid", "njk"].contains(&&*snippet.language))
        {
            if snippet.text.contains("cargo xtask") || snippet.page == "CONTRIBUTING.md" {
                continue;
            }
            let documented = hosts().flat_map(|host| host.documented);
            assert!(
                documented.into_iter().any(|documented| documented.is_of(snippet)),
                "{}, {}: no host runs it\n{}",
                snippet.page,
                snippet.heading,
                snippet.text
            );
        }
    }
}
