//! Which format an input is in, how surely, and why.

use super::{
    Detection,
    bodies::Body,
    envelopes::{self, BODY, FLAT, Format},
    marks::{Bearer, Mark, mark_of},
    native,
    ways::{at, first, says},
};
use crate::{
    coerce::field,
    json::Value,
    scan::{is_one_of, joined, parts},
};

/// A detected format, and where its posts are.
pub struct Found {
    /// For the report.
    pub detection: Detection,
    /// How it is read; `None` for the native format.
    pub format: Option<&'static Format>,
    /// The way to the post, or to the list of posts.
    pub way: &'static str,
    /// The body format that the host names.
    pub body: Option<Body>,
}

/// The format of `value`. A format that the host names wins over detection.
pub fn find(value: &Value<'_>, asked: Option<&str>) -> Found {
    match asked {
        Some(name) if !name.starts_with("backmatter") => forced(value, name).unwrap_or_else(|| detected(value)),
        _ => detected(value),
    }
}

fn found(name: &'static str, sure: u8, reason: String, format: Option<&'static Format>, way: &'static str) -> Found {
    let detection = Detection { format: name, confidence: f64::from(sure) / 100.0, reason };
    Found { detection, format, way, body: None }
}

/// Is there a format of this name?
pub fn is_known(name: &str) -> bool {
    name.starts_with("backmatter") || envelopes::named(name).is_some() || Body::named(name).is_some()
}

/// The format that the host names, if it is known.
fn forced(value: &Value<'_>, name: &str) -> Option<Found> {
    let reason = String::from("the host says so");
    let body = Body::named(name);
    if let Some(format) = envelopes::named(name).filter(|_| !bears(value, name, body)) {
        return Some(found(format.name, 100, reason, Some(format), way_of(value, format)));
    }
    let body = body?;
    let known =
        super::bodies::BODIES.iter().find(|(known, _)| *known == name).map_or("contentful", |(known, _)| *known);
    let is_flat =
        matches!(value, Value::Map(_)) && first(value, FLAT.envelope.body).is_some() && !bears(value, name, Some(body));
    let format = if is_flat { &FLAT } else { &BODY };
    Some(Found { body: Some(body), ..found(known, 100, reason, Some(format), "") })
}

/// Is the value itself the body of the format that the host names?
fn bears(value: &Value<'_>, name: &str, body: Option<Body>) -> bool {
    body.is_some() && mark_of(value).is_some_and(|mark| mark.format == name && mark.bearer == Bearer::Alone)
}

fn detected(value: &Value<'_>) -> Found {
    if let Value::Text(_) = value {
        return match Body::of(value) {
            Some((name, _)) => found(
                name,
                60,
                ["it is a text that ", if name == "html" { "begins and ends as HTML does" } else { "is no JSON" }]
                    .concat(),
                Some(&BODY),
                "",
            ),
            None => found("", 0, "it is an empty text".into(), None, ""),
        };
    }
    if let Some(mark) = mark_of(value) {
        return by_mark(value, mark);
    }
    if let Value::List(items) = value {
        let Some(first @ Value::Map(_)) = items.first() else {
            let is_text = matches!(items.first(), Some(Value::Text(_)));
            return if is_text {
                found("text", 30, "it is a list of texts".into(), Some(&BODY), "")
            } else {
                nothing(value)
            };
        };
        let begin = ["the first of ", &items.len().to_string(), ": "].concat();
        let inner = detected(first);
        let reason = [&begin, inner.detection.reason.as_str()].concat();
        return Found { detection: Detection { reason, ..inner.detection }, ..inner };
    }
    by_names(value)
}

fn by_mark(value: &Value<'_>, mark: &'static Mark) -> Found {
    if mark.format == native::NAME {
        return found(native::NAME, mark.sure, "it names its format".into(), None, "");
    }
    let format = match mark.bearer {
        Bearer::Around => envelopes::named(mark.format).unwrap_or(&FLAT),
        Bearer::Alone => &BODY,
        Bearer::Within => &FLAT,
    };
    found(mark.format, mark.sure, mark.reason(), Some(format), way_of(value, format))
}

