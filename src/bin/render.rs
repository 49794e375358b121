//! The program of servers that run wasm, as JavaScript sees it. Each export answers with an [`Answer`](backmatter::embed::Answer).

use backmatter::{
    embed::{formats, render},
    html::parse,
};
use wasm_bindgen::prelude::*;

fn main() {
    backmatter::embed::say_panics();
}

/// A post in any accepted format as HTML: `{ html, report }`.
#[wasm_bindgen(js_name = render)]
pub fn render_post(text: &str, options: &str) -> JsValue {
    render::render(text, options, parse).into()
}

/// A page of a static site with the posts of its elements: `{ html, reports, failures }`.
#[wasm_bindgen]
pub fn fill(page: &str) -> JsValue {
    render::fill(page, parse).into()
}

/// For each post of a site those to read next: `[{ of, similar }]`.
#[wasm_bindgen]
pub fn index(text: &str, options: &str) -> JsValue {
    render::index(text, options, parse).into()
}

/// An input in the native format: `{ text, report, mapped, posts }`.
#[wasm_bindgen]
pub fn convert(text: &str, options: &str) -> JsValue {
    formats::convert(text, options, parse).into()
}

/// Which format an input is in: a report.
#[wasm_bindgen]
pub fn identify(text: &str, options: &str) -> JsValue {
    formats::identify(text, options).into()
}
