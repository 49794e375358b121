//! A leaf of the Leptos tree.

use super::{Painting, Revision, fingerprint::Fingerprint, sheet};
use crate::markup::Markup;
use leptos::tachys::{
    html::attribute::{Attribute, any_attribute::AnyAttribute},
    hydration::Cursor,
    renderer::types::{Element, Node},
    view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
};
use wasm_bindgen::JsCast;

/// Draws a part from one of its rows on. `None` where it has nothing to show.
type Draw = Box<dyn FnOnce(usize) -> Option<Markup> + Send>;

/// A part of the widget as a Leptos view. It is drawn when it has to be painted, and not while it shows the same state.
pub struct Leaf {
    revision: Revision,
    is_known: bool,
    draw: Draw,
}

impl Leaf {
    /// A part in a state. `draw` is told how many of its rows are painted already.
    pub fn new(revision: Revision, draw: impl FnOnce(usize) -> Option<Markup> + Send + 'static) -> Leaf {
        Leaf { revision, is_known: true, draw: Box::new(draw) }
    }

    /// A part that is never there.
    pub fn nothing() -> Leaf {
        Leaf::new(Revision::default(), |_| None)
    }

    /// What is taken over may show something else than this leaf: then it is compared.
    #[must_use]
    pub fn compared(self, is_compared: bool) -> Leaf {
        Leaf { is_known: !is_compared, ..self }
    }
}

impl From<Markup> for Leaf {
    fn from(markup: Markup) -> Leaf {
        Leaf::new(Revision::new(), |_| Some(markup))
    }
}

/// A part on the page. Where it has nothing to show, a comment keeps its place.
pub struct Painted {
    painting: Painting,
    revision: Revision,
    fingerprint: Option<Fingerprint>,
}

impl Painted {
    /// Turns what is painted into `after`.
    fn repaint(&mut self, after: Option<&Markup>) {
        let shows = after.map(Fingerprint::of);
        match (&self.fingerprint, &shows, after) {
            (was, is, _) if was == is => {}
            (Some(was), Some(is), Some(after)) if was.root == is.root => {
                self.painting.repaint(sheet(after), &is.plan(was));
            }
            _ => {
                let painting = Painting::new(after.map(sheet));
                painting.replace(&self.painting);
                self.painting = painting;
            }
        }
        self.fingerprint = shows;
    }

    /// Paints rows after the existing ones.
    fn extend(&mut self, rows: &Markup) {
        match &mut self.fingerprint {
            Some(fingerprint) => {
                fingerprint.extend(Fingerprint::of(rows));
                self.painting.extend(sheet(rows));
            }
            None => self.repaint(Some(rows)),
        }
    }
}

impl Render for Leaf {
    type State = Painted;

    fn build(self) -> Painted {
        let markup = (self.draw)(0);
        let fingerprint = markup.as_ref().map(Fingerprint::of);
        Painted { painting: Painting::new(markup.as_ref().map(sheet)), revision: self.revision, fingerprint }
    }

    fn rebuild(self, state: &mut Painted) {
        let before = std::mem::replace(&mut state.revision, self.revision);
        if before == self.revision {
            return;
        }
        match self.revision.grown_from(before) {
            Some(rows) => {
                if let Some(markup) = (self.draw)(rows) {
                    state.extend(&markup);
                }
            }
            None => state.repaint((self.draw)(0).as_ref()),
        }
    }
}

impl Mountable for Painted {
    fn unmount(&mut self) {
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

// A leaf takes no attributes from outside and has nothing to wait for.
impl AddAnyAttr for Leaf {
    type Output<SomeNewAttr: Attribute> = Leaf;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Leaf {
        self
    }
}

impl RenderHtml for Leaf {
    type AsyncOutput = Leaf;
    type Owned = Leaf;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Leaf {
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
        if let Some(markup) = (self.draw)(0) {
            buf.push_str(&markup.to_html());
        }
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Painted {
        let markup = (self.draw)(0);
        let fingerprint = markup.as_ref().map(Fingerprint::of);
        let painting = super::taken_over(markup.as_ref().map(sheet), cursor, position, self.is_known);
        Painted { painting, revision: self.revision, fingerprint }
    }

    fn into_owned(self) -> Leaf {
        self
    }
}
