//! A place in a text.

/// Bytes of a text that are to be masked.
pub(super) struct Spot {
    pub from: usize,
    pub to: usize,
    pub what: &'static str,
}
