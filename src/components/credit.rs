//! The credit of an image: one writer for the grid, the lightbox, print and plain text.

use super::spans::maybe_link;
use crate::{
    labels::{Voice, Word},
    markup::{Markup, Tag},
    model::{Credit, SafeUrl},
};

/// A part of a credit: a sentence, and the words in it that lead somewhere.
struct Part<'c> {
    sentence: String,
    words: String,
    url: Option<&'c SafeUrl>,
}

/// Draws a credit as one line of parts.
pub fn credit(markup: &mut Markup, credit: &Credit, voice: &Voice) {
    markup.open(Tag::Small, "bm-credit");
    for (index, part) in parts(credit, voice).iter().enumerate() {
        if index > 0 {
            markup.text(" · ");
        }
        let (before, after) = part.sentence.split_once(&part.words).unwrap_or(("", ""));
        markup.text(before);
        maybe_link(markup, part.url, "bm-credit-link", &part.words);
        markup.text(after);
    }
    markup.close();
}

/// The same credit as plain text.
pub fn credit_text(credit: &Credit, voice: &Voice) -> String {
    parts(credit, voice).into_iter().map(|part| part.sentence).collect::<Vec<_>>().join(" · ")
}

fn parts<'c>(credit: &'c Credit, voice: &Voice) -> Vec<Part<'c>> {
    let quoted = |title: &str| ["“", title, "”"].concat();
    let sentence = |word, name, words: &str| voice.say(word, &[(name, words)]);
    let host = credit.source_url.as_ref().and_then(SafeUrl::host).unwrap_or_default();
    let source = if credit.source.is_empty() { host } else { &credit.source };
    let license_host = credit.license_url.as_ref().and_then(SafeUrl::host).unwrap_or_default();
    let license = if credit.license.is_empty() { license_host } else { &credit.license };
    let mut parts = Vec::new();
    let mut add = |words: &str, sentence: String, url: Option<&'c SafeUrl>| {
        if !words.is_empty() {
            parts.push(Part { sentence, words: words.to_string(), url });
        }
    };
    add(&credit.title, quoted(&credit.title), None);
    add(&credit.creator, sentence(Word::ImageBy, "creator", &credit.creator), credit.creator_url.as_ref());
    add(source, sentence(Word::ImageSource, "source", source), credit.source_url.as_ref());
    add(license, sentence(Word::License, "license", license), credit.license_url.as_ref());
    if credit.modified {
        add(voice.word(Word::Changed), voice.word(Word::Changed).to_string(), None);
    }
    add(&credit.notice, credit.notice.clone(), None);
    if credit.acquire_url.is_some() {
        add(voice.word(Word::Buy), voice.word(Word::Buy).to_string(), credit.acquire_url.as_ref());
    }
    parts
}
