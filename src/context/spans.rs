//! Texts of the native format: `"text"` or a list of inlines.

use super::{Context, Fields};
use crate::{
    coerce::items,
    json::Value,
    model::{Dir, Extra, Language, Mark, Marks, Span, trimmed},
    options::is_language,
    policy::{SafeUrl, Sink, text},
    report::{NoticeCode, Path},
};

/// Reads a text. White space at its ends is left out.
pub fn spans(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Span> {
    let many = if let Value::List(inlines) = value { inlines.len() } else { 1 };
    // Exact capacity: a growing vector starts with four, and most texts are one span.
    let mut spans = Vec::with_capacity(many);
    if let Value::List(inlines) = value {
        for (index, item) in inlines.iter().enumerate() {
            span(item, context, &path.item(index), &mut spans);
        }
    } else {
        span(value, context, path, &mut spans);
    }
    trimmed(spans)
}

fn span(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>, into: &mut Vec<Span>) {
    if !matches!(value, Value::Map(_)) {
        return into.push(Span::plain(prose(value, context, path)));
    }
    let mut fields = Fields::new(value, context, path);
    if fields.get("text").is_none() && fields.get("id").is_none() {
        return fields.notice(NoticeCode::InlineDropped, "an inline has a text");
    }
    into.push(Span {
        text: fields.read("text", prose),
        marks: fields.read("marks", marks),
        href: link(&mut fields),
        extra: extra(&mut fields),
    });
}

/// Where something leads.
pub fn link(fields: &mut Fields<'_, '_, '_, '_>) -> Option<SafeUrl> {
    fields.read("href", |value, context, path| context.url(value, Sink::Link, path))
}

fn extra(fields: &mut Fields<'_, '_, '_, '_>) -> Option<Box<Extra>> {
    let extra = Extra { target: fields.line("id"), language: language(fields) };
    (!extra.target.is_empty() || !extra.language.is_empty()).then(|| Box::new(extra))
}

/// The language that an object names, and its direction.
pub fn language(fields: &mut Fields<'_, '_, '_, '_>) -> Language {
    Language {
        lang: fields.word("lang").filter(|tag| is_language(tag)),
        dir: fields.word("dir").and_then(|dir| Dir::parse(&dir)),
    }
}

fn prose(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> String {
    context.string(value, path).map(text::prose).unwrap_or_default()
}

fn marks(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Marks {
    let mut marks = Marks::default();
    for (index, name) in items(value).iter().enumerate() {
        match context.string(name, &path.item(index)).map(Mark::parse) {
            Some(Some(mark)) => marks = marks.with(mark),
            Some(None) => context.notice(&path.item(index), NoticeCode::MarkIgnored, "the format has no such mark"),
            None => {}
        }
    }
    marks
}
