//! JSON → [`Post`]: detects the format and hands the value to it.

mod bodies;
mod conversion;
mod detection;
mod drafting;
mod envelope;
mod envelopes;
mod linked;
mod marks;
mod native;
mod page;
mod pictures;
mod refusals;
mod source;
mod splitting;
mod ways;
mod words;

pub use conversion::{Converted, convert, convert_list};
pub use native::{Comparison, compare, facts, is_address, write, write_candidates, write_card};
pub use splitting::{identify, identify_value, posts, proper_name};

use crate::{
    coerce::field,
    context::{Context, Tools},
    json::{self, Document, OddityKind, Value},
    model::Post,
    options::Options,
    report::{Failure, FailureCode, Need, Needs, Notice, NoticeCode, Path, Report},
    scan::{joined, length, parts},
};

/// Characters of one input, at most. For inputs without `src` the JavaScript side limits this to a quarter.
pub const TEXT_LIMIT: usize = 64_000_000;

/// A format, how surely it is this one, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Detection {
    /// The name of the format; empty when the input is no post.
    pub format: &'static str,
    /// 0 to 1.
    pub confidence: f64,
    /// The evidence for it.
    pub reason: String,
}

impl Detection {
    /// The report on an input in this format.
    pub fn report(self, notices: Vec<Notice>) -> Report {
        Report { format: self.format.to_string(), confidence: self.confidence, reasons: vec![self.reason], notices }
    }
}

/// A post that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The post.
    pub post: Post,
    /// The account of its input.
    pub report: Report,
    /// What the input needs and the program that read it lacks.
    pub needs: Needs,
}

/// Reads one post from JSON text.
///
/// ```
/// use backmatter::{Options, decode, html, tools::{ReadFacts, Whole}};
///
/// let tools = Whole::new(html::parse, ReadFacts::Now);
/// let decoded = decode(r#"{ "title": "Low water", "meta": { "crew": ["Ines", "Tom"] } }"#, &Options::default(), &tools)?;
/// assert_eq!(decoded.post.title, "Low water");
/// assert_eq!(decoded.report.format, "backmatter/1");
/// # Ok::<(), backmatter::report::Failure>(())
/// ```
///
/// # Errors
/// When the text is not JSON, is too long, or is no post.
pub fn decode(text: &str, options: &Options, tools: &dyn Tools) -> Result<Decoded, Failure> {
    decode_document(&document(text)?, options, tools)
}

/// Reads one post from JSON that has been read.
///
/// # Errors
/// When it is no post.
pub fn decode_document(document: &Document<'_>, options: &Options, tools: &dyn Tools) -> Result<Decoded, Failure> {
    let notices = oddities(&document.oddities);
    let mut context = Context::new(options, tools, notices);
    let value = only_post(&document.value);
    if matches!(&document.value, Value::List(posts) if posts.len() > 1) {
        context.notice(&Path::Root, NoticeCode::OnlyFirstPost, "the input is a list of posts");
    }
    if is_other_format(value, options.format.as_deref()) {
        context.needs.add(Need::Format);
        let needs = context.needs;
        return Ok(Decoded { post: Post::default(), report: Report::default(), needs });
    }
    let detection = detect(value, options.format.as_deref());
    if detection.format.is_empty() {
        let message = ["the JSON is no post: ", &detection.reason].concat();
        return Err(Failure { code: FailureCode::NotAPost, message });
    }
    let post = native::post(value, &mut context);
    let needs = context.needs;
    Ok(Decoded { post, report: detection.report(context.finish()), needs })
}

/// Does it, or may it, need the program that reads all formats? A format that the host names decides.
fn is_other_format(post: &Value<'_>, asked: Option<&str>) -> bool {
    asked.map_or_else(|| native::is_foreign(post), |asked| !asked.starts_with("backmatter"))
}

/// Reads JSON text within the limits.
///
/// # Errors
/// When it is not JSON or too long.
pub fn document(text: &str) -> Result<Document<'_>, Failure> {
    if text.len() > TEXT_LIMIT && length(text) > TEXT_LIMIT {
        let message = String::from("the text is longer than 64 million characters");
        return Err(Failure { code: FailureCode::TooLarge, message });
    }
    json::read(text).map_err(|error| Failure { code: FailureCode::BadJson, message: error.message() })
}

/// Which format `value` is in. A format that the host names is not checked.
///
/// ```
/// use backmatter::{formats::detect, json};
///
/// let post = json::read(r#"{ "title": "Low water", "body": "At five." }"#)?;
/// assert_eq!(detect(&post.value, None).format, "backmatter/1");
/// # Ok::<(), json::Error>(())
/// ```
pub fn detect(value: &Value<'_>, asked: Option<&str>) -> Detection {
    let detection = |format, confidence, reason| Detection { format, confidence, reason };
    if !matches!(value, Value::Map(_)) {
        return detection("", 0.0, ["it is ", value.shape()].concat());
    }
    if let Some(Value::Text(name)) = value.get("format")
        && name.starts_with("backmatter/")
    {
        return detection(native::NAME, 1.0, "it names its format".into());
    }
    let has = |name: &&str| field(value, name).is_some();
    let reason = joined(&mut parts(native::FIELDS, b" ").filter(has), ", ");
    // A date or an address alone is no post.
    if !parts(native::FIELDS, b" ").take(native::SHOWN).any(|name| has(&name)) {
        return detection("", 0.0, "it has no field of a post".into());
    }
    let confidence = match asked {
        Some(_) => 1.0,
        None if ["title", "body"].iter().all(|name| field(value, name).is_some()) => 0.9,
        None => 0.5,
    };
    detection(native::NAME, confidence, ["it has ", &reason].concat())
}

/// The post itself, or the first one of a list of posts.
pub fn only_post<'v, 'a>(value: &'v Value<'a>) -> &'v Value<'a> {
    match value {
        Value::List(posts) => posts.first().filter(|first| matches!(first, Value::Map(_))).unwrap_or(value),
        _ => value,
    }
}

/// The notices on what was odd about a text.
pub(crate) fn oddities(oddities: &[json::Oddity]) -> Vec<Notice> {
    let notice = |oddity: &json::Oddity| {
        let (code, why) = match oddity.kind {
            OddityKind::ByteOrderMark => (NoticeCode::ByteOrderMark, "JSON text does not begin with one"),
            OddityKind::LoneSurrogate => (NoticeCode::LoneSurrogate, "a \\u escape is half of a character"),
            OddityKind::TooDeep => (NoticeCode::TooDeep, "values nest 128 levels at most"),
            OddityKind::TooMany => (NoticeCode::TooManyValues, "an input has 2,000,000 values at most"),
        };
        Notice::new(code, &oddity.at.text(), "", why)
    };
    oddities.iter().map(notice).collect()
}
