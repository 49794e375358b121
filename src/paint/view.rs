//! [`Markup`] as a Leptos view.

use super::Painted;
use crate::markup::Markup;
use leptos::tachys::{
    html::attribute::{Attribute, any_attribute::AnyAttribute},
    hydration::Cursor,
    renderer::types::{Element, Node},
    view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
};

/// A drawing on the page and what it shows, as Leptos keeps it from one build to the next.
pub struct Kept {
    painted: Painted,
    /// Until it has been looked at.
    markup: Option<Markup>,
}

impl Render for Markup {
    type State = Kept;

    fn build(self) -> Kept {
        Kept { painted: Painted::new(&self), markup: Some(self) }
    }

    fn rebuild(self, state: &mut Kept) {
        state.painted.learn(|| state.markup.take());
        state.painted.repaint(&self);
    }
}

impl Mountable for Kept {
    fn unmount(&mut self) {
        self.painted.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.painted.place(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.painted.root().insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.painted.root().clone()]
    }
}

// What Leptos asks of a view besides painting: it takes no attributes from outside, has nothing to wait for, and is
// painted anew where others hydrate, because a host's page has nothing of ours to hydrate from.
impl AddAnyAttr for Markup {
    type Output<SomeNewAttr: Attribute> = Markup;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Markup {
        self
    }
}

impl RenderHtml for Markup {
    type AsyncOutput = Markup;
    type Owned = Markup;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Markup {
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
        buf.push_str(&Markup::to_html(&self));
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Kept {
        self.build()
    }

    fn into_owned(self) -> Markup {
        self
    }
}
