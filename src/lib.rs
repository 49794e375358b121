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
//! use backmatter::{Options, decode, draw, tools::{ReadFacts, Whole}};
//!
//! let text = r#"{ "title": "Tides", "meta": { "view_count": 24635, "tools": ["rope", "lead"] } }"#;
//! let tools = Whole { parse_html: |_| None, facts: ReadFacts::Now };
//! let decoded = decode(text, &Options::default(), &tools)?;
//! assert_eq!(decoded.report.format, "backmatter/1");
//! assert!(draw(decoded.post, Options::default()).contains("24,635"));
//! # Ok::<(), backmatter::report::Failure>(())
//! ```

// From the lowest layer to the highest: a module imports only what stands above it here, and a test holds it to that.
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

pub mod formats;
pub mod tools;

pub mod markup;
pub mod paint;

pub mod components;
pub mod json_ld;

pub mod embed;

pub use components::Content;
pub use formats::{Decoded, decode};
pub use labels::{INTL, Localizer, PLAIN};
pub use markup::Markup;
pub use options::Options;
pub use report::Report;

/// The HTML of a whole post, every part of it: for rendering ahead, and for tests.
pub fn draw(post: model::Post, options: Options) -> String {
    use components::{article_body, gallery, header, post_meta, similar_posts};
    let localizer = Localizer { lang: String::new(), labels: options.labels.clone(), locale: PLAIN };
    let content = Content::new(post, options, localizer);
    let parts = [header, article_body, post_meta, gallery, similar_posts];
    let html = parts.into_iter().filter_map(|draw| draw(&content)).map(|markup| markup.to_html());
    ["<article class=\"bm-post\">", &html.collect::<String>(), "</article>"].concat()
}
