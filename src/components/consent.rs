//! Images from other hosts. On request of the embedding page they load only after a click, because a request tells the
//! other host who reads what.

use super::{Content, anchors::name_image};
use crate::{
    labels::Word,
    markup::{Attr, Markup, Prop, Tag, Template},
    model::Image,
    policy::Candidate,
};

/// Does the picture wait?
pub(super) fn waits(image: &Image, content: &Content) -> bool {
    content.options.own_host.is_some() && host(image, content).is_some()
}

/// The other host that the reader has not allowed yet.
pub(super) fn host<'i>(image: &'i Image, content: &Content) -> Option<&'i str> {
    let addresses = image.src.iter().chain(image.srcset.iter().map(Candidate::src));
    let is_other = |host: &&str| {
        content.options.own_host.as_deref() != Some(host) && content.wanted_hosts.iter().all(|wanted| wanted != host)
    };
    addresses.filter_map(|url| url.host()).find(is_other)
}

/// The placeholder for picture `number`, counted from 0: a button that names the host.
pub(super) fn waiting(markup: &mut Markup, image: &Image, number: usize, content: &Content) {
    let host = host(image, content).unwrap_or_default();
    markup.open_as(Template::new(Tag::Button, "bm-image-waiting", &[(Attr::Type, "button"), (Attr::Action, "load")]));
    markup.attr(Attr::Number, &number.to_string());
    name_image(markup, &(number + 1).to_string(), content);
    if let Some(color) = &image.placeholder {
        markup.prop(Prop::Placeholder, color.as_str());
    }
    markup.text(&content.localizer.say(Word::ShowImages, &[("host", host)]));
    if !image.alt.is_empty() {
        markup.text(" ").leaf(Tag::Span, "bm-image-alt", &image.alt);
    }
    markup.close();
}
