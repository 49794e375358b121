//! Filling the meta box of a mounted post: a long one in parts, so that the page stays quick.

use super::{WIDGETS, tools};
use crate::{
    context::Context,
    facts::Progress,
    formats,
    json::Document,
    report::{Failure, Notice},
    tools::ReadFacts,
};
use serde::{Serialize, Serializer, ser::SerializeMap};

self_cell::self_cell! {
    /// A text and what it says.
    pub(super) struct Parsed {
        owner: String,
        #[not_covariant]
        dependent: Document,
    }
}

/// A meta box that is being filled.
pub(super) struct Filling {
    widget: u32,
    parsed: Parsed,
    progress: Progress,
}

impl Parsed {
    /// Reads a text.
    pub fn of(text: String) -> Result<Parsed, Failure> {
        Parsed::try_new(text, |text| formats::document(text))
    }

    /// Looks at what it says.
    pub fn with<T>(&self, look: impl FnOnce(&Document<'_>) -> T) -> T {
        self.with_dependent(|_, document| look(document))
    }
}

impl Filling {
    /// Nothing has been filled yet.
    pub fn new(widget: u32, parsed: Parsed) -> Filling {
        Filling { widget, parsed, progress: Progress::default() }
    }
}

/// Rows that are read at once: a few milliseconds of work.
const ROWS: usize = 1_000;

/// What filling a meta box says.
#[derive(Debug, Default)]
pub struct Filled {
    /// On what was read by now.
    pub notices: Vec<Notice>,
    /// Is there more to be read?
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

/// Fills the meta box of a mounted post, or goes on with it: in parts, or as a `whole`.
pub fn fill(id: u32, whole: bool) -> Filled {
    let Some(mut filling) = take(id) else { return Filled::default() };
    let Some(live) = WIDGETS.with_borrow(|widgets| widgets.post(id).cloned()) else { return Filled::default() };
    let mut notices = Vec::new();
    // As JSON it is one text.
    let whole = whole || live.with(|content| content.meta_view.is_json);
    let rows = if whole { usize::MAX } else { ROWS };
    let more = live.fill(whole, |facts, options| {
        let tools = tools(ReadFacts::Now);
        let mut context = Context::new(options, tools.as_ref(), Vec::new());
        let progress = &mut filling.progress;
        let more = filling
            .parsed
            .with(|document| formats::facts(formats::only_post(&document.value), facts, &mut context, progress, rows));
        notices = context.finish();
        more
    });
    if more {
        WIDGETS.with_borrow_mut(|widgets| widgets.filling.push(filling));
    }
    Filled { notices, more }
}

pub(super) fn take(id: u32) -> Option<Filling> {
    WIDGETS.with_borrow_mut(|widgets| {
        let place = widgets.filling.iter().position(|filling| filling.widget == id);
        place.map(|place| widgets.filling.swap_remove(place))
    })
}
