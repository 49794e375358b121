//! The meta box: named facts.

use super::Fact;
use std::ops::Range;

/// The meta box of a post. Its facts are read when they are needed: a closed box shows its title alone until then.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    /// The title of the box; empty for the one of the labels.
    pub title: String,
    /// Has the input a meta with something in it?
    pub is_given: bool,
    /// What is in it, once it has been read.
    pub facts: Option<Facts>,
}

/// The facts about a post, in the order in which they stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Fields with something to say; those of one group stand together.
    pub rows: Vec<Row>,
    /// Fields without a value.
    pub empty: Vec<Row>,
    /// Fields that a program keeps for itself.
    pub internal: Vec<Row>,
    /// How many fields the input has.
    pub given: usize,
    /// Have all of them been read?
    pub is_whole: bool,
    /// The meta as compact JSON, as it was given but for what is masked or hidden.
    pub source: String,
}

impl Meta {
    /// How far its facts have been read: grows with each row, and once more at the end.
    pub fn progress(&self) -> usize {
        self.facts.as_ref().map_or(0, |facts| facts.rows.len() + usize::from(facts.is_whole))
    }
}

/// What stands in place of what readers should not see.
pub const MASK: &str = "•••";

/// A field of the box.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name and what it says.
    pub field: Field,
    /// The group it stands in.
    pub group: Group,
    /// Where its JSON stands in the source: a value, or several entries that were folded into one field.
    pub source: Range<usize>,
    /// Were several entries of the input folded into this one?
    pub is_folded: bool,
    /// Was the value cleaned up, so that it looks otherwise than it was given?
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
