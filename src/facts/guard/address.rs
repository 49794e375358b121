//! E-mail addresses, IP addresses and secrets in texts.

use super::{forms, numbers, pairs, secret::Rule, spot::Spot};
use crate::model::MASK;

/// Characters before and behind the `@` of an address, at most (RFC 5321).
const LOCAL: usize = 64;
const DOMAIN: usize = 253;

/// The text with each address masked, and what the first one was. `None` where there is none.
pub(super) fn masked(text: &str, rule: Rule) -> Option<(String, &'static str)> {
    // Most texts have none of the marks that all of these have. An `@` may be escaped: `%40`.
    let (mut marks, mut signs) = (0, 0);
    for byte in text.bytes() {
        marks += usize::from(matches!(byte, b'.' | b':'));
        signs += usize::from(matches!(byte, b'@' | b'=' | b'%'));
    }
    let mut found = Vec::new();
    // Every form is longer than this.
    if text.len() > 18 {
        forms::secrets(text, &mut found);
    }
    if !rule.is_identifier() {
        numbers::of_people(text, &mut found);
    }
    if signs + marks == 0 && found.is_empty() {
        return None;
    }
    mails(text, &mut found);
    users(text, &mut found);
    if marks > 1 && !rule.is_version() {
        ips(text, &mut found);
    }
    pairs::secrets(text, &mut found);
    found.sort_unstable_by_key(|spot: &Spot| spot.from);
    let what = found.first()?.what;
    let mut out = String::new();
    let mut at = 0;
    for spot in found {
        if spot.from >= at {
            out.push_str(text.get(at..spot.from)?);
            out.push_str(MASK);
        }
        at = at.max(spot.to);
    }
    out.push_str(text.get(at..)?);
    Some((out, what))
}

/// Is all of the text an e-mail address?
pub fn is_mail(text: &str) -> bool {
    if !text.bytes().any(|byte| matches!(byte, b'@' | b'%')) {
        return false;
    }
    let mut found = Vec::new();
    mails(text, &mut found);
    matches!(found.as_slice(), [Spot { from: 0, to, .. }] if *to == text.len())
}

/// E-mail addresses: a local part, `@`, a domain with a dot. In a URL the `@` may be escaped, and there may be white
/// space that browsers remove.
fn mails(text: &str, found: &mut Vec<Spot>) {
    let is_web = text.contains("://") || text.starts_with("mailto:");
    let is_within = |char: char| is_web && matches!(char, '\t' | '\n' | '\r');
    for sign in ["@", "%40"] {
        for (at, _) in text.match_indices(sign) {
            let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + sign.len()..).unwrap_or_default());
            let is_local = |char: &char| is_letter(*char) || "._+-%'".contains(*char) || is_within(*char);
            let local: usize = before.chars().rev().take(LOCAL).take_while(is_local).map(char::len_utf8).sum();
            let is_domain = |char: &char| is_letter(*char) || matches!(char, '.' | '-') || is_within(*char);
            let domain: usize = after.chars().take(DOMAIN).take_while(is_domain).map(char::len_utf8).sum();
            let domain = after.get(..domain).unwrap_or_default().trim_end_matches(['.', '-', '\t', '\n', '\r']);
            let name = before.get(at - local..).unwrap_or_default();
            // `@name@host` is an account of a social network, `git@host:path` a repository.
            let is_account = before.get(..at - local).is_some_and(|rest| rest.ends_with('@'));
            let rest = after.get(domain.len()..).unwrap_or_default();
            let is_address = before.get(..at - local).is_some_and(|rest| rest.ends_with("://"));
            let is_repository = is_of_repositories(name) && (is_address || rest.starts_with(':'));
            if local > 0 && is_domain_name(domain) && !is_account && !is_repository {
                found.push(Spot {
                    from: at - local,
                    to: at + sign.len() + domain.len(),
                    what: "it holds an e-mail address",
                });
            }
        }
    }
}

/// The user name of repositories, which is not a person.
fn is_of_repositories(user: &str) -> bool {
    matches!(user, "git" | "hg" | "svn")
}

/// Labels with points between them, the last beginning with letters. `2x.png` is the end of a picture's name, `4.17.21` a
/// version.
fn is_domain_name(text: &str) -> bool {
    let Some((rest, last)) = text.rsplit_once('.') else { return false };
    let is_scale =
        rest.strip_suffix('x').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
    !rest.is_empty()
        && !is_scale
        && last.chars().take_while(|char| is_letter(*char) && !char.is_ascii_digit()).count() > 1
}

