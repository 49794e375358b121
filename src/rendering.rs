//! A post as HTML, without a page: for servers, build pipelines and tests. Any accepted input is read.

mod filling;
mod fingerprint;
mod site;

pub use filling::{ATTRIBUTES, Filled, fill, option};
pub use fingerprint::fingerprint;
pub use site::{Neighbours, neighbours, subjects};

use crate::{
    Content, Localizer, Options,
    coerce::field,
    components::{Everything, Post, PostProps},
    formats::{self, Decoded},
    html::Parser,
    json::Value,
    labels::{Locale, of_language},
    model,
    report::{Failure, FailureCode, Need, Notice, NoticeCode, Report, joined, summed},
    tools::{ReadFacts, Whole, converting},
};
use leptos::prelude::RenderHtml;
use std::sync::Arc;

/// The most notices that are written into HTML.
const NOTICES: usize = 50;

/// A post as HTML.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendered {
    /// One element, `<article class="bm-post">`, with all of the post in it.
    pub html: String,
    /// The account of the input.
    pub report: Report,
}

/// The HTML parser and the conventions of a program without a browser.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings {
    /// What parses HTML.
    pub parse_html: Parser,
    /// How numbers and dates are written.
    pub locale: Locale,
}

/// The HTML of a post in any accepted format.
///
/// ```
/// use backmatter::{NATIVE, Options, render};
///
/// let post = r#"{ "title": "Low water", "body": ["The ferry leaves at five."] }"#;
/// let rendered = render(post, &Options::default(), NATIVE)?;
/// assert!(rendered.html.starts_with("<article class=\"bm-post\""));
/// assert!(rendered.report.notices.is_empty());
/// # Ok::<(), backmatter::report::Failure>(())
/// ```
///
/// # Errors
/// When the text is not JSON, is too long, or is no post.
pub fn render(text: &str, options: &Options, surroundings: Surroundings) -> Result<Rendered, Failure> {
    let Decoded { post, report, .. } = read(text, options, surroundings.parse_html)?;
    Ok(Rendered { html: draw(post, options.clone(), surroundings.locale), report })
}

/// Renders HTML that the custom element can hydrate: with a fingerprint, and followed by the report. With the option
/// `src` the element fetches the post from there, so the page need not contain its JSON.
///
/// ```
/// use backmatter::{NATIVE, json::{map, text}, render_ahead};
///
/// let post = r#"{ "title": "Low water", "body": ["The ferry leaves at five."] }"#;
/// let options = map(&mut [("lang", text("de"))]);
/// let rendered = render_ahead(post, &options, NATIVE)?;
/// assert!(rendered.html.contains("data-bm-fingerprint"));
/// # Ok::<(), backmatter::report::Failure>(())
/// ```
///
/// # Errors
/// As above.
pub fn render_ahead(text: &str, given: &Value<'_>, surroundings: Surroundings) -> Result<Rendered, Failure> {
    let Rendered { html, report } = render(text, &Options::read(given), surroundings)?;
    let src = match field(given, "src") {
        Some(Value::Text(src)) => Some(src.as_ref()),
        _ => None,
    };
    // Added to the HTML and not to the tree: a tree that is drawn in the page has no fingerprint.
    let start = ["<article data-bm-fingerprint=\"", &fingerprint(text, src, given), "\""].concat();
    let html = html.replacen("<article", &start, 1) + &report_script(&report);
    Ok(Rendered { html, report })
}

/// The report as a script element of data, with its first notices.
fn report_script(report: &Report) -> String {
    let mut report = report.clone();
    let more = report.notices.len().saturating_sub(NOTICES);
    report.notices.truncate(NOTICES);
    if more > 0 {
        let counted = Notice::new(NoticeCode::MoreNotices, "", &more.to_string(), "50 travel with HTML");
        report.notices.push(Notice { more, ..counted });
    }
    let json = serde_json::to_string(&report).unwrap_or_default().replace('<', "\\u003c");
    ["<script type=\"application/json\" data-bm-report>", &json, "</script>"].concat()
}

/// Reads a post in any accepted format, with all of its facts.
///
/// ```
/// use backmatter::{NATIVE, Options, rendering};
///
/// let wordpress = r#"{ "id": 7, "title": { "rendered": "Low water" }, "content": { "rendered": "<p>At five.</p>" } }"#;
/// let decoded = rendering::read(wordpress, &Options::default(), NATIVE.parse_html)?;
/// assert_eq!(decoded.report.format, "wordpress");
/// assert_eq!(decoded.post.title, "Low water");
/// # Ok::<(), backmatter::report::Failure>(())
/// ```
///
/// # Errors
/// As above.
pub fn read(text: &str, options: &Options, parse_html: Parser) -> Result<Decoded, Failure> {
    let tools = Whole::new(parse_html, ReadFacts::Now);
    match formats::decode(text, options, &tools) {
        Ok(decoded) if !decoded.needs.has(Need::Format) => return Ok(decoded),
        Err(failure) if !is_open(failure.code) => return Err(failure),
        _ => {}
    }
    let converted = formats::convert(text, options, &converting(parse_html))?;
    let native = Options { format: None, ..options.clone() };
    let mut decoded = formats::decode(&converted.text, &native, &tools)?;
    let notices = joined(converted.report.notices, decoded.report.notices);
    decoded.report = Report { notices: summed(notices), ..converted.report };
    Ok(decoded)
}

/// Failures after which the other formats are tried.
const fn is_open(code: FailureCode) -> bool {
    matches!(code, FailureCode::OtherFormat | FailureCode::NotAPost | FailureCode::BadJson)
}

/// The HTML of a post.
///
/// ```
/// use backmatter::{NATIVE, Options, model::Post, rendering};
///
/// let post = Post { title: "Low water".into(), ..Post::default() };
/// assert!(rendering::draw(post, Options::default(), NATIVE.locale).contains("Low water"));
/// ```
pub fn draw(post: model::Post, options: Options, locale: Locale) -> String {
    // Not the server's own language: it is unrelated to the reader's.
    let lang = options.lang.clone().or_else(|| post.lang.clone()).unwrap_or_else(|| "en".into());
    // A page takes the language of its own words from the option, too, and not from the post.
    let labels = options.labels.or(of_language(options.lang.as_deref().unwrap_or_default()));
    let localizer = Localizer { lang, labels, locale };
    let content = Content::new(post, options, localizer, &Everything);
    Post(PostProps { content: Arc::new(content) }).to_html()
}
