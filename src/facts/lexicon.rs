//! The meanings of words in keys. Each row holds its words as one text; lookups use one hash table of all words.

mod rows;

pub use rows::{ABOUT_SECRETS, PAIRS};

use crate::{json::Value, model::Kind, scan::is_one_of};
use rows::{INTERNAL_PREFIXES, Meaning, OF_CAMERAS, ROWS, Row, UNITS};
use std::cell::OnceCell;

/// As the first of several words it makes the key a flag.
pub const BEGINS_FLAG: u32 = 1 << 5;
/// The first word of a length of time, and the last one.
pub const BEGINS_DURATION: u32 = 1 << 6;
pub const ENDS_DURATION: u32 = 1 << 7;
/// Written in capitals.
pub const CAPITALS: u32 = 1 << 8;
/// Words of the three groups.
pub const QUALITY: u32 = 1 << 9;
pub const PROVENANCE: u32 = 1 << 10;
pub const TECHNICAL: u32 = 1 << 11;
/// The word names a secret: anywhere; as the last word of a key; together with its neighbour.
pub const SECRET: u32 = 1 << 12;
pub const SECRET_END: u32 = 1 << 13;
pub const SECRET_PAIR: u32 = 1 << 14;
/// As the last word of a key it means a collection: `false` says that it is empty.
pub const CONTAINER: u32 = 1 << 15;

/// A complete internal key of a program.
pub const INTERNAL: u32 = 1 << 16;
/// The word names a telephone.
pub const TELEPHONE: u32 = 1 << 17;

/// The lowest bits hold the kind of keys that end in the word, as an index into this list plus one.
const KINDS: [Kind; 10] = [
    Kind::Count,
    Kind::Date,
    Kind::Identifier,
    Kind::Link,
    Kind::Measure,
    Kind::Tag,
    Kind::Version,
    Kind::Image,
    Kind::Code,
    Kind::Flag,
];
const KIND: u32 = BEGINS_FLAG - 1;

impl Meaning {
    fn bits(&self) -> u32 {
        match self {
            Meaning::Kind(kind) => KINDS.iter().position(|known| known == kind).map_or(0, |place| place as u32 + 1),
            Meaning::Bit(bit) => *bit,
        }
    }
}

/// Is this a field of a program, such as `_edit_lock` or the layout of a theme?
pub fn is_internal(key: &str) -> bool {
    INTERNAL_PREFIXES.iter().any(|prefix| key.starts_with(prefix)) || meaning(key) & INTERNAL != 0
}

/// Within a value: is this an internal field, or a camera field without a value?
pub fn is_plumbing(key: &str, value: &Value<'_>) -> bool {
    let is_zero = matches!(value, Value::Text(word) | Value::Number(word) if word == "0");
    meaning(key) & INTERNAL != 0 || is_zero && is_one_of(key, OF_CAMERAS)
}

/// A hash table of words and meanings with linear probing. Half of the slots are empty. (The standard library's map
/// adds 4 KB; searching a sorted list takes five times as long.)
type Table = Vec<(&'static str, u32)>;

/// Slots of the table: a power of two, and more than twice the words.
const PLACES: usize = 2_048;

thread_local! {
    static TABLE: OnceCell<Table> = const { OnceCell::new() };
}

/// What `word`, in lower case, means: the bits above.
pub fn meaning(word: &str) -> u32 {
    TABLE.with(|table| {
        let table = table.get_or_init(table_of_lists);
        table.get(place(table, word)).map_or(0, |(_, meaning)| *meaning)
    })
}

/// The slot of a word in the table, or the empty slot where it would go.
fn place(table: &Table, word: &str) -> usize {
    let mut place =
        word.bytes().fold(0, |sum: usize, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte))) % PLACES;
    while table.get(place).is_some_and(|(known, _)| !known.is_empty() && *known != word) {
        place = (place + 1) % PLACES;
    }
    place
}

/// The symbol of the unit that a word in lower case names.
pub fn unit(word: &str) -> Option<&'static str> {
    UNITS.into_iter().find(|(words, _)| is_one_of(word, words)).map(|(_, symbol)| symbol)
}

/// The kind in a meaning.
pub fn kind(meaning: u32) -> Option<Kind> {
    KINDS.get((meaning & KIND).wrapping_sub(1) as usize).copied()
}

fn table_of_lists() -> Table {
    let mut table: Table = vec![("", 0); PLACES];
    for Row { meaning, words } in ROWS {
        let bits = meaning.bits();
        for word in words.split(' ') {
            let place = place(&table, word);
            if let Some((known, meanings)) = table.get_mut(place) {
                *known = word;
                *meanings |= bits;
            }
        }
    }
    table
}
