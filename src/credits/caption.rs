//! The credit in a caption: the whole of it, or its end. What is not surely a credit stays a caption.

use super::phrase::{LONGEST, Phrase, phrase};
use crate::model::{Credit, Span, trimmed};

/// Ends of a caption that are looked at, the longest first.
const ENDS: usize = 8;

/// Separators between a caption and a credit. The first part of each pair belongs to the caption.
const BREAKS: [(&str, &str); 24] = [
    (".", " "),
    ("!", " "),
    ("?", " "),
    ("…", " "),
    (".”", " "),
    (".\"", " "),
    (".)", " "),
    ("。", ""),
    ("", "\n"),
    ("", " | "),
    ("", " — "),
    ("", " – "),
    ("", " - "),
    ("", " · "),
    ("", " • "),
    ("", "; "),
    ("", "，"),
    ("", ", photo by "),
    ("", ", courtesy of "),
    ("", ", credit "),
    ("", ", foto: "),
    ("", ", Foto: "),
    ("", ", Photo: "),
    ("", " /사진"),
];
/// Brackets, and labels that begin with a capital, also start a credit, and belong to it.
const BEFORE: [&str; 12] = [
    " (",
    " [",
    "（",
    " Photo:",
    " Photo by ",
    " Foto:",
    " Fotos:",
    " Image:",
    " Credit:",
    " Bild:",
    " Фото:",
    " Image courtesy of ",
];

/// The caption without its credit, and the credit.
pub(super) fn split(caption: &[Span]) -> Option<(Vec<Span>, Credit)> {
    let text: String = caption.iter().map(|span| span.text.as_str()).collect();
    if text.len() > LONGEST {
        return None;
    }
    let sure = |spans: &[Span]| Some(phrase(spans)).filter(|Phrase { is_sure, .. }| *is_sure).map(|found| found.credit);
    if let Some(credit) = sure(caption) {
        return Some((Vec::new(), credit));
    }
    ends(&text).into_iter().find_map(|(before, from)| {
        let (rest, end) = cut(caption, before, from);
        let credit = sure(&end)?;
        // The name of a source alone is a word of a sentence as well.
        let is_bare =
            credit.creator.is_empty() && credit.license.is_empty() && !text.get(from..)?.starts_with(['(', '[']);
        let is_said = text.get(from..)?.contains([':', '：', '=']) || text.get(from..)?.contains("ourtesy");
        (!rest.is_empty() && (!is_bare || is_said || !credit.notice.is_empty())).then_some((rest, credit))
    })
}

/// Places where a credit may begin: where the caption before it ends, and where the credit begins.
fn ends(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, _) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        // Fast path: most characters begin no separator.
        let may_begin = |words: &str| words.as_bytes().first() == rest.as_bytes().first();
        for (kept, dropped) in BREAKS {
            let begins = if kept.is_empty() { dropped } else { kept };
            let behind = Some(rest)
                .filter(|_| may_begin(begins))
                .and_then(|rest| rest.strip_prefix(kept))
                .filter(|rest| rest.starts_with(dropped));
            if behind.is_some() {
                let gone = dropped.trim_start_matches([',', ' ', '/']).len();
                let gone = if dropped.starts_with(", ") || dropped.starts_with(" /") {
                    dropped.len() - gone
                } else {
                    dropped.len()
                };
                found.push((at + kept.len(), at + kept.len() + gone));
            }
        }
        if let Some(before) = BEFORE.iter().find(|before| may_begin(before) && rest.starts_with(**before)) {
            found.push((at, at + before.len() - before.trim_start().len()));
        }
    }
    let skip = found.len().saturating_sub(ENDS);
    found.split_off(skip)
}

/// The spans up to one byte of their text, and those from another.
fn cut(spans: &[Span], to: usize, from: usize) -> (Vec<Span>, Vec<Span>) {
    let (mut before, mut behind) = (Vec::new(), Vec::new());
    let mut at = 0;
    for span in spans {
        let part = |text: Option<&str>| Span { text: text.unwrap_or_default().to_string(), ..span.clone() };
        let end = at + span.text.len();
        if at < to {
            before.push(part(span.text.get(..to.min(end) - at)));
        }
        if end > from {
            behind.push(part(span.text.get(from.max(at) - at..)));
        }
        at = end;
    }
    (trimmed(before), trimmed(behind))
}
