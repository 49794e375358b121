//! How each HTML element is converted, as data.

use crate::{model::Mark, scan::is_one_of};

/// How an HTML element is converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Dropped with its contents.
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
    /// A gallery: its images.
    Gallery,
    /// A disclosure.
    Details,
    /// The summary of a disclosure.
    Summary,
    /// A description list.
    Descriptions,
    /// A term of a description list.
    Term,
    /// A description of a term.
    Description,
    /// A button: its text is kept only if it contains a link.
    Button,
    /// An image of a character, such as a smiley: its alternative text is shown.
    Character,
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
    /// Unknown or without a meaning here: its contents are kept.
    Unwrap,
}

/// Elements by their fate, the most common in articles first. All others are unwrapped.
const FATES: &[(Fate, &str)] = &[
    (Fate::Link, "a"),
    (Fate::Item, "li"),
    (Fate::Mark(Mark::Strong), "strong b"),
    (Fate::Mark(Mark::Em), "em i cite dfn var"),
    (Fate::Mark(Mark::Code), "code kbd samp tt"),
    (
        Fate::Paragraph,
        "p div section article header footer main aside nav address form fieldset legend center hgroup body html",
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
    (Fate::Descriptions, "dl"),
    (Fate::Term, "dt"),
    (Fate::Description, "dd"),
    (Fate::Details, "details"),
    (Fate::Summary, "summary"),
    (Fate::Button, "button"),
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
        "script style svg math template noscript select textarea title xmp plaintext noembed noframes head \
         datalist canvas dialog",
    ),
];

/// Classes by the fate of their elements, whatever these are called. Read in the markup of `WordPress` (classic and block
/// editor), Ghost, Blogger, Medium, `MediaWiki` and Rouge.
const CLASSES: &[(Fate, &str)] = &[
    (Fate::Figure, "wp-caption gallery-item blocks-gallery-item tr-caption-container kg-image-card thumbinner"),
    (Fate::Caption, "wp-caption-text wp-element-caption gallery-caption tr-caption thumbcaption imageCaption"),
    (
        Fate::Gallery,
        "gallery wp-block-gallery blocks-gallery-grid tiled-gallery wp-block-jetpack-tiled-gallery kg-gallery-container",
    ),
    (Fate::Details, "kg-toggle-card"),
    (Fate::Summary, "kg-toggle-heading"),
    (Fate::Character, "emoji wp-smiley"),
    (
        Fate::Drop,
        "lineno linenos linenumber hljs-ln-numbers mw-editsection kg-video-overlay kg-video-player-container \
         kg-audio-player-container kg-bookmark-icon",
    ),
];

/// The fate of the element `name` (lower case) with these classes.
pub fn fate(name: &str, classes: &str) -> Fate {
    let own = FATES.iter().find(|(_, names)| is_one_of(name, names)).map_or(Fate::Unwrap, |(fate, _)| *fate);
    // Classes do not change the fate of these elements.
    if classes.is_empty() || matches!(own, Fate::Drop | Fate::Embed | Fate::Link | Fate::Heading(_)) {
        return own;
    }
    let mut known = classes.split_ascii_whitespace().filter_map(by_class);
    known.find(|fate| fits(own, *fate)).unwrap_or(own)
}

fn by_class(class: &str) -> Option<Fate> {
    CLASSES.iter().find(|(_, names)| is_one_of(class, names)).map(|(fate, _)| *fate)
}

/// May an element that is `own` by its name become `other` by its class?
const fn fits(own: Fate, other: Fate) -> bool {
    match other {
        Fate::Character => matches!(own, Fate::Image),
        Fate::Caption => !matches!(own, Fate::Image),
        Fate::Drop => true,
        _ => matches!(
            own,
            Fate::Paragraph
                | Fate::Figure
                | Fate::Descriptions
                | Fate::List(_)
                | Fate::Item
                | Fate::Table
                | Fate::Unwrap
        ),
    }
}
