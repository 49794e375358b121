//! Removes tags that nest too deep before a parser sees them: 50,000 nested elements take a browser ten seconds.

use crate::scan::is_one_of;
use std::borrow::Cow;

/// Deeper elements are left out: parsing time grows with the square of the depth. Browsers flatten them too
/// (Chromium at 512).
const DEPTH: usize = 512;

/// The limit for formatting elements, which a parser reopens in each following paragraph.
const FORMATTING_DEPTH: usize = 64;
const FORMATTING: &str = "b big code em font i s small strike strong tt u";

/// Void elements, and elements that end where the next of their kind begins: without end tags they are siblings.
const OPEN_ENDED: &str = "a nobr p li dt dd td th tr thead tbody tfoot option optgroup colgroup rt rp \
                          area base br col embed hr img input link meta param source track wbr";

/// The text without the tags that are too deep; their contents stay.
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
