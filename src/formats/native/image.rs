//! Images and their credits in the native format.

use super::text::spans;
use crate::{
    json::Value,
    lenient::{Context, field, flag},
    model::{Color, Credit, Image, SafeUrl},
    policy::{self, Sink},
    report::Path,
};

/// Sources by the short names that data uses for them → their proper names and home pages.
const SOURCES: &[(&str, &str, &str)] = &[
    ("unsplash", "Unsplash", "https://unsplash.com/"),
    ("pexels", "Pexels", "https://www.pexels.com/"),
    ("pixabay", "Pixabay", "https://pixabay.com/"),
    ("flickr", "Flickr", "https://www.flickr.com/"),
    ("wikimedia", "Wikimedia Commons", "https://commons.wikimedia.org/"),
    ("wikimediacommons", "Wikimedia Commons", "https://commons.wikimedia.org/"),
    ("picsum.photos", "picsum.photos", "https://picsum.photos/"),
    ("picsum", "picsum.photos", "https://picsum.photos/"),
    ("openverse", "Openverse", "https://openverse.org/"),
];

/// Reads an image: an object, or a bare address. Empty for what is neither.
pub fn image(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Image {
    if !matches!(value, Value::Map(_)) {
        return Image { src: context.url(value, Sink::Image, path), ..Image::default() };
    }
    let named = |names: &[&str]| field(value, names);
    let mut image = Image {
        src: named(&["src", "url"]).and_then(|src| context.url(src, Sink::Image, &path.key("src"))),
        sizes: named(&["sizes"]).map(|sizes| context.line(sizes, &path.key("sizes"))).filter(|sizes| !sizes.is_empty()),
        width: named(&["width"]).and_then(|width| dimension(width, context, &path.key("width"))),
        height: named(&["height"]).and_then(|height| dimension(height, context, &path.key("height"))),
        alt: named(&["alt"]).map(|alt| context.line(alt, &path.key("alt"))).unwrap_or_default(),
        caption: named(&["caption"]).map(|caption| spans(caption, context, &path.key("caption"))).unwrap_or_default(),
        placeholder: named(&["placeholder"]).and_then(|color| placeholder(color, context, &path.key("placeholder"))),
        credit: credit(value, context, path),
        srcset: Vec::new(),
    };
    if let Some(untrusted) = named(&["srcset"]).and_then(|srcset| context.string(srcset, &path.key("srcset"))) {
        let (kept, refused) = policy::image::srcset(untrusted, context.base.as_ref());
        image.srcset = kept;
        if let Some(refusal) = refused.first() {
            context.notice(&path.key("srcset"), "candidate left out", refusal.why());
        }
    }
    if image.src.is_none() && named(&["src", "url"]).is_none() {
        context.notice(path, "shown without a picture", "the image has no src");
    }
    image
}

fn dimension(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<u16> {
    let pixels = context.string(value, path).and_then(policy::image::dimension);
    if pixels.is_none() {
        context.notice(path, "dimension ignored", "it is no whole number of pixels from 1 to 65,535");
    }
    pixels
}

fn placeholder(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Color> {
    let color = context.string(value, path).and_then(Color::parse);
    if color.is_none() {
        context.notice(path, "placeholder ignored", "it is no colour such as #a1b2c3");
    }
    color
}

/// The credit of an image: its `credit`, or the short form `source`.
fn credit(image: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Box<Credit>> {
    let mut found = match field(image, &["credit"]) {
        Some(value @ Value::Map(_)) => long_form(value, context, &path.key("credit")),
        Some(short) => Credit { source: context.line(short, &path.key("credit")), ..Credit::default() },
        None => Credit::default(),
    };
    if let (true, Some(short)) = (found.source.is_empty(), field(image, &["source"])) {
        found.source = context.line(short, &path.key("source"));
    }
    name_source(&mut found, context.base.as_ref());
    (!found.is_empty()).then(|| Box::new(found))
}

fn long_form(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Credit {
    let mut line =
        |name: &str| field(value, &[name]).map(|text| context.line(text, &path.key(name))).unwrap_or_default();
    let [title, creator, source] = ["title", "creator", "source"].map(&mut line);
    let [license, notice] = ["license", "notice"].map(&mut line);
    let mut page = |name: &str| field(value, &[name]).and_then(|url| context.url(url, Sink::Page, &path.key(name)));
    let yes = |name: &str| field(value, &[name]).and_then(flag).unwrap_or(false);
    Credit {
        title,
        creator,
        creator_url: page("creator_url"),
        source,
        source_url: page("source_url"),
        license,
        license_url: page("license_url"),
        notice,
        acquire_url: page("acquire_url"),
        modified: yes("modified"),
        required: yes("required"),
    }
}

/// Gives a known source its proper name and its home page, and an address as source its host.
fn name_source(credit: &mut Credit, base: Option<&SafeUrl>) {
    let short = credit.source.to_ascii_lowercase().replace([' ', '-', '_'], "");
    if let Some((_, name, home)) = SOURCES.iter().find(|(known, ..)| *known == short) {
        credit.source = (*name).to_string();
        credit.source_url = credit.source_url.take().or_else(|| SafeUrl::parse(home, Sink::Page, None).ok());
    } else if credit.source.starts_with("http")
        && let Ok(url) = SafeUrl::parse(&credit.source, Sink::Page, base)
    {
        credit.source = url.host().unwrap_or_default().to_string();
        credit.source_url.get_or_insert(url);
    }
}
