//! The program of the first paint as JavaScript sees it.

use backmatter::embed::first;
use wasm_bindgen::prelude::*;

backmatter::page_program!();

/// Paints a post at the end of `parent`: `{ ok: { isPainted, needs, report } }`.
#[wasm_bindgen]
pub fn paint(parent: &web_sys::Element, post: &str, options: &str) -> JsValue {
    first::paint(parent, post, options).into()
}
