//! Title, byline and introduction.

use super::{
    Content, Part,
    spans::{maybe_link, spans},
};
use crate::{
    labels::Word,
    markup::{Attr, Markup, Tag},
    model::Date,
};
use leptos::prelude::*;
use std::sync::Arc;

/// Title, byline and introduction.
#[component]
pub fn Header(
    /// The post.
    content: Arc<Content>,
) -> impl IntoView {
    content.leaf(Part::Header, |content, _| header(content))
}

/// The header of a post. `None` when it would be empty.
fn header(content: &Content) -> Option<Markup> {
    let post = &content.post;
    let mut markup = Markup::new(Tag::Header, "bm-header");
    if !post.title.is_empty() {
        markup.leaf(Tag::heading(content.options.heading_base), "bm-title", &post.title);
    }
    byline(&mut markup, content);
    if !post.intro.is_empty() {
        markup.open(Tag::P, "bm-intro");
        spans(&mut markup, &post.intro, &content.targets);
        markup.close();
    }
    (!markup.is_empty()).then_some(markup)
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

/// Authors with their own element. The rest are text: each element makes the browser measure the line again.
const AUTHORS: usize = 200;

/// "By A, B and C", each with its own link: the list is cut where the names stand in it.
fn authors(markup: &mut Markup, content: &Content) {
    let authors = &content.post.authors;
    let names: Vec<&str> = authors.iter().map(|author| author.name.as_str()).collect();
    let (before, after) = content.localizer.around(Word::By, "names");
    let list = content.localizer.list(&names);
    let mut rest = list.as_str();
    markup.open(Tag::Span, "bm-authors").text(before);
    for author in authors.iter().take(AUTHORS) {
        // Names stand in the list in their order, so the first match is this author's.
        let at = (0..rest.len()).find(|&at| rest.get(at..).is_some_and(|rest| rest.starts_with(&author.name)));
        if let Some((joint, tail)) = at.and_then(|at| rest.split_at_checked(at)) {
            markup.text(joint);
            maybe_link(markup, author.url.as_ref(), "bm-author", &author.name);
            rest = tail.get(author.name.len()..).unwrap_or_default();
        }
    }
    markup.text(rest).text(after).close();
}

/// A sentence about a date, with the date itself in a `<time>`.
fn dated(markup: &mut Markup, content: &Content, word: Word, date: &Date) {
    let (before, after) = content.localizer.around(word, "date");
    markup.open(Tag::Span, "bm-date").text(before).open(Tag::Time, "").attr(Attr::Datetime, &date.iso());
    markup.text(&content.localizer.date(date)).close().text(after).close();
}
