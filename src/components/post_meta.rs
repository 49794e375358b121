//! The meta box: a native `<details>`. Its facts are drawn in idle time, on opening or before printing, whichever comes
//! first, so a closed box costs the first render nothing and is still found by find-in-page and printed.

use super::{Content, digest, facts::facts};
use crate::{
    labels::Word,
    markup::{Attr, Markup, Tag},
};

/// The box. `None` without facts. Whether it is open at first is the host's word; afterwards it is the reader's.
pub fn post_meta(content: &Content) -> Option<Markup> {
    if content.post.meta.is_empty() {
        return None;
    }
    let mut markup = Markup::new(Tag::Details, "bm-post-meta");
    if content.options.meta_open {
        markup.attr(Attr::Open, "");
    }
    summary(&mut markup, content);
    if content.facts_drawn {
        facts(&mut markup, content);
    }
    Some(markup)
}

/// Title, number of fields and digest.
fn summary(markup: &mut Markup, content: &Content) {
    let Content { post, voice, .. } = content;
    markup.open(Tag::Summary, "bm-post-meta-summary");
    let title = if post.meta.title.is_empty() { voice.word(Word::MetaTitle) } else { &post.meta.title };
    markup.leaf(Tag::Span, "bm-post-meta-title", title);
    let fields = voice.count(Word::Fields, &post.meta.fields.len().to_string());
    markup.text(" ").leaf(Tag::Span, "bm-post-meta-count", &fields);
    let digest = digest(&post.meta, voice);
    if !digest.is_empty() {
        markup.text(" ").open(Tag::Span, "bm-post-meta-digest");
        for (index, fact) in digest.iter().enumerate() {
            // Each on its own: words of two directions would run into one another.
            markup.text(if index > 0 { " · " } else { "" }).leaf(Tag::Bdi, "", fact);
        }
        markup.close();
    }
    markup.close();
}
