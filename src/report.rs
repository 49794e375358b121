//! What was found in the input: which format, how surely, and everything that could not be shown as it came.

use serde::Serialize;

/// One thing that was left out, mended or shown in another way than the input asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// A path into the input, such as `images[2].credit.source_url`; empty for the whole.
    pub r#where: String,
    /// What happened.
    pub what: String,
    /// The reason, in one plain sentence.
    pub why: String,
}

/// The account of one input.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// Which kind of failure.
    pub code: Code,
    /// One plain sentence for the person who maintains the page.
    pub message: String,
}

/// The error codes of the contract that the core can give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// The text is not JSON.
    BadJson,
    /// The text is longer than the limit.
    TooLarge,
    /// It is JSON, but no post.
    NotAPost,
}

/// Bytes of a key that a path shows.
const KEY: usize = 80;

/// A path into the input, built on the way down and written only when a notice needs it.
#[derive(Clone, Copy, Debug)]
pub enum Path<'p> {
    /// The whole input.
    Root,
    /// A key of an object.
    Key(&'p Path<'p>, &'p str),
    /// An item of a list, from 0.
    Item(&'p Path<'p>, usize),
}

impl<'p> Path<'p> {
    /// The path of a key below this one.
    #[must_use]
    pub const fn key(&'p self, key: &'p str) -> Path<'p> {
        Path::Key(self, key)
    }

    /// The path of an item below this one.
    #[must_use]
    pub const fn item(&'p self, index: usize) -> Path<'p> {
        Path::Item(self, index)
    }
}

impl std::fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut steps = Vec::new();
        let mut path = self;
        while let Path::Key(parent, _) | Path::Item(parent, _) = path {
            steps.push(path);
            path = parent;
        }
        for (position, step) in steps.into_iter().rev().enumerate() {
            match step {
                Path::Key(_, key) => {
                    f.write_str(if position > 0 { "." } else { "" })?;
                    // A key may be a megabyte long.
                    f.write_str(key.get(..key.floor_char_boundary(KEY)).unwrap_or_default())?;
                    f.write_str(if key.len() > KEY { "…" } else { "" })?;
                }
                Path::Item(_, index) => write!(f, "[{index}]")?,
                Path::Root => {}
            }
        }
        Ok(())
    }
}
