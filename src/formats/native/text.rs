//! Texts of the native format: `"text"` or a list of inlines.

use crate::{
    json::Value,
    lenient::{Context, field, items},
    model::{Mark, Marks, Span},
    policy::{Sink, text},
    report::Path,
};

/// Reads a text. White space at its ends is left out.
pub fn spans(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Span> {
    let mut spans = match value {
        Value::List(inlines) => {
            let inline = |(index, item): (usize, &Value<'_>)| span(item, context, &path.item(index));
            inlines.iter().enumerate().filter_map(inline).collect()
        }
        one => Vec::from_iter(span(one, context, path)),
    };
    if let Some(first) = spans.first_mut() {
        first.text = first.text.trim_start().to_string();
    }
    if let Some(last) = spans.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
    spans.retain(|span| !span.text.is_empty());
    spans
}

fn span(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Span> {
    if !matches!(value, Value::Map(_)) {
        return context.string(value, path).map(|untrusted| Span::plain(text::prose(untrusted)));
    }
    let Some(untrusted) = field(value, &["text"]) else {
        context.notice(path, "left out", "an inline has a text");
        return None;
    };
    Some(Span {
        text: text::prose(context.string(untrusted, &path.key("text"))?),
        marks: field(value, &["marks"]).map(|value| marks(value, context, &path.key("marks"))).unwrap_or_default(),
        href: field(value, &["href"]).and_then(|value| context.url(value, Sink::Link, &path.key("href"))),
    })
}

fn marks(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Marks {
    let mut marks = Marks::default();
    for (index, name) in items(value).iter().enumerate() {
        match context.string(name, &path.item(index)).map(Mark::parse) {
            Some(Some(mark)) => marks = marks.with(mark),
            Some(None) => context.notice(&path.item(index), "mark ignored", "the format has no such mark"),
            None => {}
        }
    }
    marks
}
