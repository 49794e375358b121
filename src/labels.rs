//! The translatable words of the interface, and the conventions for numbers, dates and plurals.

mod grouping;
#[cfg(not(target_arch = "wasm32"))]
mod icu;
mod intl;
mod languages;
mod locale;
mod words;

pub use grouping::Grouping;
#[cfg(not(target_arch = "wasm32"))]
pub use icu::ICU;
pub use intl::INTL;
pub use languages::of_language;
pub use locale::{Locale, PLAIN};
pub use words::Word;

use crate::{coerce::same_name, json::Value, model::Date, policy::text, scan::cut};

/// The words that a host replaces.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels(Vec<(String, String)>);

impl Labels {
    /// Reads `{ key: text }`; other values are ignored. A plural is given by its CLDR categories, as
    /// `{ "fields_one": "{n} Feld", "fields_other": "{n} Felder" }`.
    pub fn read(value: &Value<'_>) -> Labels {
        let Value::Map(entries) = value else { return Labels::default() };
        let texts = entries.iter().filter_map(|(key, value)| match value {
            Value::Text(untrusted) => Some((key.to_string(), text::line(untrusted))),
            _ => None,
        });
        Labels(texts.collect())
    }

    /// These words, and the others where these have none.
    #[must_use]
    pub fn or(&self, others: Labels) -> Labels {
        Labels(others.0.into_iter().chain(self.0.iter().cloned()).collect())
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().rev().find(|(name, _)| same_name(name, key)).map(|(_, text)| text.as_str())
    }
}

/// Writes words, numbers and dates for one widget, in its language and with the host's words.
///
/// ```
/// use backmatter::{Localizer, NATIVE, labels::Labels};
///
/// let german = Localizer { lang: "de".into(), labels: Labels::default(), locale: NATIVE.locale };
/// assert_eq!(german.number("24635"), "24.635");
/// ```
#[derive(Clone, Debug)]
pub struct Localizer {
    /// BCP 47 tag of the interface; empty for the browser's own.
    pub lang: String,
    /// Words that the host replaces.
    pub labels: Labels,
    /// Conventions.
    pub locale: Locale,
}

impl Localizer {
    /// A word, with its placeholders kept.
    pub fn word(&self, word: Word) -> &str {
        let (key, english) = word.entry();
        self.labels.get(key).unwrap_or(english)
    }

    /// A sentence with each `{name}` replaced.
    pub fn say(&self, word: Word, parts: &[(&str, &str)]) -> String {
        interpolate(self.word(word), parts)
    }

    /// The text before and after `{name}` in a sentence. When the sentence lacks it, all of the text is before.
    pub fn around(&self, word: Word, name: &str) -> (&str, &str) {
        let form = self.word(word);
        let mut from = 0;
        while let Some(open) = form.bytes().skip(from).position(|byte| byte == b'{').map(|open| from + open) {
            let rest = form.get(open + 1..).unwrap_or_default();
            if let Some(after) = rest.strip_prefix(name).and_then(|rest| rest.strip_prefix('}')) {
                return (form.get(..open).unwrap_or_default(), after);
            }
            from = open + 1;
        }
        (form, "")
    }

    /// A sentence about `n` things, in the plural form of the language. `digits` is the number as written.
    pub fn count(&self, word: Word, digits: &str) -> String {
        let (key, english) = word.entry();
        // The words of a page may be in another language than its post.
        let lang = self.labels.get("lang").unwrap_or(&self.lang);
        let category = (self.locale.plural)(lang, digits);
        let own = self.labels.get(&[key, "_", category.as_str()].concat());
        let other = own.or_else(|| self.labels.get(&[key, "_other"].concat()));
        let (one, many) = english.split_once('|').unwrap_or((english, english));
        let form = other.unwrap_or(if category == "one" { one } else { many });
        interpolate(form, &[("n", &self.number(digits))])
    }

    /// A number grouped for reading; its digits are kept.
    pub fn number(&self, digits: &str) -> String {
        (self.locale.number)(&self.lang, digits)
    }

    /// A date for reading.
    pub fn date(&self, date: &Date) -> String {
        (self.locale.date)(&self.lang, date)
    }

    /// "a, b and c".
    pub fn list(&self, names: &[&str]) -> String {
        (self.locale.list)(&self.lang, names)
    }
}

fn interpolate(form: &str, parts: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(form.len());
    let mut rest = form;
    while let (before, Some(after)) = cut(rest, b"{") {
        out.push_str(before);
        let (name, Some(tail)) = cut(after, b"}") else {
            out.push('{');
            rest = after;
            continue;
        };
        match parts.iter().find(|(known, _)| *known == name) {
            Some((_, text)) => out.push_str(text),
            None => out.extend(["{", name, "}"]),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}
