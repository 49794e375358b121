//! HTML without elements that nest too deep, before a parser sees it: 50,000 elements in each other take a browser ten seconds.

use crate::scan::is_one_of;
use std::borrow::Cow;

/// Elements that nest deeper than this are left out, as browsers flatten them (Chromium at 512): parsers take time that grows with
/// the square of it.
const DEPTH: usize = 512;

/// The same of elements that a parser opens again in each paragraph that follows.
const FORMATTING_DEPTH: usize = 64;
const FORMATTING: &str = "b big code em font i s small strike strong tt u";

/// Elements that end by themselves, or where the next of their kind begins: they stand beside each other without end tags.
const OPEN_ENDED: &str = "a nobr p li dt dd td th tr thead tbody tfoot option optgroup colgroup rt rp \
                          area base br col embed hr img input link meta param source track wbr";

/// The text without the tags that stand too deep; their words stay.
pub fn flattened(html: &str) -> Cow<'_, str> {
    if html.bytes().filter(|byte| *byte == b'<').count() < FORMATTING_DEPTH {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    let (mut elements, mut formatting) = (0_usize, 0_usize);
    let mut tags = html.split('<');
    out.push_str(tags.next().unwrap_or_default());
    for tag in tags {
        let name = tag.trim_start_matches('/');
        let end = name.find(|char: char| !char.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name.get(..end).unwrap_or_default().to_ascii_lowercase();
        let (depth, most) =
            if is_one_of(&name, FORMATTING) { (&mut formatting, FORMATTING_DEPTH) } else { (&mut elements, DEPTH) };
        let is_counted = !name.is_empty() && !is_one_of(&name, OPEN_ENDED);
        let is_end = tag.starts_with('/');
        if is_counted && is_end && *depth > 0 {
            *depth -= 1;
        }
        let is_deep = is_counted && *depth >= most;
        if is_counted && !is_end {
            *depth += 1;
        }
        if is_deep {
            out.push_str(tag.split_once('>').map_or("", |(_, words)| words));
        } else {
            out.extend(["<", tag]);
        }
    }
    Cow::Owned(out)
}
