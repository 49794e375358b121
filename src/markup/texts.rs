//! [`Markup`] → its texts alone, on one line.

use super::{ATTR, Markup, PROP, TEXT};

impl Markup {
    /// The texts of the drawing, each followed by a space.
    pub fn texts(&self) -> String {
        let mut out = String::with_capacity(self.text.len());
        let mut rest = self.text.as_str();
        let mut ops = self.ops.iter();
        while let Some(&op) = ops.next() {
            match op & 0xFF {
                TEXT => {
                    out.push_str(&take(&mut rest, op >> 8).replace('\n', " "));
                    out.push(' ');
                }
                ATTR | PROP => {
                    take(&mut rest, ops.next().copied().unwrap_or(0));
                }
                _ => {}
            }
        }
        out
    }
}

/// Takes the next `units` UTF-16 units from `rest`.
pub(super) fn take<'t>(rest: &mut &'t str, units: u32) -> &'t str {
    let mut left = units as usize;
    let end = rest.char_indices().find(|(_, char)| {
        let is_end = left == 0;
        left = left.saturating_sub(char.len_utf16());
        is_end
    });
    let (taken, tail) = rest.split_at_checked(end.map_or(rest.len(), |(at, _)| at)).unwrap_or((rest, ""));
    *rest = tail;
    taken
}
