//! The credit of an image: one writer for the grid, the lightbox, print and plain text.

use super::{
    line,
    markdown::{push_link, push_words},
    spans::maybe_link,
};
use crate::{
    labels::{Localizer, Word},
    markup::{Markup, Tag, escape},
    model::Credit,
    policy::SafeUrl,
};
use std::borrow::Cow;

/// A part of a credit: words with an optional link, the text around them, and the separator before them.
struct Part<'c> {
    joint: &'static str,
    around: (&'c str, &'c str),
    words: Cow<'c, str>,
    url: Option<&'c SafeUrl>,
}

/// Draws a credit as one line of parts.
pub fn credit(markup: &mut Markup, credit: &Credit, localizer: &Localizer) {
    markup.open(Tag::Small, "bm-credit");
    for part in parts(credit, localizer) {
        line::part(markup, part.joint);
        markup.text(part.around.0);
        maybe_link(markup, part.url, "bm-credit-link", &part.words);
        markup.text(part.around.1).close();
    }
    markup.close();
}

/// The same credit as plain text.
pub fn credit_text(credit: &Credit, localizer: &Localizer) -> String {
    let mut text = String::new();
    for part in parts(credit, localizer) {
        text.extend([part.joint, part.around.0, &part.words, part.around.1]);
    }
    text
}

/// The same credit as HTML.
pub fn credit_html(credit: &Credit, localizer: &Localizer) -> String {
    let mut html = String::new();
    for part in parts(credit, localizer) {
        html += part.joint;
        escape(&mut html, part.around.0, false);
        if let Some(url) = part.url {
            html += "<a href=\"";
            escape(&mut html, url.as_str(), true);
            html += "\">";
        }
        escape(&mut html, &part.words, false);
        html += if part.url.is_some() { "</a>" } else { "" };
        escape(&mut html, part.around.1, false);
    }
    html
}

/// The same credit as Markdown.
pub fn credit_markdown(credit: &Credit, localizer: &Localizer) -> String {
    let mut markdown = String::new();
    for part in parts(credit, localizer) {
        markdown += part.joint;
        push_words(&mut markdown, part.around.0);
        match part.url {
            Some(url) => push_link(&mut markdown, &part.words, url.as_str()),
            None => push_words(&mut markdown, &part.words),
        }
        push_words(&mut markdown, part.around.1);
    }
    markdown
}

/// The parts of a credit: "“Tide” · Ines Valk / Unsplash · CC BY-SA 4.0". A name without other parts gets a label.
fn parts<'c>(credit: &'c Credit, localizer: &'c Localizer) -> Vec<Part<'c>> {
    // Where there is an address without a name, its host is the name.
    let named = |name: &'c str, url: &'c Option<SafeUrl>| match url {
        Some(url) if name.is_empty() => url.host().unwrap_or_default(),
        _ => name,
    };
    let [changed, acquire] = [(credit.modified, Word::Changed), (credit.acquire_url.is_some(), Word::Buy)]
        .map(|(holds, word)| if holds { localizer.word(word) } else { "" });
    let creator = named(&credit.creator, &credit.creator_url);
    let license = named(&credit.license, &credit.license_url);
    // No name is repeated.
    let source = named(&credit.source, &credit.source_url);
    let is_creator = source == creator;
    let source = if is_creator || source == license { "" } else { source };
    // The link of the dropped source goes to the creator.
    let creator_url = if is_creator && credit.creator_url.is_none() { &credit.source_url } else { &credit.creator_url };
    // A name without other parts gets a label. A licence of which only the host is known always gets one.
    let around = |word: Word, name, is_alone: bool| if is_alone { localizer.around(word, name) } else { ("", "") };
    let is_bare = creator.is_empty() && source.is_empty() || credit.license.is_empty();
    let title =
        if credit.title.is_empty() { String::new() } else { localizer.say(Word::Quoted, &[("title", &credit.title)]) };
    let parts = [
        (" · ", ("", ""), Cow::Owned(title), &None),
        (" · ", around(Word::ImageBy, "creator", source.is_empty()), Cow::Borrowed(creator), creator_url),
        (" / ", around(Word::ImageSource, "source", creator.is_empty()), Cow::Borrowed(source), &credit.source_url),
        (" · ", around(Word::License, "license", is_bare), Cow::Borrowed(license), &credit.license_url),
        (" · ", ("", ""), Cow::Borrowed(changed), &None),
        (" · ", ("", ""), Cow::Borrowed(credit.notice.as_str()), &None),
        (" · ", ("", ""), Cow::Borrowed(acquire), &credit.acquire_url),
    ];
    let mut found: Vec<Part<'c>> = Vec::new();
    for (joint, around, words, url) in parts.into_iter().filter(|(_, _, words, _)| !words.is_empty()) {
        let joint = match (found.is_empty(), creator.is_empty()) {
            (true, _) => "",
            (_, true) => " · ",
            _ => joint,
        };
        found.push(Part { joint, around, words, url: url.as_ref() });
    }
    found
}
