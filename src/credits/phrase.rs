//! Parses a line of credit: "Photo by A on B", "Foto: A / B", "© 2024 A", "A, CC BY 2.0, via B", "B/A".
//!
//! [`labels`] holds the labels before names, [`names`] the forms of names, [`chain`] reads several names and sources.

mod chain;
mod labels;
mod names;

use super::licenses;
use crate::{
    letters::folded,
    model::{Credit, Span},
    policy::SafeUrl,
};
use chain::{Chain, chain};
use labels::{Label, OWN_WORK, WHO, label};
use names::{is_acronym, is_device, is_known, is_name, is_of_organisation, is_person, without_article};

/// Bytes of a line that is parsed, at most; a longer one is ordinary text.
pub(super) const LONGEST: usize = 1_000;

/// A parsed line, and whether it is surely a credit. A line from a credit field need not be sure.
#[derive(Default)]
pub(super) struct Phrase {
    pub credit: Credit,
    pub is_sure: bool,
}

/// Reads a line of credit. A line that cannot be parsed becomes the source, unchanged.
pub fn credit_of_line(spans: &[Span]) -> Credit {
    phrase(spans).credit
}

/// Parses a line.
pub(super) fn phrase(spans: &[Span]) -> Phrase {
    let line = spans.iter().map(|span| span.text.as_str()).collect::<String>();
    let mut phrase = Phrase::default();
    if line.len() > LONGEST {
        phrase.credit.source = line.trim().to_string();
        return phrase;
    }
    let mut line = licenses::without_templates(&line.split_whitespace().collect::<Vec<_>>().join(" "));
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
        } else if labels::is_among(&folded(text), OWN_WORK) {
            self.credit.source = text.to_string();
            self.is_sure = true;
        } else if let Some(name) = claim(text) {
            self.credit.notice = text.to_string();
            self.is_sure = is_name(name) || chain(name).is_some();
        } else if let Some((label, rest)) = label(text.trim_start_matches(['©', ' '])) {
            self.labelled(label, rest.trim_start_matches('©').trim(), has_license);
        } else {
            self.unlabelled(text, has_license);
        }
    }

    fn labelled(&mut self, label: Label, rest: &str, has_license: bool) {
        if is_device(rest) {
            self.credit.notice = rest.to_string();
            return;
        }
        // "Photo: courtesy of A", "Image: Photo by A".
        if let (Label::Named, Some((inner, rest))) = (label, labels::label(rest)) {
            return self.labelled(inner, rest, has_license);
        }
        if let Some((title, name)) = titled(rest) {
            (self.credit.title, self.credit.creator) = (title.to_string(), unquoted(name));
            self.is_sure = is_name(name);
            return;
        }
        if let Some(found) = chain(rest).or_else(|| house(rest).filter(|_| label != Label::Of)) {
            self.is_sure = true;
            return self.take(&found);
        }
        let name = without_article(rest);
        let (who, whom) = match label {
            Label::By | Label::Named => labels::apart(rest),
            _ => (rest, ""),
        };
        let is_source = label == Label::Source
            || is_known(rest)
            || is_of_organisation(rest)
            || label == Label::Courtesy && !is_person(name) && !rest.starts_with('@');
        self.is_sure = has_license && (is_name(who) || names::is_handle(who))
            || match label {
                Label::Named => is_who(rest) || is_full_name(who) || is_of_organisation(rest),
                Label::By => is_who(rest) || is_person(who),
                Label::Courtesy => is_who(name) || is_name(name),
                Label::Source => is_who(rest) || is_named_source(rest) || names::is_organisation(rest),
                Label::Via => is_known(rest) || rest.starts_with('@'),
                // "of" may name the subject of the photo, but a name with an initial is a person.
                Label::Of => is_person(rest) && names::has_initial(rest),
            };
        if is_source || label == Label::Via && !rest.starts_with('@') {
            self.credit.source = unquoted(rest);
        } else {
            (self.credit.creator, self.credit.source) = (unquoted(who), unquoted(whom));
        }
    }

    fn unlabelled(&mut self, text: &str, has_license: bool) {
        if is_device(text) {
            self.credit.notice = text.to_string();
            return;
        }
        if let Some(found) = chain(text) {
            // A single source may be an ordinary word; several in a row are sources.
            let is_source = names::is_known_alone(found.source) || !is_known(found.source);
            self.is_sure = !found.creator.is_empty() || is_source || has_license;
            return self.take(&found);
        }
        if let Some((title, name)) = titled(text).or_else(|| licensed_title(text).filter(|_| has_license)) {
            self.credit.title = unquoted(title);
            self.is_sure = has_license && (is_name(name) || names::is_handle(name) || chain(name).is_some());
            match chain(name) {
                Some(found) => self.take(&found),
                None => self.credit.creator = unquoted(name),
            }
            return;
        }
        self.is_sure = has_license && (is_name(text) || names::is_handle(text));
        if is_person(text) || self.is_sure && !is_of_organisation(text) {
            self.credit.creator = unquoted(text);
        } else {
            self.credit.source = unquoted(text);
        }
    }

    fn take(&mut self, found: &Chain<'_>) {
        (self.credit.creator, self.credit.source) = (unquoted(found.creator), unquoted(known_name(found.source)));
    }
}

