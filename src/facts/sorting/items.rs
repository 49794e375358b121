//! Metas that are lists: rows of the form `{ key, label, value, kind }`, or bare values.

use super::{Entry, Sorting};
use crate::{
    coerce::field,
    facts::{guard, keys::Key},
    json::Value,
    model::Kind,
    options::Hint,
    policy::text,
    report::Path,
};

impl Sorting<'_, '_> {
    /// Adds one item.
    pub(super) fn item(&mut self, row: &Value<'_>, index: usize, path: &Path<'_>) {
        let path = path.item(index);
        let number = (index + 1).to_string();
        let guarded = guard::guarded(&number, &Key::new(&number), row, self.context, &path).into_owned();
        let (key, hint, value) = self
            .named(row, &guarded)
            .unwrap_or_else(|| (&number, Hint { label: Some(number.clone()), ..self.hint(&number) }, &guarded));
        if hint.hidden != Some(true) {
            let source = self.write(None, &guarded);
            let shown = guard::guarded_key(key, self.context);
            let name = Key::new(&shown);
            self.sort(Entry { key, shown: &shown, name, hint, source, is_folded: false }, value, &path);
        }
    }

    /// The key of a row of the form `{ key, label, value, kind }`, its hint and its guarded value.
    fn named<'v, 'a>(&self, row: &'v Value<'a>, guarded: &'v Value<'a>) -> Option<(&'v str, Hint, &'v Value<'a>)> {
        let key = named_key(row)?;
        let word = |name: &str| field(guarded, name).and_then(text_of);
        let host = self.hint(key);
        let hint = Hint {
            label: host.label.clone().or_else(|| word("label").map(text::line)),
            kind: host.kind.or_else(|| word("kind").and_then(Kind::parse)),
            ..host
        };
        Some((key, hint, guarded.get("value")?))
    }
}

/// The key that a row of the form `{ key, label, value, kind }` names.
fn named_key<'v>(row: &'v Value<'_>) -> Option<&'v str> {
    let word = |name: &str| field(row, name).and_then(text_of);
    row.get("value")?;
    word("key").or_else(|| word("name")).or_else(|| word("label"))
}

fn text_of<'v>(value: &'v Value<'_>) -> Option<&'v str> {
    if let Value::Text(text) = value { Some(text) } else { None }
}
