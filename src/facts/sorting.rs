//! Turns entries of a meta into rows: masks them, writes them into the source, reads them, and sorts them into lists.

mod items;

use super::{
    AT_ONCE, guard,
    keys::Key,
    lexicon::is_internal,
    mend::{self, Entries},
    progress::Progress,
    reading::Reading,
};
use crate::{
    context::Context,
    json::{self, Value, push_quoted},
    model::{Fact, Facts, Group, Row},
    options::Hint,
    report::{NoticeCode, Path},
};
use std::ops::Range;

/// Fields that the host can put in order.
const ORDERED: usize = 1_000;

/// An entry of the meta before it is read.
struct Entry<'v> {
    key: &'v str,
    /// The masked key, and the same parsed.
    shown: &'v str,
    name: Key,
    hint: Hint,
    /// Where its JSON stands in the source.
    source: Range<usize>,
    is_folded: bool,
}

/// Sorts fields into the lists of [`Facts`].
pub(super) struct Sorting<'s, 'c> {
    pub context: &'s mut Context<'c>,
    pub facts: &'s mut Facts,
    pub progress: &'s mut Progress,
}

impl Sorting<'_, '_> {
    /// Notes what holds for all entries, before the first is read.
    pub fn begin(&mut self, value: &Value<'_>, entries: &Entries<'_>, path: &Path<'_>) {
        if !self.facts.source.is_empty() {
            return;
        }
        self.facts.source.push(if matches!(value, Value::List(_)) { '[' } else { '{' });
        self.progress.is_wrapped = mend::is_wrapped(entries);
        if self.facts.given > AT_ONCE && self.context.options.fields.iter().any(|hint| hint.group.is_some()) {
            self.context.notice(path, NoticeCode::GroupsIgnored, "more than 1,000 fields have none");
        }
        if self.progress.is_wrapped {
            self.context.notice(path, NoticeCode::ListsUnwrapped, "every value is a list of one");
        }
    }

    /// Adds the entries of an object up to `end`.
    pub fn entries(&mut self, entries: &Entries<'_>, end: usize, path: &Path<'_>) {
        while let Some(rest) = entries.get(self.progress.next..end.min(entries.len())) {
            let Some((key, value)) = rest.first() else { return };
            let shown = guard::guarded_key(key, self.context);
            let path = path.key(&shown);
            // Entries of one field are adjacent, possibly beyond `end`.
            let all = entries.get(self.progress.next..).unwrap_or_default();
            if let Some(folded) = mend::folded(all, &self.context.lang) {
                self.fold(all.get(..folded.count).unwrap_or(all), &path);
                self.progress.next += folded.count;
            } else {
                self.single(key, &shown, value, &path);
                self.progress.next += 1;
            }
        }
    }

    /// Adds the items of a list up to `end`.
    pub fn items(&mut self, items: &[Value<'_>], end: usize, path: &Path<'_>) {
        while let Some(row) = items.get(..end.min(items.len())).and_then(|items| items.get(self.progress.next)) {
            self.item(row, self.progress.next, path);
            self.progress.next += 1;
        }
    }

    fn single(&mut self, key: &str, shown: &str, value: &Value<'_>, path: &Path<'_>) {
        let hint = self.hint(key);
        if hint.hidden == Some(true) {
            return;
        }
        let name = Key::new(key);
        let value = guard::guarded(key, &name, value, self.context, path);
        let source = self.write(Some(shown), &value);
        let name = if shown == key { name } else { Key::new(shown) };
        let held = match value.as_ref() {
            Value::List(items) if self.progress.is_wrapped => items.first().unwrap_or(&value),
            held => held,
        };
        self.sort(Entry { key, shown, name, hint, source, is_folded: false }, held, path);
    }

    /// Adds the field that several entries make together.
    fn fold(&mut self, members: &Entries<'_>, path: &Path<'_>) {
        let key = members.first().map(|(key, _)| key.as_ref()).unwrap_or_default();
        let hint = self.hint(key);
        if hint.hidden == Some(true) {
            return;
        }
        let from = self.facts.source.len() + usize::from(self.facts.source.len() > 1);
        let mut guarded = Vec::with_capacity(members.len());
        for (key, value) in members {
            if self.hint(key).hidden == Some(true) {
                continue;
            }
            let value = guard::guarded(key, &Key::new(key), value, self.context, path).into_owned();
            self.write(Some(&guard::guarded_key(key, self.context)), &value);
            guarded.push((key.clone(), value));
        }
        let source = from..self.facts.source.len();
        let value = match mend::folded(&guarded, &self.context.lang) {
            Some(folded) => {
                self.context.notice(path, folded.step.0, folded.step.1);
                folded.value
            }
            // Where the host hides too many of them, only the first is used.
            None => guarded.into_iter().next().map_or(Value::Null, |(_, value)| value),
        };
        let shown = guard::guarded_key(key, self.context);
        let name = Key::new(&shown);
        self.sort(Entry { key, shown: &shown, name, hint, source, is_folded: true }, &value, path);
    }

    fn hint(&self, key: &str) -> Hint {
        self.context.options.hint(key).cloned().unwrap_or_default()
    }

    /// Adds an entry to the source, under its masked key. Returns the range of its value there.
    fn write(&mut self, key: Option<&str>, value: &Value<'_>) -> Range<usize> {
        let source = &mut self.facts.source;
        if !source.ends_with(['{', '[']) || source.len() > 1 {
            source.push(',');
        }
        if let Some(key) = key {
            push_quoted(source, key);
            source.push(':');
        }
        let from = source.len();
        json::push(source, value);
        from..source.len()
    }

    /// Reads the value and puts the field where it belongs.
    fn sort(&mut self, entry: Entry<'_>, value: &Value<'_>, path: &Path<'_>) {
        let Entry { key, shown, name, hint, source, is_folded } = entry;
        let kind = hint.kind.or_else(|| name.kind(None));
        let is_allowed = self.context.options.allow.iter().any(|allowed| allowed == key);
        let mut reading = Reading::new(self.context, hint.labels.clone());
        reading.is_allowed = is_allowed;
        let fact = reading.entry(&name, value, kind, path);
        let is_mended = reading.is_mended || is_folded;
        let is_empty = fact.is_none();
        let is_internal = is_internal(key) && self.context.options.hint(key).is_none();
        let fact = fact.unwrap_or_else(|| Fact::Code(json::write(value)));
        let group = match &hint.group {
            _ if self.facts.given > AT_ONCE => Group::None,
            Some(name) => Group::Named(name.clone()),
            None => name.group(kind),
        };
        let order = hint.order;
        let field = name.field(shown, hint, fact);
        let row = Row { field, group, source, is_folded, is_mended };
        let Sorting { facts, progress: Progress { ordered, .. }, .. } = self;
        match order {
            _ if is_internal => facts.internal.push(row),
            _ if is_empty => facts.empty.push(row),
            Some(order) if ordered.len() < ORDERED => {
                let place = ordered.partition_point(|(before, _)| *before <= order);
                ordered.insert(place, (order, row));
            }
            _ => facts.rows.push(row),
        }
    }
}
