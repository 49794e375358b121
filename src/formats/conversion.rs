//! Any accepted input → the native format, as text.

use super::{
    bodies::Body,
    detection::{self, Found},
    drafting,
    envelope::{Draft, Reading},
    envelopes::{BODY, Format},
    linked, native, oddities,
    page::Page,
    source::Source,
    ways::at,
};
use crate::{
    coerce::items,
    context::{Context, Tools},
    json::{self, Value},
    model::{Block, Post, plain_text},
    options::Options,
    report::{Failure, FailureCode, NoticeCode, Path, Report, summed},
};

/// The most other posts of a list that are compared with the first.
const CANDIDATES: usize = 200;

/// An input in the native format.
#[derive(Clone, Debug, PartialEq)]
pub struct Converted {
    /// The post in the native format.
    pub text: String,
    /// The same post as the model has it.
    pub post: Post,
    /// The account of the input.
    pub report: Report,
    /// Where each part of the post comes from: the part, and a path into the input.
    pub mapped: Vec<(&'static str, String)>,
    /// How many posts the input has. Each is a text of its own in [`super::posts`].
    pub posts: usize,
}

/// Reads any accepted input: JSON, JSON Lines, HTML, plain text.
///
/// # Errors
/// When it is none of them, is too long, is no post, or is one that only some may read.
pub fn convert(text: &str, options: &Options, tools: &dyn Tools) -> Result<Converted, Failure> {
    let source = Source::read(text, options.format.as_deref())?;
    let mut context = Context::new(options, tools, oddities(&source.oddities));
    for line in &source.lost {
        let why = "it is no JSON";
        context.detailed_notice(&Path::Root, NoticeCode::LineDropped, &line.to_string(), why);
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
    let rest = all.get(1..).unwrap_or_default();
    candidates(rest, found.format, &mut draft, &mut context, &way);
    let posts = all.len();
    let report = found.detection.report(summed(context.finish()));
    Ok(Converted { text: written(&draft), post: draft.post, report, mapped, posts })
}

/// Is the list itself the body, and not one of posts?
fn is_body(found: &Found) -> bool {
    found.format.is_some_and(|format| std::ptr::eq(format, &raw const BODY))
}

/// An error of the server in place of a post says what it says.
fn refused(value: &Value<'_>) -> Result<(), Failure> {
    let word = |way| at(value, way).and_then(super::ways::text_of);
    let (Some(code), Some(message)) = (word("code"), word("message")) else { return Ok(()) };
    if at(value, "data").is_none() || value.get("title").is_some() || value.get("content").is_some() {
        return Ok(());
    }
    let status = word("data.status").unwrap_or_default();
    let is_closed = matches!(status, "401" | "403") || code.contains("forbidden") || code.contains("password");
    let told = ["the server answers with an error and not with a post: ", message, " (", code, if status.is_empty() { "" } else { ", " }, status, ")"];
    Err(Failure { code: if is_closed { FailureCode::Protected } else { FailureCode::NotAPost }, message: told.concat() })
}

fn not_a_post(reason: &str) -> Failure {
    Failure { code: FailureCode::NotAPost, message: ["the input is no post: ", reason].concat() }
}

fn of_native<'v, 'a: 'v>(value: &'v Value<'a>, context: &mut Context<'_>) -> Draft<'v> {
    let post = native::post(value, context);
    let facts = match crate::coerce::field(value, "meta") {
        Some(Value::Map(entries)) => entries.iter().map(|(key, value)| (key.clone(), value.clone())).collect(),
        _ => Vec::new(),
    };
    Draft { post, facts, ..Draft::default() }
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
        if !matches!(body, Some(Body::Text)) && matches!(Body::of(value), Some((_, Body::Html))) || matches!(body, Some(Body::Html)) {
            return Page::read(text, context, path).into_draft(context, path);
        }
    }
    let (object, inner) = object_of(value, whole, format);
    let steps = path.way(inner);
    let mut reading =
        Reading { envelope: format.envelope, object, beside: Some(whole), context, path: &steps, mapped: Vec::new(), kept: Vec::new() };
    let mut draft = drafting::draft(&mut reading, body);
    *mapped = reading.mapped.iter().map(|(part, way)| (*part, steps.way(way).text())).collect();
    for way in ["yoast_head_json.schema", "schema", "jsonld", "jsonLd", "json_ld"] {
        if let Some(data) = at(object, way) {
            linked::enrich(&mut draft.post, data, context, &steps.way(way));
        }
    }
    draft
}

