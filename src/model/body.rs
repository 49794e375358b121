//! The article body: blocks of spans.

use super::Image;
use crate::policy::SafeUrl;

/// One block of the article.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A heading as the author levelled it, 1 to 6.
    Heading {
        /// 1 to 6; shifted to the page's outline when it is drawn.
        level: u8,
        /// Its text.
        content: Vec<Span>,
    },
    /// A list.
    List {
        /// Numbered?
        ordered: bool,
        /// The number of the first item.
        start: u32,
        /// Its items.
        items: Vec<Item>,
    },
    /// Program text.
    Code {
        /// The language's name as the author gave it.
        language: Option<String>,
        /// The text.
        text: String,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
        /// Who or what is quoted; empty when unknown.
        cite: Vec<Span>,
    },
    /// A table.
    Table(Table),
    /// An image with its caption and credit.
    Image(Box<Image>),
    /// Several images.
    Gallery(Vec<Image>),
    /// A thematic break.
    Divider,
}

/// A list item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// Of a checklist: done or not. `None` in other lists.
    pub checked: Option<bool>,
    /// Its own text.
    pub content: Vec<Span>,
    /// What stands below the text: nested lists, further paragraphs.
    pub blocks: Vec<Block>,
}

/// A table: rows of cells of spans. Rows may be of different lengths.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The caption; empty when there is none.
    pub caption: Vec<Span>,
    /// The header row; empty when there is none.
    pub head: Vec<Vec<Span>>,
    /// The other rows.
    pub rows: Vec<Vec<Vec<Span>>>,
}

/// A run of text with the same marks and link. `\n` is a line break.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Its marks.
    pub marks: Marks,
    /// Where it leads.
    pub href: Option<SafeUrl>,
}

impl Span {
    /// A span without marks and link.
    pub fn plain(text: impl Into<String>) -> Span {
        Span { text: text.into(), ..Span::default() }
    }
}

/// The text of `spans` without marks.
pub fn plain_text(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// A mark on text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Mark {
    /// Strong importance.
    Strong = 1,
    /// Stress emphasis.
    Em = 2,
    /// A fragment of code.
    Code = 4,
    /// Removed text.
    Del = 8,
    /// Subscript.
    Sub = 16,
    /// Superscript.
    Sup = 32,
    /// Highlighted text.
    Mark = 64,
}

impl Mark {
    /// Every mark, outermost first as they are drawn, with the name it has in the native format.
    pub const ALL: [(Mark, &'static str); 7] = [
        (Mark::Strong, "strong"),
        (Mark::Em, "em"),
        (Mark::Del, "del"),
        (Mark::Mark, "mark"),
        (Mark::Sub, "sub"),
        (Mark::Sup, "sup"),
        (Mark::Code, "code"),
    ];

    /// Reads a name, also the ones other formats use for the same mark.
    pub fn parse(name: &str) -> Option<Mark> {
        let native = match name {
            "b" | "bold" => "strong",
            "i" | "italic" | "emphasis" => "em",
            "s" | "strike" | "strikethrough" | "strike-through" => "del",
            "subscript" => "sub",
            "superscript" => "sup",
            "highlight" => "mark",
            other => other,
        };
        Mark::ALL.into_iter().find(|(_, name)| *name == native).map(|(mark, _)| mark)
    }
}

/// A set of marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(u8);

impl Marks {
    /// The set with `mark` added.
    #[must_use]
    pub const fn with(self, mark: Mark) -> Marks {
        Marks(self.0 | mark as u8)
    }

    /// Is `mark` in the set?
    pub const fn has(self, mark: Mark) -> bool {
        self.0 & mark as u8 != 0
    }
}
