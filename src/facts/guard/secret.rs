//! Which keys name secrets.

use crate::{
    facts::{is_number, keys::Key},
    json::Value,
    model::{Kind, MASK},
};

/// What of the values under a key is secret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Secrecy {
    #[default]
    Nothing,
    /// Telephone numbers.
    Telephones,
    /// Everything but titles: the key says no more than `token` or `credentials`.
    NoTitles,
    /// Texts alone: a number of tokens is no secret.
    Texts,
    All,
}

/// The rule for the values under a key.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rule {
    /// Does the host let it through?
    pub is_allowed: bool,
    /// The kind that the key suggests.
    kind: Option<Kind>,
    /// Are its parts one text?
    pub is_caption: bool,
    secrecy: Secrecy,
}

impl Rule {
    /// The rule under `key`, parsed as `name`; `around` is the rule of the container.
    pub fn of(key: &str, name: &Key, around: Rule) -> Rule {
        let own = match name.is_secret() {
            false if name.is_telephone() && name.kind(None).is_none() => Secrecy::Telephones,
            false => Secrecy::Nothing,
            true if matches!(key, "token" | "credentials") => Secrecy::NoTitles,
            true if name.is_plural() => Secrecy::Texts,
            true => Secrecy::All,
        };
        Rule {
            is_allowed: false,
            kind: name.kind(None),
            is_caption: key == "caption",
            // A nested number with its own name is not the telephone number.
            secrecy: if around.secrecy == Secrecy::Telephones { own } else { own.max(around.secrecy) },
        }
    }

    /// Is `1.2.3.4` under the key a version?
    pub fn is_version(self) -> bool {
        self.kind == Some(Kind::Version)
    }

    /// Is a long number under the key a name or a count, and no account?
    pub fn is_identifier(self) -> bool {
        matches!(self.kind, Some(Kind::Identifier | Kind::Count | Kind::Date))
    }

    /// Is `value` hidden because of its key? Booleans and `null` are not: `has_password` reveals no password.
    pub fn hides(self, value: &Value<'_>) -> bool {
        match value {
            _ if self.secrecy == Secrecy::Nothing => false,
            Value::Text(text) | Value::Number(text) if self.secrecy == Secrecy::Telephones => is_telephone(text),
            Value::Text(text) if text.is_empty() || text == MASK => false,
            Value::Text(text) if self.secrecy == Secrecy::NoTitles => !is_title(text),
            Value::Text(text) if is_number(text) => self.secrecy == Secrecy::All,
            Value::Text(_) | Value::Raw(_) => self.secrecy != Secrecy::Telephones,
            Value::Number(_) => self.secrecy != Secrecy::Texts,
            _ => false,
        }
    }
}

/// A telephone number has at least seven digits, and otherwise only its usual punctuation.
fn is_telephone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits > 6 && text.bytes().all(|byte| byte.is_ascii_digit() || b" +-()/.".contains(&byte))
}

/// A degree or the name of a standard, as `MSc`, "B.A." and "ERC-20": short, with two capitals.
fn is_title(text: &str) -> bool {
    text.split(", ").all(|part| {
        let capitals = part.bytes().filter(u8::is_ascii_uppercase).count();
        part.len() < 8 && capitals > 1 && part.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase())
    })
}

/// Does a text that cannot be read as what it looks like name a secret anywhere?
pub(super) fn is_named_in(text: &str) -> bool {
    let is_name = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-');
    text.match_indices(['"', '\'', ':', '=']).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default().trim_end_matches('\\');
        Key::new(before.rsplit(|char| !is_name(char)).next().unwrap_or_default()).is_secret()
    })
}
