//! Title, byline and introduction.

use super::{
    Content,
    spans::{maybe_link, spans},
};
use crate::{
    labels::Word,
    markup::{Attr, Markup, Tag},
    model::Date,
};

/// The head of a post. `None` when it has neither title nor introduction.
pub fn header(content: &Content) -> Option<Markup> {
    let post = &content.post;
    if post.title.is_empty() && post.intro.is_empty() {
        return None;
    }
    let mut markup = Markup::new(Tag::Header, "bm-header");
    if !post.title.is_empty() {
        markup.leaf(Tag::heading(content.options.heading_base), "bm-title", &post.title);
    }
    byline(&mut markup, content);
    if !post.intro.is_empty() {
        markup.open(Tag::P, "bm-intro");
        spans(&mut markup, &post.intro);
        markup.close();
    }
    Some(markup)
}

fn byline(markup: &mut Markup, content: &Content) {
    let post = &content.post;
    if post.authors.is_empty() && post.published.is_none() && post.modified.is_none() {
        return;
    }
    markup.open(Tag::P, "bm-byline");
    if !post.authors.is_empty() {
        authors(markup, content);
    }
    for (word, date) in [(Word::Published, &post.published), (Word::Updated, &post.modified)] {
        if let Some(date) = date {
            dated(markup, content, word, date);
        }
    }
    markup.close();
}

/// "By A, B and C", each with its own link: the sentence is cut where the names stand in it.
fn authors(markup: &mut Markup, content: &Content) {
    let names: Vec<&str> = content.post.authors.iter().map(|author| author.name.as_str()).collect();
    let sentence = content.voice.say(Word::By, &[("names", &content.voice.list(&names))]);
    let mut rest = sentence.as_str();
    markup.open(Tag::Span, "bm-authors");
    for author in &content.post.authors {
        if let Some((before, after)) = rest.split_once(author.name.as_str()) {
            markup.text(before);
            maybe_link(markup, author.url.as_ref(), "bm-author", &author.name);
            rest = after;
        }
    }
    markup.text(rest).close();
}

/// A sentence about a date, with the date itself in a `<time>`.
fn dated(markup: &mut Markup, content: &Content, word: Word, date: &Date) {
    let shown = content.voice.date(date);
    let sentence = content.voice.say(word, &[("date", &shown)]);
    let (before, after) = sentence.split_once(shown.as_str()).unwrap_or((&sentence, ""));
    markup.open(Tag::Span, "bm-date").text(before);
    markup.open(Tag::Time, "").attr(Attr::Datetime, &date.to_string()).text(&shown).close();
    markup.text(after).close();
}
