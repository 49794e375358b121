//! The article body: blocks of spans.

use super::{Image, Language, Span, Table};
use crate::policy::SafeUrl;

/// One block of the article.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A heading.
    Heading {
        /// The author's level, 1 to 6; shifted to fit the page's outline when drawn.
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
    /// A disclosure: a summary, and what it opens.
    Details {
        /// What is shown of it at first; empty when unknown.
        summary: Vec<Span>,
        /// What it opens.
        blocks: Vec<Block>,
    },
    /// A description list.
    Descriptions(Vec<Description>),
    /// Blocks in another language or direction than what is around them.
    Passage(Language, Vec<Block>),
    /// A table.
    Table(Table),
    /// An image with its caption and credit.
    Image(Box<Image>),
    /// Several images.
    Gallery(Vec<Image>),
    /// A player or page embedded in the source, drawn as a link.
    Embed(Box<Embed>),
    /// A thematic break.
    Divider,
}

impl Block {
    /// The images of a block that is nothing but images.
    pub fn figures(&self) -> &[Image] {
        match self {
            Block::Image(image) => std::slice::from_ref(image),
            Block::Gallery(images) => images,
            _ => &[],
        }
    }

    /// The blocks directly inside it, mutable.
    pub fn inner_mut(&mut self) -> Vec<&mut Block> {
        match self {
            Block::Quote { blocks, .. } | Block::Details { blocks, .. } | Block::Passage(_, blocks) => {
                blocks.iter_mut().collect()
            }
            Block::List { items, .. } => items.iter_mut().flat_map(|item| &mut item.blocks).collect(),
            Block::Descriptions(entries) => entries.iter_mut().flat_map(|entry| &mut entry.blocks).collect(),
            Block::Table(table) => {
                let cells = table.head.iter_mut().chain(table.rows.iter_mut().flatten());
                cells.flat_map(|cell| &mut cell.blocks).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// What [`walk`] visits.
#[derive(Clone, Copy, Debug)]
pub enum Part<'b> {
    /// A block; what it holds follows.
    Block(&'b Block),
    /// A run of text.
    Run(&'b [Span]),
}

/// What [`walk`] has still to visit.
enum Ahead<'b> {
    Blocks(&'b [Block]),
    Run(&'b [Span]),
}

/// Visits all blocks and runs of text in `blocks`, nested ones included, in reading order: each block before its
/// content. Program text and the titles of embeds are not visited as runs.
pub fn walk<'b>(blocks: &'b [Block], visit: &mut dyn FnMut(Part<'b>)) {
    let mut open = vec![Ahead::Blocks(blocks)];
    while let Some(next) = open.pop() {
        match next {
            Ahead::Run(run) => visit(Part::Run(run)),
            Ahead::Blocks([]) => {}
            Ahead::Blocks([first, rest @ ..]) => {
                open.push(Ahead::Blocks(rest));
                visit(Part::Block(first));
                open_up(first, &mut open);
            }
        }
    }
}

/// Pushes the content of a block, last part first.
fn open_up<'b>(block: &'b Block, open: &mut Vec<Ahead<'b>>) {
    let mut both = |content: &'b [Span], blocks: &'b [Block]| {
        open.push(Ahead::Blocks(blocks));
        open.push(Ahead::Run(content));
    };
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => both(content, &[]),
        Block::Quote { blocks, cite } => {
            both(cite, &[]);
            both(&[], blocks);
        }
        Block::Details { summary, blocks } => both(summary, blocks),
        Block::Passage(_, blocks) => both(&[], blocks),
        Block::List { items, .. } => items.iter().rev().for_each(|item| both(&item.content, &item.blocks)),
        Block::Descriptions(entries) => {
            for entry in entries.iter().rev() {
                both(&entry.content, &entry.blocks);
                both(&entry.term, &[]);
            }
        }
        Block::Table(table) => {
            for row in table.rows.iter().rev().chain([&table.head]) {
                row.iter().rev().for_each(|cell| both(&cell.content, &cell.blocks));
            }
            both(&table.caption, &[]);
        }
        Block::Image(image) => both(&image.caption, &[]),
        Block::Gallery(images) => images.iter().rev().for_each(|image| both(&image.caption, &[])),
        Block::Code { .. } | Block::Embed(_) | Block::Divider => {}
    }
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

/// A term of a description list, and what describes it. Either may be missing: several terms may share a description, and a
/// term may have several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Description {
    /// The term; empty for one more description of the term before.
    pub term: Vec<Span>,
    /// The text of the description.
    pub content: Vec<Span>,
    /// What stands below that text.
    pub blocks: Vec<Block>,
}

/// A player or page of another site.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed {
    /// Where it is.
    pub url: SafeUrl,
    /// The proper name of the service; empty when unknown.
    pub service: String,
    /// What it is called; empty when unknown.
    pub title: String,
}

impl Embed {
    /// The address as it is shown: without its scheme.
    pub fn address(&self) -> &str {
        let address = self.url.as_str();
        address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address)
    }

    /// The embed as a link in a run of text.
    pub fn as_span(&self) -> Span {
        let title = if self.title.is_empty() { self.address() } else { &self.title };
        let text = if self.service.is_empty() { title.to_string() } else { [&self.service, ": ", title].concat() };
        Span { text, href: Some(self.url.clone()), ..Span::default() }
    }
}
