//! What was found in the input: which format, how surely, and everything that could not be shown as it came.

mod needs;
mod path;

pub use needs::{Need, Needs};
pub use path::Path;

use serde::{Serialize, Serializer, ser::SerializeMap};

/// One thing that was left out, mended or shown in another way than the input asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// A path into the input, such as `images[2].credit.source_url`; empty for the whole.
    pub r#where: String,
    /// What happened.
    pub what: String,
    /// The reason, in one plain sentence.
    pub why: String,
}

/// The account of one input.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The format that was read, such as `backmatter/1`.
    pub format: String,
    /// From 0 to 1: how sure the detection is. 1 where the input or the host names the format.
    pub confidence: f64,
    /// What the detection saw.
    pub reasons: Vec<String>,
    /// In the order of the input.
    pub notices: Vec<Notice>,
}

/// Why an input cannot be shown at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Which kind of failure.
    pub code: Code,
    /// One plain sentence for the person who maintains the page.
    pub message: String,
}

/// The error codes of the contract that the core can give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The text is not JSON.
    BadJson,
    /// The text is longer than the limit.
    TooLarge,
    /// It is JSON, but no post.
    NotAPost,
}

impl Code {
    /// The code as the contract writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Code::BadJson => "bad-json",
            Code::TooLarge => "too-large",
            Code::NotAPost => "not-a-post",
        }
    }
}

// Written by hand as maps: a derived struct brings a cache of its field names, which weighs 3 KB in the wasm.

impl Serialize for Notice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("where", &self.r#where), ("what", &self.what), ("why", &self.why)])
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("format", &self.format)?;
        map.serialize_entry("confidence", &self.confidence)?;
        map.serialize_entry("reasons", &self.reasons)?;
        map.serialize_entry("notices", &self.notices)?;
        map.end()
    }
}

impl Serialize for Failure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("code", self.code.as_str()), ("message", &self.message)])
    }
}
