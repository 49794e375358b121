//! What the reader sees when there is nothing to show and the host gave no fallback.

use crate::{
    labels::{Localizer, Word},
    markup::{Attr, Markup, Tag},
};

/// A sentence for the reader and the reason for the person who maintains the page.
pub fn failure(message: &str, localizer: &Localizer) -> Markup {
    let mut markup = Markup::new(Tag::Div, "bm-post bm-failure");
    markup.attr(Attr::Root, "").attr(Attr::Role, "alert");
    markup.leaf(Tag::P, "bm-failure-title", localizer.word(Word::Failure));
    markup.leaf(Tag::P, "bm-failure-reason", message);
    markup
}
