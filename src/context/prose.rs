//! The words of an article that nobody has read yet: what posts are compared by.

use crate::{json::Value, scan::is_one_of};

/// Bytes of an article that are compared. The beginning of a long one tells what it is about.
pub const LONGEST: usize = 16_000;

/// Fields whose texts are no words of the article.
const NO_WORDS: &str = "type src url href srcset sizes language lang dir id class style html_class marks kind code";

/// What of HTML is no text.
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
        out.push_str(before);
        rest = behind(mark);
        // A reference stands within a word, a tag between words.
        out.push(' ');
    }
    let room = LONGEST.saturating_sub(out.len());
    out.push_str(rest.get(..rest.floor_char_boundary(room)).unwrap_or_default());
    out.push(' ');
}

/// What stands behind a tag or a character reference. A mark that begins neither is passed over.
fn behind(mark: &str) -> &str {
    let rest = mark.get(1..).unwrap_or_default();
    if mark.starts_with('&') {
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        return end.and_then(|end| rest.get(end + 1..)).unwrap_or(rest);
    }
    if !rest.starts_with(|char: char| char.is_ascii_alphabetic() || matches!(char, '/' | '!')) {
        return rest;
    }
    let inner = NO_TEXT.iter().find(|name| rest.get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name)));
    let end = inner.map_or(Some(0), |name| rest.find(&["</", name].concat())).unwrap_or(rest.len());
    let rest = rest.get(end..).unwrap_or_default();
    rest.find('>').and_then(|end| rest.get(end + 1..)).unwrap_or_default()
}
