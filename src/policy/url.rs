//! Untrusted addresses → [`SafeUrl`].
//!
//! The rules follow what browsers do with odd input (WHATWG URL Standard, "basic URL parser"): leading and trailing
//! spaces and controls go, tabs and newlines go anywhere, a backslash is a slash. Only then is the scheme read, and only
//! the schemes of the [`Sink`] are taken: there is no list of bad ones.

use super::{Sink, URL_LIMIT, text::is_plain};
use crate::scan::{cut, is_one_of, length, parts};
use std::sync::Arc;

/// An address that is safe to stand in its sink: shared by what shows it, made by [`SafeUrl::parse`] and by nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SafeUrl(Arc<str>);

/// Why an address was refused: one plain sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was left after trimming.
    Empty,
    /// More than [`URL_LIMIT`] characters.
    TooLong,
    /// It has a scheme that this sink does not take.
    Scheme,
    /// `http:` without `//` and a host, or a colon where browsers disagree about the scheme.
    Malformed,
    /// A user name or password before the host.
    Credentials,
    /// An invisible, control or bidirectional character before the path.
    Invisible,
}

impl Refusal {
    /// The sentence for a notice.
    pub const fn why(self) -> &'static str {
        match self {
            Refusal::Empty => "the address is empty",
            Refusal::TooLong => "the address is longer than 2,048 characters",
            Refusal::Scheme => "its scheme is not allowed here",
            Refusal::Malformed => "the address is malformed",
            Refusal::Credentials => "the address carries a user name or password",
            Refusal::Invisible => "the address holds invisible or control characters",
        }
    }
}

impl SafeUrl {
    /// Parses an untrusted address for `sink`; a relative one is joined to `base` when there is one.
    ///
    /// ```
    /// use backmatter::policy::{SafeUrl, Sink};
    ///
    /// assert!(SafeUrl::parse("https://harbour.example/tides", Sink::Link, None).is_ok());
    /// assert!(SafeUrl::parse("javascript:alert(1)", Sink::Link, None).is_err());
    /// ```
    ///
    /// # Errors
    /// The first rule that the address breaks.
    pub fn parse(untrusted: &str, sink: Sink, base: Option<&SafeUrl>) -> Result<SafeUrl, Refusal> {
        let text = normalised(untrusted);
        if text.is_empty() {
            return Err(Refusal::Empty);
        }
        if length(&text) > URL_LIMIT {
            return Err(Refusal::TooLong);
        }
        let text = if !is_plain(&text) && text.chars().any(is_invisible) { escaped(&text)? } else { text };
        match split_scheme(&text)? {
            Some((scheme, rest)) => absolute(&scheme, rest, sink),
            None if text.starts_with("//") => absolute(base.map_or("https", SafeUrl::scheme), &text, sink),
            None => Ok(base.map_or_else(|| SafeUrl(text.as_str().into()), |base| base.join(&text))),
        }
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host as written, without `www.`, for display. `None` for relative, `mailto:` and `tel:` addresses.
    pub fn host(&self) -> Option<&str> {
        let rest = self.0.strip_prefix("https://").or_else(|| self.0.strip_prefix("http://"))?;
        let (host, _) = cut(rest, b"/?#");
        Some(host.strip_prefix("www.").unwrap_or(host))
    }

    /// Does it name a host, so that it may lead to another site?
    pub fn is_external(&self) -> bool {
        self.host().is_some()
    }

    fn scheme(&self) -> &str {
        if let (scheme, Some(_)) = cut(&self.0, b":") { scheme } else { "https" }
    }

    /// Joins by form alone: the browser resolves `.` and `..` when the address is used.
    fn join(&self, relative: &str) -> SafeUrl {
        // The path of an absolute address begins at its third slash.
        let is_absolute = self.host().is_some();
        let after_host =
            self.0.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'/' | b'?' | b'#')).map(|(at, _)| at).nth(2);
        let path_from = if is_absolute { after_host.unwrap_or(self.0.len()) } else { 0 };
        let (origin, path) = self.0.split_at_checked(path_from).unwrap_or((&self.0, ""));
        let (without_query, _) = cut(path, b"?#");
        let kept = match relative.chars().next() {
            Some('#') => return SafeUrl(relative.into()),
            Some('/') => "",
            Some('?') => without_query,
            _ => without_query
                .bytes()
                .rposition(|byte| byte == b'/')
                .and_then(|slash| without_query.get(..=slash))
                .unwrap_or("/"),
        };
        SafeUrl([origin, kept, relative].concat().into())
    }
}

