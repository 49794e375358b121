//! The widget as JavaScript sees it: every export of the embed.

use backmatter::embed;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Two-level segregated fit: constant time, and 2 KB (brotli) less than the standard library's.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}

/// Says that the lazy half is there.
#[wasm_bindgen]
pub fn complete() {
    embed::complete();
}

/// Shows a post in `root`; the answer as [`embed::Answer::text`] writes it.
#[wasm_bindgen]
pub fn mount(root: &web_sys::Element, post: String, options: &str) -> String {
    embed::mount(root, post, options).text()
}

/// Shows another post in a mounted widget; answers as `mount` does.
#[wasm_bindgen]
pub fn update(id: u32, post: String, options: &str) -> String {
    embed::update(id, post, options).text()
}

/// Fills the meta box of a mounted post, or goes on with it: `{ notices, more }`.
#[wasm_bindgen]
pub fn fill(id: u32, whole: bool) -> JsValue {
    out(&embed::fill(id, whole))
}

/// Answers what a reader asks of the meta box; `rows` are those found, `undefined` for all.
#[wasm_bindgen]
pub fn ask(id: u32, question: u32, number: i32, rows: Option<Vec<u32>>) -> String {
    embed::ask(id, question, number, rows)
}

/// What the credits of a mounted post lack: notices.
#[wasm_bindgen]
pub fn review(id: u32) -> JsValue {
    out(&embed::review(id))
}

/// Does what a reader does with the lightbox; the credit of the open image when that is asked: `[text, html, markdown]`.
#[wasm_bindgen]
pub fn look(id: u32, action: u32, number: i32) -> JsValue {
    out(&embed::look(id, action, number))
}

/// Shows why there is no post; a number to unmount it by.
#[wasm_bindgen(js_name = mountFailure)]
pub fn mount_failure(root: &web_sys::Element, message: &str, options: &str) -> u32 {
    embed::mount_failure(root, message, options)
}

/// Takes a widget off the page.
#[wasm_bindgen]
pub fn unmount(id: u32) {
    embed::unmount(id);
}

/// The JSON-LD of a mounted post as text.
#[wasm_bindgen(js_name = jsonLd)]
pub fn json_ld(id: u32) -> Option<String> {
    embed::json_ld(id)
}

/// `{ format, confidence, reasons, notices }` or `{ code, message }`.
#[wasm_bindgen]
pub fn detect(text: &str) -> JsValue {
    match embed::detect(text) {
        Ok(report) => out(&report),
        Err(failure) => out(&failure),
    }
}

/// `[text, report]` or `{ code, message }`; the text is the post in the native format.
#[wasm_bindgen]
pub fn normalize(text: &str, options: &str) -> JsValue {
    match embed::normalize(text, options) {
        Ok(normalized) => out(&normalized),
        Err(failure) => out(&failure),
    }
}

/// Plain JavaScript data. It cannot fail for the types above: they have no maps with odd keys and no big numbers.
fn out(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
