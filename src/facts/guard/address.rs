//! E-mail addresses, IP addresses and secrets in texts.

use crate::{
    facts::keys::Key,
    model::{Kind, MASK},
};

/// The text under `key` with each address masked, and what the first one was. `None` where there is none.
pub(super) fn masked(text: &str, key: &str) -> Option<(String, &'static str)> {
    // Most texts have none of the three marks that all of these have.
    let may_be_ip = text.bytes().filter(|byte| matches!(byte, b'.' | b':')).count() > 1;
    if !(text.contains('@') || text.contains("%40") || text.contains('=') || may_be_ip) {
        return None;
    }
    let mut found = Vec::new();
    mails(text, &mut found);
    // Four numbers under such a key are a version.
    if may_be_ip && Key::new(key).kind(None) != Some(Kind::Version) {
        ips(text, &mut found);
    }
    parameters(text, &mut found);
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

/// Bytes of a text that are to be masked.
struct Spot {
    from: usize,
    to: usize,
    what: &'static str,
}

/// RFC 5322 addresses as people write them: a local part, `@`, a domain with a point.
fn mails(text: &str, found: &mut Vec<Spot>) {
    for sign in ["@", "%40"] {
        for (at, _) in text.match_indices(sign) {
            let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + sign.len()..).unwrap_or_default());
            let local = before.chars().rev().take_while(|char| is_letter(*char) || "._+-%'".contains(*char));
            let local: usize = local.map(char::len_utf8).sum();
            let domain = after.chars().take_while(|char| is_letter(*char) || matches!(char, '.' | '-'));
            let domain: usize = domain.map(char::len_utf8).sum();
            let domain = after.get(..domain).unwrap_or_default().trim_end_matches(['.', '-']);
            // `@name@host` is an account of a social network, `git@host:path` a repository.
            let is_account = before.get(..at - local).is_some_and(|rest| rest.ends_with('@'));
            let rest = after.get(domain.len()..).unwrap_or_default();
            let is_path = rest.strip_prefix(':').is_some_and(|rest| rest.starts_with(is_letter));
            if local > 0 && is_domain(domain) && !is_account && !is_path {
                found.push(Spot {
                    from: at - local,
                    to: at + sign.len() + domain.len(),
                    what: "it holds an e-mail address",
                });
            }
        }
    }
}

/// Labels with points between them, the last of letters. `2x.png` is the end of a picture's name, `4.17.21` a version.
fn is_domain(text: &str) -> bool {
    let Some((rest, last)) = text.rsplit_once('.') else { return false };
    let is_scale = rest.strip_suffix('x').is_some_and(|digits| digits.parse::<u8>().is_ok());
    let is_punycode = last.starts_with("xn--");
    !rest.is_empty()
        && !is_scale
        && last.chars().count() > 1
        && (is_punycode || last.chars().all(|char| is_letter(char) && !char.is_ascii_digit()))
}

fn ips(text: &str, found: &mut Vec<Spot>) {
    let mut from = 0;
    for part in text.split_inclusive(|char: char| !(char.is_ascii_hexdigit() || matches!(char, '.' | ':'))) {
        let word = part.trim_end_matches(|char: char| !char.is_ascii_hexdigit() && char != ':');
        // A word that goes on with a letter, as `v1.2.3.4`, is none.
        let is_apart = !text.get(..from).unwrap_or_default().ends_with(is_letter)
            && !text.get(from + word.len()..).unwrap_or_default().starts_with(is_letter);
        let host = word.split_once(':').map_or(word, |(host, port)| if port.contains(':') { word } else { host });
        if is_apart && (is_ipv4(host) || is_ipv6(word)) {
            let end = from + if is_ipv4(host) { host.len() } else { word.len() };
            found.push(Spot { from, to: end, what: "it holds an IP address" });
        }
        from += part.len();
    }
}

fn is_ipv4(text: &str) -> bool {
    text.split('.').count() == 4 && text.split('.').all(|part| part.len() < 4 && part.parse::<u8>().is_ok())
}

/// Eight groups of up to four hexadecimal digits; `::` stands for the groups that are missing (RFC 4291).
fn is_ipv6(text: &str) -> bool {
    let groups = text.split(':').filter(|group| !group.is_empty());
    let fits = groups.clone().all(|group| group.len() < 5 && group.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let count = groups.count();
    let gaps = text.matches("::").count();
    fits && !text.contains(":::")
        && match gaps {
            0 => count == 8 && text.matches(':').count() == 7,
            1 => (2..8).contains(&count),
            _ => false,
        }
}

/// `token=…` in an address or a cookie.
fn parameters(text: &str, found: &mut Vec<Spot>) {
    let is_name = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-');
    for (at, _) in text.match_indices('=') {
        let before = text.get(..at).unwrap_or_default();
        let name = before.rsplit(|char| !is_name(char)).next().unwrap_or_default();
        let value = text.get(at + 1..).unwrap_or_default();
        let length = value.find(|char: char| char.is_whitespace() || "&;\"'<>,#".contains(char)).unwrap_or(value.len());
        let held = crate::json::Value::Text(value.get(..length).unwrap_or_default().into());
        if super::secret::is_secret(name, &held) {
            found.push(Spot { from: at + 1, to: at + 1 + length, what: "it holds a secret" });
        }
    }
}

/// A letter or a digit. All that is not ASCII is taken for one: the tables for all of Unicode weigh 4 KB.
fn is_letter(char: char) -> bool {
    char.is_ascii_alphanumeric() || !char.is_ascii()
}
