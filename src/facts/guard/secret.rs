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
    /// Texts alone: a number of tokens is no secret.
    Texts,
    All,
}

/// What holds for the values under a key.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rule {
    /// Does the host let it through?
    pub is_allowed: bool,
    /// Are four numbers under it a version?
    pub is_version: bool,
    /// Are its parts one text?
    pub is_caption: bool,
    secrecy: Secrecy,
}

impl Rule {
    /// What holds under `key`, read as `name`, within something for which `around` holds.
    pub fn of(key: &str, name: &Key, around: Rule) -> Rule {
        let own = match name.is_secret() {
            false => Secrecy::Nothing,
            true if name.is_plural() => Secrecy::Texts,
            true => Secrecy::All,
        };
        Rule {
            is_allowed: false,
            is_version: name.kind(None) == Some(Kind::Version),
            is_caption: key == "caption",
            secrecy: own.max(around.secrecy),
        }
    }

    /// Is `value` to be hidden for its key alone? Yes, no and nothing are not: `has_password` tells no password.
    pub fn hides(self, value: &Value<'_>) -> bool {
        if self.secrecy == Secrecy::Nothing {
            return false;
        }
        match value {
            Value::Text(text) if text.is_empty() || text == MASK => false,
            Value::Text(text) if is_number(text) => self.secrecy == Secrecy::All,
            Value::Text(_) | Value::Raw(_) => true,
            Value::Number(_) => self.secrecy == Secrecy::All,
            _ => false,
        }
    }
}

/// Does a text that cannot be read as what it looks like name a secret anywhere?
pub(super) fn is_named_in(text: &str) -> bool {
    let is_name = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-');
    text.match_indices(['"', '\'', ':', '=']).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default().trim_end_matches('\\');
        Key::new(before.rsplit(|char| !is_name(char)).next().unwrap_or_default()).is_secret()
    })
}
