//! [`Markup`] → DOM: the only way in which content reaches the page.
//!
//! `paint.js` runs through the opcodes; this file decides what is painted. A [`Markup`] is a Leptos view: building it
//! paints its first chunk, rebuilding it repaints only the top-level children that differ, so that the others keep their
//! nodes, their focus and what the reader has opened in them.

mod diff;
mod painted;
mod shell;
mod view;

pub use painted::Painted;
pub use shell::{Shell, Shown};
pub use view::Kept;

use crate::{
    markup::{Address, Attr, Markup, Prop, Tag},
    scan::joined,
};
use std::cell::Cell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/paint/paint.js")]
extern "C" {
    /// A painted drawing and what of it is still to be painted.
    #[derive(Clone, Debug)]
    type Painting;

    #[wasm_bindgen(constructor)]
    fn new(sheet: &Sheet, first_chunk: usize, parent: Option<&web_sys::Element>) -> Painting;
    #[wasm_bindgen(method, getter)]
    fn root(this: &Painting) -> web_sys::Element;
    #[wasm_bindgen(method)]
    fn repaint(this: &Painting, sheet: &Sheet, plan: &[u32]);
    #[wasm_bindgen(method)]
    fn refill(this: &Painting, sheet: &Sheet, first_chunk: usize);
    #[wasm_bindgen(method)]
    fn extend(this: &Painting, sheet: &Sheet);
    #[wasm_bindgen(method)]
    fn cancel(this: &Painting);
    #[wasm_bindgen(method)]
    fn place(this: &Painting, parent: &web_sys::Node, next: Option<&web_sys::Node>);
    #[wasm_bindgen(method)]
    fn remove(this: &Painting);
    #[wasm_bindgen(method)]
    fn succeed(this: &Painting, before: &Painting);
    #[wasm_bindgen(method)]
    fn dress(this: &Painting, other: &Painting);

    /// Opcodes, string, looks and starts of children, as JavaScript holds them.
    type Sheet;

    #[wasm_bindgen(constructor)]
    fn new(ops: &[u32], text: &str, looks: &str, starts: &[u32]) -> Sheet;

    fn teach(lists: &str);
}

thread_local! {
    static TAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Tells the browser's side the names of the vocabulary, once.
fn teach_once() {
    if !TAUGHT.replace(true) {
        teach(&joined(&mut [Tag::LIST, Attr::LIST, Address::LIST, Prop::LIST].into_iter(), "\n"));
    }
}

fn sheet(markup: &Markup) -> Sheet {
    teach_once();
    let mut looks = String::new();
    for (tag, class) in &markup.looks {
        looks.push(char::from(b'0' + *tag as u8));
        looks.push_str(class);
        looks.push('\n');
    }
    Sheet::new(&markup.ops, &markup.text, &looks, &markup.starts)
}
