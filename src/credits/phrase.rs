//! A line of credit, taken apart: "Photo by A on B", "Foto: A / B", "© 2024 A", "A, CC BY 2.0, via B", "B/A".

mod labels;
mod names;

use super::{licenses, sources};
use crate::{
    model::{Credit, Span},
    policy::SafeUrl,
};
use labels::{BETWEEN, Label, OWN_WORK, label};
use names::{is_device, is_name, is_person, words_of_name};

/// Bytes of a line that is taken apart; a longer one is no credit but a text.
pub(super) const LONGEST: usize = 1_000;

/// What a line says, and whether it is surely a credit: a line that a field names one need not look like one.
#[derive(Default)]
pub(super) struct Phrase {
    pub credit: Credit,
    pub is_sure: bool,
}

/// What a line of credit says. What is not understood stays a source, as it is written.
pub fn credit_of_line(spans: &[Span]) -> Credit {
    phrase(spans).credit
}

/// Takes a line apart.
pub(super) fn phrase(spans: &[Span]) -> Phrase {
    let line = spans.iter().map(|span| span.text.as_str()).collect::<String>();
    let mut phrase = Phrase::default();
    if line.len() > LONGEST {
        phrase.credit.source = line.trim().to_string();
        return phrase;
    }
    let mut line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((place, license)) = licenses::within(&line) {
        phrase.credit.license = license.name;
        line.replace_range(place, " ");
    }
    phrase.read(&tidy(&line));
    links(spans, &mut phrase.credit);
    phrase
}

impl Phrase {
    fn read(&mut self, text: &str) {
        let has_license = !self.credit.license.is_empty();
        if text.is_empty() {
            self.is_sure = has_license;
            return;
        }
        if OWN_WORK.iter().any(|own| folded_eq(text, own)) {
            self.credit.source = text.to_string();
            self.is_sure = true;
            return;
        }
        if let Some(claim) = claim(text) {
            self.credit.notice = text.to_string();
            self.is_sure = words_of_name(claim).is_some_and(|words| words <= NAME_WORDS);
            return;
        }
        let (label, rest) = label(text).map_or((None, text), |(label, rest)| (Some(label), rest));
        let rest = rest.trim_start_matches('©').trim();
        if is_device(rest) {
            self.credit.notice = text.to_string();
            return;
        }
        let (title, rest) = titled(rest, label, has_license);
        self.credit.title = title.to_string();
        self.names(label, rest);
        let is_named = is_name(&self.credit.creator) || self.credit.creator.is_empty();
        let is_known = sources::by_name(&self.credit.source).is_some();
        self.is_sure = match label {
            Some(label) => label.is_sure(rest) || (is_known || has_license) && is_named,
            None => self.is_sure && is_named || has_license && is_named && (is_known || is_name(rest)),
        };
    }

    /// Whoever made it, and where it is from.
    fn names(&mut self, label: Option<Label>, rest: &str) {
        if let Some((creator, source)) = agency_first(rest).or_else(|| source_last(rest, label)) {
            // A source that is known, with a name beside it.
            self.is_sure = sources::by_name(source).is_some() && is_name(creator);
            (self.credit.creator, self.credit.source) = (unquoted(creator), unquoted(source));
            return;
        }
        let rest = unquoted(rest);
        let is_source = match label {
            Some(Label::Source) => true,
            Some(_) => sources::by_name(&rest).is_some(),
            None => !is_person(&rest) || sources::by_name(&rest).is_some(),
        };
        self.is_sure = sources::is_name_alone(&rest);
        if is_source { self.credit.source = rest } else { self.credit.creator = rest }
    }
}

/// Words that the name in a claim of rights has at most.
const NAME_WORDS: usize = 9;

/// What is left where something was taken out.
const LEFT_OVER: [(&str, &str); 8] =
    [("( )", ""), ("()", ""), ("{{ }}", ""), ("under ,", ","), (", ,", ","), (" ,", ","), ("{{", ""), ("}}", "")];

/// What stands in front of a licence.
const LICENSED: [&str; 14] = [
    "is licensed under a",
    "is licensed under",
    "licensed under a",
    "licensed under",
    "is marked with",
    "is marked",
    "used under",
    "license:",
    "licence:",
    "lizenz:",
    "licence :",
    "licencia:",
    "under",
    "unter",
];

