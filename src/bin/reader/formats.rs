//! The demos of other formats: an input each, as its system gives it.

use crate::cases::{Frame, State};

macro_rules! inputs {
    ($($name:literal, $title:literal;)*) => {
        /// An input of each format.
        pub const INPUTS: &[State] = &[$(State {
            name: $name,
            title: $title,
            text: || include_str!(concat!("../../../tests/fixtures/formats/", $name, ".json")).into(),
            frame: Frame::Plain,
        }),*];
    };
}

inputs! {
    "wordpress", "WordPress REST, a post";
    "wordpress-list", "WordPress REST, a list";
    "jsonfeed", "JSON Feed";
    "ghost", "Ghost";
    "strapi-5", "Strapi";
    "contentful", "Contentful";
    "forem", "Forem (DEV)";
    "portable-text", "Portable Text (Sanity)";
    "editorjs", "Editor.js";
    "tiptap", "TipTap";
    "lexical", "Lexical (Payload)";
    "slate", "Slate";
    "gutenberg", "WordPress blocks";
    "mobiledoc", "Mobiledoc";
    "mdast", "mdast (Markdown)";
    "hast", "hast (HTML)";
    "mf2", "microformats2";
    "json-ld", "schema.org (JSON-LD)";
}
