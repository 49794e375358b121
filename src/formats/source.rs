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
    /// What was odd about it.
    pub oddities: Vec<Oddity>,
    /// Numbers of the lines of JSON Lines that are no JSON.
    pub lost: Vec<usize>,
}

impl<'t> Source<'t> {
    /// Reads a text as the host says that it is written, or as it looks.
    ///
    /// # Errors
    /// When it is too long, or looks like JSON and is none.
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
            // Words alone may be the text of an error: the host says that they are a post.
            if is_html(text) {
                return Ok(plain(text));
            }
        }
        Err(error)
    }

    /// JSON Lines: a value a line. At least two lines are values.
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
            // A document over many lines is none of them.
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
