//! The pages of a static site: each element whose post stands in it as JSON is given the HTML of that post, so that it is on the
//! page before any script is.
//!
//! A page is read as text and not as a tree: what is not ours is written back byte by byte.

use super::{Surroundings, render_ahead};
use crate::{
    facts::decoded_references,
    json::Value,
    report::{Failure, Report},
};
use std::borrow::Cow;

/// A page with its posts.
#[derive(Debug, Default)]
pub struct Filled {
    /// The page.
    pub html: String,
    /// The accounts of the posts that were rendered, in their order.
    pub reports: Vec<Report>,
    /// Why a post was not: its element is as it was.
    pub failures: Vec<Failure>,
}

/// The elements and the parts of a post that they show.
const ELEMENTS: [(&str, Option<&str>); 5] = [
    ("backmatter-post", None),
    ("backmatter-body", Some("body")),
    ("backmatter-meta", Some("meta")),
    ("backmatter-gallery", Some("gallery")),
    ("backmatter-similar", Some("similar")),
];

/// Attributes that are options of what is drawn; `src/embed/contract.json` has all.
pub const ATTRIBUTES: [&str; 14] = [
    "format",
    "lang",
    "dir",
    "theme",
    "sections",
    "meta-open",
    "heading-base",
    "base-url",
    "gallery",
    "remote-images",
    "referrer-policy",
    "image-history",
    "shortcuts",
    "app-name",
];

/// Those that say yes unless they say false.
const FLAGS: [&str; 2] = ["meta-open", "shortcuts"];

/// Elements whose content is text: what looks like a tag in it is none.
const TEXTS: [&str; 9] = ["script", "style", "textarea", "title", "xmp", "noscript", "iframe", "noembed", "noframes"];

/// Elements that end a paragraph when they begin, and the paragraph itself.
const BLOCKS: [&str; 30] = [
    "p",
    "div",
    "section",
    "article",
    "aside",
    "main",
    "header",
    "footer",
    "nav",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "dl",
    "table",
    "figure",
    "figcaption",
    "blockquote",
    "pre",
    "details",
    "form",
    "fieldset",
    "address",
    "hr",
    "body",
    "td",
];

/// Elements without an end tag.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Renders the posts of a page into their elements. Elements without a JSON child, with a shadow root or with an instance are left
/// as they are, and so are those that have been filled, those within a paragraph, which an article would end, and those whose
/// images wait for a click: which images are the page's own is not known here.
pub fn fill(page: &str, surroundings: Surroundings) -> Filled {
    let mut filled = Filled::default();
    let (mut at, mut written) = (0, 0);
    let (mut is_in_paragraph, mut is_foreign) = (false, false);
    while let Some(tag) = Tag::next(page, at) {
        let Some((name, sections)) = ELEMENTS.iter().find(|(name, _)| tag.is_start_of(name)) else {
            if BLOCKS.iter().any(|name| tag.is(name)) {
                is_in_paragraph = tag.is_start_of("p");
            }
            if tag.is("svg") || tag.is("math") {
                is_foreign = !tag.is_end && !tag.is_closed();
            }
            // In a drawing a title may be closed by itself.
            at = if is_foreign && tag.is_closed() { tag.end } else { tag.skipped(page) };
            continue;
        };
        // One that does not end holds the rest of the page.
        let Some(content) = Content::read(page, tag.end, name) else { break };
        at = content.end;
        let has = |name| tag.value(name).is_some();
        let waits = tag.value("remote-images").is_some_and(|value| value != "load");
        let is_left = content.is_filled || is_in_paragraph || waits || has("shadow") || has("instance");
        let (Some(script), false) = (content.script, is_left) else { continue };
        match render_ahead(script.text, &options(&tag, *sections), surroundings) {
            Ok(rendered) => {
                // What else stood there was a fallback.
                filled.html += page.get(written..tag.end).unwrap_or_default();
                filled.html += &rendered.html;
                filled.html += script.whole;
                filled.reports.push(rendered.report);
                written = content.end;
            }
            Err(failure) => filled.failures.push(failure),
        }
    }
    filled.html += page.get(written..).unwrap_or_default();
    filled
}

