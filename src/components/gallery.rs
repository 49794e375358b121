//! The gallery: figures in rows or in a grid.

use super::{Content, Part, figure::figure};
use crate::{
    labels::Word,
    markup::{Attr, Markup, Tag, Template},
    options::Layout,
};
use leptos::prelude::*;
use std::sync::Arc;

/// Images per list. Longer galleries are split into several lists, each painted in its own idle callback.
const CHUNK: usize = 48;

/// The image gallery.
#[component]
pub fn Gallery(
    /// The post.
    content: Arc<Content>,
) -> impl IntoView {
    content.leaf(Part::Gallery, |content, _| gallery(content))
}

/// The gallery. `None` without images.
fn gallery(content: &Content) -> Option<Markup> {
    let images = content.gallery_images();
    if images.is_empty() {
        return None;
    }
    let heading = content.localizer.word(Word::Gallery);
    let mut markup = Markup::new(Tag::Section, "bm-gallery");
    markup.leaf(content.section_heading(), "bm-section-title", heading);
    let first = content.post.body_images().len();
    for (chunk, images) in images.chunks(CHUNK).enumerate() {
        grid(&mut markup, content);
        for (place, image) in images.iter().enumerate() {
            figure(&mut markup, Tag::Li, image, first + chunk * CHUNK + place, content);
        }
        markup.close();
    }
    Some(markup)
}

/// Opens a list of images.
pub(super) fn grid(markup: &mut Markup, content: &Content) {
    let class = if content.options.gallery == Layout::Rows { "bm-grid bm-grid-rows" } else { "bm-grid" };
    markup.open_as(Template::new(Tag::Ul, class, &[(Attr::Role, "list")]));
}