/// `user:password@` in an address.
fn users(text: &str, found: &mut Vec<Spot>) {
    for (at, mark) in text.match_indices("://") {
        let from = at + mark.len();
        let rest = text.get(from..).unwrap_or_default();
        let end = rest
            .find(|char: char| char.is_ascii_whitespace() || matches!(char, '/' | '?' | '#' | '"'))
            .unwrap_or(rest.len());
        let sign = rest.get(..end).and_then(|authority| authority.rfind('@'));
        if let Some(sign) = sign.filter(|sign| !rest.get(..*sign).is_some_and(is_of_repositories)) {
            found.push(Spot { from, to: from + sign, what: "it holds a user name" });
        }
    }
}

fn ips(text: &str, found: &mut Vec<Spot>) {
    let what = "it holds an IP address";
    for (from, run) in runs(text, |char| char.is_ascii_digit() || char == '.') {
        let before = text.get(..from).unwrap_or_default();
        let after = text.get(from + run.len()..).unwrap_or_default();
        // Next to a letter, as in `v1.2.3.4`, it is not an address; `Name/1.2.3.4` is a version.
        let is_version =
            before.strip_suffix('/').is_some_and(|name| name.ends_with(|char: char| char.is_ascii_alphanumeric()));
        let is_apart = !before.ends_with(is_ascii_letter) && !after.starts_with(is_ascii_letter);
        let mut at = from;
        for part in run.split("..") {
            let trimmed = part.trim_matches('.');
            let begin = at + part.find(trimmed).unwrap_or(0);
            if is_apart && !is_version && is_ipv4(trimmed) && !is_numbering(before, trimmed, after) {
                found.push(Spot { from: begin, to: begin + trimmed.len(), what });
            }
            at += part.len() + 2;
        }
    }
    for (from, run) in runs(text, |char| char.is_ascii_hexdigit() || char == ':') {
        let is_apart = !text.get(..from).unwrap_or_default().ends_with(is_ascii_letter)
            && !text.get(from + run.len()..).unwrap_or_default().starts_with(is_ascii_letter);
        let trimmed = run.strip_suffix(':').filter(|rest| !rest.ends_with(':')).unwrap_or(run);
        if is_apart && is_ipv6(trimmed) {
            found.push(Spot { from, to: from + trimmed.len(), what });
        }
    }
}

/// The runs of characters that fit, with their places.
fn runs(text: &str, fits: impl Fn(char) -> bool) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut at = 0;
    while let Some(from) = rest.find(&fits) {
        let run = rest.get(from..).unwrap_or_default();
        let end = run.find(|char| !fits(char)).unwrap_or(run.len());
        found.push((at + from, run.get(..end).unwrap_or_default()));
        at += from + end;
        rest = run.get(end..).unwrap_or_default();
    }
    found
}

/// Four digits behind a word, as in "Section 3.1.2.4", or in front of one, as in "1.2.3.4-beta".
fn is_numbering(before: &str, four: &str, after: &str) -> bool {
    let is_of_digits = four.len() == 7 && before.strip_suffix(' ').is_some_and(|word| word.ends_with(is_letter));
    let word = after.strip_prefix('-').and_then(|rest| rest.chars().next());
    is_of_digits || four.len() == 7 && word.is_some_and(|char| char.is_ascii_alphabetic())
}

/// Four octets without leading zeros: "1.000.000.000" is a grouped number.
fn is_ipv4(text: &str) -> bool {
    text.split('.').count() == 4
        && text
            .split('.')
            .all(|part| part.len() < 4 && part.parse::<u8>().is_ok() && (part == "0" || !part.starts_with('0')))
}

/// Eight groups of up to four hexadecimal digits; `::` stands for the groups that are missing (RFC 4291).
fn is_ipv6(text: &str) -> bool {
    let groups = text.split(':').filter(|group| !group.is_empty());
    let fits = groups.clone().all(|group| group.len() < 5) && text.bytes().any(|byte| byte.is_ascii_digit());
    let count = groups.count();
    fits && !text.contains(":::")
        && match text.matches("::").count() {
            0 => count == 8 && text.matches(':').count() == 7,
            1 => (2..8).contains(&count),
            _ => false,
        }
}

fn is_ascii_letter(char: char) -> bool {
    char.is_ascii_alphanumeric()
}

/// A letter or a digit. All that is not ASCII is taken for one: the tables for all of Unicode weigh 4 KB.
fn is_letter(char: char) -> bool {
    is_ascii_letter(char) || !char.is_ascii()
}
