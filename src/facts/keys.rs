//! What a key says: the kind of its value, its group, the label it makes.

use super::lexicon::{self, meaning};
use crate::{
    model::{Group, Kind},
    policy::{is_one_of, text},
};

/// Bytes of a key that are read.
const LONGEST: usize = 160;

/// A key, read.
pub struct Key {
    /// Its words in lower case, with a space between them.
    words: String,
    /// What the first and the last of them mean, and all together.
    first: u32,
    last: u32,
    all: u32,
    /// The key as a label, where it has no words.
    whole: String,
}

impl Key {
    /// Reads a key: its words end at what is no letter or digit, before a capital after a small letter, and before the last
    /// capital of several. Only ASCII is folded and cut: keys are names in programs, and the tables for all of Unicode weigh
    /// 8 KB. Of a very long key the beginning is read.
    pub fn new(key: &str) -> Key {
        let line = text::line(key.get(..key.floor_char_boundary(LONGEST)).unwrap_or(key));
        let mut key = Key { words: words(&line), first: 0, last: 0, all: 0, whole: line };
        for (index, word) in key.words.split(' ').enumerate() {
            let numbered = word.trim_end_matches(|char: char| char.is_ascii_digit());
            key.last = match meaning(word) {
                0 if numbered.len() < word.len() => meaning(numbered),
                meaning => meaning,
            };
            key.all |= key.last;
            if index == 0 {
                key.first = key.last;
            }
        }
        key
    }

    /// The kind that it suggests. Under a key for flags or measures every value is one; under one for counts, dates, links or
    /// images those are whose own key says nothing else.
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
        if self.words.is_empty() {
            return self.whole.clone();
        }
        let mut label = String::with_capacity(self.words.len());
        for word in self.words.split(' ') {
            let from = label.len() + usize::from(!label.is_empty());
            label.push_str(if label.is_empty() { "" } else { " " });
            label.push_str(word);
            let end = if meaning(word) & lexicon::CAPITALS != 0 { label.len() } else { from + usize::from(from == 0) };
            // The first letter may be none of ASCII.
            if let Some(letters) = label.get_mut(from..end) {
                letters.make_ascii_uppercase();
            }
        }
        label
    }

    /// Does it name a secret?
    pub fn is_secret(&self) -> bool {
        self.all & lexicon::SECRET != 0
            || self.last & lexicon::SECRET_END != 0
            || (self.all & lexicon::SECRET_PAIR != 0 && self.has_pair())
    }

    /// Does it end in a word for several things, or in one that counts them?
    pub fn is_plural(&self) -> bool {
        self.words.ends_with('s') || lexicon::kind(self.last) == Some(Kind::Count)
    }

    /// Does it end in a word such as `published`?
    pub fn is_participle(&self) -> bool {
        self.words.ends_with("ed")
    }

    fn has_pair(&self) -> bool {
        let next = self.words.split(' ').skip(1);
        self.words.split(' ').zip(next).any(|(one, two)| is_one_of(&[one, "_", two].concat(), lexicon::PAIRS))
    }

    /// Does `false` under it say that there is nothing, as `"gallery": false` does? Under a key for a flag it says no.
    pub fn is_container(&self) -> bool {
        self.last & lexicon::CONTAINER != 0
    }
}

/// The words of a key in lower case, with a space between them.
fn words(line: &str) -> String {
    let mut words = String::with_capacity(line.len() + 4);
    let mut before = ' ';
    let mut chars = line.chars().peekable();
    while let Some(char) = chars.next() {
        let is_part = char.is_ascii_alphanumeric() || !char.is_ascii();
        let next = chars.peek().copied().unwrap_or(' ');
        // `APIToken`, but not `URLs`.
        let ends_capitals = before.is_ascii_uppercase() && next.is_ascii_lowercase() && next != 's';
        let begins = char.is_ascii_uppercase() && (before.is_ascii_lowercase() || ends_capitals);
        if (!is_part || begins) && !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
        if is_part {
            words.push(char.to_ascii_lowercase());
        }
        before = char;
    }
    words.truncate(words.trim_end().len());
    words
}

/// The kind that `key` suggests.
pub fn kind_of(key: &str, parent: Option<Kind>) -> Option<Kind> {
    Key::new(key).kind(parent)
}

/// The label that `key` makes.
pub fn humanised(key: &str) -> String {
    Key::new(key).label()
}
