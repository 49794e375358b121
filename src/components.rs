//! The components: model values in, drawings out.
//!
//! There are no signals in the widget: what the reader or the host changes is a field of [`Content`], and a change
//! redraws the parts it touches, of which `paint` repaints what differs. (Signals, effects and their executor weigh
//! 15 KB in brotli, a third of the widget; the reader's own program has them.)

mod anchors;
mod article_body;
mod consent;
mod credit;
mod digest;
mod fact;
mod facts;
mod failure;
mod figure;
mod gallery;
mod header;
mod lightbox;
mod live;
mod markdown;
pub mod meta_view;
mod post;
mod post_meta;
mod records;
mod similar_posts;
mod spans;

pub use anchors::anchor_prefix;
pub use article_body::article_body;
pub use credit::{credit, credit_html, credit_markdown, credit_text};
pub use digest::digest;
pub use failure::failure;
pub use gallery::gallery;
pub use header::header;
pub use lightbox::lightbox;
pub use live::Live;
pub use meta_view::MetaView;
pub use post::{Content, Part, parts, post};
pub use post_meta::post_meta;
pub use similar_posts::similar_posts;
