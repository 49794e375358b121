//! Meta values → typed facts. The key says what a value is, never the value alone; what the host says wins over both.
//!
//! A value that does not fit what its key suggests keeps the form of its own shape: a text stays a text, a number a
//! number. Nothing is lost; what is empty is counted.

mod date;
mod keys;

pub use date::parse as parse_date;
pub use keys::{humanised, kind_of};

use crate::{
    json,
    json::Value,
    lenient::{Context, field, flag},
    model::{Fact, Field, Kind, Meta, Records},
    options::Hint,
    policy::{BLOCK_DEPTH, Sink, text, url::SafeUrl},
    report::Path,
};

/// Columns of a table of records; wider records are lists of maps.
const COLUMNS: usize = 64;
/// Fields that the host can put in order.
const ORDERED: usize = 1_000;

/// Reads a meta value: an object of any keys, or a list of `{ key, label, value, kind }`.
pub fn meta(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Meta {
    let mut meta = Meta::default();
    let mut ordered = Vec::new();
    match value {
        Value::Map(entries) => {
            for (key, value) in entries {
                let hint = context.options.hint(key).cloned().unwrap_or_default();
                add(&mut meta, &mut ordered, Named { key, value, hint }, context, &path.key(key));
            }
        }
        Value::List(rows) => {
            for (index, row) in rows.iter().enumerate() {
                if let Some(named) = named(row, context) {
                    add(&mut meta, &mut ordered, named, context, &path.item(index));
                } else if *row != Value::Null {
                    context.wrong_shape(row, "{ key, value }", &path.item(index));
                }
            }
        }
        // PHP writes an empty object as `[]`, `false` or "".
        Value::Null | Value::Bool(false) => {}
        Value::Text(text) if text.is_empty() => {}
        other => context.wrong_shape(other, "an object", path),
    }
    let mut unordered = std::mem::take(&mut meta.fields);
    for (_, field) in ordered {
        meta.fields.push(field);
    }
    meta.fields.append(&mut unordered);
    meta
}

/// A field before it is typed.
struct Named<'v, 'a> {
    key: &'v str,
    value: &'v Value<'a>,
    hint: Hint,
}

fn named<'v, 'a>(row: &'v Value<'a>, context: &mut Context<'_>) -> Option<Named<'v, 'a>> {
    let word = |name: &str| match field(row, name) {
        Some(Value::Text(text)) => Some(text.as_ref()),
        _ => None,
    };
    let key = word("key").or_else(|| word("name")).or_else(|| word("label"))?;
    let host = context.options.hint(key).cloned().unwrap_or_default();
    let hint = Hint {
        label: host.label.clone().or_else(|| word("label").map(text::line)),
        kind: host.kind.or_else(|| word("kind").and_then(Kind::parse)),
        ..host
    };
    Some(Named { key, value: field(row, "value").unwrap_or(&Value::Null), hint })
}

/// Fields to which the host has given an order, smallest first. They come before the others.
type Ordered = Vec<(u32, Field)>;

fn add(meta: &mut Meta, into: &mut Ordered, named: Named<'_, '_>, context: &mut Context<'_>, path: &Path<'_>) {
    let Named { key, value, hint } = named;
    if hint.hidden {
        return;
    }
    let kind = hint.kind.or_else(|| kind_of(key, None));
    let mut reading = Reading { context, depth: 0 };
    match reading.fact(value, kind, path) {
        None => meta.empty += 1,
        Some(fact) => {
            let label = hint.label.unwrap_or_else(|| humanised(key));
            let field = Field { key: text::line(key), label, fact };
            match hint.order {
                Some(order) if into.len() < ORDERED => {
                    into.insert(into.partition_point(|(before, _)| *before <= order), (order, field));
                }
                _ => meta.fields.push(field),
            }
        }
    }
}

/// One value on its way to a fact.
struct Reading<'r, 'c> {
    context: &'r mut Context<'c>,
    depth: usize,
}

impl Reading<'_, '_> {
    /// `None` for what is empty.
    fn fact(&mut self, value: &Value<'_>, kind: Option<Kind>, path: &Path<'_>) -> Option<Fact> {
        match value {
            Value::Null => None,
            Value::Bool(flag) => Some(Fact::Flag(*flag)),
            Value::Raw(raw) => Some(Fact::Code((*raw).to_string())),
            Value::Number(word) => Some(scalar(word, kind).unwrap_or_else(|| Fact::Number(word.to_string()))),
            Value::Text(untrusted) => self.text(untrusted, kind, path),
            Value::List(_) | Value::Map(_) if self.depth >= BLOCK_DEPTH => {
                self.context.notice(path, "shown as raw JSON", "facts nest 32 levels at most");
                Some(Fact::Code(json::write(value)))
            }
            Value::List(items) => self.deeper(|reading| reading.list(items, kind, path)),
            Value::Map(_) if kind == Some(Kind::Image) && field(value, "src").is_some() => self.image(value, path),
            Value::Map(entries) => self.deeper(|reading| reading.map(entries, kind, path)),
        }
    }

    fn deeper(&mut self, read: impl FnOnce(&mut Self) -> Option<Fact>) -> Option<Fact> {
        self.depth += 1;
        let fact = read(self);
        self.depth -= 1;
        fact
    }

    fn text(&mut self, untrusted: &str, kind: Option<Kind>, path: &Path<'_>) -> Option<Fact> {
        let clean = text::prose(untrusted);
        let clean = clean.trim();
        if clean.is_empty() {
            return None;
        }
        if let Some(fact) = scalar(clean, kind) {
            return Some(fact);
        }
        let web = clean.starts_with("http://") || clean.starts_with("https://");
        match kind {
            Some(Kind::Image) if web => self.image(&Value::Text(clean.into()), path),
            Some(Kind::Code) => Some(Fact::Code(text::prose(untrusted))),
            _ if web && !clean.contains(char::is_whitespace) => Some(self.link(clean, path)),
            Some(Kind::Link) if clean.contains(':') || clean.starts_with(['/', '#', '?', '.']) => {
                Some(self.link(clean, path))
            }
            _ => Some(Fact::Text(clean.to_string())),
        }
    }

    /// A refused address is still a text.
    fn link(&mut self, untrusted: &str, path: &Path<'_>) -> Fact {
        match SafeUrl::parse(untrusted, Sink::Link, self.context.base.as_ref()) {
            Ok(url) => Fact::Link(url, untrusted.to_string()),
            Err(refusal) => {
                self.context.notice(path, "address shown as text", refusal.why());
                Fact::Text(untrusted.to_string())
            }
        }
    }

    fn image(&mut self, value: &Value<'_>, path: &Path<'_>) -> Option<Fact> {
        let image = crate::formats::image(value, self.context, path);
        (!image.is_empty()).then(|| Fact::Image(Box::new(image)))
    }

    fn list(&mut self, items: &[Value<'_>], kind: Option<Kind>, path: &Path<'_>) -> Option<Fact> {
        if let Some(keys) = columns(items).filter(|_| items.len() > 1 || kind == Some(Kind::Records)) {
            return Some(Fact::Records(self.records(items, &keys, path)));
        }
        let mut facts = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            facts.extend(self.fact(item, kind, &path.item(index)));
        }
        (!facts.is_empty()).then_some(Fact::List(facts))
    }

    fn map(&mut self, entries: &Entries<'_>, kind: Option<Kind>, path: &Path<'_>) -> Option<Fact> {
        let mut fields = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            if let Some(fact) = self.fact(value, kind_of(key, kind), &path.key(key)) {
                fields.push(Field { key: text::line(key), label: humanised(key), fact });
            }
        }
        (!fields.is_empty()).then_some(Fact::Map(fields))
    }

    fn records(&mut self, items: &[Value<'_>], keys: &[&str], path: &Path<'_>) -> Records {
        let row = |reading: &mut Self, (index, item): (usize, &Value<'_>)| {
            let path = path.item(index);
            let cell =
                |key: &&str| item.get(key).and_then(|value| reading.fact(value, kind_of(key, None), &path.key(key)));
            keys.iter().map(cell).collect()
        };
        Records {
            rows: items.iter().enumerate().map(|item| row(self, item)).collect(),
            columns: keys.iter().map(|key| humanised(key)).collect(),
        }
    }
}

type Entries<'a> = [(std::borrow::Cow<'a, str>, Value<'a>)];

/// The columns of a list of maps, in the order in which their keys first appear. `None` where a table would not do: for
/// other lists, past [`COLUMNS`], and where most cells would be missing (a sparse table is far larger than its input).
fn columns<'v>(items: &'v [Value<'_>]) -> Option<Vec<&'v str>> {
    let mut keys: Vec<&str> = Vec::new();
    let mut values = 0;
    for item in items {
        let Value::Map(entries) = item else { return None };
        values += entries.len();
        for (key, _) in entries {
            if !keys.contains(&key.as_ref()) {
                keys.push(key);
            }
            if keys.len() > COLUMNS {
                return None;
            }
        }
    }
    (!keys.is_empty() && keys.len() * items.len() <= 4 * values).then_some(keys)
}

/// The fact that `kind` makes of a word, when the word fits it.
fn scalar(word: &str, kind: Option<Kind>) -> Option<Fact> {
    let owned = || word.to_string();
    match kind? {
        Kind::Count => is_number(word).then(|| Fact::Count(owned())),
        Kind::Number => is_number(word).then(|| Fact::Number(owned())),
        Kind::Measure => is_number(word).then(|| Fact::Measure(owned())),
        Kind::Duration => is_number(word).then(|| Fact::Duration(owned())),
        Kind::Date => parse_date(word).map(Fact::Date),
        Kind::Flag => flag(&Value::Text(word.into())).map(Fact::Flag),
        Kind::Identifier => (!word.contains(char::is_whitespace)).then(|| Fact::Identifier(owned())),
        Kind::Version => Some(Fact::Version(text::line(word))),
        Kind::Tag => (text::length(word) <= 40).then(|| Fact::Tag(text::line(word))),
        Kind::Text => Some(Fact::Text(owned())),
        Kind::Link | Kind::Image | Kind::Code | Kind::List | Kind::Map | Kind::Records => None,
    }
}

/// Digits, with a sign, a point or an exponent as JSON writes them.
fn is_number(word: &str) -> bool {
    matches!(json::read(word), Ok(json::Document { value: Value::Number(_), .. }))
}
