//! Any accepted input → the native format, as text.

use super::{
    bodies::Body,
    detection::{self, is_body, is_known},
    drafting,
    envelope::{Draft, Reading},
    envelopes::{BODY, FLAT, Format},
    linked, native, oddities,
    page::Page,
    refusals::{is_shown, not_a_post, refused},
    source::Source,
    ways::at,
};
use crate::{
    coerce::field,
    context::{Context, Tools},
    json::{self, Value},
    model::{Block, Post, plain_text},
    options::Options,
    report::{Failure, Notice, NoticeCode, Path, Report, summed},
};

/// How many other posts of a list are compared with the first, at most.
const CANDIDATES: usize = 200;

/// An input in the native format.
#[derive(Clone, Debug, PartialEq)]
pub struct Converted {
    /// The post in the native format.
    pub text: String,
    /// The same post, as a model.
    pub post: Post,
    /// The report on the input.
    pub report: Report,
    /// Where each part of the post comes from: the part, and a path into the input.
    pub mapped: Vec<(&'static str, String)>,
    /// How many posts the input has. Each is a text of its own in [`posts`](super::posts).
    pub posts: usize,
}

/// Reads any accepted input: JSON, JSON Lines, HTML, plain text.
///
/// ```
/// use backmatter::{Options, formats::convert, html, tools::converting};
///
/// let feed = r#"{ "version": "https://jsonfeed.org/version/1.1", "items": [{ "id": "1", "title": "Low water" }] }"#;
/// let converted = convert(feed, &Options::default(), &converting(html::parse))?;
/// assert_eq!(converted.report.format, "jsonfeed");
/// assert_eq!(converted.post.title, "Low water");
/// # Ok::<(), backmatter::report::Failure>(())
/// ```
///
/// # Errors
/// When it is in none of these formats, is too long, is not a post, or is protected.
pub fn convert(text: &str, options: &Options, tools: &dyn Tools) -> Result<Converted, Failure> {
    let source = Source::read(text, options.format.as_deref())?;
    let mut context = Context::new(options, tools, oddities(&source.oddities));
    for line in &source.lost {
        let why = "it is no JSON";
        context.detailed_notice(&Path::Root, NoticeCode::LineDropped, &line.to_string(), why);
    }
    if options.format.as_deref().is_some_and(|name| !is_known(name)) {
        context.notice(&Path::Root, NoticeCode::FormatIgnored, "the format that the host asks for is not known");
    }
    let value = &source.value;
    refused(value)?;
    let found = detection::find(value, options.format.as_deref());
    if found.detection.format.is_empty() {
        return Err(not_a_post(&found.detection.reason));
    }
    let held = at(value, found.way).unwrap_or(value);
    let all: &[Value<'_>] = match held {
        Value::List(posts) if !is_body(&found) => posts,
        one => std::slice::from_ref(one),
    };
    let Some(first) = all.first() else { return Err(not_a_post(&["there are no posts in ", found.way].concat())) };
    let root = Path::Root;
    let way = root.way(found.way);
    let item = way.item(0);
    let path = if std::ptr::eq(first, held) { &way } else { &item };
    let mut mapped = Vec::new();
    let mut draft = match found.format {
        None => of_native(first, &mut context),
        Some(format) => of_format(first, value, format, found.body, &mut context, path, &mut mapped),
    };
    finish(&mut draft);
    is_shown(&draft, first, found.format, path)?;
    if draft.post.body.is_empty() && found.format.is_some() {
        context.notice(path, NoticeCode::BodyMissing, "the input has no text for it, or an empty one");
    }
    let rest = all.iter().enumerate().skip(1);
    add_candidates(rest, found.format.unwrap_or(&FLAT), &mut draft, &mut context, &way);
    let posts = all.len();
    let report = found.detection.report(summed(context.finish()));
    Ok(Converted { text: written(&draft), post: draft.post, report, mapped, posts })
}

/// Reads a list of posts in any format: a list of candidates as JSON text, and notices. `name` is the field that the list is for.
///
/// # Errors
/// When it is not JSON or too long.
pub fn convert_list(
    text: &str,
    name: &str,
    options: &Options,
    tools: &dyn Tools,
) -> Result<(String, Vec<Notice>), Failure> {
    let source = Source::read(text, None)?;
    let mut context = Context::new(options, tools, oddities(&source.oddities));
    let found = detection::find(&source.value, None);
    let path = Path::Root.key(name);
    let way = path.way(found.way);
    let mut draft = Draft::default();
    let posts = match at(&source.value, found.way).unwrap_or(&source.value) {
        Value::List(posts) => posts,
        one => std::slice::from_ref(one),
    };
    add_candidates(posts.iter().enumerate(), found.format.unwrap_or(&FLAT), &mut draft, &mut context, &way);
    let cards = Value::List(draft.candidates.iter().map(native::write_candidate).collect());
    Ok((json::write(&cards), summed(context.finish())))
}

fn of_native<'v, 'a: 'v>(value: &'v Value<'a>, context: &mut Context<'_>) -> Draft<'v> {
    let post = native::post(value, context);
    let meta = field(value, "meta").cloned();
    Draft { post, meta, given: Some(value), ..Draft::default() }
}

