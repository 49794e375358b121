//! The attributes of images: dimensions and `srcset`.

use super::{
    Sink,
    url::{Refusal, SafeUrl},
};
use crate::scan::{cut, is_one_of};

/// One candidate of a `srcset`, made by [`srcset`] alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    src: SafeUrl,
    descriptor: String,
}

impl Candidate {
    /// Its address.
    pub const fn src(&self) -> &SafeUrl {
        &self.src
    }

    /// Its width or density descriptor: digits, a point at most, then `w` or `x`.
    pub fn descriptor(&self) -> &str {
        &self.descriptor
    }
}

/// A dimension in CSS pixels: an integer from 1 to 65,535, `px` allowed. Anything else is no dimension.
pub fn dimension(untrusted: &str) -> Option<u16> {
    let digits = untrusted.trim();
    digits.strip_suffix("px").unwrap_or(digits).parse().ok().filter(|&pixels| pixels > 0)
}

/// The candidates of a `srcset` attribute (HTML Standard, "parse a srcset attribute") whose address and descriptor are
/// allowed; the others are left out, and the first refusal is returned.
pub fn srcset(untrusted: &str, base: Option<&SafeUrl>) -> (Vec<Candidate>, Option<Refusal>) {
    let mut kept = Vec::new();
    let mut refused = None;
    let mut rest = past_gap(untrusted);
    while !rest.is_empty() {
        let (address, after) = cut(rest, b" \t\n\x0C\r");
        let after = after.unwrap_or_default();
        // A comma at the end of the address closes the candidate; within it, it belongs to the address.
        let (descriptor, next) = if address.ends_with(',') { ("", Some(after)) } else { cut(after, b",") };
        match candidate(without_commas(address), descriptor.trim_ascii(), base) {
            Ok(candidate) => kept.extend(candidate),
            Err(refusal) => refused = refused.or(Some(refusal)),
        }
        rest = past_gap(next.unwrap_or_default());
    }
    (kept, refused)
}

/// What follows white space and commas.
fn past_gap(text: &str) -> &str {
    let from = text.bytes().position(|byte| !byte.is_ascii_whitespace() && byte != b',').unwrap_or(text.len());
    text.get(from..).unwrap_or_default()
}

/// An address without the commas behind it.
fn without_commas(mut address: &str) -> &str {
    while let Some(rest) = address.strip_suffix(',') {
        address = rest;
    }
    address
}

fn candidate(address: &str, descriptor: &str, base: Option<&SafeUrl>) -> Result<Option<Candidate>, Refusal> {
    let src = SafeUrl::parse(address, Sink::Image, base)?;
    let descriptor = if descriptor.is_empty() { "1x" } else { descriptor };
    // A space or comma in the address would read as the end of a candidate when the attribute is written again.
    let fits = is_descriptor(descriptor) && cut(src.as_str(), b" ,").1.is_none();
    Ok(fits.then(|| Candidate { src, descriptor: descriptor.to_string() }))
}

fn is_descriptor(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.len() < 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    match (text.strip_suffix('w'), text.strip_suffix('x')) {
        (Some(width), _) => digits(width),
        (_, Some(density)) => {
            let (whole, part) = cut(density, b".");
            digits(whole) && part.is_none_or(digits)
        }
        _ => false,
    }
}

/// Does an address end in an image file extension?
pub fn is_picture(address: &str) -> bool {
    let (path, _) = cut(address, b"?#");
    let end = path.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
    is_one_of(&end, "jpg jpeg png gif webp avif svg")
}
