//! Images as data gives them → [`Image`].

use crate::{
    coerce::field,
    context::{Context, Fields, each, link, spans},
    json::Value,
    model::{Color, Image},
    policy::{self, Candidate, SafeUrl, Sink},
    report::{NoticeCode, Path},
};

/// Reads an image: an object, or a bare address. Empty for what is neither.
pub fn image(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Image {
    if !matches!(value, Value::Map(_)) {
        return Image { src: source(value, context, path), ..Image::default() };
    }
    let mut fields = Fields::new(value, context, path);
    let mut image = Image {
        src: fields.read("src", source),
        srcset: fields.read("srcset", srcset),
        sizes: fields.word("sizes"),
        width: fields.read("width", dimension),
        height: fields.read("height", dimension),
        alt: fields.line("alt"),
        caption: fields.read("caption", spans),
        placeholder: fields.read("placeholder", placeholder),
        href: link(&mut fields),
        credit: fields.context.tools.credit(&mut fields),
    };
    if fields.get("src").is_none() {
        fields.notice(NoticeCode::PictureMissing, "the image has no src");
    }
    context.take_credit(&mut image);
    image
}

/// The same for a standalone image, where a missing `alt` adds a notice. An empty `alt` marks a decorative image.
pub fn described(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Image {
    let image = image(value, context, path);
    if image.src.is_some() && field(value, "alt").is_none() {
        context.notice(path, NoticeCode::AltMissing, "it has no alt; an empty one says that it is a decoration");
    }
    image
}

/// Reads a list of images; those that show nothing are left out.
pub fn images(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Image> {
    each(value, context, path, |value, context, path| {
        Some(described(value, context, path)).filter(|image| !image.is_empty())
    })
}

fn source(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<SafeUrl> {
    context.url(value, Sink::Image, path)
}

fn srcset(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Candidate> {
    let untrusted = context.string(value, path).unwrap_or_default();
    let (kept, refused) = policy::image::srcset(untrusted, context.base.as_ref());
    if let Some(refusal) = refused {
        context.notice(path, NoticeCode::CandidateRefused, refusal.why());
    }
    kept
}

fn dimension(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<u16> {
    let pixels = context.string(value, path).and_then(policy::image::dimension);
    if pixels.is_none() {
        context.notice(path, NoticeCode::DimensionIgnored, "it is no whole number of pixels from 1 to 65,535");
    }
    pixels
}

fn placeholder(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Color> {
    let color = context.string(value, path).and_then(Color::parse);
    if color.is_none() {
        context.notice(
            path,
            NoticeCode::PlaceholderIgnored,
            "it is no colour such as #a1b2c3, no BlurHash and no ThumbHash",
        );
    }
    color
}
