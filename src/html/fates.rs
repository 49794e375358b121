//! What becomes of each HTML element, as data.

use crate::{model::Mark, scan::is_one_of};

/// What becomes of an HTML element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Dropped with all that is in it.
    Drop,
    /// Replaced by a link to what it would have embedded.
    Embed,
    /// Its text gets a mark.
    Mark(Mark),
    /// `<a>`
    Link,
    /// A line break.
    Break,
    /// A paragraph, or a box that separates what is in it from its neighbours.
    Paragraph,
    /// A heading of this level.
    Heading(u8),
    /// A list; `true` when ordered.
    List(bool),
    /// A list item.
    Item,
    /// A quotation.
    Quote,
    /// Preformatted text.
    Pre,
    /// A thematic break.
    Divider,
    /// An image.
    Image,
    /// A figure: its images, and a caption for them.
    Figure,
    /// The caption of a figure or table.
    Caption,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A cell; `true` for a header cell.
    Cell(bool),
    /// A checkbox turns its list into a checklist; other inputs are dropped.
    Checkbox,
    /// Unknown or without a meaning here: what is in it is kept.
    Unwrap,
}

/// Elements by their fate, what articles are made of first. What is not listed is unwrapped.
const FATES: &[(Fate, &str)] = &[
    (Fate::Link, "a"),
    (Fate::Item, "li"),
    (Fate::Mark(Mark::Strong), "strong b dt"),
    (Fate::Mark(Mark::Em), "em i cite dfn var"),
    (Fate::Mark(Mark::Code), "code kbd samp tt"),
    (
        Fate::Paragraph,
        "p div section article header footer main aside nav address dl dd details summary form fieldset legend center \
         hgroup body html",
    ),
    (Fate::Break, "br"),
    (Fate::List(false), "ul menu"),
    (Fate::List(true), "ol"),
    (Fate::Heading(1), "h1"),
    (Fate::Heading(2), "h2"),
    (Fate::Heading(3), "h3"),
    (Fate::Heading(4), "h4"),
    (Fate::Heading(5), "h5"),
    (Fate::Heading(6), "h6"),
    (Fate::Cell(false), "td"),
    (Fate::Cell(true), "th"),
    (Fate::Row, "tr"),
    (Fate::Image, "img"),
    (Fate::Figure, "figure"),
    (Fate::Caption, "figcaption caption"),
    (Fate::Quote, "blockquote"),
    (Fate::Pre, "pre listing"),
    (Fate::Divider, "hr"),
    (Fate::Table, "table"),
    (Fate::Mark(Mark::Del), "del s strike"),
    (Fate::Mark(Mark::Sub), "sub"),
    (Fate::Mark(Mark::Sup), "sup"),
    (Fate::Mark(Mark::Mark), "mark"),
    (Fate::Checkbox, "input"),
    (Fate::Embed, "iframe embed object video audio frame"),
    // Scripts, styles, foreign vocabularies, and the elements whose text a parser reads in another mode: the gadgets of
    // mutation XSS (RUSTSEC-2026-0193).
    (
        Fate::Drop,
        "script style svg math template noscript select textarea title xmp plaintext noembed noframes head button \
         datalist canvas dialog",
    ),
];

/// The fate of the element `name` (lower case).
pub fn fate(name: &str) -> Fate {
    FATES.iter().find(|(_, names)| is_one_of(name, names)).map_or(Fate::Unwrap, |(fate, _)| *fate)
}
