//! The post as components see it: plain values that hold only what may be shown.
//!
//! Texts here have been through [`policy::text`](crate::policy::text), addresses are [`SafeUrl`]s, blocks nest at most
//! [`BLOCK_DEPTH`](crate::policy::BLOCK_DEPTH) levels. Nothing here knows JSON, the browser or Leptos.

mod body;
mod card;
mod color;
mod credit;
mod date;
mod fact;
mod image;
mod meta;
mod span;
mod table;

pub use body::{Block, Description, Embed, Item, Part, walk};
pub use card::{Card, Subject, Why};
pub use color::Color;
pub use credit::Credit;
pub use date::{Date, Time};
pub use fact::{Fact, Kind, Records, Source};
pub use image::Image;
pub use meta::{Facts, Field, Group, MASK, Meta, Row};
pub use span::{Extra, Language, Mark, Marks, Span, plain_text, trimmed};
pub use table::{Cell, SPAN_LIMIT, Table};

use crate::policy::SafeUrl;

/// A whole post. Every part may be missing; what is missing is not shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Post {
    /// The host's identifier of the post; not shown, but part of element ids.
    pub id: String,
    /// The canonical address.
    pub url: Option<SafeUrl>,
    /// The title; empty when there is none.
    pub title: String,
    /// The introduction.
    pub intro: Vec<Span>,
    /// BCP 47 tag of the post's language.
    pub lang: Option<String>,
    /// Writing direction of the post.
    pub dir: Option<Dir>,
    /// When it was first published.
    pub published: Option<Date>,
    /// When it was last changed.
    pub modified: Option<Date>,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// The article.
    pub body: Vec<Block>,
    /// The facts about it.
    pub meta: Meta,
    /// The gallery.
    pub images: Vec<Image>,
    /// Posts to read next.
    pub similar: Vec<Card>,
}

/// An author.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Author {
    /// The name to show.
    pub name: String,
    /// Their page.
    pub url: Option<SafeUrl>,
}

/// A writing direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dir {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
    /// As the first strong character says.
    Auto,
}

impl Dir {
    /// Reads the value of a `dir` attribute.
    pub fn parse(text: &str) -> Option<Dir> {
        [Dir::Ltr, Dir::Rtl, Dir::Auto].into_iter().find(|dir| dir.as_str().eq_ignore_ascii_case(text))
    }

    /// The value of a `dir` attribute.
    pub const fn as_str(self) -> &'static str {
        match self {
            Dir::Ltr => "ltr",
            Dir::Rtl => "rtl",
            Dir::Auto => "auto",
        }
    }
}

impl Post {
    /// The words of the introduction and the article, at least `most` bytes of them where there are so many.
    pub fn words(&self, most: usize) -> String {
        let mut words = plain_text(&self.intro);
        walk(&self.body, &mut |part| {
            if let (Part::Run(run), true) = (part, words.len() < most) {
                words.push(' ');
                words.push_str(&plain_text(run));
            }
        });
        words
    }

    /// The images of the body, in reading order. Those of the gallery follow in the same sequence, so that one lightbox
    /// can show them all by number.
    pub fn body_images(&self) -> Vec<&Image> {
        let mut found = Vec::new();
        walk(&self.body, &mut |part| match part {
            Part::Block(Block::Image(image)) => found.push(image.as_ref()),
            Part::Block(Block::Gallery(images)) => found.extend(images),
            _ => {}
        });
        found
    }
}
