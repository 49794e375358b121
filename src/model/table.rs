//! Tables.

use super::{Block, Span};

/// A table: rows of cells. Rows may be of different lengths.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The caption; empty when there is none.
    pub caption: Vec<Span>,
    /// The header row; empty when there is none.
    pub head: Vec<Cell>,
    /// The other rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Does it name its row? Cells of the header row name their columns.
    pub header: bool,
    /// How many columns it takes, from 1 to [`SPAN_LIMIT`]; 0 says the same as 1.
    pub colspan: u16,
    /// How many rows it takes, in the same way.
    pub rowspan: u16,
    /// Its text.
    pub content: Vec<Span>,
    /// What stands below that text: lists, images, further paragraphs.
    pub blocks: Vec<Block>,
}

/// The most columns or rows that a cell spans. Browsers allow 1,000 columns, which is too wide to read.
pub const SPAN_LIMIT: u16 = 250;