impl AsRef<str> for SafeUrl {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

/// What a browser reads: trimmed, without tabs and newlines, backslashes as slashes before the query, spaces escaped.
fn normalised(untrusted: &str) -> String {
    let trimmed = untrusted.trim_matches(|char: char| char <= ' ');
    if is_plain(trimmed) && cut(trimmed, b" \\").1.is_none() {
        return trimmed.to_string();
    }
    let mut in_path = true;
    let mut text = String::with_capacity(trimmed.len());
    for char in trimmed.chars().filter(|char| !matches!(char, '\t' | '\n' | '\r')) {
        in_path &= !matches!(char, '?' | '#');
        match char {
            ' ' => text.push_str("%20"),
            '\\' if in_path => text.push('/'),
            other => text.push(other),
        }
    }
    text
}

/// The address with its invisible characters escaped, as browsers ask for it: file names of phones set to Hebrew or Arabic
/// have direction marks. Before the path they would hide where it leads.
fn escaped(text: &str) -> Result<String, Refusal> {
    let (start, _) = cut(text, b"/?#");
    let path = match text.get(start.len()..).unwrap_or_default().strip_prefix("//") {
        Some(rest) => start.len() + 2 + cut(rest, b"/?#").0.len(),
        None if cut(start, b":").1.is_some() => start.len(),
        None => 0,
    };
    let (host, path) = text.split_at_checked(path).unwrap_or((text, ""));
    if host.chars().any(is_invisible) {
        return Err(Refusal::Invisible);
    }
    let mut out = host.to_string();
    for char in path.chars() {
        if is_invisible(char) {
            let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default().to_ascii_uppercase();
            for byte in char.encode_utf8(&mut [0; 4]).bytes() {
                out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        } else {
            out.push(char);
        }
    }
    Ok(out)
}

/// Control, format and space characters that would hide where an address leads.
fn is_invisible(char: char) -> bool {
    char < ' '
        || matches!(char,
            '\u{7F}'..='\u{A0}' | '\u{AD}' | '\u{61C}' | '\u{1680}' | '\u{180E}' | '\u{2000}'..='\u{200F}'
            | '\u{2028}'..='\u{202F}' | '\u{205F}'..='\u{206F}' | '\u{3000}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFC}'
            | '\u{E0000}'..='\u{E0FFF}')
}

/// The scheme in lower case and what follows its colon; `None` for a relative address.
fn split_scheme(text: &str) -> Result<Option<(String, &str)>, Refusal> {
    let (before, Some(rest)) = cut(text, b":") else { return Ok(None) };
    if cut(before, b"/?#").1.is_some() {
        return Ok(None);
    }
    let is_scheme = before.starts_with(|first: char| first.is_ascii_alphabetic())
        && before.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    if is_scheme { Ok(Some((before.to_ascii_lowercase(), rest))) } else { Err(Refusal::Malformed) }
}

fn absolute(scheme: &str, rest: &str, sink: Sink) -> Result<SafeUrl, Refusal> {
    if !is_one_of(scheme, sink.schemes()) {
        return Err(Refusal::Scheme);
    }
    match scheme {
        // Of a mail address only the recipient and the subject are kept: no hidden copies, no prepared body.
        "mailto" => Ok(SafeUrl(["mailto:", &mail(rest)].concat().into())),
        "tel" => Ok(SafeUrl(["tel:", rest].concat().into())),
        _ => web(scheme, rest.strip_prefix("//").unwrap_or(rest), rest.starts_with("//")),
    }
}

fn web(scheme: &str, rest: &str, has_slashes: bool) -> Result<SafeUrl, Refusal> {
    let (authority, _) = cut(rest, b"/?#");
    // No browser accepts a space in a host.
    let has_space = authority.as_bytes().windows(3).any(|bytes| bytes == b"%20");
    if !has_slashes || authority.is_empty() || authority.starts_with(':') || has_space {
        return Err(Refusal::Malformed);
    }
    if cut(authority, b"@").1.is_some() {
        return Err(Refusal::Credentials);
    }
    Ok(SafeUrl([scheme, "://", rest].concat().into()))
}

fn mail(rest: &str) -> String {
    let (address, query) = cut(rest, b"?");
    let subject = parts(query.unwrap_or_default(), b"&")
        .find(|part| part.get(..8).is_some_and(|key| key.eq_ignore_ascii_case("subject=")));
    subject.map_or_else(|| address.to_string(), |subject| [address, "?", subject].concat())
}

/// A fragment as the id that it leads to is written (RFC 3986, section 2.1).
pub fn decoded(fragment: &str) -> String {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        match (digit(after.first()), digit(after.get(1))) {
            (Some(high), Some(low)) if *first == b'%' => {
                bytes.push((16 * high + low) as u8);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| fragment.to_string())
}
