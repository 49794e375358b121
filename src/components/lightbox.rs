//! The lightbox: one native `<dialog>` for every image of the post, in the body and in the gallery.

use super::{
    Content,
    consent::{waiting, waits},
    figure::{SLIDE, caption, failed, picture},
};
use crate::{
    labels::Word,
    markup::{Attr, Markup, Tag},
    model::Image,
};

/// The dialog, and in it the open image with its caption and credit. `None` for a post without images.
pub fn lightbox(content: &Content) -> Option<Markup> {
    if content.post.images.is_empty() && content.post.body_images().is_empty() {
        return None;
    }
    let mut markup = Markup::new(Tag::Dialog, "bm-lightbox");
    markup.attr(Attr::AriaLabel, content.localizer.word(Word::Gallery));
    if content.open_image.is_some() {
        fill(&mut markup, content);
    }
    Some(markup)
}

/// The open image and the buttons around it.
// Not inlined: the lazy half of the package begins here.
#[inline(never)]
fn fill(markup: &mut Markup, content: &Content) {
    let (images, localizer) = (images(content), &content.localizer);
    if let Some((index, image)) = content.open_image.and_then(|index| images.get(index).map(|image| (index, image))) {
        let (n, total) = ((index + 1).to_string(), images.len().to_string());
        markup.open(Tag::P, "bm-lightbox-count");
        let count = localizer.say(Word::ImageCount, &[("n", &n), ("total", &total)]);
        markup.text(&count).close();
        button(markup, content, "bm-lightbox-close|type=button", Word::Close, "close");
        slide(markup, content, image, index, &count);
        if images.len() > 1 {
            button(markup, content, "bm-lightbox-previous|type=button", Word::Previous, "previous");
            button(markup, content, "bm-lightbox-next|type=button", Word::Next, "next");
        }
        // Last: where it is missing the others keep their places, and the focus.
        if image.src.is_some() && !waits(image, content) {
            markup.open(Tag::Button, "bm-lightbox-zoom|type=button|data-bm-action=zoom");
            markup.attr(Attr::AriaPressed, "false").attr(Attr::AriaLabel, localizer.word(Word::Zoom)).close();
        }
    }
}

/// Every image of the post, body first.
pub(super) fn images(content: &Content) -> Vec<&Image> {
    let mut images = content.post.body_images();
    images.extend(&content.post.images);
    images
}

/// One slide: only the one on show is there, so no other can be come to.
fn slide(markup: &mut Markup, content: &Content, image: &Image, index: usize, count: &str) {
    markup.open(Tag::Figure, "bm-slide|role=group").attr(Attr::Number, &index.to_string());
    markup.attr(Attr::AriaRoleDescription, content.localizer.word(Word::Slide)).attr(Attr::AriaLabel, count);
    if waits(image, content) {
        waiting(markup, image, index, content);
    } else {
        picture(markup, image, SLIDE, content);
        failed(markup, image, &content.localizer);
    }
    markup.open(Tag::Div, "bm-slide-words");
    caption(markup, image, &content.localizer);
    if image.credit.is_some() {
        copies(markup, content);
    }
    markup.close().close();
}

/// Buttons that copy the credit.
fn copies(markup: &mut Markup, content: &Content) {
    markup.open(Tag::P, "bm-slide-copies");
    for (action, word) in [("copy-credit", Word::CopyCredit), ("copy-credit-markdown", Word::CopyMarkdown)] {
        markup.open(Tag::Button, "|type=button").attr(Attr::Action, action);
        markup.text(content.localizer.word(word)).close();
    }
    markup.close();
}

fn button(markup: &mut Markup, content: &Content, class: &'static str, word: Word, action: &str) {
    markup.open(Tag::Button, class).attr(Attr::Action, action);
    markup.attr(Attr::AriaLabel, content.localizer.word(word)).close();
}
