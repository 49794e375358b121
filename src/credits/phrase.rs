//! A line of credit, taken apart: "Photo by A on B", "Foto: A / B", "© 2024 A", "A, CC BY 2.0, via B".

mod words;

use super::{licenses, sources};
use crate::{
    model::{Credit, Span},
    policy::SafeUrl,
};
use words::{BETWEEN, CREATOR, SOURCE};

/// Bytes of a line that is taken apart; a longer one is no credit but a text.
const LONGEST: usize = 1_000;

/// What a line of credit says. What is not understood stays a source, as it is written.
pub fn credit_of_line(spans: &[Span]) -> Credit {
    let line = spans.iter().map(|span| span.text.as_str()).collect::<String>();
    let mut credit = Credit::default();
    if line.len() > LONGEST {
        credit.source = line.trim().to_string();
        return credit;
    }
    let mut line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((place, license)) = licenses::within(&line) {
        credit.license = license.name;
        line.replace_range(place, " ");
    }
    let text = tidy(&line);
    if let Some(notice) = notice(&text) {
        credit.notice = notice.to_string();
    } else {
        names(&text, &mut credit);
    }
    links(spans, &mut credit);
    credit
}

/// Does a line begin as a credit does?
pub fn is_credited(line: &str) -> bool {
    begins(line, CREATOR).is_some() || begins(line, SOURCE).is_some()
}

/// What is left where something was taken out.
const LEFT_OVER: [(&str, &str); 5] = [("( )", ""), ("()", ""), ("under ,", ","), (", ,", ","), (" ,", ",")];

/// Without the marks that are left where something was taken out.
fn tidy(line: &str) -> String {
    let joined = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut text = licenses::replaced(&joined, &LEFT_OVER);
    loop {
        let trimmed = text.trim_matches([' ', ',', ';', '|', '·', '.', '/', '–', '—', '-']);
        let trimmed = ["licensed under", "license:", "licence:", "lizenz:", "licence :", "under"]
            .iter()
            .find_map(|words| strip_suffix(trimmed, words))
            .unwrap_or(trimmed);
        let trimmed = trimmed.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(trimmed);
        if trimmed.len() == text.len() {
            return text;
        }
        text = trimmed.to_string();
    }
}

/// A line that claims a right, as it is written.
fn notice(text: &str) -> Option<&str> {
    let folded = text.to_ascii_lowercase();
    let claims = text.starts_with('©') || folded.starts_with("(c) ") || folded.starts_with("copyright");
    claims.then_some(text)
}

fn names(text: &str, credit: &mut Credit) {
    if let Some(rest) = begins(text, SOURCE) {
        credit.source = rest.to_string();
        return;
    }
    let begun = begins(text, CREATOR);
    let rest = begun.unwrap_or(text);
    for between in BETWEEN {
        let Some((before, after)) = split(rest, between) else { continue };
        let after = begins(after, SOURCE).unwrap_or(after);
        let is_known = sources::by_name(after).is_some();
        if is_known
            || (begun.is_some() && matches!(*between, " on " | " via " | " from " | " auf " | " sur "))
            || *between == " via "
        {
            let before = before.trim_matches([' ', ',', '"', '“', '”']);
            (credit.creator, credit.source) = (before.to_string(), after.to_string());
            return;
        }
    }
    let rest = rest.trim_matches(['"', '“', '”']).to_string();
    if begun.is_some() && sources::by_name(&rest).is_none() { credit.creator = rest } else { credit.source = rest }
}

/// The rest of a text that begins with one of these words.
fn begins<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|words| {
        let (head, rest) = text.split_at_checked(words.len())?;
        // A word of letters ends where a space does.
        let is_apart = words.ends_with([':', '：', '©']) || rest.starts_with(' ');
        (is_apart && folded_eq(head, words)).then(|| rest.trim())
    })
}

fn strip_suffix<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let (head, tail) = text.split_at_checked(text.len().checked_sub(words.len())?)?;
    (folded_eq(tail, words) && (head.is_empty() || head.ends_with([' ', ',', '(']))).then_some(head)
}

/// ASCII letters alone are folded: the others stand in the lists as they begin.
fn folded_eq(text: &str, words: &str) -> bool {
    text.eq_ignore_ascii_case(words)
}

fn split<'t>(text: &'t str, between: &str) -> Option<(&'t str, &'t str)> {
    let at = text.to_ascii_lowercase().rfind(between)?;
    let (before, after) = (text.get(..at)?, text.get(at + between.len()..)?);
    (!before.trim().is_empty() && !after.trim().is_empty()).then_some((before.trim(), after.trim()))
}

/// Gives each name the link that it had in the line.
fn links(spans: &[Span], credit: &mut Credit) {
    for span in spans {
        let Some(url) = &span.href else { continue };
        let words = span.text.trim();
        let is_license = licenses::license(url.as_str()).is_some();
        let place: Option<&mut Option<SafeUrl>> = match () {
            () if is_license || licenses::license(words).is_some() => Some(&mut credit.license_url),
            () if !words.is_empty() && credit.creator.contains(words) => Some(&mut credit.creator_url),
            () if !words.is_empty() && credit.source.contains(words) => Some(&mut credit.source_url),
            () => None,
        };
        if let Some(place) = place {
            place.get_or_insert_with(|| url.clone());
        }
    }
}
