//! The grammars of the trees, one file a format.

mod common;
mod contentful;
mod editorjs;
mod hast;
mod lexical;
mod mdast;
mod portable_text;
mod prosemirror;
mod strapi;

pub use contentful::CONTENTFUL;
pub use editorjs::EDITORJS;
pub use hast::HAST;
pub use lexical::LEXICAL;
pub use mdast::MDAST;
pub use portable_text::PORTABLE_TEXT;
pub use prosemirror::PROSEMIRROR;
pub use strapi::STRAPI;
