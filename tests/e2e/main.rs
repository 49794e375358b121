//! The built package on host pages, in a real browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod accessibility;
mod ahead;
mod article_body;
mod attack;
mod attributes;
mod bad_input;
mod bidi;
mod browser;
mod candidates;
#[path = "../corpora.rs"]
mod corpora;
mod credits;
mod demos;
mod docs;
mod elements;
mod emulation;
mod engine;
mod events;
mod fallback;
mod formats;
mod functions;
mod gallery;
mod hosts;
mod languages;
mod leptos_app;
mod library;
mod lightbox;
mod line;
mod meta;
mod policy;
mod print;
mod programs;
mod reader;
mod server;
mod sheets;
mod shots;
mod sinks;
mod slide;
#[path = "../snippets.rs"]
mod snippets;
mod ways;
