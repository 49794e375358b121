//! [`Markup`] → DOM: the only way in which content reaches the page.
//!
//! `paint.js` executes the opcodes; this file decides what is painted. A [`Leaf`] is a Leptos view. Building it paints
//! its first chunk. Rebuilding it repaints only the top-level children that differ; the others keep their nodes, their
//! focus and their open disclosures. Hydrating it adopts the existing DOM.
//!
//! Nothing here throws: `paint.js` catches the exceptions of the page and the host.

mod fingerprint;
mod frame;
mod leaf;
mod revision;

pub use frame::{Frame, Framed};
pub use leaf::{Leaf, Painted};
pub use revision::Revision;

use crate::{
    markup::{Address, Attr, Markup, Op, Prop},
    scan::joined,
};
use leptos::tachys::{
    hydration::Cursor,
    view::{Mountable, Position, PositionState},
};
use std::cell::Cell;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::Node;

#[wasm_bindgen(module = "/src/paint/paint.js")]
extern "C" {
    /// A drawing on the page, and its chunks that are not painted yet. Without a sheet: a comment node as placeholder.
    type Painting;

    #[wasm_bindgen(constructor)]
    fn new(sheet: Option<Sheet>) -> Painting;
    /// Looks for the drawing among the children of `parent` after `before`, and adopts it. If it is missing, inserts
    /// it. `is_known`: the existing DOM shows the same content.
    #[wasm_bindgen(static_method_of = Painting)]
    fn adopt(sheet: Option<Sheet>, parent: Option<&Node>, before: Option<&Node>, is_known: bool) -> Painting;
    #[wasm_bindgen(method, getter)]
    fn root(this: &Painting) -> Node;
    #[wasm_bindgen(method)]
    fn repaint(this: &Painting, sheet: Sheet, plan: &[u32]);
    #[wasm_bindgen(method, js_name = copyAttributes)]
    fn copy_attributes(this: &Painting, sheet: Sheet);
    #[wasm_bindgen(method)]
    fn extend(this: &Painting, sheet: Sheet);
    #[wasm_bindgen(method)]
    fn mount(this: &Painting, parent: &Node, next: Option<&Node>);
    #[wasm_bindgen(method)]
    fn replace(this: &Painting, before: &Painting);
    #[wasm_bindgen(method)]
    fn unmount(this: &Painting);

    /// Opcodes, string, templates and starts of children, as JavaScript holds them.
    type Sheet;

    #[wasm_bindgen(constructor)]
    fn new(ops: &[u32], text: &str, templates: &str, starts: &[u32], first_chunk: usize) -> Sheet;

    fn teach(lists: &str);
}

impl Painting {
    /// Mounts another view before this one. Returns false where this one is not mounted.
    fn insert_before(&self, other: &mut dyn Mountable) -> bool {
        let root = self.root();
        let parent = root.parent_node();
        if let Some(parent) = &parent {
            other.mount(parent.unchecked_ref(), Some(&root));
        }
        parent.is_some()
    }
}

/// Hydrates a drawing. Leptos' own views trap on an unexpected node, but extensions, translators and minifiers may have
/// changed the page. So this looks for its own element, and creates it if it is missing.
fn taken_over(sheet: Option<Sheet>, cursor: &Cursor, position: &PositionState, is_known: bool) -> Painting {
    let here = cursor.current();
    let painting = match position.get() {
        Position::Current => {
            let before = here.previous_sibling();
            Painting::adopt(sheet, here.parent_node().as_ref(), before.as_ref(), is_known)
        }
        Position::FirstChild => Painting::adopt(sheet, Some(&here), None, is_known),
        _ => Painting::adopt(sheet, here.parent_node().as_ref(), Some(&here), is_known),
    };
    cursor.set(painting.root());
    position.set(Position::NextChild);
    painting
}

thread_local! {
    static TAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Sends the names of the vocabulary to JavaScript, once.
fn teach_once() {
    if !TAUGHT.replace(true) {
        teach(&joined(&mut [Op::LIST, Attr::LIST, Address::LIST, Prop::LIST].into_iter(), "\n"));
    }
}

fn sheet(markup: &Markup) -> Sheet {
    teach_once();
    let mut templates = String::new();
    for template in &markup.templates {
        template.write(&mut templates);
    }
    Sheet::new(&markup.ops, &markup.text, &templates, &markup.starts, markup.first_chunk())
}
