//! Leptos depends on `server_fn`, which names `wasm_streams::ReadableStream` for streaming server functions. There are no
//! server functions here, but the real crate exports JavaScript classes, and what is exported cannot be optimised away:
//! 6 KB (brotli) of the widget. This crate has the four functions that `server_fn` names and exports nothing.

use futures_core::Stream;
use std::{
    pin::Pin,
    task::{Context, Poll},
};
use wasm_bindgen::JsValue;

/// A stream of the browser, kept as it is.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Keeps a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        ReadableStream(raw)
    }

    /// Gives it back.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Would make a stream of the browser from one of Rust; here the stream is dropped and an empty one made.
    ///
    /// # Panics
    /// Where the browser has no streams.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        ReadableStream(web_sys::ReadableStream::new().expect("streams"))
    }

    /// An empty stream.
    pub fn into_stream(self) -> IntoStream {
        IntoStream
    }
}

/// A stream without items.
#[derive(Debug)]
pub struct IntoStream;

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
