//! The program that reads every format as JavaScript sees it. Each export answers with an [`Answer`](backmatter::embed::Answer).

use backmatter::embed::{
    formats,
    widget::{self, parse_html},
};
use wasm_bindgen::prelude::*;

backmatter::page_program!();

/// An input in the native format: `{ text, report, mapped, posts }`.
#[wasm_bindgen]
pub fn convert(text: &str, options: &str) -> JsValue {
    formats::convert(text, options, parse_html).into()
}

/// A list of posts in any format, as candidates for the field `name` of a post: `{ text, notices }`.
#[wasm_bindgen]
pub fn convert_list(text: &str, name: &str, options: &str) -> JsValue {
    formats::convert_list(text, name, options, parse_html).into()
}

/// The HTML texts of an input with at least so many bytes, which may be read in parts before the whole is: a list of texts.
#[wasm_bindgen]
pub fn long_html(text: &str, options: &str, least: u32) -> JsValue {
    formats::long_html(text, options, least, parse_html).into()
}

/// Takes the next tokens of one of them: nothing.
#[wasm_bindgen]
pub fn take_tokens(place: u32, tokens: &str) -> JsValue {
    widget::take_tokens(place, tokens).into()
}

/// Builds the next blocks of one of them: false when all are built.
#[wasm_bindgen]
pub fn build_html(place: u32) -> JsValue {
    widget::build_html(place).into()
}

/// Which format an input is in: a report.
#[wasm_bindgen]
pub fn identify(text: &str, options: &str) -> JsValue {
    formats::identify(text, options).into()
}
