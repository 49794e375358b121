//! What keys say: the kind of their values, and the label they make.

use crate::{
    model::Kind,
    policy::{is_one_of, text},
};

/// Words of a key that tell the kind of its value when the key ends in them.
const LAST_WORDS: &[(Kind, &str)] = &[
    (Kind::Count, "count counts views likes shares votes downloads visits followers words total totals"),
    (
        Kind::Date,
        "at date dates time timestamp reviewed updated modified published created expires deadline since until",
    ),
    (Kind::Identifier, "hash sha sha1 sha256 md5 uuid guid etag checksum commit id reference ref"),
    (Kind::Link, "url urls uri link links href website homepage permalink"),
    (Kind::Measure, "score scores rating ratings quality"),
    (Kind::Tag, "difficulty level status stage priority"),
    (Kind::Version, "version"),
    (Kind::Image, "image images photo photos thumbnail avatar cover picture pictures screenshot screenshots"),
    (Kind::Code, "snippet code"),
    (Kind::Flag, "flag flags enabled disabled"),
];

/// Words that make a flag of a key that begins with them.
const FLAG_WORDS: &str = "is has can should needs allow allows";

/// The first words of keys for a length of time, and their last ones.
const DURATIONS: (&str, &str) = ("reading read", "time minutes");

/// Words that are written in capitals.
const CAPITALS: &str = "ai api cdn cms cpu css csv doi dns faq gpu html http https id io ip isbn json md5 os pdf php \
                        ram rss sdk seo sha sha1 sha256 sql ssl tls ui uri url utc uuid ux xml";

/// The kind that `key` suggests. Under a key for flags or measures every value is one; under one for counts, dates, links or
/// images those are whose own key says nothing else.
pub fn kind_of(key: &str, parent: Option<Kind>) -> Option<Kind> {
    match parent {
        Some(Kind::Flag | Kind::Measure) => parent,
        Some(Kind::Count | Kind::Date | Kind::Link | Kind::Image) => own_kind(key).or(parent),
        _ => own_kind(key),
    }
}

fn own_kind(key: &str) -> Option<Kind> {
    let words = words(key);
    let (first, last) = (words.first()?.as_str(), words.last()?.as_str());
    if is_one_of(first, DURATIONS.0) && is_one_of(last, DURATIONS.1) {
        return Some(Kind::Duration);
    }
    if words.len() > 1 && is_one_of(first, FLAG_WORDS) {
        return Some(Kind::Flag);
    }
    LAST_WORDS.iter().find(|(_, list)| is_one_of(last, list)).map(|(kind, _)| *kind)
}

/// A label from a key: `ai_outline` → "AI outline", `lastReviewed` → "Last reviewed".
pub fn humanised(key: &str) -> String {
    let mut label = String::with_capacity(key.len());
    for word in words(key) {
        if !label.is_empty() {
            label.push(' ');
        }
        let mut letters = word.chars();
        match letters.next() {
            _ if is_one_of(&word, CAPITALS) => label.push_str(&word.to_ascii_uppercase()),
            Some(letter) if label.is_empty() => {
                label.push(letter.to_ascii_uppercase());
                label.push_str(letters.as_str());
            }
            _ => label.push_str(&word),
        }
    }
    if label.is_empty() { text::line(key) } else { label }
}

/// The words of a key in lower case: cut at what is no letter or digit, and before a capital after a small letter. Only
/// ASCII is folded and cut: keys are names in programs, and the tables for all of Unicode weigh 8 KB.
pub(super) fn words(key: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut small_before = false;
    for char in text::line(key).chars() {
        let part = char.is_ascii_alphanumeric() || !char.is_ascii();
        let ends = !part || (small_before && char.is_ascii_uppercase());
        if ends && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if let (true, Some(word)) = (part, words.last_mut()) {
            word.push(char.to_ascii_lowercase());
        }
        small_before = char.is_ascii_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}