/// Without the marks that are left where something was taken out.
fn tidy(line: &str) -> String {
    let joined = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut text = licenses::replaced(&joined, &LEFT_OVER);
    loop {
        let trimmed = text.trim_matches([' ', ',', ';', '|', '·', '.', '/', '–', '—', '-']);
        let trimmed = LICENSED.iter().find_map(|words| strip_suffix(trimmed, words)).unwrap_or(trimmed);
        let trimmed = inside_brackets(trimmed).unwrap_or(trimmed);
        if trimmed.len() == text.len() {
            return text;
        }
        text = trimmed.to_string();
    }
}

fn inside_brackets(text: &str) -> Option<&str> {
    let pairs = [('(', ')'), ('[', ']'), ('（', '）')];
    pairs.into_iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains([open, close])).then_some(inner)
    })
}

/// The name in a line that claims a right.
fn claim(text: &str) -> Option<&str> {
    let begins = ["©", "(c) ", "copyright ©", "copyright"];
    let rest = begins.iter().find_map(|begin| {
        let (head, rest) = text.split_at_checked(begin.len())?;
        (folded_eq(head, begin) && (rest.starts_with(' ') || begin.ends_with(['©', ' ']))).then_some(rest)
    })?;
    Some(rest.trim().trim_start_matches(|char: char| char.is_ascii_digit() || matches!(char, '-' | '–' | ' ' | ',')))
}

/// The title of the work, in quotation marks or in front of "by", and the rest.
fn titled(text: &str, label: Option<Label>, has_license: bool) -> (&str, &str) {
    for (open, close) in [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('‘', '’'), ('\'', '\'')] {
        let quoted = text.strip_prefix(open).and_then(|rest| rest.split_once(close));
        if let Some((title, rest)) = quoted.filter(|(_, rest)| !rest.trim().is_empty()) {
            let rest = rest.trim_start_matches([' ', ',', ';']);
            // Behind "photo by" the name itself stands in them.
            if strip_by(rest).is_some() || label.is_none() {
                return (title.trim(), strip_by(rest).unwrap_or(rest));
            }
        }
    }
    let bare = text.split_once(" by ").filter(|_| (has_license || label.is_some()) && labels::label(text).is_none());
    bare.map_or(("", text), |(title, rest)| (title.trim(), rest.trim()))
}

fn strip_by(text: &str) -> Option<&str> {
    ["by ", "von ", "par ", "por ", "de ", "di ", "av "].iter().find_map(|by| {
        let (head, rest) = text.split_at_checked(by.len())?;
        folded_eq(head, by).then_some(rest)
    })
}

/// An agency in front of whoever works for it: "REUTERS/A", "picture alliance/dpa | A".
fn agency_first(text: &str) -> Option<(&str, &str)> {
    let at = text.rfind(['/', '|'])?;
    let (source, creator) = (text.get(..at)?.trim(), text.get(at + 1..)?.trim());
    let is_agency = sources::by_name(source).is_some() && sources::by_name(creator).is_none();
    (is_agency && !creator.is_empty()).then_some((creator, source))
}

/// A source behind whoever made it: "A on B", "A / B", "A, B".
fn source_last(text: &str, label: Option<Label>) -> Option<(&str, &str)> {
    for between in BETWEEN {
        let Some((before, after)) = split(text, between) else { continue };
        let after = match labels::label(after) {
            Some((Label::Source, rest)) => rest,
            _ => after,
        };
        let is_said =
            *between == " via " || label.is_some() && matches!(*between, " on " | " from " | " auf " | " sur ");
        if is_said || sources::by_name(after).is_some() {
            return Some((before.trim_matches([' ', ',']), after));
        }
    }
    None
}

fn unquoted(text: &str) -> String {
    text.trim_matches([' ', ',', '"', '“', '”', '„', '«', '»']).to_string()
}

fn strip_suffix<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let (head, tail) = text.split_at_checked(text.len().checked_sub(words.len())?)?;
    (folded_eq(tail, words) && (head.is_empty() || head.ends_with([' ', ',', '(']))).then_some(head)
}

/// Are these the same words, whatever the case of their letters?
fn folded_eq(text: &str, words: &str) -> bool {
    let lower = |text: &'_ str| text.chars().flat_map(char::to_lowercase).collect::<String>();
    text.eq_ignore_ascii_case(words) || (!text.is_ascii() && lower(text) == lower(words))
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
            () if !words.is_empty() && credit.title.contains(words) => Some(&mut credit.source_url),
            () => None,
        };
        if let Some(place) = place {
            place.get_or_insert_with(|| url.clone());
        }
    }
}
