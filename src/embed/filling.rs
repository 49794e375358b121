//! Filling the meta box of a mounted post: a long one in parts, so that the page stays quick.

use super::Live;
use crate::{
    context::{Context, Tools},
    facts::Progress,
    formats,
    json::Document,
    report::{Failure, Notice},
};
use serde::{Serialize, Serializer, ser::SerializeMap};

self_cell::self_cell! {
    /// A text and its parsed document.
    pub(super) struct Parsed {
        owner: String,
        #[not_covariant]
        dependent: Document,
    }
}

impl Parsed {
    /// Reads a text.
    pub fn of(text: String) -> Result<Parsed, Failure> {
        Parsed::try_new(text, |text| formats::document(text))
    }

    /// Passes the document to `look`.
    pub fn with<T>(&self, look: impl FnOnce(&Document<'_>) -> T) -> T {
        self.with_dependent(|_, document| look(document))
    }
}

/// A meta box that is being filled.
pub(super) struct Filling {
    parsed: Parsed,
    progress: Progress,
}

impl Filling {
    /// Nothing has been filled yet.
    pub fn new(parsed: Parsed) -> Filling {
        Filling { parsed, progress: Progress::default() }
    }

    /// Fills the meta box of a mounted post, or goes on with it: in parts, or as a `whole`.
    pub fn go_on(&mut self, live: &mut Live, whole: bool, tools: &dyn Tools) -> Filled {
        let mut notices = Vec::new();
        // The JSON view is one text, so it cannot be filled in parts.
        let whole = whole || live.content().meta_view.is_json;
        let rows = if whole { usize::MAX } else { ROWS };
        let more = live.fill(whole, |facts, options| {
            let mut context = Context::new(options, tools, Vec::new());
            let progress = &mut self.progress;
            let more = self.parsed.with(|document| {
                formats::facts(formats::only_post(&document.value), facts, &mut context, progress, rows)
            });
            notices = context.finish();
            more
        });
        Filled { notices, more }
    }
}

/// Rows that are read at once: a few milliseconds of work.
const ROWS: usize = 1_000;

/// The result of filling a meta box.
#[derive(Debug, Default)]
pub struct Filled {
    /// About the rows read so far.
    pub notices: Vec<Notice>,
    /// Do rows remain?
    pub more: bool,
}

impl Serialize for Filled {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("notices", &self.notices)?;
        map.serialize_entry("more", &self.more)?;
        map.end()
    }
}
