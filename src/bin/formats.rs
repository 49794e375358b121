//! The program that reads every format as JavaScript sees it. Each export answers with an [`Answer`](backmatter::embed::Answer).

use backmatter::embed::{formats, widget::parse_html};
use wasm_bindgen::prelude::*;

backmatter::page_program!();

/// An input in the native format: `{ text, report, mapped, posts }`.
#[wasm_bindgen]
pub fn convert(text: &str, options: &str) -> JsValue {
    formats::convert(text, options, parse_html).into()
}

/// Which format an input is in: a report.
#[wasm_bindgen]
pub fn identify(text: &str, options: &str) -> JsValue {
    formats::identify(text, options).into()
}
