//! Backmatter renders a post from the JSON that a page already has: the article body, a collapsible meta box that turns
//! arrays into lists, an image gallery with source attribution, and a similar-posts strip.
//!
//! Data flows one way, and everything meets at [`model`]:
//!
//! ```text
//! JSON text ─▶ json::Value ─▶ formats ─▶ policy, facts ─▶ model ─▶ components ─▶ markup ─▶ paint ─▶ DOM
//! ```
//!
//! ```
//! use backmatter::{NATIVE, Options, render};
//!
//! let text = r#"{ "title": "Tides", "meta": { "view_count": 24635, "tools": ["rope", "lead"] } }"#;
//! let rendered = render(text, &Options::default(), NATIVE)?;
//! assert_eq!(rendered.report.format, "backmatter/1");
//! assert!(rendered.html.contains("24,635"));
//! # Ok::<(), backmatter::report::Failure>(())
//! ```

// From the lowest layer to the highest: a module imports only modules listed above it, and a test checks that.
pub mod letters;
pub mod scan;

pub mod json;
pub mod policy;

pub mod model;
pub mod report;

pub mod coerce;
pub mod labels;
pub mod options;

pub mod html;

pub mod context;
pub mod credits;
pub mod images;

pub mod facts;
pub mod related;
pub mod search;

pub mod formats;
pub mod tools;

pub mod markup;
pub mod paint;

pub mod components;
pub mod json_ld;

#[cfg(any(not(target_arch = "wasm32"), feature = "server"))]
pub mod rendering;

pub mod embed;
pub mod leptos;

pub use components::Content;
pub use formats::{Decoded, decode};
pub use labels::{INTL, Localizer, PLAIN};
pub use markup::Markup;
pub use options::Options;
#[cfg(any(not(target_arch = "wasm32"), feature = "server"))]
pub use rendering::{Rendered, Surroundings, render, render_ahead};
pub use report::Report;

/// What a native program has: html5ever and ICU4X.
#[cfg(not(target_arch = "wasm32"))]
pub const NATIVE: Surroundings = Surroundings { parse_html: html::parse, locale: labels::ICU };

/// Every style of a post, for applications without the package's stylesheets.
pub const CSS: &str = concat!(
    include_str!("../style/tokens.css"),
    include_str!("../style/prose.css"),
    include_str!("../style/chrome.css"),
    include_str!("../style/article_body.css"),
    include_str!("../style/post_meta.css"),
    include_str!("../style/figure.css"),
    include_str!("../style/gallery.css"),
    include_str!("../style/similar_posts.css"),
    include_str!("../style/print.css"),
    include_str!("../style/facts.css"),
    include_str!("../style/facts_views.css"),
    include_str!("../style/fact.css"),
    include_str!("../style/records.css"),
    include_str!("../style/lightbox.css"),
    include_str!("../style/consent.css"),
);

/// The examples of the documentation compile.
#[cfg(doctest)]
#[doc = include_str!("../docs/leptos.md")]
#[doc = include_str!("../docs/rendering-ahead.md")]
struct Documented;
