//! The attributes of images: dimensions and `srcset`.

use super::{
    Sink,
    url::{Refusal, SafeUrl},
};
use crate::model::Candidate;

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
    let is_gap = |char: char| char.is_ascii_whitespace() || char == ',';
    let mut rest = untrusted.trim_start_matches(is_gap);
    while !rest.is_empty() {
        let end = rest.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        // A comma at the end of the address closes the candidate; within it, it belongs to the address.
        let (descriptor, next) =
            if address.ends_with(',') { ("", after) } else { after.split_once(',').unwrap_or((after, "")) };
        match candidate(address.trim_end_matches(','), descriptor.trim(), base) {
            Ok(candidate) => kept.extend(candidate),
            Err(refusal) => refused = refused.or(Some(refusal)),
        }
        rest = next.trim_start_matches(is_gap);
    }
    (kept, refused)
}

fn candidate(address: &str, descriptor: &str, base: Option<&SafeUrl>) -> Result<Option<Candidate>, Refusal> {
    let src = SafeUrl::parse(address, Sink::Image, base)?;
    let descriptor = if descriptor.is_empty() { "1x" } else { descriptor };
    // A space or comma in the address would read as the end of a candidate when the attribute is written again.
    let fits = is_descriptor(descriptor) && !src.as_str().contains([' ', ',']);
    Ok(fits.then(|| Candidate { src, descriptor: descriptor.to_string() }))
}

fn is_descriptor(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.len() < 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    match (text.strip_suffix('w'), text.strip_suffix('x')) {
        (Some(width), _) => digits(width),
        (_, Some(density)) => match density.split_once('.') {
            Some((whole, part)) => digits(whole) && digits(part),
            None => digits(density),
        },
        _ => false,
    }
}
