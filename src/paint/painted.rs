//! A [`Markup`] on the page.

use super::{Painting, diff::Likeness, sheet};
use crate::markup::Markup;
use web_sys::{Element, Node};

/// A painted [`Markup`]. Dropping it ends what is still to be painted.
pub struct Painted {
    painting: Painting,
    root: Element,
    /// What it looks like, when that is known.
    likeness: Option<Likeness>,
    /// Was it painted in parts? Then its children are divided in another way than those of one drawing.
    is_extended: bool,
}

impl Drop for Painted {
    fn drop(&mut self) {
        self.painting.cancel();
    }
}

impl Painted {
    /// Paints `markup`: its first chunk now, the rest in idle time.
    pub fn new(markup: &Markup) -> Painted {
        Painted::at(markup, None)
    }

    /// The same at the end of `parent`, which hears what happens in it. Where that is not on the page yet, this takes half the
    /// time of painting and placing.
    pub(super) fn within(parent: &Element, markup: &Markup) -> Painted {
        Painted::at(markup, Some(parent))
    }

    fn at(markup: &Markup, parent: Option<&Element>) -> Painted {
        let painting = Painting::new(&sheet(markup), markup.first_chunk(), parent);
        Painted { root: painting.root(), painting, likeness: None, is_extended: false }
    }

    /// The painted root.
    pub fn root(&self) -> &Element {
        &self.root
    }

    /// Puts the root into `parent`, in front of `next` or at the end.
    pub fn place(&self, parent: &Node, next: Option<&Node>) {
        self.painting.place(parent, next);
    }

    /// Takes the root off the page.
    pub fn remove(&self) {
        self.painting.remove();
    }

    /// Paints other children into the root. A child that looks the same as the one in its place is left alone.
    pub fn refill(&mut self, markup: &Markup) {
        (self.likeness, self.is_extended) = (None, false);
        self.painting.refill(&sheet(markup), markup.first_chunk());
    }

    /// Paints children behind those that are there; the first takes the place of the first.
    pub fn extend(&mut self, markup: &Markup) {
        (self.likeness, self.is_extended) = (None, true);
        self.painting.extend(&sheet(markup));
    }

    /// Looks at what is painted, as `draw` draws it once more, unless that is known. (Not when it is painted: most posts never
    /// change.)
    pub fn learn(&mut self, draw: impl FnOnce() -> Option<Markup>) {
        if self.likeness.is_none() {
            self.likeness = draw().map(|markup| Likeness::of(&markup));
        }
    }

    /// Turns what is painted into `after`. Children that were [learned](Painted::learn) to be the same, wherever they stand, keep
    /// their nodes.
    pub fn repaint(&mut self, after: &Markup) {
        let is = Likeness::of(after);
        match &self.likeness {
            Some(was) if *was == is => {}
            Some(was) if was.root == is.root => {
                if self.is_extended {
                    self.refill(after);
                } else {
                    self.painting.repaint(&sheet(after), &is.plan(was));
                }
            }
            _ => {
                let fresh = Painted::new(after);
                fresh.painting.succeed(&self.painting);
                *self = fresh;
            }
        }
        self.likeness = Some(is);
    }

    /// Gives the root the attributes of another one; the children stay.
    pub(super) fn dress(&self, root: &Markup) {
        self.painting.dress(&Painted::new(root).painting);
    }
}
