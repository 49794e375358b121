//! [`Markup`] as a Leptos view.

use super::{Painting, Shell, diff::Likeness, paint, sheet};
use crate::markup::Markup;
use leptos::tachys::{
    html::attribute::{Attribute, any_attribute::AnyAttribute},
    hydration::Cursor,
    renderer::types::{Element, Node},
    view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
};

/// A painted [`Markup`]. Dropping it ends what is still to be painted.
pub struct Painted {
    painting: Painting,
    root: Element,
    likeness: Likeness,
}

impl Drop for Painted {
    fn drop(&mut self) {
        self.painting.cancel();
    }
}

impl Render for Markup {
    type State = Painted;

    fn build(self) -> Painted {
        let painting = paint(&sheet(&self), self.first_chunk());
        Painted { root: painting.root(), likeness: Likeness::of(&self), painting }
    }

    fn rebuild(self, state: &mut Painted) {
        let likeness = Likeness::of(&self);
        if likeness.root != state.likeness.root {
            let fresh = self.build();
            fresh.painting.succeed(&state.painting);
            *state = fresh;
        } else if likeness != state.likeness {
            state.painting.repaint(&sheet(&self), &likeness.plan(&state.likeness));
            state.likeness = likeness;
        }
    }
}

impl Painted {
    /// The painted root.
    pub fn root(&self) -> &Element {
        &self.root
    }

    /// Puts the root into `parent`, in front of `next` or at the end.
    pub fn place(&self, parent: &Node, next: Option<&Element>) {
        self.painting.place(parent, next);
    }

    /// Takes the root off the page.
    pub fn remove(&self) {
        self.painting.remove();
    }

    /// Gives the root the attributes of another one, whose children are left out of account.
    pub(super) fn dress(&mut self, root: Markup) {
        let fresh = root.build();
        if fresh.likeness.root != self.likeness.root {
            self.painting.dress(&fresh.painting);
            self.likeness.root = fresh.likeness.root;
        }
    }
}

impl Mountable for Painted {
    fn unmount(&mut self) {
        self.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.root.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.root.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.root.clone()]
    }
}

/// What Leptos asks of a view besides painting: it takes no attributes from outside, has nothing to wait for, and is
/// painted anew where others hydrate, because a host's page has nothing of ours to hydrate from.
macro_rules! closed_view {
    ($view:ty, $html:expr) => {
        impl AddAnyAttr for $view {
            type Output<SomeNewAttr: Attribute> = $view;

            fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> $view {
                self
            }
        }

        impl RenderHtml for $view {
            type AsyncOutput = $view;
            type Owned = $view;

            const MIN_LENGTH: usize = 0;

            fn dry_resolve(&mut self) {}

            async fn resolve(self) -> $view {
                self
            }

            fn to_html_with_buf(
                self,
                buf: &mut String,
                position: &mut Position,
                _escape: bool,
                _mark_branches: bool,
                _extra_attrs: Vec<AnyAttribute>,
            ) {
                let html: fn(&$view) -> String = $html;
                buf.push_str(&html(&self));
                *position = Position::NextChild;
            }

            fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Self::State {
                self.build()
            }

            fn into_owned(self) -> $view {
                self
            }
        }
    };
}

closed_view!(Markup, Markup::to_html);
closed_view!(Shell, Shell::to_html);
