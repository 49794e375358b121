//! Facts: meta values, typed.

use super::{Date, Field, Image};
use crate::policy::SafeUrl;

/// A meta value, typed.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// Words.
    Text(String),
    /// How many: digits as written, grouped when shown.
    Count(String),
    /// A number that counts nothing: digits as written.
    Number(String),
    /// A score, with a meter when it is from 0 to 100.
    Measure(String),
    /// A length of time, in minutes as written.
    Duration(String),
    /// A number of a unit: digits as written, and the symbol of the unit.
    Quantity(String, &'static str),
    /// A day, with a time of day or without.
    Date(Date),
    /// Yes or no.
    Flag(bool),
    /// A hash, a key, a reference: in mono, not translated.
    Identifier(String),
    /// A version.
    Version(String),
    /// One word of a small set.
    Tag(String),
    /// An address, with the text to show for it.
    Link(SafeUrl, String),
    /// A picture.
    Image(Box<Image>),
    /// Program text.
    Code(String),
    /// A value that is nested too deep to lay out: its JSON.
    Deep(String),
    /// A fact and where it was found.
    Sourced(Box<Fact>, Source),
    /// Several facts.
    List(Vec<Fact>),
    /// Named facts within a fact.
    Map(Vec<Field>),
    /// A list of maps with the same keys: a table.
    Records(Records),
}

/// A list of maps as a table: the union of their keys, a cell for each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    /// Labels of the columns.
    pub columns: Vec<String>,
    /// One row per record, one cell per column; `None` where the record lacks the key.
    pub rows: Vec<Vec<Option<Fact>>>,
}

/// Where a fact was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// In words.
    pub name: String,
    /// Its page.
    pub url: Option<SafeUrl>,
}

/// The kinds of fact, by the names that hosts give them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// How many.
    Count,
    /// Any number.
    Number,
    /// A score.
    Measure,
    /// A length of time.
    Duration,
    /// A day.
    Date,
    /// Yes or no.
    Flag,
    /// A hash or reference.
    Identifier,
    /// A version.
    Version,
    /// One word of a small set.
    Tag,
    /// An address.
    Link,
    /// A picture.
    Image,
    /// Program text.
    Code,
    /// Several values.
    List,
    /// Named values.
    Map,
    /// A list of maps.
    Records,
}

impl Kind {
    const NAMES: [(Kind, &'static str); 16] = [
        (Kind::Text, "text"),
        (Kind::Count, "count"),
        (Kind::Number, "number"),
        (Kind::Measure, "measure"),
        (Kind::Duration, "duration"),
        (Kind::Date, "date"),
        (Kind::Flag, "flag"),
        (Kind::Identifier, "identifier"),
        (Kind::Version, "version"),
        (Kind::Tag, "tag"),
        (Kind::Link, "link"),
        (Kind::Image, "image"),
        (Kind::Code, "code"),
        (Kind::List, "list"),
        (Kind::Map, "map"),
        (Kind::Records, "records"),
    ];

    /// Reads a name of the native format.
    pub fn parse(name: &str) -> Option<Kind> {
        Kind::NAMES.into_iter().find(|(_, known)| *known == name).map(|(kind, _)| kind)
    }
}
