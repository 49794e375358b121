//! The credit of an image: one writer for the grid, the lightbox, print and plain text.

use super::{
    markdown::{push_link, push_words},
    spans::maybe_link,
};
use crate::{
    labels::{Localizer, Word},
    markup::{Markup, Tag, escape},
    model::Credit,
    policy::SafeUrl,
};

/// A part of a credit: words that may lead somewhere, and what stands around them.
struct Part<'c> {
    around: (&'c str, &'c str),
    words: &'c str,
    url: Option<&'c SafeUrl>,
}

/// Draws a credit as one line of parts.
pub fn credit(markup: &mut Markup, credit: &Credit, localizer: &Localizer) {
    markup.open(Tag::Small, "bm-credit");
    for (index, part) in parts(credit, localizer).iter().enumerate() {
        markup.text(if index > 0 { " · " } else { "" }).text(part.around.0);
        maybe_link(markup, part.url, "bm-credit-link", part.words);
        markup.text(part.around.1);
    }
    markup.close();
}

/// The same credit as plain text.
pub fn credit_text(credit: &Credit, localizer: &Localizer) -> String {
    let mut text = String::new();
    for part in parts(credit, localizer) {
        text.extend([if text.is_empty() { "" } else { " · " }, part.around.0, part.words, part.around.1]);
    }
    text
}

/// The same credit as HTML.
pub fn credit_html(credit: &Credit, localizer: &Localizer) -> String {
    let mut html = String::new();
    for (index, part) in parts(credit, localizer).iter().enumerate() {
        html += if index > 0 { " · " } else { "" };
        escape(&mut html, part.around.0, false);
        if let Some(url) = part.url {
            html += "<a href=\"";
            escape(&mut html, url.as_str(), true);
            html += "\">";
        }
        escape(&mut html, part.words, false);
        html += if part.url.is_some() { "</a>" } else { "" };
        escape(&mut html, part.around.1, false);
    }
    html
}

/// The same credit as Markdown.
pub fn credit_markdown(credit: &Credit, localizer: &Localizer) -> String {
    let mut markdown = String::new();
    for (index, part) in parts(credit, localizer).iter().enumerate() {
        markdown += if index > 0 { " · " } else { "" };
        push_words(&mut markdown, part.around.0);
        match part.url {
            Some(url) => push_link(&mut markdown, part.words, url.as_str()),
            None => push_words(&mut markdown, part.words),
        }
        push_words(&mut markdown, part.around.1);
    }
    markdown
}

fn parts<'c>(credit: &'c Credit, localizer: &'c Localizer) -> Vec<Part<'c>> {
    // Where there is an address without a name, its host is the name.
    let named = |name: &'c str, url: &'c Option<SafeUrl>| match url {
        Some(url) if name.is_empty() => url.host().unwrap_or_default(),
        _ => name,
    };
    let [changed, acquire] = [(credit.modified, Word::Changed), (credit.acquire_url.is_some(), Word::Buy)]
        .map(|(holds, word)| if holds { localizer.word(word) } else { "" });
    let parts = [
        (("“", "”"), credit.title.as_str(), &None),
        (localizer.around(Word::ImageBy, "creator"), named(&credit.creator, &credit.creator_url), &credit.creator_url),
        (localizer.around(Word::ImageSource, "source"), named(&credit.source, &credit.source_url), &credit.source_url),
        (localizer.around(Word::License, "license"), named(&credit.license, &credit.license_url), &credit.license_url),
        (("", ""), changed, &None),
        (("", ""), credit.notice.as_str(), &None),
        (("", ""), acquire, &credit.acquire_url),
    ];
    let parts = parts.into_iter().filter(|(_, words, _)| !words.is_empty());
    parts.map(|(around, words, url)| Part { around, words, url: url.as_ref() }).collect()
}
