//! Envelopes: the fields around a body, such as title, authors and dates. Each is a table of ways into its JSON.

use super::ways::{at, first, says, text_of};
use crate::{
    coerce::same_name,
    context::Context,
    json::Value,
    model::{Post, Subject},
    report::{NoticeCode, Path},
    scan::{is_one_of, parts},
};
use std::borrow::Cow;

/// Where an envelope keeps the parts of a post: ways into its JSON. The first way with a value is taken.
pub struct Envelope {
    /// Ways to the object with the post's fields: the first that leads to an object is taken.
    pub inner: &'static str,
    pub id: &'static str,
    pub url: &'static str,
    /// The title; `title_is_html`: is it HTML?
    pub title: &'static str,
    pub title_is_html: bool,
    pub intro: &'static str,
    pub lang: &'static str,
    pub published: &'static str,
    pub modified: &'static str,
    pub authors: &'static str,
    /// The featured image.
    pub picture: &'static str,
    /// The alternative text of that image, if the image is only an address.
    pub picture_alt: &'static str,
    pub picture_caption: &'static str,
    /// Further images.
    pub images: &'static str,
    pub tags: &'static str,
    /// The body. A format may follow each way, such as `=html`; without one it is detected.
    pub body: &'static str,
    pub similar: &'static str,
    /// Fields whose entries become facts themselves.
    pub spread: &'static str,
    /// Fields that only programs use; they are not shown.
    pub quiet: &'static str,
    /// Does the format define all of its fields? Then the fields of its ways never become facts.
    pub is_strict: bool,
    /// Reads what ways cannot express.
    pub finish: Option<Finish>,
}

/// An envelope without anything.
pub const BARE: Envelope = Envelope {
    inner: "",
    id: "",
    url: "",
    title: "",
    title_is_html: false,
    intro: "",
    lang: "",
    published: "",
    modified: "",
    authors: "",
    picture: "",
    picture_alt: "",
    picture_caption: "",
    images: "",
    tags: "",
    body: "",
    similar: "",
    spread: "",
    quiet: "",
    is_strict: false,
    finish: None,
};

/// Adds to a draft what ways cannot express.
pub type Finish = for<'v, 'a> fn(&mut Reading<'_, 'v, 'a, '_>, &mut Draft<'v>);

impl Envelope {
    /// Every way of the table.
    pub fn ways(&self) -> impl Iterator<Item = &'static str> {
        let lists = [
            self.id,
            self.url,
            self.title,
            self.intro,
            self.lang,
            self.published,
            self.modified,
            self.authors,
            self.picture,
            self.picture_alt,
            self.picture_caption,
            self.images,
            self.tags,
            self.body,
            self.similar,
            self.spread,
        ];
        lists.into_iter().flat_map(|ways| parts(ways, b" ")).filter(|way| !way.is_empty())
    }
}

/// An envelope that is being read.
pub struct Reading<'r, 'v, 'a, 'c> {
    pub envelope: &'static Envelope,
    pub object: &'v Value<'a>,
    pub context: &'r mut Context<'c>,
    pub path: &'r Path<'r>,
    /// The whole input.
    pub beside: Option<&'v Value<'a>>,
    /// Fields that do not become facts.
    pub kept: Vec<String>,
    /// The ways that led to something, and to which part of the post.
    pub mapped: Vec<(&'static str, &'static str)>,
}

impl<'v, 'a> Reading<'_, 'v, 'a, '_> {
    /// The first of some ways that leads to a value, and that value. Records the way for `part`.
    pub fn find(&mut self, part: &'static str, ways: &'static str) -> Option<(&'static str, &'v Value<'a>)> {
        let found = first(self.object, ways)?;
        self.mapped.push((part, found.0));
        Some(found)
    }

    /// The value at one way; `None` if it is empty.
    pub fn at(&self, way: &str) -> Option<&'v Value<'a>> {
        if way.is_empty() { None } else { at(self.object, way).filter(|value| says(value)) }
    }

    /// The text at the first way that leads to a value.
    pub fn word(&self, ways: &'static str) -> Option<&'v str> {
        first(self.object, ways).and_then(|(_, found)| text_of(found))
    }

    /// Adds a notice about what stands at `way`.
    pub fn note(&mut self, way: &str, code: NoticeCode, detail: &str, why: &str) {
        self.context.detailed_notice(&self.path.way(way), code, detail, why);
    }

    /// Is the field only for programs, or already read?
    pub fn is_spoken_for(&self, key: &str) -> bool {
        let begins = |way: &str| way.split(['.', '=']).next().is_some_and(|step| same_name(key, step));
        is_one_of(key, self.envelope.quiet)
            || self.kept.iter().any(|kept| kept == key)
            || self.mapped.iter().any(|(_, way)| begins(way))
            || (self.envelope.is_strict && self.envelope.ways().any(begins))
    }
}

/// A post under construction, and native fields that are not in the model.
#[derive(Default)]
pub struct Draft<'v> {
    pub post: Post,
    /// The facts as they were given, where the input is native.
    pub meta: Option<Value<'v>>,
    /// Facts, in their order.
    pub facts: Vec<(Cow<'v, str>, Value<'v>)>,
    /// The input, where it is native.
    pub given: Option<&'v Value<'v>>,
    /// Posts that may be similar.
    pub candidates: Vec<Subject>,
    /// Its topics, by which it is compared with others.
    pub tags: Vec<String>,
    /// Is the post protected? Then it is not shown.
    pub is_protected: bool,
}

impl<'v> Draft<'v> {
    /// Adds a fact. If the key is taken, a number is appended to it.
    pub fn fact(&mut self, key: &'v str, value: Value<'v>) {
        if !says(&value) && !matches!(value, Value::Bool(_)) {
            return;
        }
        let is_taken = |name: &str| self.facts.iter().any(|(known, _)| known == name);
        if !is_taken(key) {
            return self.facts.push((Cow::Borrowed(key), value));
        }
        if self.facts.iter().any(|(known, held)| known == key && *held == value) {
            return;
        }
        let other = (2..100).map(|number| [key, "_", &number.to_string()].concat()).find(|name| !is_taken(name));
        self.facts.push((Cow::Owned(other.unwrap_or_else(|| key.to_string())), value));
    }
}
