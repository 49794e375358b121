//! What one program could not do, but another can.

use serde::{Serialize, Serializer};

/// One thing that a program could not do. It is not a [`Notice`](super::Notice): nothing is wrong with the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// HTML is shown as plain text.
    Html,
    /// Credits are read as far as the short form goes.
    Credits,
    /// Candidates are not ranked.
    Candidates,
    /// The facts of the meta box are not read.
    Facts,
    /// There are options that are not read.
    Options,
    /// The input is in another format, or the host asks for one.
    Format,
}

/// Every need by its name, in the order of the variants.
const NAMES: [(Need, &str); 6] = [
    (Need::Html, "html"),
    (Need::Credits, "credits"),
    (Need::Candidates, "candidates"),
    (Need::Facts, "facts"),
    (Need::Options, "options"),
    (Need::Format, "format"),
];

impl Need {
    /// Reads a name.
    pub fn parse(name: &str) -> Option<Need> {
        NAMES.into_iter().find(|(_, known)| *known == name).map(|(need, _)| need)
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A set of needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs(u8);

impl Needs {
    /// Adds one.
    pub const fn add(&mut self, need: Need) {
        self.0 |= need.bit();
    }

    /// Is it one of them?
    pub const fn has(self, need: Need) -> bool {
        self.0 & need.bit() != 0
    }

    /// Is there none?
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Their names.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES.into_iter().filter(move |(need, _)| self.has(*need)).map(|(_, name)| name)
    }
}

impl Serialize for Needs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.names())
    }
}