fn way_of(value: &Value<'_>, format: &Format) -> &'static str {
    let leads = |way: &&str| matches!(at(value, way), Some(Value::Map(_) | Value::List(_)));
    parts(format.posts, b" ").filter(|way| !way.is_empty()).find(leads).unwrap_or_default()
}

/// An object without marks: native, or an object of any site.
fn by_names(value: &Value<'_>) -> Found {
    let native = super::detect(value, None);
    let body = body_in(value);
    let title = first(value, FLAT.envelope.title).map(|(way, _)| way);
    let is_native = field(value, "body").is_none_or(may_be_native);
    if let Some((way, name)) = body.filter(|(way, _)| !is_native || *way != "body") {
        return flat(name, way, title);
    }
    if !native.format.is_empty() && (title.is_some_and(|way| way == "title") || field(value, "body").is_some()) {
        return Found { detection: native, ..found(native::NAME, 0, String::new(), None, "") };
    }
    if let Some((way, name)) = body {
        return flat(name, way, title);
    }
    for way in parts(FLAT.posts, b" ") {
        let Some(inner) = at(value, way).filter(|inner| matches!(inner, Value::Map(_) | Value::List(_)) && says(inner))
        else {
            continue;
        };
        let within = detected(inner);
        if !within.detection.format.is_empty() && within.way.is_empty() {
            let reason = ["under ", way, ": ", &within.detection.reason].concat();
            return Found { detection: Detection { reason, ..within.detection }, way, ..within };
        }
    }
    if !native.format.is_empty() {
        return Found { detection: native, ..found(native::NAME, 0, String::new(), None, "") };
    }
    nothing(value)
}

/// The first field of a flat object that is a body, and the name of what it is written in.
fn body_in(value: &Value<'_>) -> Option<(&'static str, &'static str)> {
    if !matches!(value, Value::Map(_)) {
        return None;
    }
    parts(FLAT.envelope.body, b" ").find_map(|way| Some((way, Body::of(at(value, way)?)?.0)))
}

/// May a `body` be in the native format, even with errors in it?
fn may_be_native(body: &Value<'_>) -> bool {
    match (Body::of(body), body) {
        (Some((_, body)), _) => matches!(body, Body::Native | Body::Text),
        (None, Value::Map(_)) => body.get("type").is_some(),
        (None, _) => true,
    }
}

fn flat(name: &'static str, way: &'static str, title: Option<&'static str>) -> Found {
    let named = title.map(|title| [", and a title in ", title].concat()).unwrap_or_default();
    let sure = if title.is_some() { 70 } else { 40 };
    let what = if is_one_of(name, "html text") {
        ["it has a text in "].concat()
    } else {
        ["it has blocks of ", name, " in "].concat()
    };
    found(name, sure, [&what, way, &named].concat(), Some(&FLAT), "")
}

/// No format was found; the reason describes the value.
fn nothing(value: &Value<'_>) -> Found {
    let keys = match value {
        Value::Map(entries) if entries.is_empty() => ", an object without keys".to_string(),
        Value::Map(entries) => {
            let mut keys =
                entries.iter().take(8).map(|(key, _)| key.get(..key.floor_char_boundary(40)).unwrap_or_default());
            [", an object with ", &joined(&mut keys, ", ")].concat()
        }
        Value::List(items) if items.is_empty() => ", an empty list".to_string(),
        Value::List(_) => ", a list".to_string(),
        _ => String::new(),
    };
    let reason = ["it is ", value.shape(), if keys.is_empty() { "" } else { &keys }].concat();
    found("", 0, reason.replace("it is an object, ", "it is ").replace("it is a list, ", "it is "), None, "")
}

/// Is the list itself the body, and not a list of posts?
pub fn is_body(found: &Found) -> bool {
    found.format.is_some_and(|format| std::ptr::eq(format, &raw const BODY))
}
