//! Static pages: each element with its post as a JSON child gets the HTML of that post, so that the post is on the page
//! before any script runs.
//!
//! A page is read as text, not as a tree: everything else is written back byte by byte.

mod tag;

use super::{Surroundings, render_ahead};
use crate::{
    json::Value,
    report::{Failure, Report},
};
use std::borrow::Cow;
use tag::{Tag, Tags};

/// A page with its posts.
#[derive(Debug, Default)]
pub struct Filled {
    /// The page.
    pub html: String,
    /// The reports on the rendered posts, in order.
    pub reports: Vec<Report>,
    /// Why posts were not rendered; their elements are unchanged.
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
pub const ATTRIBUTES: [&str; 15] = [
    "format",
    "lang",
    "dir",
    "theme",
    "align",
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

/// Boolean attributes: true unless the value is `false`.
const FLAGS: [&str; 2] = ["meta-open", "shortcuts"];

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

/// Renders the posts of a page into their elements. It leaves these elements unchanged: without a JSON child, with a
/// shadow root or an instance, already filled, inside a paragraph (an article would end it), and with images that wait
/// for a click (the page's own host is not known here).
///
/// ```
/// use backmatter::{NATIVE, rendering::fill};
///
/// let page = r#"<backmatter-post>
/// <script type="application/json">{ "title": "Low water" }</script>
/// </backmatter-post>"#;
/// let filled = fill(page, NATIVE);
/// assert!(filled.html.contains("<article"));
/// assert!(filled.failures.is_empty());
/// ```
pub fn fill(page: &str, surroundings: Surroundings) -> Filled {
    let mut filled = Filled::default();
    let mut tags = Tags::of(page);
    let (mut written, mut is_in_paragraph) = (0, false);
    while let Some(tag) = tags.next() {
        let Some((name, sections)) = ELEMENTS.iter().find(|(name, _)| tag.is_start_of(name)) else {
            if BLOCKS.iter().any(|name| tag.is(name)) {
                is_in_paragraph = tag.is_start_of("p");
            }
            continue;
        };
        // An element without an end tag holds the rest of the page.
        let Some(content) = Content::read(page, &mut tags, name) else { break };
        let has = |name| tag.value(name).is_some();
        let waits = tag.value("remote-images").is_some_and(|value| value != "load");
        let is_left = content.is_left || is_in_paragraph || waits || has("shadow") || has("instance");
        let (Some(script), false) = (content.script, is_left) else { continue };
        match render_ahead(script.text, &options(&tag, *sections), surroundings) {
            Ok(rendered) => {
                // Other content was a fallback, so it is replaced.
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

/// The option name of an attribute: `heading-base` → `headingBase`.
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

/// The content of an element.
struct Content<'p> {
    script: Option<Script<'p>>,
    /// Is it already filled, or does it contain another of our elements? Then the owner of each post is unclear.
    is_left: bool,
    /// Where its end tag begins.
    end: usize,
}

impl<'p> Content<'p> {
    /// Reads up to the end tag. `None` where there is none.
    fn read(page: &'p str, tags: &mut Tags<'p>, name: &str) -> Option<Content<'p>> {
        let mut content = Content { script: None, is_left: false, end: 0 };
        let mut depth = 0_usize;
        loop {
            let tag = tags.next()?;
            if tag.is_end && tag.is(name) {
                content.end = tag.start;
                return Some(content);
            }
            content.is_left |=
                tag.value("data-bm-fingerprint").is_some() || ELEMENTS.iter().any(|(name, _)| tag.is_start_of(name));
            if depth == 0 && content.script.is_none() && is_data(&tag) {
                let end = tags.next()?;
                content.script =
                    Some(Script { whole: page.get(tag.start..end.end)?, text: page.get(tag.end..end.start)? });
            } else if tag.is_end {
                depth = depth.saturating_sub(1);
            } else if !tag.is_closed() && !VOID.iter().any(|name| tag.is(name)) {
                depth += 1;
            }
        }
    }
}

/// Is it the start tag of a JSON script that is not a report?
fn is_data(tag: &Tag<'_>) -> bool {
    let is_json = tag.value("type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/json"));
    is_json && tag.is_start_of("script") && tag.value("data-bm-report").is_none()
}
