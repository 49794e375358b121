//! Runs of text → the native format.

use crate::{
    json::{Value, map, text, url},
    model::{Dir, Extra, Language, Mark, Marks, Span},
};

/// A lone plain span is a text; others are a list of inlines.
pub(super) fn spans(spans: &[Span]) -> Value<'_> {
    match spans {
        [] => Value::Null,
        [only] if is_plain(only) => text(&only.text),
        several => Value::List(several.iter().map(inline).collect()),
    }
}

fn is_plain(span: &Span) -> bool {
    span.href.is_none() && span.marks == Marks::default() && span.extra.is_none()
}

fn inline(span: &Span) -> Value<'_> {
    if is_plain(span) {
        return text(&span.text);
    }
    let marks = Mark::ALL.iter().filter(|(mark, _)| span.marks.has(*mark)).map(|(_, name)| text(name));
    let Extra { target, language } = span.extra.as_deref().unwrap_or(&NO_EXTRA);
    let (lang, dir) = self::language(language);
    map(&mut [
        ("text", text(&span.text)),
        ("marks", Value::List(marks.collect())),
        ("href", url(span.href.as_ref())),
        ("id", text(target)),
        ("lang", lang),
        ("dir", dir),
    ])
}

static NO_EXTRA: Extra = Extra { target: String::new(), language: Language { lang: None, dir: None } };

/// The language and the direction.
pub(super) fn language(language: &Language) -> (Value<'_>, Value<'_>) {
    (text(language.lang.as_deref().unwrap_or_default()), text(language.dir.map_or("", Dir::as_str)))
}
