//! Credits as sites write them → [`Credit`]: objects in the words of many services, and lines such as "Photo by A on B".
//!
//! Sources and licences are data ([`sources`], [`licenses`]). [`phrase`] parses a line, [`record`] reads an object, and
//! [`check`] finds what a source or a licence requires and a credit lacks.
//! [`short`] reads only the short form; [`image`] finds the credit in the fields of an image.

mod caption;
mod check;
mod image;
mod licenses;
mod phrase;
mod record;
mod short;
mod sources;

pub use image::credit_of_image;
pub use licenses::{License, license};
pub use phrase::credit_of_line;
pub use short::short_credit_of_image;

use crate::{
    context::Context,
    json::Value,
    model::{Credit, Part, Span, walk},
    policy::{SafeUrl, Sink},
    report::Path,
};
use sources::Source;

/// Reads a credit: an object, or a line of text, which may be HTML.
pub fn read(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Credit {
    let mut credit = match value {
        Value::Map(_) => record::credit(value, context, path),
        Value::Text(line) if line.contains('<') && line.contains('>') => credit_of_line(&spans_of(line, context)),
        _ => credit_of_line(&[Span::plain(context.line(value, path))]),
    };
    complete(&mut credit, context);
    credit
}

/// The credit that a caption is, or that it ends in, and what is left of the caption. `None` for what is not surely a credit.
pub fn credit_in_caption(caption: &[Span], context: &Context<'_>) -> Option<(Vec<Span>, Credit)> {
    let (rest, mut credit) = caption::split(caption)?;
    complete(&mut credit, context);
    Some((rest, credit))
}

/// Gives known sources and licences their proper names and addresses.
fn complete(credit: &mut Credit, context: &Context<'_>) {
    let (base, app_name) = (context.base.as_ref(), &context.options.app_name);
    let is_address = credit.source.starts_with("http://") || credit.source.starts_with("https://");
    if let Some(url) = is_address.then(|| SafeUrl::parse(&credit.source, Sink::Page, base).ok()).flatten() {
        credit.source = url.host().unwrap_or_default().to_string();
        credit.source_url.get_or_insert(url);
    }
    let hosts = [&credit.source_url, &credit.creator_url].map(|url| url.as_ref().and_then(SafeUrl::host));
    let by_host = || hosts.into_iter().flatten().find_map(sources::by_host);
    let known = sources::by_name(&credit.source).or_else(|| credit.source.is_empty().then(by_host).flatten());
    let known = known.or_else(|| sources::by_host(&credit.source));
    if let Some(source) = known {
        credit.source = source.name.to_string();
        if credit.source_url.is_none() {
            credit.source_url = SafeUrl::parse(source.home, Sink::Page, None).ok();
        }
    }
    if let Some(source) = known.filter(|source| source.asks & sources::REFERRAL != 0 && !app_name.is_empty()) {
        refer(credit, source, app_name);
    }
    let named = license(&credit.license).or_else(|| credit.license_url.as_ref().and_then(|url| license(url.as_str())));
    if let Some(license) = named {
        credit.license = license.name;
        if credit.license_url.is_none() {
            credit.license_url = license.url.and_then(|url| SafeUrl::parse(&url, Sink::Page, None).ok());
        }
    }
}

/// Adds the name of the host's application to links, for sources that ask for it.
fn refer(credit: &mut Credit, source: &Source, app_name: &str) {
    for url in [&mut credit.source_url, &mut credit.creator_url].into_iter().flatten() {
        let is_its = url.host().and_then(sources::by_host).is_some_and(|known| known.name == source.name);
        if is_its && !url.as_str().contains("utm_source=") {
            *url = with_referral(url, app_name);
        }
    }
}

/// The same address with `utm_source` and `utm_medium`, before its fragment.
fn with_referral(url: &SafeUrl, app_name: &str) -> SafeUrl {
    let (address, fragment) = url.as_str().split_at(url.as_str().find('#').unwrap_or(url.as_str().len()));
    let mark = if address.contains('?') { "&" } else { "?" };
    let mut name = String::new();
    for byte in app_name.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'_' | b'.' => name.push(char::from(byte)),
            _ => name.extend(["%", &two_digits(byte)]),
        }
    }
    let told = [address, mark, "utm_source=", &name, "&utm_medium=referral", fragment].concat();
    SafeUrl::parse(&told, Sink::Page, None).unwrap_or_else(|_| url.clone())
}

/// A byte as percent-encoding writes it (RFC 3986, section 2.1), without the sign.
fn two_digits(byte: u8) -> String {
    [byte >> 4, byte & 15]
        .map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0').to_ascii_uppercase())
        .iter()
        .collect()
}

/// The text of a line of HTML, with its links. Without a parser the line is taken as it is.
fn spans_of(line: &str, context: &Context<'_>) -> Vec<Span> {
    let Ok((blocks, _)) = context.tools.html(line, context.base.as_ref()) else { return vec![Span::plain(line)] };
    let mut spans = Vec::new();
    walk(&blocks, &mut |part| {
        if let Part::Run(run) = part {
            spans.extend_from_slice(run);
        }
    });
    spans
}
