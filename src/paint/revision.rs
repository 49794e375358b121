//! Which state of its content a part shows.

use std::sync::atomic::{AtomicU32, Ordering};

/// A state of what a part shows. A part that shows this state already is not drawn again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    number: u32,
    /// Rows that the part shows. Of two states that differ in this alone, the later one has more rows at the end.
    rows: usize,
}

impl Revision {
    /// A state that no part shows yet.
    pub fn new() -> Revision {
        static LAST: AtomicU32 = AtomicU32::new(0);
        Revision { number: LAST.fetch_add(1, Ordering::Relaxed), rows: 0 }
    }

    /// The same state with so many rows.
    #[must_use]
    pub const fn with_rows(self, rows: usize) -> Revision {
        Revision { number: self.number, rows }
    }

    /// If this state only adds rows to `before`: the number of rows that are already painted.
    pub(super) fn grown_from(self, before: Revision) -> Option<usize> {
        (self.number == before.number && before.rows > 0 && before.rows < self.rows).then_some(before.rows)
    }
}

impl Default for Revision {
    fn default() -> Self {
        Revision::new()
    }
}
