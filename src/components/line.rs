//! A line of parts with separators, as "Ines Valk / Unsplash · CC BY-SA 4.0". Each part is in one piece with the separator before
//! it, so that the stylesheet can hide a separator that would begin a line.

use crate::markup::{Markup, Tag};

/// Opens a part. `joint` separates it from the part before; the first has none.
pub(super) fn part(markup: &mut Markup, joint: &str) {
    markup.open(Tag::Span, "bm-part");
    if !joint.is_empty() {
        markup.leaf(Tag::Span, "bm-joint", joint);
    }
}
