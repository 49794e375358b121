//! Secrets behind their names in a text: `token=…` in an address or a cookie, `api_key: …` in a note.

use super::{secret::Rule, spot::Spot};
use crate::{facts::keys::Key, json::Value};

/// What stands between a name and its value. In an address within an address `=` is escaped.
const SIGNS: [&str; 3] = ["=", "%3D", ":"];

/// Adds the secrets in a text.
pub(super) fn secrets(text: &str, found: &mut Vec<Spot>) {
    for sign in SIGNS {
        let mut done = 0;
        for (at, _) in text.match_indices(sign) {
            if at < done || !is_name_of_secret(text.get(done..at).unwrap_or_default()) {
                continue;
            }
            let rest = text.get(at + sign.len()..).unwrap_or_default();
            let value = rest.trim_start_matches(' ');
            // Behind a colon may follow a sentence: a secret there has a digit.
            let is_prose = sign == ":";
            if !is_prose && value.len() < rest.len() {
                continue;
            }
            let from = at + sign.len() + rest.len() - value.len();
            let length = value.find(ends).unwrap_or(value.len());
            let value = value.get(..length).unwrap_or_default();
            done = from + length;
            if !value.is_empty() && (!is_prose || value.bytes().any(|byte| byte.is_ascii_digit())) {
                found.push(Spot { from, to: done, what: "it holds a secret" });
            }
        }
    }
}

/// Does a text end in the name of a secret?
fn is_name_of_secret(text: &str) -> bool {
    let is_name = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-');
    let name = text.rsplit(|char| !is_name(char)).next().unwrap_or_default();
    // An escape before the name is no part of it: `%3Faccess_token`.
    let escape =
        text.len().checked_sub(name.len() + 1).and_then(|at| text.get(at..)).filter(|rest| rest.starts_with('%'));
    let name = if escape.is_some() { name.get(2..).unwrap_or_default() } else { name };
    Rule::of(name, &Key::new(name), Rule::default()).hides(&Value::Text("x7".into()))
}

fn ends(char: char) -> bool {
    char.is_whitespace() || "&;%\"'<>,#".contains(char)
}
