//! The digest: the most informative facts on one line, for the closed meta box.

use crate::{
    labels::{Localizer, Word},
    model::{Fact, Facts, Field},
};

/// Facts on the line, at most.
const FACTS: usize = 4;
/// Kinds of facts that go on the line.
const KINDS: usize = 6;
/// Fields that are looked at.
const FIELDS: usize = 1_000;

/// A fact on the line.
pub(super) struct Told {
    /// Its label, where the value alone does not say what it is.
    pub label: Option<String>,
    /// Its value, written in the post's language.
    pub value: String,
}

/// The parts of a line such as "advanced · 11 min · 24,635 views · last reviewed 10 April 2025". Empty when no fact has
/// a suitable kind.
pub(super) fn digest(facts: &Facts, localizer: &Localizer) -> Vec<Told> {
    let fields = || facts.rows.iter().take(FIELDS).map(|row| &row.field);
    let nested = fields().flat_map(|field| match &field.fact {
        Fact::Map(fields) => fields.as_slice(),
        _ => &[],
    });
    let mut found: [Option<&Field>; KINDS] = Default::default();
    for field in fields().chain(nested) {
        if let Some(free @ None) = place(field).and_then(|place| found.get_mut(place)) {
            *free = Some(field);
        }
    }
    found.into_iter().flatten().take(FACTS).map(|field| words(field, localizer)).collect()
}

/// The position of a fact in the line, by its kind. The line holds one fact of each kind.
fn place(field: &Field) -> Option<usize> {
    match &field.fact {
        Fact::Tag(_) => Some(0),
        Fact::Duration(_) => Some(1),
        Fact::Count(_) if is_views(field) => Some(2),
        Fact::Count(_) => Some(3),
        Fact::Date(_) => Some(4),
        Fact::Version(_) => Some(5),
        _ => None,
    }
}

fn is_views(field: &Field) -> bool {
    field.key.starts_with("view")
}

/// The fact as a few words.
fn words(field: &Field, localizer: &Localizer) -> Told {
    let (value, is_named) = match &field.fact {
        Fact::Tag(word) => (word.clone(), false),
        Fact::Duration(minutes) => (localizer.count(Word::Minutes, minutes), false),
        Fact::Count(digits) if is_views(field) => (localizer.count(Word::Views, digits), false),
        Fact::Count(digits) => (localizer.number(digits), true),
        Fact::Date(date) => (localizer.date(date), true),
        Fact::Version(version) => (version.clone(), true),
        _ => Default::default(),
    };
    // In English a label within a sentence begins with a small letter; elsewhere it may be a noun.
    let is_english = localizer.lang.is_empty() || localizer.lang.starts_with("en");
    let label = if is_english { field.label.to_ascii_lowercase() } else { field.label.clone() };
    Told { label: is_named.then_some(label), value }
}
