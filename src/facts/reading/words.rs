//! Reads a text as a fact: an encoded value, a link, an image, or the kind of its key.

use super::{Reading, scalar};
use crate::{
    facts::{DEPTH, decoding, entities, guard, mend},
    html::{self, Token},
    json::Value,
    model::{Date, Fact, Kind, MASK},
    policy::{SafeUrl, Sink, text},
    report::{NoticeCode, Path},
};

impl Reading<'_, '_> {
    /// Reads a text. `None` when it is empty or a zero date.
    pub(super) fn text(&mut self, untrusted: &str, kind: Option<Kind>, path: &Path<'_>) -> Option<Fact> {
        let trimmed = untrusted.trim();
        if trimmed.is_empty() || Date::is_zero(trimmed) {
            return None;
        }
        if kind == Some(Kind::Date) && trimmed == "0" {
            return None;
        }
        if kind == Some(Kind::Code) && is_code(trimmed) {
            return Some(Fact::Code(text::prose(untrusted)));
        }
        if self.depth < DEPTH && kind != Some(Kind::Text) {
            match decoding::decoded(trimmed) {
                Some(Ok(value)) => {
                    self.mended(path, decoding::step(trimmed));
                    return self.deeper(|reading| reading.fact(&value, kind, path));
                }
                Some(Err(why)) if decoding::is_serialized(trimmed) => {
                    self.context.notice(path, NoticeCode::PhpAsText, why);
                }
                _ => {}
            }
        }
        let whole = mend::without_builders(untrusted);
        if whole.is_some() {
            self.mended(path, (NoticeCode::ShortcodesDropped, "they lay out what stands in them"));
        }
        let given = whole.as_deref().unwrap_or(untrusted);
        let words = self.words_of_html(given);
        if words.is_some() {
            self.mended(path, (NoticeCode::TagsDropped, "it is shown as its words"));
        }
        let given = words.as_deref().unwrap_or(given);
        let decoded = entities::decoded(given);
        if decoded.is_some() {
            self.mended(path, (NoticeCode::ReferencesDecoded, "a plain text is given as HTML"));
        }
        self.plain(decoded.as_deref().unwrap_or(given), kind, path)
    }

    /// The words of a text that is HTML. `None` for other texts.
    fn words_of_html(&self, given: &str) -> Option<String> {
        let has_tags = ["</", "/>", "<br", "<img"].iter().any(|mark| given.contains(mark));
        // The parser is only called where there are tags.
        let tokens = if has_tags { self.context.tools.tokens(given)? } else { return None };
        if !tokens.iter().any(|token| matches!(token, Token::Open { .. })) {
            return None;
        }
        let words = text::prose(html::words(&tokens).trim());
        // Tags may have stood within an address.
        Some(if self.is_allowed { words } else { guard::guarded_words(words) })
    }

    fn plain(&mut self, untrusted: &str, kind: Option<Kind>, path: &Path<'_>) -> Option<Fact> {
        let clean = text::prose(untrusted);
        let clean = clean.trim();
        if clean.is_empty() {
            return None;
        }
        // What is masked is no identifier any more.
        let kind = kind.filter(|_| clean.is_ascii() || !clean.contains(MASK));
        if let Some(fact) = self.word(clean).or_else(|| scalar(clean, kind)) {
            return Some(fact);
        }
        if let Some(minutes) = minutes(clean).filter(|_| kind != Some(Kind::Text)) {
            return Some(Fact::Duration(minutes.to_string()));
        }
        let is_word = !clean.bytes().any(|byte| byte == b' ') && !clean.contains(char::is_whitespace);
        let is_web = is_word && (clean.starts_with("http://") || clean.starts_with("https://"));
        match kind {
            Some(Kind::List) => {
                let facts = mend::parts(untrusted).into_iter().map(Fact::Text);
                Some(Fact::List(facts.collect()))
            }
            Some(Kind::Image) if is_web => self.image(&Value::Text(clean.into()), path),
            _ if is_web => Some(self.link(clean, clean, path)),
            Some(Kind::Link) if is_word && (clean.contains(':') || clean.starts_with(['/', '#', '?', '.'])) => {
                Some(self.link(clean, clean, path))
            }
            _ if is_word && clean.starts_with("www.") && clean.matches('.').count() > 1 && kind != Some(Kind::Text) => {
                Some(self.link(&["https://", clean].concat(), clean, path))
            }
            _ if kind.is_none() && guard::is_mail(clean) => Some(mail(clean)),
            _ => Some(Fact::Text(clean.to_string())),
        }
    }

    /// A refused address is still a text.
    pub fn link(&mut self, untrusted: &str, words: &str, path: &Path<'_>) -> Fact {
        match SafeUrl::parse(untrusted, Sink::Link, self.context.base.as_ref()) {
            Ok(url) => Fact::Link(url, words.to_string()),
            Err(refusal) => {
                self.context.notice(path, NoticeCode::AddressAsText, refusal.why());
                Fact::Text(untrusted.to_string())
            }
        }
    }
}

/// Does a text have characters of code?
fn is_code(text: &str) -> bool {
    text.contains(|char: char| char.is_whitespace() || "(){}[];=<>$\"'`|".contains(char))
}

/// The minutes of a duration such as `PT1H30M` (ISO 8601), seconds rounded up. `None` for other texts.
fn minutes(text: &str) -> Option<u64> {
    let (days, clock) = text.strip_prefix('P')?.split_once('T')?;
    let mut rest = clock;
    let mut part = |unit: char| match rest.split_once(unit) {
        Some((number, tail)) => {
            rest = tail;
            number.parse::<u32>().ok().map(u64::from)
        }
        None => Some(0),
    };
    let (hours, minutes, seconds) = (part('H')?, part('M')?, part('S')?);
    let days = if days.is_empty() { 0 } else { u64::from(days.strip_suffix('D')?.parse::<u32>().ok()?) };
    let total = days * 1_440 + hours * 60 + minutes + seconds.div_ceil(60);
    (rest.is_empty() && !clock.is_empty() && total > 0).then_some(total)
}

/// An e-mail address that the host lets through.
fn mail(address: &str) -> Fact {
    match SafeUrl::parse(&["mailto:", address].concat(), Sink::Link, None) {
        Ok(url) => Fact::Link(url, address.to_string()),
        Err(_) => Fact::Text(address.to_string()),
    }
}
