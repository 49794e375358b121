//! The article body: blocks of spans.

use super::{Image, Language, Span, Table};
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
    /// A player or a page that the source shows in place: here it is a link.
    Embed(Box<Embed>),
    /// A thematic break.
    Divider,
}

/// What a block holds.
#[derive(Clone, Copy, Debug)]
pub enum Inside<'b> {
    /// A run of text.
    Run(&'b [Span]),
    /// Blocks.
    Blocks(&'b [Block]),
}

impl Block {
    /// What it holds, in reading order. Code and what an embed is called are no runs.
    pub fn inside(&self) -> Vec<Inside<'_>> {
        use Inside::{Blocks, Run};
        match self {
            Block::Paragraph(content) | Block::Heading { content, .. } => vec![Run(content)],
            Block::Quote { blocks, cite } => vec![Blocks(blocks), Run(cite)],
            Block::Details { summary, blocks } => vec![Run(summary), Blocks(blocks)],
            Block::Passage(_, blocks) => vec![Blocks(blocks)],
            Block::List { items, .. } => {
                items.iter().flat_map(|item| [Run(&item.content), Blocks(&item.blocks)]).collect()
            }
            Block::Descriptions(entries) => entries
                .iter()
                .flat_map(|entry| [Run(&entry.term), Run(&entry.content), Blocks(&entry.blocks)])
                .collect(),
            Block::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                let cells = cells.flat_map(|cell| [Run(&cell.content), Blocks(&cell.blocks)]);
                std::iter::once(Run(&table.caption)).chain(cells).collect()
            }
            Block::Image(image) => vec![Run(&image.caption)],
            Block::Gallery(images) => images.iter().map(|image| Run(&image.caption)).collect(),
            Block::Code { .. } | Block::Embed(_) | Block::Divider => Vec::new(),
        }
    }
}

impl Block {
    /// The blocks in it, to be changed.
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

/// What a walk through blocks comes to.
#[derive(Clone, Copy, Debug)]
pub enum Part<'b> {
    /// A block; what it holds follows.
    Block(&'b Block),
    /// A run of text.
    Run(&'b [Span]),
}

/// Everything in `blocks` and in the blocks in them, in reading order: each block before what it holds, each run of text.
pub fn walk<'b>(blocks: &'b [Block], mut visit: impl FnMut(Part<'b>)) {
    let mut open = vec![Inside::Blocks(blocks)];
    while let Some(next) = open.pop() {
        match next {
            Inside::Run(run) => visit(Part::Run(run)),
            Inside::Blocks(blocks) => {
                let Some((first, rest)) = blocks.split_first() else { continue };
                open.push(Inside::Blocks(rest));
                visit(Part::Block(first));
                open.extend(first.inside().into_iter().rev());
            }
        }
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
        self.url.as_str().split_once("//").map_or(self.url.as_str(), |(_, address)| address)
    }

    /// It in a run of text.
    pub fn as_span(&self) -> Span {
        let title = if self.title.is_empty() { self.address() } else { &self.title };
        let text = if self.service.is_empty() { title.to_string() } else { [&self.service, ": ", title].concat() };
        Span { text, href: Some(self.url.clone()), ..Span::default() }
    }
}
