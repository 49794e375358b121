//! What a key says: the kind of its value, its group, the label it makes.

use super::{
    is_number,
    lexicon::{self, meaning},
};
use crate::{
    model::{Fact, Field, Group, Kind},
    options::Hint,
    policy::text,
    scan::is_one_of,
};

/// Bytes of a key that are read.
const LONGEST: usize = 160;

/// A parsed key.
pub struct Key {
    /// Its words in lower case, with a space between them.
    words: String,
    /// The meaning bits of the first word, of the last word, and of all words together.
    first: u32,
    last: u32,
    all: u32,
    /// Which of the first words are written in capitals, a bit each.
    capitals: u64,
    /// The key as a label, where it has no words.
    whole: String,
}

impl Key {
    /// Parses a key: words end at characters that are no letter or digit, before a capital after a small letter, and
    /// before the last of several capitals. Only ASCII is folded and cut: keys are names in programs, and the tables
    /// for all of Unicode add 8 KB. Only the beginning of a very long key is read.
    pub fn new(key: &str) -> Key {
        let line = text::line(key.get(..key.floor_char_boundary(LONGEST)).unwrap_or(key));
        let words = words(&line);
        let mut key = Key { words: String::new(), first: 0, last: 0, all: 0, capitals: 0, whole: line };
        for (index, word) in parts(&words).enumerate() {
            let numbered = word.trim_end_matches(|char: char| char.is_ascii_digit());
            let own = meaning(word);
            key.capitals |= u64::from(own & lexicon::CAPITALS != 0).checked_shl(index as u32).unwrap_or(0);
            key.last = match own {
                0 if numbered.len() < word.len() => meaning(numbered),
                meaning => meaning,
            };
            key.all |= key.last;
            if index == 0 {
                key.first = key.last;
            }
        }
        Key { words, ..key }
    }

    /// The kind that it suggests. Under a parent for flags or measures every value has the parent's kind. Under one for
    /// counts, dates, links or images a value has it unless its own key suggests another.
    pub fn kind(&self, parent: Option<Kind>) -> Option<Kind> {
        match parent {
            Some(Kind::Flag | Kind::Measure) => parent,
            Some(Kind::Count | Kind::Date | Kind::Link | Kind::Image) => self.own_kind().or(parent),
            _ => self.own_kind(),
        }
    }

    fn own_kind(&self) -> Option<Kind> {
        if self.first & lexicon::BEGINS_DURATION != 0 && self.last & lexicon::ENDS_DURATION != 0 {
            return Some(Kind::Duration);
        }
        if self.first & lexicon::BEGINS_FLAG != 0 && self.words.contains(' ') {
            return Some(Kind::Flag);
        }
        lexicon::kind(self.last)
    }

    /// The group that it and the kind of its value suggest.
    pub fn group(&self, kind: Option<Kind>) -> Group {
        let is = |meaning: u32| self.all & meaning != 0;
        match kind {
            _ if is(lexicon::QUALITY) => Group::Quality,
            _ if is(lexicon::PROVENANCE) => Group::Provenance,
            _ if is(lexicon::TECHNICAL) => Group::Technical,
            Some(Kind::Measure | Kind::Flag) => Group::Quality,
            Some(Kind::Date) => Group::Provenance,
            Some(Kind::Identifier | Kind::Version | Kind::Code) => Group::Technical,
            _ => Group::Content,
        }
    }

    /// A label: `ai_outline` → "AI outline", `lastReviewed` → "Last reviewed".
    pub fn label(&self) -> String {
        if self.words.is_empty() { self.whole.clone() } else { self.label_of(&self.words) }
    }

    fn label_of(&self, words: &str) -> String {
        let mut label = String::with_capacity(words.len());
        for (index, word) in parts(words).enumerate() {
            let is_capitals = self.capitals.checked_shr(index as u32).unwrap_or(0) & 1 != 0;
            let from = label.len() + usize::from(!label.is_empty());
            label.push_str(if label.is_empty() { "" } else { " " });
            label.push_str(word);
            let end = if is_capitals { label.len() } else { from + usize::from(from == 0) };
            // The first letter may be none of ASCII.
            if let Some(letters) = label.get_mut(from..end) {
                letters.make_ascii_uppercase();
            }
        }
        label
    }

