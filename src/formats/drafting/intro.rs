//! What stands before the article.

use crate::{
    formats::{
        bodies::{self, Body},
        envelope::Reading,
        ways::text_of,
        words,
    },
    json::Value,
    model::{Block, Span, plain_text},
    report::NoticeCode,
};

/// What a theme writes behind an excerpt.
const MORE: [&str; 12] = [
    "[…]",
    "[...]",
    "[&hellip;]",
    "Read More »",
    "Read more »",
    "Read More",
    "Read more",
    "Continue reading →",
    "Continue Reading",
    "Continue reading",
    "more »",
    "→",
];

/// The introduction, without what leads to the rest. One that only repeats the beginning of the article says nothing.
pub fn intro(reading: &mut Reading<'_, '_, '_, '_>, body: &[Block]) -> Vec<Span> {
    let Some((way, found)) = reading.find("intro", reading.envelope.intro) else { return Vec::new() };
    let untrusted = text_of(found).unwrap_or_default();
    let place = reading.path.way(way);
    let mut spans = match found {
        Value::List(_) | Value::Map(_) if text_of(found).is_none() => {
            let body = Body::of(found).map(|(_, body)| body);
            words::spans_of(
                &body.map(|body| bodies::read(found, body, None, reading.context, &place)).unwrap_or_default(),
            )
        }
        _ => words::spans(untrusted, reading.context, &place),
    };
    let is_link_to_more = |span: &Span| span.href.is_some() && is_more(&span.text);
    spans.retain(|span| !is_link_to_more(span));
    while let Some(last) = spans.last_mut() {
        let kept = without_more(&last.text).len();
        last.text.truncate(kept);
        if !last.text.trim().is_empty() {
            break;
        }
        spans.pop();
    }
    let words = plain_text(&spans);
    let begin = |text: &str| text.chars().filter(|char| char.is_alphanumeric()).take(80).collect::<String>();
    let own = begin(words.trim_end_matches('…'));
    let article: String = body
        .iter()
        .take(8)
        .map(|block| match block {
            Block::Paragraph(spans) | Block::Heading { content: spans, .. } => plain_text(spans),
            _ => String::new(),
        })
        .collect();
    if own.chars().count() > 20 && begin(&article).starts_with(&own) {
        reading.note(way, NoticeCode::IntroRepeats, "", "it is the beginning of the article");
        return Vec::new();
    }
    spans
}

/// Are these the words of a link to the whole text?
fn is_more(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    ["read more", "continue reading", "more", "weiterlesen", "lire la suite", "leer más", "[…]", "…", "→"]
        .iter()
        .any(|more| text.starts_with(more))
}

/// A text without the signs that there is more.
pub fn without_more(text: &str) -> &str {
    let mut text = text.trim_end();
    while let Some(rest) = MORE.iter().find_map(|more| text.strip_suffix(more)) {
        text = rest.trim_end();
    }
    text
}
