//! One image with its caption and credit, wherever it stands: in the body, in a grid, in the lightbox.

use super::{credit::credit, spans::spans};
use crate::{
    labels::{Voice, Word},
    markup::{Address, Attr, Markup, Prop, Tag},
    model::{Image, plain_text},
};

/// A figure that leads to the whole image; `index` is its number in the lightbox, from 0. `holder` is the element around
/// it: itself a `<figure>`, or the `<li>` of a grid with a figure in it.
pub(super) fn figure(markup: &mut Markup, holder: Tag, image: &Image, index: usize, voice: &Voice) {
    let in_list = holder != Tag::Figure;
    if in_list {
        markup.open(holder, "bm-grid-item");
        if let (Some(width), Some(height)) = (image.width, image.height) {
            markup.prop(Prop::Ratio, &[width.to_string().as_str(), "/", &height.to_string()].concat());
        }
    }
    markup.open(Tag::Figure, "bm-figure");
    if let Some(src) = &image.src {
        markup.open(Tag::A, "bm-figure-link").address(Address::Href, src).attr(Attr::Image, &index.to_string());
        if image.alt.is_empty() {
            markup.attr(Attr::AriaLabel, &voice.say(Word::OpenImage, &[("n", &(index + 1).to_string())]));
        }
        picture(markup, image, "bm-image", true);
        markup.close();
    }
    markup.open(Tag::P, if image.src.is_some() { "bm-image-failed" } else { "bm-image-missing" });
    markup.text(voice.word(Word::ImageFailed));
    if !image.alt.is_empty() {
        markup.text(" ").leaf(Tag::Span, "bm-image-alt", &image.alt);
    }
    if image.src.is_some() {
        markup.text(" ").open(Tag::Button, "bm-image-retry").attr(Attr::Type, "button").attr(Attr::Action, "retry");
        markup.text(voice.word(Word::Retry)).close();
    }
    markup.close();
    caption(markup, image, voice);
    markup.close();
    if in_list {
        markup.close();
    }
}

/// The picture itself. `lazy` ones load when they come near the view.
pub(super) fn picture(markup: &mut Markup, image: &Image, class: &'static str, lazy: bool) {
    let Some(src) = &image.src else { return };
    markup.open(Tag::Img, class).attr(Attr::Alt, &image.alt);
    if lazy {
        // Before `src`: an image that has its address begins to load.
        markup.attr(Attr::Loading, "lazy");
    }
    markup.attr(Attr::Decoding, "async").attr(Attr::ReferrerPolicy, "no-referrer");
    for (name, pixels) in [(Attr::Width, image.width), (Attr::Height, image.height)] {
        if let Some(pixels) = pixels {
            markup.attr(name, &pixels.to_string());
        }
    }
    if let Some(color) = &image.placeholder {
        markup.prop(Prop::Placeholder, color.as_str());
    }
    if let Some(sizes) = &image.sizes {
        markup.attr(Attr::Sizes, sizes);
    }
    if !image.srcset.is_empty() {
        markup.srcset(&image.srcset);
    }
    markup.address(Address::Src, src).close();
}

/// Caption and credit, when there are any.
pub(super) fn caption(markup: &mut Markup, image: &Image, voice: &Voice) {
    if plain_text(&image.caption).is_empty() && image.credit.is_none() {
        return;
    }
    markup.open(Tag::Figcaption, "bm-caption");
    if !image.caption.is_empty() {
        markup.open(Tag::Span, "bm-caption-text");
        spans(markup, &image.caption);
        markup.close();
    }
    if let Some(found) = &image.credit {
        credit(markup, found, voice);
    }
    markup.close();
}
