//! JSON text → [`Value`]: ordered keys, numbers as they were written, no recursion, budgets.
//!
//! The reader accepts exactly the grammar of RFC 8259; other input is an error with a position. Four things that stop
//! other readers only add an [`Oddity`] here: a byte-order mark, a lone surrogate escape, nesting past [`MAX_DEPTH`]
//! and more than [`MAX_VALUES`] values.

mod build;
mod elements;
mod reader;
mod write;

pub use build::{map, text, url};
pub use elements::Elements;
pub use reader::read;
pub use write::{indented, push, push_quoted, write};

use crate::scan::length;
use std::borrow::Cow;

/// Levels of nesting that are read as values; deeper ones are kept as [`Value::Raw`].
pub const MAX_DEPTH: usize = 128;
/// Values read from one input; what follows is left out.
pub const MAX_VALUES: usize = 2_000_000;

/// A JSON value that borrows from the text it was read from.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, digit for digit as it was written.
    Number(Cow<'a, str>),
    /// A string; borrowed when it was written without escapes.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Value<'a>>),
    /// An object: its keys in the order of the text, a repeated key each time it stands there.
    Map(Vec<(Cow<'a, str>, Value<'a>)>),
    /// An array or object nested deeper than [`MAX_DEPTH`], as it was written.
    Raw(&'a str),
}

impl<'a> Value<'a> {
    /// The last value under `key`, as `JSON.parse` would keep it. `None` too where this is no object.
    pub fn get(&self, key: &str) -> Option<&Value<'a>> {
        let Value::Map(entries) = self else { return None };
        entries.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// What JSON calls this shape, with its article: for messages.
    pub fn shape(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) | Value::Raw(_) => "an object",
        }
    }
}

/// What was read, and what was odd about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Document<'a> {
    /// The value of the whole text.
    pub value: Value<'a>,
    /// One entry a kind of oddity, in order of first appearance.
    pub oddities: Vec<Oddity>,
}

/// Something unusual that did not stop the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oddity {
    /// What it was.
    pub kind: OddityKind,
    /// Where it was first seen.
    pub at: Place,
    /// How often it was seen.
    pub count: usize,
}

/// The kinds of [`Oddity`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OddityKind {
    /// The text began with U+FEFF.
    ByteOrderMark,
    /// `\uD800` to `\uDFFF` without its other half; read as U+FFFD.
    LoneSurrogate,
    /// A value past [`MAX_DEPTH`]; kept as [`Value::Raw`].
    TooDeep,
    /// More than [`MAX_VALUES`] values; the rest was left out.
    TooMany,
}

/// A place in a text: both numbers count from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line number.
    pub line: usize,
    /// Column number.
    pub column: usize,
}

impl Place {
    fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.bytes().rposition(|byte| byte == b'\n').map_or(0, |newline| newline + 1);
        Place {
            line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
            column: before.get(line_start..).map_or(0, length) + 1,
        }
    }

    /// The place as a message writes it.
    pub fn text(&self) -> String {
        ["line ", &self.line.to_string(), ", column ", &self.column.to_string()].concat()
    }
}

/// Why a text is not JSON: one plain sentence with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    pub(crate) problem: Problem,
    pub(crate) at: Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    Expected(&'static str, Option<char>),
    BadEscape,
    ControlCharacter,
    BadNumber,
}

impl Error {
    /// Where it is in the text.
    pub fn place(&self) -> Place {
        self.at
    }

    /// The sentence.
    pub fn message(&self) -> String {
        let problem = match self.problem {
            Problem::Expected(what, Some(found)) => {
                ["expected ", what, ", found `", found.encode_utf8(&mut [0; 4]), "`"].concat()
            }
            Problem::Expected(what, None) => ["expected ", what, ", but the text ends"].concat(),
            Problem::BadEscape => "a text holds an escape that JSON does not have".into(),
            Problem::ControlCharacter => "a text holds a bare control character or never ends".into(),
            Problem::BadNumber => "a number is written in a way that JSON does not have".into(),
        };
        [&problem, " at ", &self.at.text()].concat()
    }
}
