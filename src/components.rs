//! The components turn a post into a Leptos tree. [`Post`] composes the others. The leaves are `Markup`.
//!
//! There are no signals in them: what the reader or the host changes is a field of [`Content`], and a change rebuilds the tree,
//! of which `paint` repaints what differs. (Signals, effects and their executor weigh 15 KB in brotli. An application that has
//! them gives its components another content.)
#![allow(clippy::needless_pass_by_value)] // Leptos components own what they are given.

mod anchors;
mod article_body;
mod consent;
mod content;
mod credit;
mod digest;
mod fact;
mod facts;
mod failure;
mod figure;
mod gallery;
mod header;
mod lightbox;
mod lightbox_action;
mod line;
mod markdown;
mod on_demand;
mod post;
mod post_meta;
mod query;
mod records;
mod similar_posts;
mod spans;
mod table;
mod targets;

pub use anchors::anchor_prefix;
pub use article_body::{ArticleBody, ArticleBodyProps};
pub use content::{Content, MetaView, OnDemand, Part};
pub use credit::{credit, credit_html, credit_markdown, credit_text};
pub use failure::failure;
pub use gallery::{Gallery, GalleryProps};
pub use header::{Header, HeaderProps};
pub use lightbox::{Lightbox, LightboxProps};
pub use lightbox_action::LightboxAction;
pub use on_demand::{Everything, Nothing};
pub use post::{Post, PostProps};
pub use post_meta::{PostMeta, PostMetaProps};
pub use query::Query;
pub use similar_posts::{SimilarPosts, SimilarPostsProps};
pub use targets::Targets;