fn of_format<'v, 'a: 'v>(
    value: &'v Value<'a>,
    whole: &'v Value<'a>,
    format: &'static Format,
    body: Option<Body>,
    context: &mut Context<'_>,
    path: &Path<'_>,
    mapped: &mut Vec<(&'static str, String)>,
) -> Draft<'v> {
    if let (Value::Text(text), true) = (value, std::ptr::eq(format, &raw const BODY)) {
        let body = body.or_else(|| Body::of(value).map(|(_, body)| body));
        if matches!(body, Some(Body::Html)) {
            return Page::read(text, context, path).into_draft(context, path);
        }
    }
    let (object, inner) = object_of(value, whole, format);
    let steps = path.way(inner);
    let mut reading = Reading {
        envelope: format.envelope,
        object,
        beside: Some(whole),
        context,
        path: &steps,
        mapped: Vec::new(),
        kept: Vec::new(),
    };
    let mut draft = drafting::draft(&mut reading, body);
    // A post that is native but for its body may have candidates.
    draft.given = std::ptr::eq(format, &raw const FLAT).then_some(object);
    *mapped = reading.mapped.iter().map(|(part, way)| (*part, steps.way(way).text())).collect();
    for way in ["yoast_head_json.schema", "schema", "jsonld", "jsonLd", "json_ld"] {
        if let Some(data) = at(object, way) {
            linked::enrich(&mut draft.post, data, context, &steps.way(way));
        }
    }
    draft
}

/// The object where the ways of a format begin, and the way to it.
fn object_of<'v, 'a>(value: &'v Value<'a>, whole: &'v Value<'a>, format: &Format) -> (&'v Value<'a>, &'static str) {
    if format.name == "json-ld" {
        return (linked::article(&linked::nodes(whole)).unwrap_or(value), "");
    }
    let inner = format.envelope.inner;
    match at(value, inner) {
        Some(object @ Value::Map(_)) if !inner.is_empty() => (object, inner),
        _ => (value, ""),
    }
}

/// A post without a title takes it from a level 1 heading at the start of its article.
fn finish(draft: &mut Draft<'_>) {
    let post = &mut draft.post;
    if !post.title.is_empty() {
        return;
    }
    if let Some(Block::Heading { level: 1, content }) = post.body.first() {
        post.title = plain_text(content);
        post.body.remove(0);
    }
}

/// Posts of a list, each with its place: only what their cards need.
fn add_candidates<'v, 'a: 'v>(
    posts: impl Iterator<Item = (usize, &'v Value<'a>)>,
    format: &'static Format,
    draft: &mut Draft<'_>,
    context: &mut Context<'_>,
    path: &Path<'_>,
) {
    let mut left_out = 0;
    for (count, (index, post)) in posts.enumerate() {
        if count >= CANDIDATES {
            left_out += 1;
            continue;
        }
        let (object, inner) = object_of(post, post, format);
        let item = path.item(index);
        match drafting::card(format.envelope, object, context, &item.way(inner)) {
            Some(card) => draft.candidates.push(card),
            None => context.notice(&item, NoticeCode::CardDropped, "it has no title"),
        }
    }
    if left_out > 0 {
        context.detailed_notice(path, NoticeCode::CandidatesDropped, &left_out.to_string(), "two hundred are");
    }
}

/// The native text of a draft.
fn written(draft: &Draft<'_>) -> String {
    let is_given = draft.meta.is_some() || !draft.facts.is_empty();
    let meta = draft.meta.clone().unwrap_or_else(|| Value::Map(draft.facts.clone()));
    let source = Value::Map(if is_given { vec![("meta".into(), meta)] } else { Vec::new() });
    let mut written = native::write(&draft.post, &source);
    native::write_candidates(&mut written, draft.given, draft.candidates.iter());
    json::write(&written)
}
