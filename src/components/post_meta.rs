//! The meta box: a native `<details>`. Until its facts have been read it shows only its title. Then the summary shows
//! the most informative facts, and the box holds the rest, where find-in-page and printing reach it.

use super::{Content, Part};
use crate::{
    labels::Word,
    markup::{Attr, Markup, Tag},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The meta box.
#[component]
pub fn PostMeta(
    /// The post.
    content: Arc<Content>,
) -> impl IntoView {
    content.leaf(Part::PostMeta, post_meta)
}

/// The summary, and the rows from `from` on. `None` where there is nothing to show. The host decides whether the box is
/// open at first; later the reader does.
fn post_meta(content: &Content, from: usize) -> Option<Markup> {
    let meta = &content.post.meta;
    let is_empty = meta.facts.as_ref().is_some_and(|facts| facts.rows.is_empty() && facts.is_whole);
    if !meta.is_given || is_empty {
        return None;
    }
    let mut markup = Markup::new(Tag::Details, "bm-post-meta");
    if content.options.meta_open {
        markup.attr(Attr::Open, "");
    }
    markup.open(Tag::Summary, "bm-post-meta-summary");
    let title = if meta.title.is_empty() { content.localizer.word(Word::MetaTitle) } else { &meta.title };
    markup.leaf(content.section_heading(), "bm-post-meta-title", title);
    markup.text(" ").open(Tag::Span, "bm-post-meta-digest");
    match &meta.facts {
        Some(facts) => content.on_demand.facts(&mut markup, content, facts, from),
        // The line is there from the beginning, so that nothing moves when it is written.
        None => drop(markup.text("\u{A0}").close().close()),
    }
    Some(markup)
}
