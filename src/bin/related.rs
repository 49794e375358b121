//! The program that ranks candidates as JavaScript sees it. Each export answers with an [`Answer`](backmatter::embed::Answer).

use backmatter::embed::related;
use wasm_bindgen::prelude::*;

backmatter::page_program!();

/// Reads a post in the native format: `[name, address]` of each list of cards that it names by an address.
#[wasm_bindgen]
pub fn begin(text: String, options: &str) -> JsValue {
    related::begin(text, options).into()
}

/// May a list, as JSON text, be in another format?
#[wasm_bindgen]
pub fn is_foreign(list: &str) -> JsValue {
    related::is_foreign(list).into()
}

/// Takes the list of that name, as JSON text: nothing.
#[wasm_bindgen]
pub fn take(name: &str, list: &str) -> JsValue {
    related::take(name, list).into()
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
