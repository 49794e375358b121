//! The meta box: named facts.

use super::Fact;
use std::ops::Range;

/// The meta box of a post. Its facts are read when they are needed: a closed box shows its title alone until then.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    /// The title of the box; empty for the default label.
    pub title: String,
    /// Does the input have a non-empty meta?
    pub is_given: bool,
    /// The facts; `None` until they have been read.
    pub facts: Option<Facts>,
}

/// The facts about a post, in the order in which they stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Fields with a value; those of one group are adjacent.
    pub rows: Vec<Row>,
    /// Fields without a value.
    pub empty: Vec<Row>,
    /// Internal fields of a program.
    pub internal: Vec<Row>,
    /// How many fields the input has.
    pub given: usize,
    /// Have all of them been read?
    pub is_whole: bool,
    /// The meta as compact JSON, as given except for masked and hidden parts.
    pub source: String,
}

impl Meta {
    /// The number of rows read, plus one when all are read.
    pub fn progress(&self) -> usize {
        self.facts.as_ref().map_or(0, |facts| facts.rows.len() + usize::from(facts.is_whole))
    }
}

/// The replacement for private text.
pub const MASK: &str = "•••";

/// A field of the box.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name and what it says.
    pub field: Field,
    /// The group it stands in.
    pub group: Group,
    /// The byte range of its JSON in [`Facts::source`]: a value, or several entries that were folded into one field.
    pub source: Range<usize>,
    /// Were several entries of the input folded into this one?
    pub is_folded: bool,
    /// Was the value cleaned up, so that it looks different from the input?
    pub is_mended: bool,
}

impl Facts {
    /// The JSON of one row.
    pub fn json(&self, row: &Row) -> String {
        let source = self.source.get(row.source.clone()).unwrap_or_default();
        if row.is_folded { ["{", source, "}"].concat() } else { source.to_string() }
    }
}

/// A group of fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Group {
    /// In none: these come first.
    #[default]
    None,
    /// What the post is about.
    Content,
    /// How good it is.
    Quality,
    /// Where it comes from.
    Provenance,
    /// What machines need to know.
    Technical,
    /// One that the host names.
    Named(String),
}

/// A fact with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The key of the input.
    pub key: String,
    /// The name to show.
    pub label: String,
    /// What it says.
    pub fact: Fact,
}
