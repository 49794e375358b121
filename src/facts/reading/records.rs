//! A list of objects as a table.

use super::Reading;
use crate::{
    facts::keys::Key,
    json::Value,
    model::{Fact, Kind, Records},
    options::Hint,
    report::Path,
};

/// Columns of a table; wider records are lists of maps.
const COLUMNS: usize = 64;

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

/// A column of a table while it is read.
struct Column {
    key: Key,
    hint: Hint,
}

impl Reading<'_, '_> {
    /// Reads a list of objects as a table. `None` where a table does not fit.
    pub(super) fn records(&mut self, items: &[Value<'_>], kind: Option<Kind>, path: &Path<'_>) -> Option<Records> {
        let keys =
            columns(items).filter(|_| kind != Some(Kind::List) && items.len() > 1 || kind == Some(Kind::Records))?;
        Some(self.table(items, &keys, path))
    }

    /// The union of the columns, and a cell for each record.
    fn table(&mut self, items: &[Value<'_>], keys: &[&str], path: &Path<'_>) -> Records {
        let mut columns = Vec::with_capacity(keys.len());
        for key in keys {
            columns
                .push(Column { key: Key::new(key), hint: self.context.options.hint(key).cloned().unwrap_or_default() });
        }
        let mut rows = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            rows.push(self.record(item, keys, &columns, &path.item(index)));
        }
        Records { rows, columns: columns.into_iter().map(|Column { key, hint }| key.named(hint)).collect() }
    }

    fn record(&mut self, item: &Value<'_>, keys: &[&str], columns: &[Column], path: &Path<'_>) -> Vec<Option<Fact>> {
        let mut cells = Vec::with_capacity(keys.len());
        for (name, Column { key, hint }) in keys.iter().zip(columns) {
            let kind = hint.kind.or_else(|| key.kind(None));
            let value = item.get(name).unwrap_or(&Value::Null);
            cells.push(self.hinted(key, hint, value, kind, &path.key(name)));
        }
        cells
    }
}
