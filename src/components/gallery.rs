//! The gallery: figures in a grid.

use super::{Content, figure::figure};
use crate::{
    labels::Word,
    markup::{Attr, Markup, Tag},
};

/// Images a list; longer galleries are several lists, each painted in its own idle time.
const CHUNK: usize = 48;

/// The gallery. `None` without images.
pub fn gallery(content: &Content) -> Option<Markup> {
    let images = &content.post.images;
    if images.is_empty() {
        return None;
    }
    let heading = content.voice.word(Word::Gallery);
    let mut markup = Markup::new(Tag::Section, "bm-gallery");
    markup.leaf(Tag::heading(content.options.heading_base + 1), "bm-section-title", heading);
    let first = content.post.body_images().len();
    for (chunk, images) in images.chunks(CHUNK).enumerate() {
        markup.open(Tag::Ul, "bm-grid").attr(Attr::Role, "list");
        for (place, image) in images.iter().enumerate() {
            figure(&mut markup, Tag::Li, image, first + chunk * CHUNK + place, &content.voice);
        }
        markup.close();
    }
    Some(markup)
}
