//! Images.

use super::{Color, Credit, Span};
use crate::policy::{Candidate, SafeUrl};

/// An image. It always has an `alt`, empty when nothing describes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Image {
    /// Its address. `None` when it is missing or was refused; caption and credit are still shown.
    pub src: Option<SafeUrl>,
    /// Other sizes of it, for `srcset`.
    pub srcset: Vec<Candidate>,
    /// The `sizes` attribute that goes with `srcset`.
    pub sizes: Option<String>,
    /// Width in CSS pixels, 1 to 65,535.
    pub width: Option<u16>,
    /// Height in CSS pixels, 1 to 65,535.
    pub height: Option<u16>,
    /// The text alternative.
    pub alt: String,
    /// The caption; empty when there is none.
    pub caption: Vec<Span>,
    /// The colour to show until it has loaded.
    pub placeholder: Option<Color>,
    /// Where it leads, when that is not to itself.
    pub href: Option<SafeUrl>,
    /// Where it comes from.
    pub credit: Option<Box<Credit>>,
}

impl Image {
    /// Every text about it that is shown.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let credit = self.credit.iter().flat_map(|credit| {
            [&credit.title, &credit.creator, &credit.source, &credit.license, &credit.notice].map(String::as_str)
        });
        self.caption.iter().map(|span| span.text.as_str()).chain([self.alt.as_str()]).chain(credit)
    }

    /// Is `other` the same picture, with no words that are not here?
    pub fn covers(&self, other: &Image) -> bool {
        let caption = other.caption.is_empty() || other.caption == self.caption;
        let credit = other.credit.is_none() || other.credit == self.credit;
        let alt = other.alt.is_empty() || other.alt == self.alt;
        self.src.is_some() && self.src == other.src && caption && credit && alt
    }

    /// Is there nothing to show, not even words?
    pub fn is_empty(&self) -> bool {
        self.src.is_none() && self.alt.is_empty() && self.caption.is_empty() && self.credit.is_none()
    }
}
