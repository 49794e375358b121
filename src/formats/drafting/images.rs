//! The gallery: the picture of a post, and those attached to it.

use crate::{
    coerce::items,
    formats::{
        envelope::Reading,
        pictures,
        ways::{first, text_of},
        words,
    },
    model::Image,
    policy::text,
    report::NoticeCode,
};

/// The images beside an article.
pub fn images(reading: &mut Reading<'_, '_, '_, '_>) -> Vec<Image> {
    let envelope = reading.envelope;
    let mut images = Vec::new();
    if let Some((way, found)) = reading.find("images", envelope.picture) {
        images.extend(pictures::image(found, reading.context, &reading.path.way(way)));
    }
    if let Some(picture) = images.first_mut() {
        if picture.alt.is_empty() {
            picture.alt = reading.word(envelope.picture_alt).map(text::line).unwrap_or_default();
        }
        if let (Some(caption), true, true) =
            (reading.word(envelope.picture_caption), picture.caption.is_empty(), picture.credit.is_none())
        {
            picture.caption = words::spans(caption, reading.context, &reading.path.way(envelope.picture_caption));
            reading.context.take_credit(picture);
        }
    }
    if let Some((way, found)) = reading.find("images", envelope.images) {
        for (index, one) in items(found).iter().enumerate() {
            let step = [way, ".", &index.to_string()].concat();
            let kind =
                first(one, "mime_type mimeType contentType").and_then(|(_, kind)| text_of(kind)).unwrap_or("image/");
            if kind.starts_with("image/") {
                images.extend(pictures::image(one, reading.context, &reading.path.way(&step)));
            } else {
                reading.note(&step, NoticeCode::PartDropped, "an attachment", "it is no image");
            }
        }
    }
    images
}
