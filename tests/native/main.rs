//! Tests of the core, without a browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

#[path = "../corpora.rs"]
mod corpora;
#[path = "../snippets.rs"]
mod snippets;
mod source;
mod support;

mod article_body;
mod candidate_lists;
mod classes;
mod credit;
mod credits;
mod dependencies;
mod docs;
mod filling;
mod formats;
mod gallery;
mod html;
mod json;
mod labels;
mod layers;
mod leptos_view;
mod markup;
mod meta;
mod native_format;
mod needs;
mod neighbours;
mod options;
mod related;
mod rendering;
mod reports;
mod scan;
mod search;
mod similar_posts;
mod text;
mod url;
