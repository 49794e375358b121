//! Reading a meta, at once or in parts.

use super::{AT_ONCE, groups::grouped, mend::Entries, progress::Progress, sorting::Sorting};
use crate::{
    context::Context,
    json::Value,
    model::{Facts, Row},
    report::{NoticeCode, Path},
};
use std::borrow::Cow;

impl Progress {
    /// Reads `rows` more entries of `value` into `facts`; all at once if the host orders fields. Are there more?
    pub fn go_on(
        &mut self,
        facts: &mut Facts,
        value: &Value<'_>,
        context: &mut Context<'_>,
        path: &Path<'_>,
        rows: usize,
    ) -> bool {
        let lone = [(Cow::Borrowed("value"), lone(value))];
        let (entries, items): (&Entries<'_>, &[Value<'_>]) = match value {
            Value::Map(entries) => (entries, &[]),
            Value::List(items) => (&[], items),
            Value::Null | Value::Bool(false) => (&[], &[]),
            Value::Text(text) if text.is_empty() => (&[], &[]),
            _ => (&lone, &[]),
        };
        facts.given = entries.len() + items.len();
        let is_sorted = context.options.fields.iter().any(|hint| hint.order.is_some());
        let end = if is_sorted || facts.given <= AT_ONCE { facts.given } else { self.next.saturating_add(rows) };
        let mut sorting = Sorting { context, facts, progress: self };
        sorting.begin(value, entries, path);
        sorting.entries(entries, end, path);
        sorting.items(items, end, path);
        let is_whole = self.next >= facts.given;
        if is_whole {
            self.finish(facts, value, context, path);
        }
        !is_whole
    }

    fn finish(&mut self, facts: &mut Facts, value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) {
        facts.source.push(if matches!(value, Value::List(_)) { ']' } else { '}' });
        facts.is_whole = true;
        let mut rows: Vec<Row> = std::mem::take(&mut self.ordered).into_iter().map(|(_, row)| row).collect();
        rows.append(&mut facts.rows);
        if facts.given <= AT_ONCE {
            facts.internal.extend(take_repeated(&mut rows, &facts.source));
        }
        if !facts.internal.is_empty() {
            let many = if facts.internal.len() == 1 { " internal field is" } else { " internal fields are" };
            let fields = [&facts.internal.len().to_string(), many].concat();
            context.detailed_notice(
                path,
                NoticeCode::InternalFields,
                &fields,
                "these are keys of programs; a hint in the option fields shows one",
            );
        }
        facts.rows = grouped(rows);
    }
}

/// Takes out rows with the label and JSON of an earlier row: content systems repeat a field under several keys.
fn take_repeated(rows: &mut Vec<Row>, source: &str) -> Vec<Row> {
    let json = |row: &Row| source.get(row.source.clone());
    let (mut kept, mut taken): (Vec<Row>, Vec<Row>) = (Vec::with_capacity(rows.len()), Vec::new());
    for row in std::mem::take(rows) {
        let is_same =
            |other: &Row| other.field.label.eq_ignore_ascii_case(&row.field.label) && json(other) == json(&row);
        if kept.iter().any(is_same) { taken.push(row) } else { kept.push(row) }
    }
    *rows = kept;
    taken
}

/// A scalar value, to be the only field.
fn lone<'a>(value: &Value<'a>) -> Value<'a> {
    if matches!(value, Value::List(_) | Value::Map(_)) { Value::Null } else { value.clone() }
}
