//! The widget's root and the parts in it, as a Leptos view.

use super::{Drawing, Painted};
use crate::markup::Markup;
use leptos::tachys::{
    renderer::types::{Element, Node},
    view::{Mountable, Render},
};

/// An element and the parts that stand in it, each drawn on its own.
#[derive(Debug)]
pub struct Shell {
    /// The element; what it holds are the parts alone.
    pub root: Markup,
    /// The parts, in their order.
    pub parts: Vec<Drawing>,
}

/// A painted [`Shell`].
pub struct Shown {
    root: Painted,
    parts: Vec<Option<Painted>>,
}

impl Render for Shell {
    type State = Shown;

    fn build(self) -> Shown {
        let mut shown = Shown { root: self.root.build(), parts: Vec::new() };
        shown.draw(self.parts);
        shown
    }

    fn rebuild(self, shown: &mut Shown) {
        shown.root.dress(self.root);
        shown.draw(self.parts);
    }
}

impl Shown {
    /// The painted root.
    pub fn root(&self) -> &Painted {
        &self.root
    }

    /// From the last part to the first, so that each knows what it stands before.
    fn draw(&mut self, drawings: Vec<Drawing>) {
        for gone in self.parts.drain(drawings.len().min(self.parts.len())..).flatten() {
            gone.remove();
        }
        self.parts.resize_with(drawings.len(), || None);
        let mut next = None;
        for (drawing, part) in drawings.into_iter().zip(&mut self.parts).rev() {
            match (drawing, part.as_mut()) {
                (Drawing::Markup(markup), Some(painted)) => markup.rebuild(painted),
                (Drawing::Markup(markup), None) => {
                    let painted = markup.build();
                    painted.place(self.root.root(), next.as_ref());
                    *part = Some(painted);
                }
                (Drawing::Nothing, Some(painted)) => {
                    painted.remove();
                    *part = None;
                }
                (Drawing::Nothing, None) | (Drawing::Same, _) => {}
            }
            if let Some(painted) = part {
                next = Some(painted.root().clone());
            }
        }
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        self.root.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.root.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.root.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.root.elements()
    }
}

impl Shell {
    pub(super) fn to_html(&self) -> String {
        let mut html = self.root.to_html();
        let end = html.rfind("</").unwrap_or(html.len());
        for part in self.parts.iter().rev() {
            if let Drawing::Markup(markup) = part {
                html.insert_str(end, &markup.to_html());
            }
        }
        html
    }
}