/// Without the article that its language puts in front of the name of a known source: "la NASA".
fn known_name(source: &str) -> &str {
    let name = without_article(source);
    if crate::credits::sources::by_name(source).is_none() && is_known(name) { name } else { source }
}

/// A person and an organisation that is not known, in either order: "A / Agencja B".
fn house(text: &str) -> Option<Chain<'_>> {
    let (one, other) = text.split_once(['/', '|'])?;
    let (one, other) = (one.trim(), other.trim());
    match (is_of_organisation(one), is_of_organisation(other)) {
        (false, true) if is_person(one) => Some(Chain { creator: one, source: other }),
        (true, false) if is_person(other) => Some(Chain { creator: other, source: one }),
        _ => None,
    }
}

/// A known source, an agency in capitals, an account, the author.
fn is_who(text: &str) -> bool {
    is_known(text)
        || is_acronym(text)
        || text.starts_with('@') && !text.contains(' ')
        || labels::is_among(&folded(text), WHO)
}

/// A name of two words at least, or of a script without capitals.
fn is_full_name(text: &str) -> bool {
    let is_short_caseless = text.chars().count() <= 20 && text.chars().next().is_some_and(crate::letters::is_caseless);
    is_person(text) && text.contains(' ') || is_short_caseless
}

/// An unknown source: a name or an organisation, optionally followed by a year.
fn is_named_source(text: &str) -> bool {
    let name = text.rsplit_once(", ").filter(|(_, year)| year.len() == 4).map_or(text, |(name, _)| name);
    is_person(name) || is_of_organisation(name) && is_name(name)
}

/// Leftovers of removed text, and words without meaning in a credit, with their replacements.
const LEFT_OVER: [(&str, &str); 10] = [
    ("( )", ""),
    ("()", ""),
    ("[ ]", ""),
    ("under ,", ","),
    (", ,", ","),
    (" ,", ","),
    ("/File Photo", ""),
    ("/File photo", ""),
    (", the free media repository", ""),
    // A reporter of an agency.
    ("记者 ", "/"),
];

/// Words before a licence.
const LICENSED: [&str; 16] = [
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
    "licença:",
    "lizenz",
    "under",
    "unter",
];

/// Drops brackets around the line, and punctuation left over from removed text.
fn tidy(line: &str) -> String {
    let joined = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut text = licenses::replaced(&joined, &LEFT_OVER);
    loop {
        let trimmed = text.trim_matches([' ', ',', ';', '|', '·', '/', '–', '—', '-']);
        let trimmed = if names::ends_in_initial(trimmed) { trimmed } else { trimmed.trim_end_matches('.') };
        let trimmed = LICENSED.iter().find_map(|words| strip_suffix(trimmed, words)).unwrap_or(trimmed);
        let trimmed = inside_brackets(trimmed).unwrap_or(trimmed);
        if trimmed.len() == text.len() {
            return text;
        }
        text = trimmed.to_string();
    }
}

fn inside_brackets(text: &str) -> Option<&str> {
    [('(', ')'), ('[', ']'), ('（', '）')].into_iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains(open) && !inner.contains(close)).then_some(inner)
    })
}

/// The name in a line that claims a right.
fn claim(text: &str) -> Option<&str> {
    let rest = ["©", "(c) ", "copyright ©", "copyright: ", "copyright "].iter().find_map(|begin| {
        let (head, rest) = text.split_at_checked(begin.len())?;
        head.eq_ignore_ascii_case(begin).then_some(rest)
    })?;
    let is_of_year = |char: char| char.is_ascii_digit() || matches!(char, '-' | '–' | ' ' | ',' | '©');
    let name = rest.trim_start_matches(is_of_year);
    // "© by A". A small letter begins no name: "copyright office".
    let name = name.strip_prefix("by ").unwrap_or(name);
    let is_one = !name.is_empty() && label(name).is_none() && !name.starts_with(|char: char| char.is_ascii_lowercase());
    is_one.then_some(name)
}

/// A title in quotation marks with "by" behind it, and the rest.
fn titled(text: &str) -> Option<(&str, &str)> {
    let pairs = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('‘', '’'), ('\'', '\'')];
    let (title, rest) = pairs.into_iter().find_map(|(open, close)| text.strip_prefix(open)?.split_once(close))?;
    let rest = rest.trim_start_matches([' ', ',', ';']);
    let name = ["by ", "von ", "par ", "por ", "de ", "di ", "av "].iter().find_map(|by| rest.strip_prefix(by))?;
    Some((title.trim(), name))
}

/// The title of a work whose licence stands behind it, and the rest.
fn licensed_title(text: &str) -> Option<(&str, &str)> {
    let quoted = || text.strip_prefix('“')?.split_once("”, ").or_else(|| text.strip_prefix('"')?.split_once("\", "));
    text.split_once(" by ").or_else(quoted)
}

fn unquoted(text: &str) -> String {
    text.trim_matches([' ', ',', '"', '“', '”', '„', '«', '»']).to_string()
}

fn strip_suffix<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let (head, tail) = text.split_at_checked(text.len().checked_sub(words.len())?)?;
    (tail.eq_ignore_ascii_case(words) && (head.is_empty() || head.ends_with([' ', ',', '(']))).then_some(head)
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
