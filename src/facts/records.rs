//! A list of objects as a table.

use super::{keys::Key, reading::Reading};
use crate::{json::Value, model::Records, report::Path};

/// Columns of a table; wider records are lists of maps.
const COLUMNS: usize = 64;

/// The columns of a list of maps, in the order in which their keys first appear. `None` where a table would not do: for
/// other lists, past [`COLUMNS`], and where most cells would be missing (a sparse table is far larger than its input).
pub fn columns<'v>(items: &'v [Value<'_>]) -> Option<Vec<&'v str>> {
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

impl Reading<'_, '_> {
    /// The union of the columns, and a cell for each record.
    pub(super) fn records(&mut self, items: &[Value<'_>], keys: &[&str], path: &Path<'_>) -> Records {
        let mut rows = Vec::with_capacity(items.len());
        let columns: Vec<Key> = keys.iter().map(|key| Key::new(key)).collect();
        for (index, item) in items.iter().enumerate() {
            let path = path.item(index);
            let mut cells = Vec::with_capacity(keys.len());
            for (key, column) in keys.iter().zip(&columns) {
                cells.push(item.get(key).and_then(|value| self.fact(value, column.kind(None), &path.key(key))));
            }
            rows.push(cells);
        }
        Records { rows, columns: columns.iter().map(Key::label).collect() }
    }
}
