//! The tags of a page, one after the other, by the HTML syntax.

use crate::facts::decoded_references;

/// Elements with raw text: their content holds no tags.
const TEXTS: [&str; 9] = ["script", "style", "textarea", "title", "xmp", "noscript", "iframe", "noembed", "noframes"];

/// Iterates over the tags of a page. Skips what only looks like a tag, in comments and in raw text.
pub(super) struct Tags<'p> {
    page: &'p str,
    at: usize,
    /// Inside SVG or `MathML`, a raw text element may be self-closing: `<title/>`.
    is_foreign: bool,
}

impl<'p> Tags<'p> {
    pub const fn of(page: &'p str) -> Tags<'p> {
        Tags { page, at: 0, is_foreign: false }
    }
}

impl<'p> Iterator for Tags<'p> {
    type Item = Tag<'p>;

    fn next(&mut self) -> Option<Tag<'p>> {
        let tag = first(self.page, self.at)?;
        if tag.is("svg") || tag.is("math") {
            self.is_foreign = !tag.is_end && !tag.is_closed();
        }
        self.at = if self.is_foreign && tag.is_closed() { tag.end } else { tag.skipped(self.page) };
        Some(tag)
    }
}

/// A tag of a page, by the HTML syntax (WHATWG HTML, section 13.1.2).
pub(super) struct Tag<'p> {
    name: &'p str,
    /// The text between the name and `>`.
    attributes: &'p str,
    pub is_end: bool,
    /// The position of `<`.
    pub start: usize,
    /// The position after `>`.
    pub end: usize,
}

impl Tag<'_> {
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    pub fn is_start_of(&self, name: &str) -> bool {
        !self.is_end && self.is(name)
    }

    /// Does it end in `/>`?
    pub fn is_closed(&self) -> bool {
        self.attributes.ends_with('/')
    }

    /// Where to continue: after the tag, or after its raw text.
    fn skipped(&self, page: &str) -> usize {
        if self.is_end || !TEXTS.iter().any(|name| self.name.eq_ignore_ascii_case(name)) {
            return self.end;
        }
        let text = page.get(self.end..).unwrap_or_default();
        let is_end = |at: &usize| {
            let rest = text.as_bytes().get(at + 2..).unwrap_or_default();
            let behind =
                rest.get(self.name.len()).is_none_or(|byte| byte.is_ascii_whitespace() || b"/>".contains(byte));
            behind
                && rest.len() >= self.name.len()
                && rest.iter().zip(self.name.bytes()).all(|(one, other)| one.eq_ignore_ascii_case(&other))
        };
        let end = text.match_indices("</").map(|(at, _)| at).find(is_end);
        self.end + end.unwrap_or(text.len())
    }

    /// The value of an attribute, with its character references decoded.
    pub fn value(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|char: char| char.is_ascii_whitespace() || char == '/');
            let length =
                rest.find(|char: char| char.is_ascii_whitespace() || matches!(char, '/' | '=')).unwrap_or(rest.len());
            let (found, behind) = rest.split_at(length);
            if found.is_empty() && behind.is_empty() {
                return None;
            }
            let (value, after) = match behind.trim_start().strip_prefix('=') {
                Some(value) => value_of(value.trim_start()),
                None => ("", behind),
            };
            if found.eq_ignore_ascii_case(name) {
                let value = value.replace("\r\n", "\n").replace('\r', "\n");
                return Some(decoded_references(&value).unwrap_or(value));
            }
            rest = after;
        }
    }
}

/// The position of the `>` that ends a tag; a `>` in quotes does not count.
fn end_of(attributes: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in attributes.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (None, b'>') => return Some(at),
            // Elsewhere a quote is a part of a name or of a value without quotes.
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    None
}

/// An attribute's value and what follows it.
fn value_of(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    text.split_at(text.find(|char: char| char.is_ascii_whitespace()).unwrap_or(text.len()))
}

/// The first tag from `at` on; comments are skipped.
fn first(page: &str, mut at: usize) -> Option<Tag<'_>> {
    loop {
        let start = at + page.get(at..)?.find('<')?;
        let rest = page.get(start + 1..)?;
        if let Some(comment) = rest.strip_prefix("!--") {
            let end = ["-->", "--!>"].iter().filter_map(|end| comment.find(end)).min()?;
            at = start + "<!--".len() + end;
            continue;
        }
        // A declaration, or what is read like one.
        if rest.starts_with(['!', '?']) {
            at = start + rest.find('>')?;
            continue;
        }
        let is_end = rest.starts_with('/');
        let name_start = start + 1 + usize::from(is_end);
        let named = page.get(name_start..)?;
        if !named.starts_with(|first: char| first.is_ascii_alphabetic()) {
            at = start + 1;
            continue;
        }
        let name_length = named.find(|char: char| char.is_ascii_whitespace() || matches!(char, '/' | '>'))?;
        let (name, behind) = named.split_at(name_length);
        let length = end_of(behind)?;
        let attributes = behind.get(..length)?;
        return Some(Tag { name, attributes, is_end, start, end: name_start + name_length + length + 1 });
    }
}
