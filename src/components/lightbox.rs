//! The lightbox: one native `<dialog>` for every image of the post, in the body and in the gallery.

use super::{
    Content, Part,
    consent::waits,
    figure::{SLIDE, caption, failed, picture},
};
use crate::{
    labels::Word,
    markup::{Attr, Markup, Tag, Template},
    model::Image,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The dialog in which images open.
#[component]
pub fn Lightbox(
    /// The post.
    content: Arc<Content>,
) -> impl IntoView {
    content.leaf(Part::Lightbox, |content, _| lightbox(content))
}

/// The dialog, and in it the open image with its caption and credit. `None` for a post without images.
fn lightbox(content: &Content) -> Option<Markup> {
    if content.images().is_empty() {
        return None;
    }
    let mut markup = Markup::new(Tag::Dialog, "bm-lightbox");
    markup.attr(Attr::AriaLabel, content.localizer.word(Word::Gallery));
    if content.open_image.is_some() {
        content.on_demand.open_image(&mut markup, content);
    }
    Some(markup)
}

/// The open image and the buttons around it.
pub(super) fn open_image(markup: &mut Markup, content: &Content) {
    let (images, localizer) = (content.images(), &content.localizer);
    if let Some((index, image)) = content.open_image.and_then(|index| images.get(index).map(|image| (index, image))) {
        let (n, total) = ((index + 1).to_string(), images.len().to_string());
        markup.open(Tag::P, "bm-lightbox-count");
        let count = localizer.say(Word::ImageCount, &[("n", &n), ("total", &total)]);
        markup.text(&count).close();
        button(markup, content, "bm-lightbox-close", Word::Close, "close");
        slide(markup, content, image, index, &count);
        if images.len() > 1 {
            button(markup, content, "bm-lightbox-previous", Word::Previous, "previous");
            button(markup, content, "bm-lightbox-next", Word::Next, "next");
        }
        // Last, so that the other buttons keep their nodes and the focus when it is missing.
        if image.src.is_some() && !waits(image, content) {
            markup.open_as(Template::new(
                Tag::Button,
                "bm-lightbox-zoom",
                &[(Attr::Type, "button"), (Attr::Action, "zoom")],
            ));
            markup.attr(Attr::AriaPressed, "false").attr(Attr::AriaLabel, localizer.word(Word::Zoom)).close();
        }
    }
}

/// The open slide. Others are not in the DOM, so the keyboard and screen readers cannot reach them.
fn slide(markup: &mut Markup, content: &Content, image: &Image, index: usize, count: &str) {
    markup
        .open_as(Template::new(Tag::Figure, "bm-slide", &[(Attr::Role, "group")]))
        .attr(Attr::Number, &index.to_string());
    markup.attr(Attr::AriaRoleDescription, content.localizer.word(Word::Slide)).attr(Attr::AriaLabel, count);
    if waits(image, content) {
        content.on_demand.waiting(markup, image, index, content);
    } else {
        picture(markup, image, &SLIDE, content);
        failed(markup, image, &content.localizer);
    }
    markup.open(Tag::Div, "bm-slide-words");
    caption(markup, image, &content.localizer, &content.targets.for_a_copy());
    if image.credit.is_some() {
        copies(markup, content);
    }
    markup.close().close();
}

/// Buttons that copy the credit.
fn copies(markup: &mut Markup, content: &Content) {
    markup.open(Tag::P, "bm-slide-copies");
    for (action, word) in [("copy-credit", Word::CopyCredit), ("copy-credit-markdown", Word::CopyMarkdown)] {
        markup.open_as(Template::new(Tag::Button, "", &[(Attr::Type, "button")])).attr(Attr::Action, action);
        markup.text(content.localizer.word(word)).close();
    }
    markup.close();
}

fn button(markup: &mut Markup, content: &Content, class: &'static str, word: Word, action: &str) {
    markup.open_as(Template::new(Tag::Button, class, &[(Attr::Type, "button")])).attr(Attr::Action, action);
    markup.attr(Attr::AriaLabel, content.localizer.word(word)).close();
}
