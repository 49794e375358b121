//! Reads one value as a fact.

mod object;
mod records;
mod words;

use super::{DEPTH, is_number, keys::Key};
use crate::{
    coerce::flag,
    context::Context,
    images,
    json::{self, Value},
    model::{Date, Fact, Kind},
    options::Hint,
    policy::text,
    report::{NoticeCode, Path},
    scan::length,
};

/// The state of reading the value of one field.
pub(super) struct Reading<'r, 'c> {
    pub context: &'r mut Context<'c>,
    /// Words that the host gives for the values of this field.
    pub words: Vec<(String, String)>,
    /// Does the host let its key through the guard?
    pub is_allowed: bool,
    /// Does it look different from the input?
    pub is_mended: bool,
    depth: usize,
}

impl<'r, 'c> Reading<'r, 'c> {
    pub fn new(context: &'r mut Context<'c>, words: Vec<(String, String)>) -> Self {
        Reading { context, words, is_allowed: false, is_mended: false, depth: 0 }
    }

    /// The fact under a key. `None` for what is empty.
    pub fn entry(&mut self, key: &Key, value: &Value<'_>, kind: Option<Kind>, path: &Path<'_>) -> Option<Fact> {
        if matches!(value, Value::Bool(false)) {
            match kind {
                None if key.is_container() => return None,
                // A key for a date may also be a flag: `"published": false`.
                Some(Kind::Date) if key.is_participle() => return Some(Fact::Flag(false)),
                _ => {}
            }
        }
        self.fact(value, kind, path)
    }

    /// The same with the host's words for its values.
    pub fn hinted(
        &mut self,
        key: &Key,
        hint: &Hint,
        value: &Value<'_>,
        kind: Option<Kind>,
        path: &Path<'_>,
    ) -> Option<Fact> {
        if hint.labels.is_empty() {
            return self.entry(key, value, kind, path);
        }
        let words = std::mem::replace(&mut self.words, hint.labels.clone());
        let fact = self.entry(key, value, kind, path);
        self.words = words;
        fact
    }

    /// `None` for what is empty.
    pub fn fact(&mut self, value: &Value<'_>, kind: Option<Kind>, path: &Path<'_>) -> Option<Fact> {
        match value {
            Value::Null => None,
            Value::Bool(flag) => self.flag(*flag, kind),
            Value::Raw(raw) => Some(Fact::Deep((*raw).to_string())),
            Value::Number(word) if kind == Some(Kind::Date) && word == "0" => None,
            Value::Number(word) => Some(self.number(word, kind)),
            Value::Text(untrusted) => self.text(untrusted, kind, path),
            Value::List(_) | Value::Map(_) if self.depth >= DEPTH => {
                self.context.notice(path, NoticeCode::FactsTooDeep, "facts nest 8 levels at most");
                Some(Fact::Deep(json::write(value)))
            }
            Value::List(items) => self.deeper(|reading| reading.list(items, kind, path)),
            Value::Map(entries) => self.deeper(|reading| reading.map(value, entries, kind, path)),
        }
    }

    fn deeper(&mut self, read: impl FnOnce(&mut Self) -> Option<Fact>) -> Option<Fact> {
        self.depth += 1;
        let fact = read(self);
        self.depth -= 1;
        fact
    }

    /// Adds a mending step to the report, and marks the field so that its JSON is offered.
    pub fn mended(&mut self, path: &Path<'_>, (code, why): (NoticeCode, &str)) {
        self.is_mended = true;
        self.context.notice(path, code, why);
    }

    /// Yes or no. Under a key of another kind `false` is PHP's way to write an empty value.
    fn flag(&self, flag: bool, kind: Option<Kind>) -> Option<Fact> {
        let word = self.word(if flag { "1" } else { "0" }).or_else(|| self.word(if flag { "true" } else { "false" }));
        match (word, kind) {
            (Some(word), _) => Some(word),
            (None, None | Some(Kind::Flag | Kind::Text | Kind::Tag)) => Some(Fact::Flag(flag)),
            (None, Some(_)) => flag.then_some(Fact::Flag(true)),
        }
    }

    fn number(&self, word: &str, kind: Option<Kind>) -> Fact {
        let known = self.word(word).or_else(|| scalar(word, kind));
        known.unwrap_or_else(|| Fact::Number(word.to_string()))
    }

    /// The host's word for a value.
    fn word(&self, value: &str) -> Option<Fact> {
        self.words.iter().find(|(known, _)| known == value).map(|(_, word)| Fact::Text(word.clone()))
    }

    pub fn image(&mut self, value: &Value<'_>, path: &Path<'_>) -> Option<Fact> {
        let image = images::image(value, self.context, path);
        (!image.is_empty()).then(|| Fact::Image(Box::new(image)))
    }

    pub fn list(&mut self, items: &[Value<'_>], kind: Option<Kind>, path: &Path<'_>) -> Option<Fact> {
        if let Some(records) = self.records(items, kind, path) {
            return Some(Fact::Records(records));
        }
        let mut facts = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            facts.extend(self.fact(item, kind, &path.item(index)));
        }
        // Empty items are only in the JSON.
        self.is_mended |= facts.len() < items.len();
        (!facts.is_empty()).then_some(Fact::List(facts))
    }
}

/// The word as a fact of this `kind`. `None` when it does not fit.
fn scalar(word: &str, kind: Option<Kind>) -> Option<Fact> {
    let owned = || word.to_string();
    match kind? {
        Kind::Count => is_number(word).then(|| Fact::Count(owned())),
        Kind::Number => is_number(word).then(|| Fact::Number(owned())),
        Kind::Measure => is_number(word).then(|| Fact::Measure(owned())),
        Kind::Duration => is_number(word).then(|| Fact::Duration(owned())),
        Kind::Date => Date::parse(word).or_else(|| Date::from_epoch(word)).map(Fact::Date),
        Kind::Flag => flag(&Value::Text(word.into())).map(Fact::Flag),
        Kind::Identifier => (!word.contains(char::is_whitespace)).then(|| Fact::Identifier(owned())),
        Kind::Version => Some(Fact::Version(text::line(word))),
        Kind::Tag => (length(word) <= 40).then(|| Fact::Tag(text::line(word))),
        Kind::Text => Some(Fact::Text(owned())),
        Kind::Link | Kind::Image | Kind::Code | Kind::List | Kind::Map | Kind::Records => None,
    }
}