/// The options that an element takes from its attributes.
fn options(tag: &Tag<'_>, sections: Option<&'static str>) -> Value<'static> {
    let own = sections.filter(|_| tag.value("sections").is_none());
    let mut options: Vec<(Cow<'static, str>, Value<'static>)> =
        own.map(|sections| ("sections".into(), Value::Text(sections.into()))).into_iter().collect();
    for name in &ATTRIBUTES {
        let Some(value) = tag.value(name) else { continue };
        let value = if FLAGS.contains(name) { Value::Bool(value != "false") } else { Value::Text(value.into()) };
        options.push((option(name).into(), value));
    }
    Value::Map(options)
}

/// The option that an attribute is: `heading-base` → `headingBase`.
pub fn option(name: &str) -> String {
    let mut words = name.split('-');
    let mut camel = words.next().unwrap_or_default().to_string();
    for word in words {
        camel.extend(word.chars().next().map(|first| first.to_ascii_uppercase()));
        camel += word.get(1..).unwrap_or_default();
    }
    camel
}

/// The JSON child of an element.
#[derive(Clone, Copy)]
struct Script<'p> {
    /// With its tags.
    whole: &'p str,
    text: &'p str,
}

/// What stands in an element.
struct Content<'p> {
    script: Option<Script<'p>>,
    is_filled: bool,
    /// Where its end tag begins.
    end: usize,
}

impl<'p> Content<'p> {
    /// Reads from the end of the start tag to the end tag. `None` where there is none.
    fn read(page: &'p str, from: usize, name: &str) -> Option<Content<'p>> {
        let mut content = Content { script: None, is_filled: false, end: from };
        let (mut at, mut depth) = (from, 0_usize);
        loop {
            let tag = Tag::next(page, at)?;
            if tag.is_end && tag.is(name) {
                content.end = tag.start;
                return Some(content);
            }
            at = tag.skipped(page);
            // With another one of ours in it, it is not clear which post is whose.
            content.is_filled |=
                tag.value("data-bm-fingerprint").is_some() || ELEMENTS.iter().any(|(name, _)| tag.is_start_of(name));
            let is_json = tag.value("type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/json"));
            let is_data = depth == 0 && tag.is_start_of("script") && is_json;
            if tag.is_end {
                depth = depth.saturating_sub(1);
            } else if !tag.is_closed() && !VOID.iter().any(|name| tag.is(name)) {
                depth += 1;
            }
            if is_data && content.script.is_none() && tag.value("data-bm-report").is_none() {
                depth = 0;
                let end = Tag::next(page, at)?;
                content.script =
                    Some(Script { whole: page.get(tag.start..end.end)?, text: page.get(tag.end..end.start)? });
                at = end.end;
            }
        }
    }
}

/// A tag of a page, by the HTML syntax (WHATWG HTML, section 13.1.2).
struct Tag<'p> {
    name: &'p str,
    /// What stands between the name and `>`.
    attributes: &'p str,
    is_end: bool,
    start: usize,
    end: usize,
}

impl<'p> Tag<'p> {
    /// The first one from `at` on; comments are passed over.
    fn next(page: &'p str, mut at: usize) -> Option<Tag<'p>> {
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

    fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    fn is_start_of(&self, name: &str) -> bool {
        !self.is_end && self.is(name)
    }

    /// Does it end in `/>`?
    fn is_closed(&self) -> bool {
        self.attributes.ends_with('/')
    }

    /// Where to read on: behind the tag, or behind the text that follows it.
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
    fn value(&self, name: &str) -> Option<String> {
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

/// Where the `>` of a tag stands; in quotes it is none.
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