    /// The host's name for a field with this key, or what the key says.
    pub fn named(&self, hint: Hint) -> String {
        hint.label.unwrap_or_else(|| self.label())
    }

    /// The field with this key. A number takes its unit from the key: `took_ms` → "Took", 48 ms.
    pub fn field(&self, key: &str, hint: Hint, fact: Fact) -> Field {
        let digits = match &fact {
            Fact::Number(digits) => Some(digits),
            Fact::Text(digits) if is_number(digits) => Some(digits),
            _ => None,
        };
        let united = digits.zip(self.words.rsplit_once(' ')).filter(|_| hint.label.is_none() && hint.kind.is_none());
        let united = united.and_then(|(digits, (rest, unit))| Some((digits, rest, lexicon::unit(unit)?)));
        let (label, fact) = match united {
            Some((digits, rest, symbol)) => (self.label_of(rest), Fact::Quantity(digits.clone(), symbol)),
            None => (self.named(hint), fact),
        };
        Field { key: text::line(key), label, fact }
    }

    /// Does it name a secret?
    pub fn is_secret(&self) -> bool {
        if self.words.rsplit(' ').next().is_some_and(|last| is_one_of(last, lexicon::ABOUT_SECRETS)) {
            return false;
        }
        self.all & lexicon::SECRET != 0
            || self.last & lexicon::SECRET_END != 0
            || (self.all & lexicon::SECRET_PAIR != 0 && self.has_pair())
    }

    /// Does it end in a plural, or in a word for a count?
    pub fn is_plural(&self) -> bool {
        self.words.ends_with('s') || lexicon::kind(self.last) == Some(Kind::Count)
    }

    /// Does it end in a word such as `published`?
    pub fn is_participle(&self) -> bool {
        self.words.ends_with("ed")
    }

    /// Does it name a telephone?
    pub fn is_telephone(&self) -> bool {
        self.all & lexicon::TELEPHONE != 0
    }

    fn has_pair(&self) -> bool {
        parts(&self.words)
            .zip(parts(&self.words).skip(1))
            .any(|(one, two)| is_one_of(&[one, "_", two].concat(), lexicon::PAIRS))
    }

    /// Does `false` under it say that there is nothing, as `"gallery": false` does? Under a key for a flag it says no.
    pub fn is_container(&self) -> bool {
        self.last & lexicon::CONTAINER != 0
    }
}

/// The words of a text with a space between them.
fn parts(words: &str) -> impl Iterator<Item = &str> {
    // By bytes: the search of the library is made for long texts.
    let mut rest = words;
    std::iter::from_fn(move || {
        let end = rest.bytes().position(|byte| byte == b' ').unwrap_or(rest.len());
        let word = rest.get(..end).filter(|word| !word.is_empty())?;
        rest = rest.get(end + 1..).unwrap_or_default();
        Some(word)
    })
}

/// The words of a key in lower case, with a space between them.
fn words(line: &str) -> String {
    let bytes = line.as_bytes();
    let mut words = Vec::with_capacity(bytes.len() + 4);
    let mut before = b' ';
    for (at, &byte) in bytes.iter().enumerate() {
        // What is not of ASCII goes through as it is.
        let is_part = byte.is_ascii_alphanumeric() || !byte.is_ascii();
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        // `APIToken`, but not `URLs`.
        let ends_capitals = before.is_ascii_uppercase() && next.is_ascii_lowercase() && next != b's';
        let begins = byte.is_ascii_uppercase() && (before.is_ascii_lowercase() || ends_capitals);
        if (!is_part || begins) && !words.is_empty() && !words.ends_with(b" ") {
            words.push(b' ');
        }
        if is_part {
            words.push(byte.to_ascii_lowercase());
        }
        before = byte;
    }
    if words.ends_with(b" ") {
        words.pop();
    }
    String::from_utf8(words).unwrap_or_default()
}

/// The kind that `key` suggests.
pub fn kind_of(key: &str, parent: Option<Kind>) -> Option<Kind> {
    Key::new(key).kind(parent)
}

/// The label that `key` makes.
pub fn humanised(key: &str) -> String {
    Key::new(key).label()
}
