//! The envelopes, each by the name of its format.

mod finishing;
mod tables;
mod wordpress;

use super::envelope::{BARE, Envelope};

/// A format: its envelope, and the ways to its posts if they are not at the top level.
pub struct Format {
    /// The name.
    pub name: &'static str,
    /// The envelope.
    pub envelope: &'static Envelope,
    /// The ways to the post or to a list of them.
    pub posts: &'static str,
}

/// For input that is only a body.
static ONLY_BODY: Envelope = Envelope { body: ".", is_strict: true, ..BARE };

/// The formats that have an envelope of their own.
pub static FORMATS: [Format; 8] = [
    Format { name: "wordpress", envelope: &wordpress::WORDPRESS, posts: "data.post data.page posts" },
    Format { name: "jsonfeed", envelope: &tables::JSON_FEED, posts: "items" },
    Format { name: "ghost", envelope: &tables::GHOST, posts: "posts pages db.0.data.posts" },
    Format { name: "forem", envelope: &tables::FOREM, posts: "articles" },
    Format { name: "mf2", envelope: &tables::MICROFORMATS, posts: "items" },
    Format { name: "contentful", envelope: &tables::CONTENTFUL, posts: "items" },
    Format { name: "strapi", envelope: &tables::STRAPI, posts: "data" },
    Format { name: "json-ld", envelope: &tables::LINKED_DATA, posts: "" },
];

/// An object of any site.
pub static FLAT: Format = Format {
    name: "",
    envelope: &tables::FLAT,
    posts: "data.post data.page data.article data.entry data.posts.nodes data.posts data.markdownRemark data.mdx \
            data.allMarkdownRemark.nodes data.publication.post data.attributes data result post page article entry \
            story.content story response.posts payload.value articles docs posts pages entries nodes items results stories news value",
};

/// A body without an envelope.
pub static BODY: Format = Format { name: "", envelope: &ONLY_BODY, posts: "" };

/// Finds a format with an envelope of its own by name.
pub fn named(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
