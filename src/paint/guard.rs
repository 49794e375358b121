//! Calls from JavaScript into the wasm: a panic in one is a crash that the widget must hear of.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/paint/guard.js")]
extern "C" {
    /// The same function; what it throws is a crash.
    pub fn guarded(call: &JsValue) -> js_sys::Function;
}
