//! The reader without a network.

use gloo::timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/bin/reader/offline.js")]
extern "C" {
    #[wasm_bindgen(js_name = workOffline)]
    fn work_offline() -> Promise;
}

/// After the page has loaded: its own files come first. In milliseconds.
const LATER: u32 = 2_000;

/// Has the reader open without a network the next time.
pub fn prepare() {
    Timeout::new(LATER, || drop(work_offline())).forget();
}
