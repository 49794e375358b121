//! What happens in a browser: painting, repainting, the inert parser, `Intl`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod html;
mod intl;
mod live;
mod paint;
mod support;
mod take_over;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
