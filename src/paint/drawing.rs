//! A part of the widget as a Leptos view: a drawing, nothing, or what was there before.

use super::Painted;
use crate::markup::Markup;
use leptos::tachys::{
    renderer::{
        Rndr,
        types::{Element, Node, Placeholder},
    },
    view::{Mountable, Render},
};

/// One part. Rebuilding with [`Drawing::Same`] leaves it as it is.
#[derive(Debug)]
pub enum Drawing {
    /// What the part shows now.
    Markup(Markup),
    /// The part has nothing to show.
    Nothing,
    /// The part has not changed.
    Same,
}

impl From<Option<Markup>> for Drawing {
    fn from(markup: Option<Markup>) -> Self {
        markup.map_or(Drawing::Nothing, Drawing::Markup)
    }
}

/// The part on the page: its painted root, if it has one, in front of a comment that keeps its place.
pub struct Placed {
    painted: Option<Painted>,
    place: Placeholder,
}

impl Render for Drawing {
    type State = Placed;

    fn build(self) -> Placed {
        let painted = if let Drawing::Markup(markup) = self { Some(markup.build()) } else { None };
        Placed { painted, place: Rndr::create_placeholder() }
    }

    fn rebuild(self, state: &mut Placed) {
        match (self, &mut state.painted) {
            (Drawing::Same, _) | (Drawing::Nothing, None) => {}
            (Drawing::Markup(markup), Some(painted)) => markup.rebuild(painted),
            (Drawing::Markup(markup), none) => {
                let mut painted = markup.build();
                state.place.insert_before_this(&mut painted);
                *none = Some(painted);
            }
            (Drawing::Nothing, some) => some.take().into_iter().for_each(|mut painted| painted.unmount()),
        }
    }
}

impl Mountable for Placed {
    fn unmount(&mut self) {
        self.painted.iter_mut().for_each(Mountable::unmount);
        self.place.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.painted.iter_mut().for_each(|painted| painted.mount(parent, marker));
        self.place.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match &self.painted {
            Some(painted) => painted.insert_before_this(child),
            None => self.place.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<Element> {
        self.painted.iter().flat_map(Mountable::elements).collect()
    }
}
