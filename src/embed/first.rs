//! The program of the first paint: it reads a post in the native format and paints it. It keeps nothing.

use super::{Answer, Tree, localizer};
use crate::{
    Content, Options,
    components::Nothing,
    formats, json,
    report::{Failure, FailureCode, Need, Needs, Report},
    tools::FirstPaint,
};
use serde::{Serialize, Serializer, ser::SerializeMap};
use std::sync::Arc;
use web_sys::Element;

/// The result of the first paint.
#[derive(Debug)]
pub struct Painted {
    /// Is the post on the page?
    pub is_painted: bool,
    /// What this program could not do.
    pub needs: Needs,
    /// The report on the input.
    pub report: Report,
}

impl Serialize for Painted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("isPainted", &self.is_painted)?;
        map.serialize_entry("needs", &self.needs)?;
        map.serialize_entry("report", &self.report)?;
        map.end()
    }
}

/// If one of these needs is open, nothing is painted: the first paint would not stay.
const ALL_OR_NOTHING: [Need; 2] = [Need::Html, Need::Options];

/// Paints a post at the end of `parent`. Where it needs what this program does not do, nothing is painted.
pub fn paint(parent: &Element, post: &str, options: &str) -> Answer<Painted> {
    Answer(painted(parent, post, options))
}

fn painted(parent: &Element, post: &str, options: &str) -> Result<Painted, Failure> {
    // Options come from our own JavaScript side, so they are JSON; if they were not, the defaults would do.
    let given = json::read(options);
    let (options, has_more) =
        given.map_or_else(|_| (Options::default(), false), |given| Options::read_flat(&given.value));
    let mut read = formats::decode(post, &options, &FirstPaint)?;
    if read.needs.has(Need::Format) {
        return Err(Failure { code: FailureCode::OtherFormat, message: "it is in another format".into() });
    }
    if has_more {
        read.needs.add(Need::Options);
    }
    let is_painted = !ALL_OR_NOTHING.into_iter().any(|need| read.needs.has(need));
    if is_painted {
        let localizer = localizer(&options, read.post.lang.clone());
        Tree::leave(parent, Arc::new(Content::new(read.post, options, localizer, &Nothing)));
    }
    Ok(Painted { is_painted, needs: read.needs, report: read.report })
}
