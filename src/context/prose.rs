//! The words of an article in raw JSON, for comparing posts without reading them in full.

use crate::{json::Value, scan::is_one_of};

/// Bytes of an article that are compared. The beginning of a long article is enough to find its topic.
pub const LONGEST: usize = 16_000;

/// Fields whose texts are no words of the article.
const NO_WORDS: &str = "type src url href srcset sizes language lang dir id class style html_class marks kind code";

/// HTML elements whose content is not text.
const NO_TEXT: [&str; 2] = ["script", "style"];

/// The texts within a value, without tags and character references, a space between them.
pub fn prose(value: &Value<'_>) -> String {
    let mut out = String::new();
    let mut open = vec![value];
    while let (Some(value), true) = (open.pop(), out.len() < LONGEST) {
        match value {
            Value::Text(text) => add(&mut out, text),
            Value::List(items) => open.extend(items.iter().rev()),
            Value::Map(entries) => {
                let words = entries.iter().rev().filter(|(key, _)| !is_one_of(key, NO_WORDS));
                open.extend(words.map(|(_, value)| value));
            }
            _ => {}
        }
    }
    out
}

fn add(out: &mut String, text: &str) {
    let mut rest = text;
    while let (Some(at), true) = (rest.find(['<', '&']), out.len() < LONGEST) {
        let (before, mark) = rest.split_at(at);
        push(out, before);
        rest = behind(mark);
        // Words end at tags, and at character references, which are not decoded here.
        out.push(' ');
    }
    push(out, rest);
    out.push(' ');
}

/// Appends as much of a text as fits into [`LONGEST`].
fn push(out: &mut String, text: &str) {
    let room = LONGEST.saturating_sub(out.len());
    out.push_str(text.get(..text.floor_char_boundary(room)).unwrap_or_default());
}

/// What follows a tag or a character reference. A mark that begins neither is skipped.
fn behind(mark: &str) -> &str {
    let rest = mark.get(1..).unwrap_or_default();
    if mark.starts_with('&') {
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        return end.and_then(|end| rest.get(end + 1..)).unwrap_or(rest);
    }
    if !rest.starts_with(|char: char| char.is_ascii_alphabetic() || matches!(char, '/' | '!')) {
        return rest;
    }
    let name = rest.split(|char: char| !char.is_ascii_alphanumeric()).next().unwrap_or_default();
    let inner = NO_TEXT.iter().find(|known| known.eq_ignore_ascii_case(name));
    let rest = inner.map_or(rest, |name| from_end_tag(rest, name));
    rest.find('>').and_then(|end| rest.get(end + 1..)).unwrap_or_default()
}

/// A text from the end tag of an element on; empty where there is none.
fn from_end_tag<'t>(text: &'t str, name: &str) -> &'t str {
    let is_end = |at: &usize| {
        let found = text.get(at + 2..at + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name))
    };
    let at = text.match_indices("</").map(|(at, _)| at).find(is_end);
    at.and_then(|at| text.get(at..)).unwrap_or_default()
}
