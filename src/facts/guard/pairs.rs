//! Secrets behind their names in a text: `token=…` in an address or a cookie, `api_key: …` in a note.

use super::{secret::Rule, spot::Spot};
use crate::{facts::keys::Key, json::Value};

/// Separators between a name and its value. In a URL within a URL `=` is escaped.
const SIGNS: [&str; 3] = ["=", "%3D", ":"];

/// Adds the secrets in a text.
pub(super) fn secrets(text: &str, found: &mut Vec<Spot>) {
    for sign in SIGNS {
        let mut done = 0;
        for (at, _) in text.match_indices(sign) {
            if at < done {
                continue;
            }
            let rule = rule_before(text.get(done..at).unwrap_or_default());
            if !rule.hides(&Value::Text("x7".into())) {
                continue;
            }
            let rest = text.get(at + sign.len()..).unwrap_or_default();
            let value = rest.trim_start_matches(' ');
            let is_prose = sign == ":";
            if !is_prose && value.len() < rest.len() {
                continue;
            }
            let from = at + sign.len() + rest.len() - value.len();
            let length = value.find(ends).unwrap_or(value.len());
            let value = value.get(..length).unwrap_or_default();
            // Each value is checked once: a text may consist of names only.
            done = from + length;
            if (!is_prose || is_code(value)) && rule.hides(&Value::Text(value.into())) {
                found.push(Spot { from, to: done, what: "it holds a secret" });
            }
        }
    }
}

/// The rule for a value after a text that ends in its name.
fn rule_before(text: &str) -> Rule {
    let is_name = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-');
    let name = text.rsplit(|char| !is_name(char)).next().unwrap_or_default();
    // An escape before the name is no part of it: `%3Faccess_token`.
    let is_escaped = text.get(..text.len() - name.len()).is_some_and(|before| before.ends_with('%'));
    let name = if is_escaped { name.get(2..).unwrap_or_default() } else { name };
    Rule::of(name, &Key::new(name), Rule::default())
}

/// Behind a colon may follow a sentence or a number ("Tokens: 128k"): a secret there is of letters and digits, and longer.
fn is_code(value: &str) -> bool {
    let has = |is: fn(&u8) -> bool| value.bytes().any(|byte| is(&byte));
    value.len() > 4 && has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic)
}

fn ends(char: char) -> bool {
    char.is_whitespace() || "&;%\"'<>,#".contains(char)
}
