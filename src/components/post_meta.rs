//! The meta box: a landmark with a native `<details>` in it. Until its facts have been read it shows only its title. Then the summary shows
//! the most informative facts, and the box holds the rest, where find-in-page and printing reach it.

use super::{Content, Part};
use crate::{
    labels::Word,
    markup::{Attr, Markup, Tag},
    paint::{Frame, Leaf},
    scan::joined,
};
use leptos::{either::Either, prelude::*};
use std::sync::Arc;

/// The meta box.
#[component]
pub fn PostMeta(
    /// The post.
    content: Arc<Content>,
) -> impl IntoView {
    if !is_shown(&content) {
        return Either::Left(Leaf::nothing());
    }
    Either::Right(Frame::new(
        landmark(&content),
        content.leaf(Part::PostMeta, |content, from| Some(post_meta(content, from))),
    ))
}

fn is_shown(content: &Content) -> bool {
    let meta = &content.post.meta;
    let is_empty = meta.facts.as_ref().is_some_and(|facts| facts.rows.is_empty() && facts.is_whole);
    meta.is_given && !is_empty
}

/// The title of the box: the host's, or else a word.
fn title(content: &Content) -> &str {
    let given = &content.post.meta.title;
    if given.is_empty() { content.localizer.word(Word::MetaTitle) } else { given }
}

/// The element around the box, because a `<details>` cannot be a landmark itself. Landmarks of one page need different names, so
/// the title of the post is in the name.
fn landmark(content: &Content) -> Markup {
    let names = [title(content), &content.post.title].into_iter().filter(|name| !name.is_empty());
    let mut landmark = Markup::new(Tag::Section, "bm-about");
    landmark.attr(Attr::AriaLabel, &joined(&mut names.into_iter(), " – "));
    landmark
}

/// The summary, and the rows from `from` on. The host decides whether the box is open at first; later the reader does.
fn post_meta(content: &Content, from: usize) -> Markup {
    let mut markup = Markup::new(Tag::Details, "bm-post-meta");
    if content.options.meta_open {
        markup.attr(Attr::Open, "");
    }
    markup.open(Tag::Summary, "bm-post-meta-summary");
    markup.leaf(content.section_heading(), "bm-post-meta-title", title(content));
    markup.text(" ").open(Tag::Span, "bm-post-meta-digest");
    match &content.post.meta.facts {
        Some(facts) => content.on_demand.facts(&mut markup, content, facts, from),
        // The line is there from the beginning, so that nothing moves when it is written.
        None => drop(markup.text("\u{A0}").close().close()),
    }
    markup
}
