//! The credit in a caption: the whole of it, or its end. What is not surely a credit stays a caption.

use super::phrase::{LONGEST, Phrase, phrase};
use crate::model::{Credit, Span, trimmed};

/// Ends of a caption that are looked at, the longest first.
const ENDS: usize = 6;

/// What stands in front of a credit at the end of a caption.
const BEFORE: [&str; 16] =
    [". ", "! ", "? ", "… ", "\n", " (", " [", "（", " | ", " — ", " – ", " - ", " · ", ".” ", "; ", "。"];

/// Words in front of which a caption may end without a mark, with the space before them.
const BEGINNINGS: [&str; 14] = [
    " Photo:",
    " Photo by ",
    " Photos by ",
    " Foto:",
    " Image:",
    " Image by ",
    " Credit:",
    " Bild:",
    " Фото:",
    " Crédit ",
    " Courtesy of ",
    " Photo courtesy of ",
    ", courtesy of ",
    ", photo by ",
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
        Some((rest, sure(&end)?))
    })
}

/// Places where a credit may begin: where the caption before it ends, and where the credit begins.
fn ends(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for mark in BEFORE {
        for (at, _) in text.rmatch_indices(mark).take(ENDS) {
            // A full stop belongs to the caption, and a bracket to the credit.
            let kept = if mark.starts_with(['.', '!', '?', '…', '。']) { mark.trim_end().len() } else { 0 };
            let begin = at + mark.len() - if mark.ends_with(['(', '[', '（']) { mark.trim_start().len() } else { 0 };
            found.push((at + kept, begin));
        }
    }
    for beginning in BEGINNINGS {
        found.extend(
            text.rfind(beginning).map(|at| (at, at + beginning.len() - beginning.trim_start_matches([' ', ',']).len())),
        );
    }
    found.sort_unstable_by_key(|(_, begin)| *begin);
    found.dedup_by_key(|(_, begin)| *begin);
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
