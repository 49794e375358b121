//! Cards of the similar-posts strip.

use super::{Date, Image};
use crate::policy::SafeUrl;

/// A post to read next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// The host's identifier of the post.
    pub id: String,
    /// Where it is; a card without an address is text.
    pub url: Option<SafeUrl>,
    /// Its title.
    pub title: String,
    /// A sentence or two; empty when there is none.
    pub excerpt: String,
    /// Its picture.
    pub image: Option<Image>,
    /// When it was published.
    pub published: Option<Date>,
    /// Its topics.
    pub tags: Vec<String>,
    /// Why it is in the strip.
    pub why: Why,
    /// Reading time in minutes; 0 when unknown.
    pub minutes: u32,
}

/// Why a card stands in the strip.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Why {
    /// The host has chosen it; no reason is shown.
    #[default]
    Chosen,
    /// It has these words in common with the post.
    Shared(Vec<String>),
    /// No post was similar; this is one of the newest.
    Recent,
}

/// A post for ranking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Subject {
    /// What is shown of it.
    pub card: Card,
    /// Its article as plain text, or the beginning of it; empty where only the card is known.
    pub text: String,
}
