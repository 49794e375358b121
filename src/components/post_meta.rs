//! The meta box: a native `<details>`. Until its facts have been read it is a title; then its summary tells the most
//! telling ones, and the rest stands in it, where find-in-page and the printer reach it.

use super::{Content, facts::fill};
use crate::{
    labels::Word,
    markup::{Attr, Markup, Tag},
};

/// The box. `None` where there is nothing to show. Whether it is open at first is the host's word; afterwards it is the
/// reader's.
pub fn post_meta(content: &Content) -> Option<Markup> {
    has_box(content).then(|| drawn(content, 0))
}

/// Is there anything to show, as far as it has been read?
pub(super) fn has_box(content: &Content) -> bool {
    let meta = &content.post.meta;
    meta.is_given && !meta.facts.as_ref().is_some_and(|facts| facts.rows.is_empty() && facts.is_whole)
}

/// The summary, and what stands behind so many rows.
pub(super) fn drawn(content: &Content, from: usize) -> Markup {
    let meta = &content.post.meta;
    let mut markup = Markup::new(Tag::Details, "bm-post-meta");
    if content.options.meta_open {
        markup.attr(Attr::Open, "");
    }
    markup.open(Tag::Summary, "bm-post-meta-summary");
    let title = if meta.title.is_empty() { content.localizer.word(Word::MetaTitle) } else { &meta.title };
    markup.leaf(Tag::Span, "bm-post-meta-title", title);
    markup.text(" ").open(Tag::Span, "bm-post-meta-digest");
    match &meta.facts {
        Some(facts) => fill(&mut markup, content, facts, from),
        // The line is there from the beginning, so that nothing moves when it is written.
        None => drop(markup.text("\u{A0}").close().close()),
    }
    markup
}
