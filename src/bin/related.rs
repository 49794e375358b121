//! The program that ranks candidates as JavaScript sees it. Each export answers with an [`Answer`](backmatter::embed::Answer).

use backmatter::embed::related;
use wasm_bindgen::prelude::*;

backmatter::page_program!();

/// Reads a post in the native format: nothing.
#[wasm_bindgen]
pub fn begin(text: String, options: &str) -> JsValue {
    related::begin(text, options).into()
}

/// Goes on with comparing it with its candidates: false when all are compared.
#[wasm_bindgen]
pub fn go_on() -> JsValue {
    related::go_on().into()
}

/// The post with cards in the place of its candidates: `{ text, notices }`.
#[wasm_bindgen]
pub fn finish() -> JsValue {
    related::finish().into()
}
