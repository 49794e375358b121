//! The gallery: figures in rows or in a grid.

use super::{Content, figure::figure};
use crate::{
    labels::Word,
    markup::{Markup, Tag},
    options::Layout,
};

/// Images a list; longer galleries are several lists, each painted in its own idle time.
const CHUNK: usize = 48;

/// The gallery. `None` without images.
pub fn gallery(content: &Content) -> Option<Markup> {
    let images = &content.post.images;
    if images.is_empty() {
        return None;
    }
    let heading = content.localizer.word(Word::Gallery);
    let mut markup = Markup::new(Tag::Section, "bm-gallery");
    markup.leaf(Tag::heading(content.options.heading_base + 1), "bm-section-title", heading);
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
    let class =
        if content.options.gallery == Layout::Rows { "bm-grid bm-grid-rows|role=list" } else { "bm-grid|role=list" };
    markup.open(Tag::Ul, class);
}
