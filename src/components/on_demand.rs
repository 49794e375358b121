//! Implementations of [`OnDemand`].

use super::{Content, OnDemand, consent, facts, lightbox};
use crate::{
    markup::Markup,
    model::{Facts, Image},
};

/// None of it is drawn: for the first paint.
#[derive(Debug)]
pub struct Nothing;

impl OnDemand for Nothing {}

/// All of it.
#[derive(Debug)]
pub struct Everything;

impl OnDemand for Everything {
    fn facts(&self, markup: &mut Markup, content: &Content, facts: &Facts, from: usize) {
        facts::facts(markup, content, facts, from);
    }

    fn open_image(&self, markup: &mut Markup, content: &Content) {
        lightbox::open_image(markup, content);
    }

    fn waiting(&self, markup: &mut Markup, image: &Image, number: usize, content: &Content) {
        consent::waiting(markup, image, number, content);
    }
}
