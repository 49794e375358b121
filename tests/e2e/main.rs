//! The built package on host pages, in a real browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod accessibility;
mod attributes;
mod bad_input;
mod browser;
mod elements;
mod events;
mod fallback;
mod functions;
mod halves;
mod policy;
mod server;
mod sinks;
