//! A text → what it holds: JSON, JSON Lines, HTML or plain text.

use super::{document, native::is_html};
use crate::{
    json::{self, Oddity, Value},
    report::{Failure, FailureCode},
};

/// What a text holds.
pub struct Source<'t> {
    /// The value; HTML and plain text are one text.
    pub value: Value<'t>,
    /// The oddities of its JSON.
    pub oddities: Vec<Oddity>,
    /// The numbers of the lines in JSON Lines that are not JSON.
    pub lost: Vec<usize>,
}

impl<'t> Source<'t> {
    /// Reads a text in the format that the host names, or else by its looks.
    ///
    /// # Errors
    /// When it is too long, or looks like JSON but is invalid.
    pub fn read(text: &'t str, asked: Option<&str>) -> Result<Source<'t>, Failure> {
        let plain = |text: &'t str| Source { value: Value::Text(text.into()), oddities: Vec::new(), lost: Vec::new() };
        let is_json = text.trim_start_matches('\u{FEFF}').trim_start().starts_with(['{', '[', '"']);
        if matches!(asked, Some("html" | "text")) && !is_json {
            return Ok(plain(text));
        }
        let error = match document(text) {
            Ok(document) => return Ok(Source { value: document.value, oddities: document.oddities, lost: Vec::new() }),
            Err(error) => error,
        };
        if error.code == FailureCode::BadJson {
            if let Some(lines) = Source::lines(text) {
                return Ok(lines);
            }
            if is_page(text) {
                let message =
                    "this is a page of HTML and not JSON: its address may be wrong, or the server shows an error"
                        .to_string();
                return Err(Failure { code: FailureCode::BadJson, message });
            }
            // Plain text may be an error message: it is a post only if the host says so.
            if is_html(text) {
                return Ok(plain(text));
            }
        }
        Err(error)
    }

    /// JSON Lines: one value per line. At least two lines must be values.
    fn lines(text: &'t str) -> Option<Source<'t>> {
        let (mut values, mut oddities, mut lost) = (Vec::new(), Vec::new(), Vec::new());
        let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        if !text.trim_start_matches('\u{FEFF}').trim_start().starts_with(['{', '[']) {
            return None;
        }
        for (index, line) in &mut lines {
            match json::read(line) {
                Ok(document) => {
                    values.push(document.value);
                    oddities.extend(document.oddities);
                }
                Err(_) => lost.push(index + 1),
            }
            // A document on several lines is not JSON Lines.
            if lost.len() > values.len() {
                return None;
            }
        }
        let is_lines = values.len() > 1 && values.iter().all(|value| matches!(value, Value::Map(_) | Value::List(_)));
        is_lines.then_some(Source { value: Value::List(values), oddities, lost })
    }
}

/// Does a text begin as a whole page does?
fn is_page(text: &str) -> bool {
    let begin: String =
        text.trim_start_matches('\u{FEFF}').trim_start().chars().take(15).collect::<String>().to_ascii_lowercase();
    begin.starts_with("<!doctype html") || begin.starts_with("<html")
}
