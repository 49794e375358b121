//! Why something could not be opened.

use backmatter::json::{self, Place};

/// Characters of a line that are shown before and after the place of a mistake.
const BEFORE: usize = 24;
const AFTER: usize = 12;

/// A sentence, and where the mistake is in the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problem {
    pub said: String,
    /// The line with the mistake, and a caret below it; empty where there is none to show.
    pub place: String,
}

impl From<String> for Problem {
    fn from(said: String) -> Problem {
        Problem { said, place: String::new() }
    }
}

impl Problem {
    /// Why a text holds no posts.
    pub fn of(text: &str, said: String) -> Problem {
        let is_json = text.trim_start().starts_with(['{', '[']);
        match json::read(text).err().filter(|_| is_json) {
            None => said.into(),
            Some(error) => {
                let place = error.place();
                let said = ["This is not JSON: ", &error.message(), ".", hint(text, place)].concat();
                Problem { said, place: shown(text, place) }
            }
        }
    }
}

/// The characters around a place, and a caret below it.
fn shown(text: &str, place: Place) -> String {
    let line: Vec<char> = text.lines().nth(place.line - 1).unwrap_or_default().chars().collect();
    let from = (place.column - 1).saturating_sub(BEFORE).min(line.len());
    let to = (place.column + AFTER).min(line.len());
    let around: String = line.get(from..to).unwrap_or_default().iter().collect();
    let caret = " ".repeat(place.column - 1 - from);
    [&around.replace('\t', " "), "\n", &caret, "^"].concat()
}

/// What most likely went wrong, by the characters there.
fn hint(text: &str, place: Place) -> &'static str {
    let line = text.lines().nth(place.line - 1).unwrap_or_default();
    let before = text.lines().take(place.line - 1).flat_map(str::chars).chain(line.chars().take(place.column - 1));
    let last = before.filter(|char| !char.is_whitespace()).last();
    match (line.chars().nth(place.column - 1), last) {
        (Some('}' | ']'), Some(',')) => " The comma before it is one too many.",
        (Some('\''), _) => " JSON has double quotation marks only.",
        (Some('/'), _) => " JSON has no comments.",
        (Some('“' | '”' | '„'), _) => " Typographic quotation marks are not those of JSON.",
        (None, _) if text.lines().count() <= place.line => " Perhaps it was not copied to its end.",
        (Some('"'), Some('"' | '}' | ']')) => " Perhaps a comma is missing before it.",
        _ => "",
    }
}
