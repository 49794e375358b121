//! The meta box: named facts.

use super::{Image, SafeUrl};

/// The facts about a post.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    /// The title of the box; empty for the one of the labels.
    pub title: String,
    /// The facts, in the order of the input.
    pub fields: Vec<Field>,
    /// How many fields were empty and are not shown.
    pub empty: usize,
}

impl Meta {
    /// Is there no fact to show?
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }
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
    /// Program text, or a value too deep to lay out, as it was written.
    Code(String),
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
    /// One row a record, one cell a column; `None` where the record has no such key.
    pub rows: Vec<Vec<Option<Fact>>>,
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

/// A calendar day, with the time of day when the input has one. Never shifted to another zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
    /// Time of day.
    pub time: Option<Time>,
}

/// A time of day as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// The zone as written: `Z`, `+02:00`; empty when the input has none.
    pub zone: String,
}

impl Date {
    /// As the `datetime` attribute writes it: `2025-04-10` or `2025-04-10T09:30+02:00`.
    pub fn iso(&self) -> String {
        let day =
            [&digits(self.year, 4), "-", &digits(self.month.into(), 2), "-", &digits(self.day.into(), 2)].concat();
        match &self.time {
            Some(time) => [&day, "T", &time.clock(), &time.zone].concat(),
            None => day,
        }
    }
}

impl Time {
    /// `09:30`, without the zone.
    pub fn clock(&self) -> String {
        [&digits(self.hour.into(), 2), ":", &digits(self.minute.into(), 2)].concat()
    }
}

/// `number` with zeros before it.
fn digits(number: u16, width: usize) -> String {
    let digits = usize::from(number).to_string();
    ["0000".get(digits.len()..width).unwrap_or_default(), &digits].concat()
}