/// The object that the ways of a format begin at, and the way to it.
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

/// A post whose title is the first heading of its article.
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

/// A post of which neither title nor article can be shown is none.
fn is_shown(draft: &Draft<'_>, value: &Value<'_>, format: Option<&Format>, path: &Path<'_>) -> Result<(), Failure> {
    if draft.is_protected {
        let message = "the post is protected: only those with its password, or members, may read it".to_string();
        return Err(Failure { code: FailureCode::Protected, message });
    }
    if !draft.post.title.is_empty() || !draft.post.body.is_empty() {
        return Ok(());
    }
    let envelope = format.map(|format| format.envelope);
    let looked = |ways: &str| ways.split(' ').take(6).map(|way| way.split('=').next().unwrap_or(way)).collect::<Vec<_>>().join(", ");
    let title = envelope.map_or("title".to_string(), |envelope| looked(envelope.title));
    let body = envelope.map_or("body".to_string(), |envelope| looked(envelope.body));
    let keys = match value {
        Value::Map(entries) => entries.iter().take(8).map(|(key, _)| key.as_ref()).collect::<Vec<_>>().join(", "),
        other => other.shape().to_string(),
    };
    let place = path.text();
    let place = if place.is_empty() { "the input" } else { &place };
    let title = if title.is_empty() { "a first heading" } else { &title };
    let body = if body.is_empty() { "words in any of its parts" } else { &body };
    Err(not_a_post(&["it has neither a title (looked for ", title, ") nor an article (", body, "); ", place, " has ", &keys].concat()))
}

/// The other posts of a list, as far as their cards go.
fn candidates(rest: &[Value<'_>], format: Option<&'static Format>, draft: &mut Draft<'_>, context: &mut Context<'_>, path: &Path<'_>) {
    let format = format.unwrap_or(&super::envelopes::FLAT);
    for (index, other) in rest.iter().take(CANDIDATES).enumerate() {
        let (object, inner) = object_of(other, other, format);
        let item = path.item(index + 1);
        draft.candidates.extend(drafting::card(format.envelope, object, context, &item.way(inner)));
    }
    if rest.len() > CANDIDATES {
        let many = (rest.len() - CANDIDATES).to_string();
        context.detailed_notice(path, NoticeCode::CandidatesDropped, &many, "two hundred are");
    }
}

fn written(draft: &Draft<'_>) -> String {
    let meta = Value::Map(vec![("meta".into(), Value::Map(draft.facts.clone()))]);
    let mut written = native::write(&draft.post, &meta);
    if let Value::Map(entries) = &mut written {
        if !draft.candidates.is_empty() {
            let cards = draft.candidates.iter().map(native::write_card).collect();
            entries.push(("candidates".into(), Value::List(cards)));
        }
        entries.retain(|(key, value)| key != "meta" || matches!(value, Value::Map(facts) if !facts.is_empty()));
    }
    json::write(&written)
}

/// The posts of an input, each as a text that is read like the whole: a list, a feed, a response with several.
///
/// # Errors
/// When the input cannot be read.
pub fn posts(text: &str, options: &Options) -> Result<Vec<String>, Failure> {
    let source = Source::read(text, options.format.as_deref())?;
    let value = &source.value;
    refused(value)?;
    let found = detection::find(value, options.format.as_deref());
    let held = at(value, found.way).unwrap_or(value);
    match held {
        Value::Text(_) => Ok(vec![text.to_string()]),
        Value::List(all) if !is_body(&found) => Ok(all.iter().map(|one| alone(value, found.way, one)).collect()),
        _ => Ok(vec![json::write(value)]),
    }
}

/// The whole with one post in place of all; what stands beside them stays, but for what is long.
fn alone(whole: &Value<'_>, way: &str, post: &Value<'_>) -> String {
    let key = way.split('.').next().unwrap_or(way);
    match whole {
        Value::Map(entries) if way == key => {
            let kept = entries.iter().filter(|(name, value)| name == key || is_short(value));
            let kept = kept.map(|(name, value)| {
                (name.clone(), if name == key { Value::List(vec![post.clone()]) } else { value.clone() })
            });
            json::write(&Value::Map(kept.collect()))
        }
        _ => json::write(post),
    }
}

fn is_short(value: &Value<'_>) -> bool {
    match value {
        Value::List(all) => all.len() < 50,
        Value::Map(entries) => entries.iter().all(|(_, value)| items(value).len() < 500),
        _ => true,
    }
}
