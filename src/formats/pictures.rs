//! Images as content systems write them → [`Image`]: address, size and texts, under their common field names.

use super::{
    ways::{at, first, says, text_of},
    words,
};
use crate::{
    context::{Context, Fields},
    json::Value,
    model::{Credit, Image},
    policy::{self, SafeUrl, Sink},
    report::{NoticeCode, Path},
};

const SRC: &str = "src source_url sourceUrl url file.url asset.url filename image.url image.src value.url attributes.url data.attributes.url data.url \
                   fields.file.url guid.rendered contentUrl value href link";
const ALT: &str = "alt alt_text altText alternativeText data.attributes.alternativeText fields.description description";
const CAPTION: &str = "caption.rendered caption data.attributes.caption fields.caption";
const WIDTH: &str = "width media_details.width asset.metadata.dimensions.width fields.file.details.image.width file.width \
                     data.attributes.width value.width";
const HEIGHT: &str = "height media_details.height asset.metadata.dimensions.height fields.file.details.image.height file.height \
                      data.attributes.height value.height";
const SIZES: &str = "media_details.sizes sizes";
/// The parts of a credit.
const CREDITED: &str = "attribution photographer license license_url creator creator_url copyright";

/// Reads an image: an object, or a bare address. `None`, and a notice, for what has no address that can be loaded.
pub fn image(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Image> {
    let mut image = match value {
        Value::Text(_) => Image { src: context.url(value, Sink::Image, path), ..Image::default() },
        Value::Map(_) => of_object(value, context, path),
        Value::List(items) => return items.first().and_then(|first| of_first(first, context, &path.item(0))),
        _ => {
            context.detailed_notice(
                path,
                NoticeCode::PartDropped,
                "an image",
                "it is neither an address nor an object with one",
            );
            return None;
        }
    };
    context.take_credit(&mut image);
    Some(image).filter(|image| !image.is_empty())
}

fn of_first(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Image> {
    match value {
        Value::Text(_) => Some(Image { src: context.url(value, Sink::Image, path), ..Image::default() }),
        Value::Map(_) => Some(of_object(value, context, path)),
        _ => None,
    }
    .filter(|image| !image.is_empty())
}

fn of_object(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Image {
    let pixels = |ways| first(value, ways).and_then(|(_, found)| text_of(found)).and_then(policy::image::dimension);
    let said = first(value, ALT).and_then(|(_, alt)| text_of(alt)).unwrap_or_default();
    let alt = words::line(said, context);
    let caption = first(value, CAPTION).map(|(way, found)| caption(found, context, &path.way(way))).unwrap_or_default();
    let mut image = Image { alt, caption, width: pixels(WIDTH), height: pixels(HEIGHT), ..Image::default() };
    match first(value, SRC).filter(|(_, src)| matches!(src, Value::Text(_))) {
        Some((way, src)) => image.src = context.url(src, Sink::Image, &path.way(way)),
        None => of_reference(value, &mut image, context, path),
    }
    image.srcset = sizes(value, context.base.as_ref());
    image.credit = context.tools.credit(&mut Fields::new(value, context, path));
    if image.credit.is_none() {
        image.credit = loose_credit(value, context, path);
    }
    image
}

/// A credit whose parts are fields of the image itself.
fn loose_credit(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Box<Credit>> {
    let part = |name: &'static str| Some((name.into(), at(value, name).filter(|part| says(part))?.clone()));
    let parts: Vec<_> = CREDITED.split(' ').filter_map(part).collect();
    if parts.is_empty() {
        return None;
    }
    let held = Value::Map(vec![("credit".into(), Value::Map(parts))]);
    context.tools.credit(&mut Fields::new(&held, context, path))
}

fn caption(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<crate::model::Span> {
    match value {
        Value::List(_) => crate::context::spans(value, context, path),
        other => text_of(other).map(|text| words::spans(text, context, path)).unwrap_or_default(),
    }
}

/// An image by reference, as in Sanity: `image-ID-2000x3000-jpg`. Its address is relative to that of the data set.
fn of_reference(value: &Value<'_>, image: &mut Image, context: &mut Context<'_>, path: &Path<'_>) {
    let Some((way, reference)) = first(value, "asset._ref asset._id _ref") else {
        return context.notice(path, NoticeCode::PictureMissing, "the image has no address");
    };
    let path = path.way(way);
    let mut parts = text_of(reference).unwrap_or_default().split('-');
    let (Some("image"), Some(id), Some(size), Some(kind)) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return context.notice(&path, NoticeCode::PictureMissing, "the image is only named, and not as Sanity does");
    };
    if let Some((width, height)) = size.split_once('x') {
        (image.width, image.height) = (policy::image::dimension(width), policy::image::dimension(height));
    }
    let is_set = context.base.as_ref().and_then(SafeUrl::host).is_some_and(|host| host == "cdn.sanity.io");
    if is_set {
        let name = [id, "-", size, ".", kind].concat();
        image.src = SafeUrl::parse(&name, Sink::Image, context.base.as_ref()).ok();
    } else {
        let why = "the image is only named: expand `asset->`, or let base-url be https://cdn.sanity.io/images/PROJECT/DATASET/";
        context.notice(&path, NoticeCode::PictureMissing, why);
    }
}

/// The sizes in a media library, as a `srcset`. The square `thumbnail` is left out: it shows another picture.
fn sizes(value: &Value<'_>, base: Option<&SafeUrl>) -> Vec<policy::Candidate> {
    let Some((_, Value::Map(sizes))) = first(value, SIZES) else { return Vec::new() };
    let mut candidates = Vec::new();
    for (name, size) in sizes {
        let address = first(size, "source_url url").and_then(|(_, address)| text_of(address));
        let width = at(size, "width").and_then(text_of);
        let address = address.filter(|address| name != "thumbnail" && !address.contains([' ', ',']));
        if let (Some(address), Some(width)) = (address, width) {
            candidates.push([address, " ", width, "w"].concat());
        }
    }
    if candidates.len() < 2 { Vec::new() } else { policy::image::srcset(&candidates.join(", "), base).0 }
}
