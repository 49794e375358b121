//! One image with its caption and credit, wherever it stands: in the body, in a grid, in the lightbox.

use super::{Content, Targets, anchors::name_image, consent::waits, credit::credit, spans, spans::spans as words};
use crate::{
    labels::{Localizer, Word},
    markup::{Address, Attr, Markup, Prop, Tag, Template},
    model::{Image, plain_text},
    policy::image::is_picture,
};

/// The picture in the lightbox.
pub(super) const SLIDE: Template =
    Template::new(Tag::Img, "bm-slide-image", &[(Attr::Decoding, "async"), (Attr::FetchPriority, "high")]);
/// What pictures outside the lightbox have in common: they load when they come near the view.
pub(super) const LAZY: &[(Attr, &str)] = &[(Attr::Decoding, "async"), (Attr::Loading, "lazy")];

/// A figure that leads to the whole image; `index` is its number in the lightbox, from 0. `holder` is the element around
/// it: itself a `<figure>`, or the `<li>` of a grid with a figure in it.
pub(super) fn figure(markup: &mut Markup, holder: Tag, image: &Image, index: usize, content: &Content) {
    let in_list = holder != Tag::Figure;
    if in_list {
        markup.open(holder, "bm-grid-item");
        if let (Some(width), Some(height)) = (image.width, image.height) {
            markup.prop(Prop::Ratio, &[width.to_string().as_str(), "/", &height.to_string()].concat());
        }
    }
    markup.open(Tag::Figure, "bm-figure");
    if waits(image, content) {
        content.on_demand.waiting(markup, image, index, content);
    } else {
        link(markup, image, index, content);
        failed(markup, image, &content.localizer);
    }
    caption(markup, image, &content.localizer, &content.targets);
    markup.close();
    if in_list {
        markup.close();
    }
}

/// The picture as a link to its own file, which the lightbox opens if there is one.
fn link(markup: &mut Markup, image: &Image, index: usize, content: &Content) {
    let Some(src) = &image.src else { return };
    let number = (index + 1).to_string();
    let opens = content.localizer.say(Word::OpenImage, &[("n", &number)]);
    let page = image.href.as_ref().filter(|page| !is_picture(page.as_str()));
    if let Some(page) = page {
        spans::link(markup, content.targets.link(page).as_ref().unwrap_or(page), "bm-figure-page");
        if image.alt.is_empty() {
            markup.attr(Attr::AriaLabel, page.host().unwrap_or(page.as_str()));
        }
    } else {
        markup
            .open_as(Template::new(Tag::A, "bm-figure-link", &[(Attr::AriaHasPopup, "dialog")]))
            .address(Address::Href, image.href.as_ref().unwrap_or(src));
        opening(markup, index, &number, content);
        if image.alt.is_empty() {
            markup.attr(Attr::AriaLabel, &opens);
        }
    }
    picture(markup, image, &Template::new(Tag::Img, "bm-image", LAZY), content);
    markup.close();
    if page.is_some() {
        // The picture leads elsewhere: the lightbox has a link of its own.
        markup
            .open_as(Template::new(Tag::A, "bm-figure-open", &[(Attr::AriaHasPopup, "dialog")]))
            .address(Address::Href, src);
        opening(markup, index, &number, content);
        markup.attr(Attr::AriaLabel, &opens).close();
    }
}

/// Says of the link opened last that it opens the image `index` in the lightbox.
fn opening(markup: &mut Markup, index: usize, number: &str, content: &Content) {
    markup.attr(Attr::Image, &index.to_string());
    name_image(markup, number, content);
}

/// The message for a picture that fails to load; without an address it is shown at once.
pub(super) fn failed(markup: &mut Markup, image: &Image, localizer: &Localizer) {
    markup.open(Tag::P, if image.src.is_some() { "bm-image-failed" } else { "bm-image-missing" });
    markup.text(localizer.word(Word::ImageFailed));
    if !image.alt.is_empty() {
        markup.text(" ").leaf(Tag::Span, "bm-image-alt", &image.alt);
    }
    if image.src.is_some() {
        markup.text(" ").open_as(Template::new(Tag::Button, "bm-image-retry", &[(Attr::Type, "button")]));
        markup.text(localizer.word(Word::Retry)).close();
    }
    markup.close();
}

/// The picture itself. The fixed attributes come before its address, because setting that starts the request.
pub(super) fn picture(markup: &mut Markup, image: &Image, template: &Template, content: &Content) {
    let Some(src) = &image.src else { return };
    let is_slide = *template == SLIDE;
    markup.open_as(*template).attr(Attr::Alt, &image.alt);
    markup.attr(Attr::ReferrerPolicy, content.options.referrer_policy);
    for (name, pixels) in [(Attr::Width, image.width), (Attr::Height, image.height)] {
        if let Some(pixels) = pixels {
            markup.attr(name, &pixels.to_string());
        }
    }
    if let Some(color) = &image.placeholder {
        markup.prop(Prop::Placeholder, color.as_str());
    }
    // In the lightbox the image has the whole viewport, unlike in the text.
    let sizes = if is_slide { Some("100vw") } else { image.sizes.as_deref() };
    if let Some(sizes) = sizes {
        markup.attr(Attr::Sizes, sizes);
    }
    if !image.srcset.is_empty() {
        markup.srcset(&image.srcset);
    }
    markup.address(Address::Src, src).close();
}

/// Caption and credit, when there are any.
pub(super) fn caption(markup: &mut Markup, image: &Image, localizer: &Localizer, targets: &Targets) {
    if plain_text(&image.caption).is_empty() && image.credit.is_none() {
        return;
    }
    markup.open(Tag::Figcaption, "bm-caption");
    if !image.caption.is_empty() {
        markup.open(Tag::Span, "bm-caption-text");
        words(markup, &image.caption, targets);
        markup.close();
    }
    if let Some(found) = &image.credit {
        credit(markup, found, localizer);
    }
    markup.close();
}
