//! An element of the Leptos tree that other views stand in.

use super::{Painting, fingerprint::Fingerprint, sheet};
use crate::markup::Markup;
use leptos::tachys::{
    html::attribute::{Attribute, any_attribute::AnyAttribute},
    hydration::Cursor,
    renderer::types::{Element, Node},
    view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
};
use wasm_bindgen::JsCast;

/// An empty drawing and the views that stand in its root.
pub struct Frame<V> {
    element: Markup,
    children: V,
}

impl<V> Frame<V> {
    /// The root of `element` with `children` in it.
    pub const fn new(element: Markup, children: V) -> Frame<V> {
        Frame { element, children }
    }
}

/// A frame on the page.
pub struct Framed<S> {
    painting: Painting,
    fingerprint: Fingerprint,
    children: S,
}

impl<V: Render> Render for Frame<V> {
    type State = Framed<V::State>;

    fn build(self) -> Self::State {
        let painting = Painting::new(Some(sheet(&self.element)));
        let mut children = self.children.build();
        children.mount(painting.root().unchecked_ref(), None);
        Framed { painting, fingerprint: Fingerprint::of(&self.element), children }
    }

    fn rebuild(self, state: &mut Self::State) {
        let fingerprint = Fingerprint::of(&self.element);
        if state.fingerprint != fingerprint {
            state.painting.copy_attributes(sheet(&self.element));
            state.fingerprint = fingerprint;
        }
        self.children.rebuild(&mut state.children);
    }
}

impl<S: Mountable> Mountable for Framed<S> {
    fn unmount(&mut self) {
        // First those that are still being painted.
        self.children.unmount();
        self.painting.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.painting.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.painting.insert_before(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.painting.root().dyn_into().into_iter().collect()
    }
}

// The frame itself takes no attributes from outside.
impl<V: RenderHtml> AddAnyAttr for Frame<V> {
    type Output<NewAttr: Attribute> = Frame<V::Output<NewAttr>>;

    fn add_any_attr<NewAttr: Attribute>(self, attr: NewAttr) -> Self::Output<NewAttr>
    where
        Self::Output<NewAttr>: RenderHtml,
    {
        Frame { element: self.element, children: self.children.add_any_attr(attr) }
    }
}

impl<V: RenderHtml> RenderHtml for Frame<V> {
    type AsyncOutput = Frame<V::AsyncOutput>;
    type Owned = Frame<V::Owned>;

    const MIN_LENGTH: usize = V::MIN_LENGTH;

    fn dry_resolve(&mut self) {
        self.children.dry_resolve();
    }

    async fn resolve(self) -> Self::AsyncOutput {
        Frame { element: self.element, children: self.children.resolve().await }
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        let html = self.element.to_html();
        let (start, end) = html.split_at(html.rfind("</").unwrap_or(html.len()));
        buf.push_str(start);
        *position = Position::FirstChild;
        self.children.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
        buf.push_str(end);
        *position = Position::NextChild;
    }

    /// Takes over the element at the cursor, or looks for it among those that follow.
    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        let painting = super::taken_over(Some(sheet(&self.element)), cursor, position, true);
        position.set(Position::FirstChild);
        let children = self.children.hydrate::<FROM_SERVER>(cursor, position);
        cursor.set(painting.root());
        position.set(Position::NextChild);
        Framed { painting, fingerprint: Fingerprint::of(&self.element), children }
    }

    fn into_owned(self) -> Self::Owned {
        Frame { element: self.element, children: self.children.into_owned() }
    }
}
