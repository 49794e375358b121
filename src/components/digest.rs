//! The digest: the most telling facts on one line, for the closed meta box.

use crate::{
    labels::{LateWord, Voice},
    model::{Fact, Facts, Field},
};

/// Facts on the line, at most.
const FACTS: usize = 4;
/// Kinds of facts that tell something.
const KINDS: usize = 6;
/// Fields that are looked at.
const FIELDS: usize = 1_000;

/// What makes a line such as "advanced · 11 min · 24,635 views · last reviewed 10 April 2025". Empty when nothing tells
/// enough.
pub fn digest(facts: &Facts, voice: &Voice) -> Vec<String> {
    let fields = || facts.rows.iter().take(FIELDS).map(|row| &row.field);
    let nested = fields().flat_map(|field| match &field.fact {
        Fact::Map(fields) => fields.as_slice(),
        _ => &[],
    });
    let mut found: [Option<String>; KINDS] = Default::default();
    for field in fields().chain(nested) {
        let Some((place, text)) = telling(field, voice) else { continue };
        if let Some(free @ None) = found.get_mut(place) {
            *free = Some(text);
        }
    }
    found.into_iter().flatten().take(FACTS).collect()
}

/// The fact as a few words, with its place in the line. One of each kind is enough.
fn telling(field: &Field, voice: &Voice) -> Option<(usize, String)> {
    // In English a label within a sentence begins with a small letter; elsewhere it may be a noun.
    let is_english = voice.lang.is_empty() || voice.lang.starts_with("en");
    let label = if is_english { field.label.to_ascii_lowercase() } else { field.label.clone() };
    let named = |text: &str| [&label, " ", text].concat();
    match &field.fact {
        Fact::Tag(word) => Some((0, word.clone())),
        Fact::Duration(minutes) => Some((1, voice.count(LateWord::Minutes, minutes))),
        Fact::Count(digits) if field.key.starts_with("view") => Some((2, voice.count(LateWord::Views, digits))),
        Fact::Count(digits) => Some((3, named(&voice.number(digits)))),
        Fact::Date(date) => Some((4, named(&voice.date(date)))),
        Fact::Version(version) => Some((5, named(version))),
        _ => None,
    }
}
