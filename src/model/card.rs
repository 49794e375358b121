//! Cards of the similar-posts strip.

use super::{Date, Image};
use crate::policy::SafeUrl;

/// A post to read next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// The host's own name for it.
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
}
