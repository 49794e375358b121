//! Error messages for input that is not shown.

use super::{
    envelope::Draft,
    envelopes::Format,
    ways::{at, text_of},
};
use crate::{
    json::Value,
    report::{Failure, FailureCode, Path},
};

/// A server error in place of a post: the failure repeats the server's message.
pub fn refused(value: &Value<'_>) -> Result<(), Failure> {
    let word = |way| at(value, way).and_then(text_of);
    let (Some(code), Some(message)) = (word("code"), word("message")) else { return Ok(()) };
    if at(value, "data").is_none() || value.get("title").is_some() || value.get("content").is_some() {
        return Ok(());
    }
    let status = word("data.status").unwrap_or_default();
    let is_closed = matches!(status, "401" | "403") || code.contains("forbidden") || code.contains("password");
    let told = [
        "the server answers with an error and not with a post: ",
        message,
        " (",
        code,
        if status.is_empty() { "" } else { ", " },
        status,
        ")",
    ];
    Err(Failure {
        code: if is_closed { FailureCode::Protected } else { FailureCode::NotAPost },
        message: told.concat(),
    })
}

pub fn not_a_post(reason: &str) -> Failure {
    Failure { code: FailureCode::NotAPost, message: ["the input is no post: ", reason].concat() }
}

/// Fails for a protected post, and for input with neither title nor article.
pub fn is_shown(draft: &Draft<'_>, value: &Value<'_>, format: Option<&Format>, path: &Path<'_>) -> Result<(), Failure> {
    if draft.is_protected {
        let message = "the post is protected: only those with its password, or members, may read it".to_string();
        return Err(Failure { code: FailureCode::Protected, message });
    }
    if !draft.post.title.is_empty() || !draft.post.body.is_empty() {
        return Ok(());
    }
    let envelope = format.map(|format| format.envelope);
    let looked = |ways: &str| {
        ways.split(' ').take(6).map(|way| way.split('=').next().unwrap_or(way)).collect::<Vec<_>>().join(", ")
    };
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
    Err(not_a_post(
        &["it has neither a title (looked for ", title, ") nor an article (", body, "); ", place, " has ", &keys]
            .concat(),
    ))
}
