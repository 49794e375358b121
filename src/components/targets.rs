//! Places in a post that its own links lead to: footnotes, sections of a table of contents.
//!
//! Ids of the input are replaced. The new ids begin with the prefix of the post, and two different names never give the
//! same id.

use super::anchors::{anchor_prefix, is_word};
use crate::{
    model::{Part, Post, Span, walk},
    policy::{SafeUrl, Sink, url::decoded},
    scan::cut,
};
use std::sync::Arc;

/// The places of one post.
#[derive(Clone, Debug, Default)]
pub struct Targets {
    prefix: String,
    /// The post's own address, without a fragment.
    address: String,
    names: Arc<Names>,
    /// Is this a second copy of words that already have the ids?
    is_copy: bool,
}

/// Names in one bucket, at most, because crafted names could all collide. A link to a further name leads nowhere.
const ALIKE: usize = 64;

/// A hash set of names: a post may have thousands. (The standard library's adds 4 KB.)
#[derive(Clone, Debug, Default)]
struct Names {
    places: Vec<Vec<String>>,
}

impl Names {
    fn of(names: Vec<String>) -> Names {
        let mut places = vec![Vec::new(); names.len()];
        let count = places.len();
        for name in names {
            if let Some(place) = places.get_mut(place(&name, count)).filter(|place| place.len() < ALIKE) {
                place.push(name);
            }
        }
        Names { places }
    }

    fn has(&self, name: &str) -> bool {
        let held = self.places.get(place(name, self.places.len()));
        held.is_some_and(|names| names.iter().any(|known| known == name))
    }
}

fn place(name: &str, count: usize) -> usize {
    name.bytes().fold(0, |sum: usize, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte))) % count.max(1)
}

impl Targets {
    /// The places in the introduction and the body of a post.
    pub fn of(post: &Post) -> Targets {
        let mut names: Vec<String> = names_in(&post.intro).collect();
        walk(&post.body, &mut |part| {
            if let Part::Run(run) = part {
                names.extend(names_in(run));
            }
        });
        if names.is_empty() {
            return Targets::default();
        }
        let address = post.url.as_ref().map_or("", |url| cut(url.as_str(), b"#").0);
        Targets {
            prefix: [&anchor_prefix(&post.id), "-to-"].concat(),
            address: without_slash(address).to_string(),
            names: Arc::new(Names::of(names)),
            is_copy: false,
        }
    }

    /// For words that are shown a second time, without ids: an id must be unique on a page.
    #[must_use]
    pub fn for_a_copy(&self) -> Targets {
        Targets { is_copy: true, ..self.clone() }
    }

    /// The id of a place that a span names.
    pub(super) fn id(&self, span: &Span) -> Option<String> {
        let name = span.name().filter(|_| !self.is_copy)?;
        Some(self.id_of(name))
    }

    /// Where a link within the post leads. `None` for every other link.
    pub(super) fn link(&self, url: &SafeUrl) -> Option<SafeUrl> {
        if self.names.places.is_empty() {
            return None;
        }
        let (before, fragment) = cut(url.as_str(), b"#");
        let name = decoded(fragment?);
        let is_there = self.names.has(&name);
        (is_there && self.is_own(before))
            .then(|| SafeUrl::parse(&["#", &self.id_of(&name)].concat(), Sink::Page, None).ok())?
    }

    fn is_own(&self, address: &str) -> bool {
        let address = without_slash(address);
        address.is_empty()
            || address == self.address
            || address.starts_with('/') && !address.starts_with("//") && self.address.ends_with(address)
    }

    fn id_of(&self, name: &str) -> String {
        let mut id = self.prefix.clone();
        for char in name.chars() {
            if is_word(char) {
                id.push(char);
            } else {
                id += &["_", &u32::from(char).to_string(), "_"].concat();
            }
        }
        id
    }
}

fn without_slash(address: &str) -> &str {
    address.strip_suffix('/').unwrap_or(address)
}

fn names_in(spans: &[Span]) -> impl Iterator<Item = String> {
    spans.iter().filter_map(|span| span.name().map(String::from))
}
