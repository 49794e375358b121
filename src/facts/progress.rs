//! How far a meta has been read.

use crate::model::Row;

/// How far a meta has been read. A long one is read in parts, so that the page stays quick.
#[derive(Debug, Default)]
pub struct Progress {
    /// The entry that is read next.
    pub(super) next: usize,
    /// Is every value a list of one?
    pub(super) is_wrapped: bool,
    /// Fields to which the host has given an order, smallest first. They come before the others.
    pub(super) ordered: Vec<(u32, Row)>,
}
