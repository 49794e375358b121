//! What inputs are made from: whole files, and the texts in them.

use crate::command::Outcome;
use backmatter::json::{self, Value};
use std::{fs, path::PathBuf};

/// Files and texts.
#[derive(Default)]
pub struct Seeds {
    /// Whole files.
    pub files: Vec<String>,
    /// The texts of JSON files, and the lines of others.
    pub texts: Vec<String>,
}

impl Seeds {
    /// Reads what can be read as text below some folders.
    pub fn below(folders: &[PathBuf]) -> Outcome<Seeds> {
        let mut seeds = Seeds::default();
        let mut open = folders.to_vec();
        while let Some(path) = open.pop() {
            if path.is_dir() {
                let entries = fs::read_dir(&path).map_err(|error| format!("{}: {error}", path.display()))?;
                open.extend(entries.flatten().map(|entry| entry.path()));
            } else if let Ok(text) = fs::read_to_string(&path) {
                seeds.add(text);
            }
        }
        // The file system lists a folder in any order: sort for reproducible runs.
        seeds.files.sort();
        seeds.texts.sort();
        if seeds.texts.is_empty() { Err("there is nothing to begin with".to_string()) } else { Ok(seeds) }
    }

    fn add(&mut self, text: String) {
        match json::read(&text) {
            Ok(document) => self.add_texts(&document.value),
            Err(_) => self.texts.extend(text.lines().filter(|line| !line.is_empty()).map(String::from)),
        }
        self.files.push(text);
    }

    /// Adds every text in a value. Iterative, because JSON may nest deeply.
    fn add_texts(&mut self, value: &Value<'_>) {
        let mut open = vec![value];
        while let Some(value) = open.pop() {
            match value {
                Value::Text(text) => self.texts.push(text.to_string()),
                Value::List(items) => open.extend(items),
                Value::Map(entries) => open.extend(entries.iter().map(|(_, value)| value)),
                _ => {}
            }
        }
    }
}
