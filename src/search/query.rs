//! What is typed into the search field.

use super::folding::{folded, words};

/// What a post must have.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Wanted {
    /// A word, or the beginning of one.
    Word(String),
    /// A text, as it stands.
    Phrase(String),
    /// A tag, or the beginning of one.
    Tag(String),
    /// A day before this one.
    Before(String),
    /// This day, or a later one.
    After(String),
}

/// What a query may want; the rest of it is not read.
const LIMIT: usize = 32;

/// A query: words that a post must all have, `"phrases"`, `tag:boats`, `before:2025-04`, `after:2024`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    pub(super) wanted: Vec<Wanted>,
}

impl Query {
    /// Reads what was typed. Quotation marks keep words together, also behind `tag:`; the last one may be missing.
    pub fn of(typed: &str) -> Query {
        let mut wanted = Vec::new();
        let mut rest = typed.trim_start();
        while !rest.is_empty() && wanted.len() < LIMIT {
            let end = ending(rest);
            let (token, tail) = rest.split_at(end);
            wanted.extend(read(token));
            rest = tail.trim_start();
        }
        Query { wanted }
    }

    /// Does it want anything?
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }
}

/// The length of the first token: up to white space that is not quoted.
fn ending(text: &str) -> usize {
    let mut is_quoted = false;
    let is_end = |(_, char): &(usize, char)| {
        is_quoted ^= is_quote(*char);
        char.is_whitespace() && !is_quoted
    };
    text.char_indices().find(is_end).map_or(text.len(), |(at, _)| at)
}

/// Telephones write typographic ones.
fn is_quote(char: char) -> bool {
    matches!(char, '"' | '“' | '”' | '„' | '«' | '»')
}

fn read(token: &str) -> Option<Wanted> {
    let value = |name: &str| {
        let (begin, rest) = token.split_at_checked(name.len())?;
        let value = folded(rest.trim_matches(is_quote)).trim().to_string();
        (begin.eq_ignore_ascii_case(name) && !value.is_empty()).then_some(value)
    };
    let named = value("tag:").map(Wanted::Tag).or_else(|| value("before:").map(Wanted::Before));
    named.or_else(|| value("after:").map(Wanted::After)).or_else(|| text(token))
}

/// A word, or a phrase where it is several: quoted, with punctuation, or in a script without spaces.
fn text(token: &str) -> Option<Wanted> {
    let text = folded(token.trim_matches(is_quote)).trim().to_string();
    let mut found = Vec::new();
    words(&text, &mut |word| found.push(word.to_string()));
    match found.as_slice() {
        [] => None,
        [word] => Some(Wanted::Word(word.clone())),
        _ => Some(Wanted::Phrase(text)),
    }
}
