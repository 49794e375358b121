//! A fingerprint of the input of rendered HTML: an element keeps HTML that was rendered from its own data.
//! `embed/fingerprint.js` does the same; `tests/fixtures/ahead/fingerprints.json` tests both.

use crate::json::Value;

/// The version of the package and of the HTML, and a hash of the post and the options. For a post with an address
/// (`src`), the address replaces the text.
///
/// The hash guards against mistakes, not attackers: whoever can write the HTML of a page needs no collision.
pub fn fingerprint(text: &str, src: Option<&str>, options: &Value<'_>) -> String {
    let mut hash = Hash::default();
    match src {
        Some(src) => hash.add(&["src ", src].concat()),
        None => hash.add(&plain(text)),
    }
    hash.add("\0");
    hash.add(&canonical(options));
    [env!("CARGO_PKG_VERSION"), " 1 ", &hash.text()].concat()
}

/// A text, normalised for a script element: pages escape `<` in different ways and use different line ends.
fn plain(text: &str) -> String {
    let trimmed = text.trim_matches([' ', '\t', '\n', '\r']);
    trimmed.replace("\r\n", "\n").replace('\r', "\n").replace('<', "\\u003c")
}

/// Options with a value, sorted by name. Flags and numbers become text, as in attributes.
fn canonical(options: &Value<'_>) -> String {
    /// Options for where a post is and when it is shown, not how it looks.
    const ELSEWHERE: [&str; 3] = ["src", "loading", "ownHost"];
    const ALL_SECTIONS: &str = "body gallery meta similar";
    let Value::Map(entries) = options else { return String::new() };
    let mut said: Vec<(String, String)> = entries
        .iter()
        .filter(|(name, value)| {
            !ELSEWHERE.contains(&name.as_ref()) && !matches!(value, Value::Null | Value::Bool(false))
        })
        .map(|(name, value)| match (name.as_ref(), value) {
            ("sections", Value::List(names)) => {
                (name.to_string(), names.iter().map(word).collect::<Vec<_>>().join(" "))
            }
            _ => (name.to_string(), word(value)),
        })
        .filter(|(name, value)| name != "sections" || value != ALL_SECTIONS)
        .collect();
    said.sort();
    said.iter().map(|(name, value)| [name, "=", value, ";"].concat()).collect()
}

fn word(value: &Value<'_>) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(text) | Value::Text(text) => text.to_string(),
        Value::Raw(text) => (*text).to_string(),
        Value::List(items) => ["[", &items.iter().map(word).collect::<Vec<_>>().join(","), "]"].concat(),
        Value::Map(entries) => {
            let mut said: Vec<String> =
                entries.iter().map(|(name, value)| [name.as_ref(), ":", &word(value)].concat()).collect();
            said.sort();
            ["{", &said.join(","), "}"].concat()
        }
    }
}

/// 64 bits of the UTF-16 units of a text, in two halves that JavaScript can multiply: FNV-1a, and the same with another prime.
struct Hash {
    halves: [u32; 2],
}

impl Default for Hash {
    fn default() -> Hash {
        Hash { halves: [0x811c_9dc5, 0x9747_b28c] }
    }
}

impl Hash {
    const PRIMES: [u32; 2] = [0x0100_0193, 0x5bd1_e995];

    fn add(&mut self, text: &str) {
        for unit in text.encode_utf16() {
            for (half, prime) in self.halves.iter_mut().zip(Hash::PRIMES) {
                *half = (*half ^ u32::from(unit)).wrapping_mul(prime);
                *half ^= *half >> 15;
            }
        }
    }

    fn text(&self) -> String {
        let [one, other] = self.halves;
        format!("{one:08x}{other:08x}")
    }
}
