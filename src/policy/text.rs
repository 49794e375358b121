//! Untrusted texts → texts that show what they say: without control characters, hidden characters and overrides.
//!
//! Two kinds, by what white space means in them: a [`line`] has none but single spaces, [`prose`] and program text keep
//! theirs.

use super::MARKS_A_LETTER;
use crate::scan::Stops;

/// A text of one line: a title, a label, a caption. White space is folded, ends are trimmed.
pub fn line(untrusted: &str) -> String {
    if is_plain(untrusted) && !untrusted.as_bytes().windows(2).any(|pair| pair == b"  ") {
        return untrusted.trim().to_string();
    }
    let mut out = String::with_capacity(untrusted.len());
    let mut space = false;
    for char in visible(untrusted) {
        if char.is_whitespace() && char != '\u{A0}' && char != '\u{202F}' {
            space = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut space) {
            out.push(' ');
        }
        out.push(char);
    }
    out
}

/// A text with line breaks, each written as `\n`; program text too, which is shown and copied as it was given.
pub fn prose(untrusted: &str) -> String {
    if is_plain(untrusted) {
        return untrusted.to_string();
    }
    let mut out = String::with_capacity(untrusted.len());
    let mut after_return = false;
    for char in visible(untrusted) {
        match char {
            '\n' if after_return => {}
            '\r' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            other => out.push(other),
        }
        after_return = char == '\r';
    }
    out
}

/// Is it all visible ASCII, and spaces?
pub fn is_plain(text: &str) -> bool {
    const STOPS: Stops = Stops::new(b' ', [0x7F; 2]).or_beyond();
    STOPS.first(text.as_bytes()) == text.len()
}

/// The characters of `text` that may be shown. At most [`MARKS_A_LETTER`] combining marks follow a letter.
fn visible(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut marks = 0;
    text.chars().filter(move |&char| {
        if is_hidden(char) {
            return false;
        }
        marks = if is_mark(char) { marks + 1 } else { 0 };
        marks <= MARKS_A_LETTER
    })
}

/// Controls, bidirectional overrides and embeddings (CVE-2021-42574), invisible operators, tags, noncharacters.
/// Joiners (U+200C, U+200D) and the directional marks (U+200E, U+200F) stay: scripts and emoji need them.
fn is_hidden(char: char) -> bool {
    match char {
        '\n' | '\r' | '\t' => false,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{200B}' | '\u{2060}'..='\u{206F}' | '\u{202A}'..='\u{202E}'
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FFFE}' | '\u{FFFF}'
        // Tag characters spell the flags of England, Scotland and Wales; elsewhere they hide text.
        | '\u{E0000}'..='\u{E001F}' | '\u{E0080}'..='\u{E00FF}' => true,
        _ => u32::from(char) > 0xFFFF && u32::from(char) & 0xFFFE == 0xFFFE,
    }
}

/// Marks that stack on any letter.
fn is_mark(char: char) -> bool {
    matches!(char,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}
