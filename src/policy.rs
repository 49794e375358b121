//! What is allowed, as data: schemes by sink, and what becomes of each HTML element.
//!
//! The algorithms stand beside it: [`url`] parses addresses, [`text`] cleans texts, [`image`] reads the attributes of
//! images, [`html`] turns the tokens of an inert HTML parser into blocks. None of them patches a string in place: each takes untrusted input and builds a new
//! value of a type that cannot hold the wrong thing.

use crate::model::Mark;

pub mod html;
pub mod image;
pub mod scan;
pub mod text;
pub mod url;

/// Where an address is going to stand. Each sink has its own schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sink {
    /// A link in a text: the web, an e-mail address, a telephone number, this page.
    Link,
    /// A picture to load.
    Image,
    /// A page of the web: canonical addresses, cards, credits.
    Page,
}

impl Sink {
    /// Schemes this sink takes. Addresses without a scheme are relative to the page and always taken.
    pub const fn schemes(self) -> &'static str {
        match self {
            Sink::Link => "http https mailto tel",
            Sink::Image | Sink::Page => "http https",
        }
    }
}

/// Is `word` in a list written with a space between its words? (One text weighs half of what a list of texts does.)
pub fn is_one_of(word: &str, list: &str) -> bool {
    // By bytes: the search for a character that the library has is made for long texts, and takes longer to begin.
    list.as_bytes().split(|byte| *byte == b' ').any(|known| known == word.as_bytes())
}

/// Characters an address may have.
pub const URL_LIMIT: usize = 2048;
/// Levels of blocks within blocks; deeper ones are flattened.
pub const BLOCK_DEPTH: usize = 32;
/// Combining marks kept on one letter; more would leave the line box.
pub const MARKS_A_LETTER: usize = 8;

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
