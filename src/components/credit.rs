//! The credit of an image: one writer for the grid, the lightbox, print and plain text.

use super::spans::maybe_link;
use crate::{
    labels::{Voice, Word},
    markup::{Markup, Tag},
    model::{Credit, SafeUrl},
};

/// A part of a credit: words that may lead somewhere, and what stands around them.
struct Part<'c> {
    around: (&'c str, &'c str),
    words: &'c str,
    url: Option<&'c SafeUrl>,
}

/// Draws a credit as one line of parts.
pub fn credit(markup: &mut Markup, credit: &Credit, voice: &Voice) {
    markup.open(Tag::Small, "bm-credit");
    for (index, part) in parts(credit, voice).iter().enumerate() {
        markup.text(if index > 0 { " · " } else { "" }).text(part.around.0);
        maybe_link(markup, part.url, "bm-credit-link", part.words);
        markup.text(part.around.1);
    }
    markup.close();
}

/// The same credit as plain text.
pub fn credit_text(credit: &Credit, voice: &Voice) -> String {
    let mut text = String::new();
    for part in parts(credit, voice) {
        text.extend([if text.is_empty() { "" } else { " · " }, part.around.0, part.words, part.around.1]);
    }
    text
}

fn parts<'c>(credit: &'c Credit, voice: &'c Voice) -> Vec<Part<'c>> {
    // Where there is an address without a name, its host is the name.
    let named = |name: &'c str, url: &'c Option<SafeUrl>| match url {
        Some(url) if name.is_empty() => url.host().unwrap_or_default(),
        _ => name,
    };
    let [changed, acquire] = [(credit.modified, Word::Changed), (credit.acquire_url.is_some(), Word::Buy)]
        .map(|(holds, word)| if holds { voice.word(word) } else { "" });
    let parts = [
        (("“", "”"), credit.title.as_str(), &None),
        (voice.around(Word::ImageBy, "creator"), named(&credit.creator, &credit.creator_url), &credit.creator_url),
        (voice.around(Word::ImageSource, "source"), named(&credit.source, &credit.source_url), &credit.source_url),
        (voice.around(Word::License, "license"), named(&credit.license, &credit.license_url), &credit.license_url),
        (("", ""), changed, &None),
        (("", ""), credit.notice.as_str(), &None),
        (("", ""), acquire, &credit.acquire_url),
    ];
    let parts = parts.into_iter().filter(|(_, words, _)| !words.is_empty());
    parts.map(|(around, words, url)| Part { around, words, url: url.as_ref() }).collect()
}
