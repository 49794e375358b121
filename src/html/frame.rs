//! The containers that are open while blocks are built, and how a finished one joins the one around it.

use crate::model::{Block, Item, Span, Table};

/// An open container.
pub(super) enum Frame {
    Flow(Vec<Block>),
    Quote(Vec<Block>),
    List { ordered: bool, start: u32, items: Vec<Item> },
    Item(Item),
    Figure { blocks: Vec<Block>, caption: Vec<Span> },
    Table(Table),
    Row(Vec<(bool, Vec<Span>)>),
    Cell(bool, Vec<Span>),
}

impl Frame {
    /// Takes a block where blocks may stand; gives it back where they may not.
    pub(super) fn take(&mut self, block: Block) -> Option<Block> {
        match self {
            Frame::Flow(blocks) | Frame::Quote(blocks) | Frame::Figure { blocks, .. } => blocks.push(block),
            Frame::Item(item) => match block {
                Block::Paragraph(content) if item.content.is_empty() && item.blocks.is_empty() => {
                    item.content = content;
                }
                block => item.blocks.push(block),
            },
            Frame::List { items, .. } => match (items.last_mut(), block) {
                // A list in a list without an item around it belongs to the item before it.
                (Some(item), block @ Block::List { .. }) => item.blocks.push(block),
                (_, block) => items.push(Item { blocks: vec![block], ..Item::default() }),
            },
            Frame::Cell(_, content) => return take_in_cell(content, block),
            Frame::Table(_) | Frame::Row(_) => return Some(block),
        }
        None
    }

    /// Ends the container: it becomes part of the frame around it, or blocks for which a place is still to be found.
    pub(super) fn finish(self, around: &mut Frame) -> Vec<Block> {
        match (self, around) {
            (Frame::Item(item), Frame::List { items, .. }) => items.push(item),
            (Frame::Cell(header, content), Frame::Row(cells)) => cells.push((header, content)),
            (Frame::Row(cells), Frame::Table(table)) => add_row(table, cells),
            // Parts without their whole: their text is kept.
            (Frame::Item(mut item), _) => {
                item.blocks.insert(0, Block::Paragraph(item.content));
                return item.blocks;
            }
            (Frame::Cell(_, content), _) => return vec![Block::Paragraph(content)],
            (Frame::Row(cells), _) => {
                return cells.into_iter().map(|(_, content)| Block::Paragraph(content)).collect();
            }
            (Frame::List { items, .. }, _) if items.is_empty() => {}
            (Frame::List { ordered, start, items }, _) => return vec![Block::List { ordered, start, items }],
            (Frame::Quote(blocks), _) if blocks.is_empty() => {}
            (Frame::Quote(blocks), _) => return vec![Block::Quote { blocks, cite: Vec::new() }],
            (Frame::Table(table), _) if table.rows.is_empty() && table.head.is_empty() => {}
            (Frame::Table(table), _) => return vec![Block::Table(table)],
            (Frame::Figure { blocks, caption }, _) => return figure(blocks, caption),
            (Frame::Flow(blocks), _) => return blocks,
        }
        Vec::new()
    }
}

/// A cell holds text only: of lists and code their text; what else stands in it is given back, to stand by the table.
fn take_in_cell(content: &mut Vec<Span>, block: Block) -> Option<Block> {
    let mut lines = match block {
        Block::Paragraph(spans) | Block::Heading { content: spans, .. } => vec![spans],
        Block::Code { text, .. } => vec![vec![Span::plain(text)]],
        Block::List { items, .. } => items.into_iter().map(|item| item.content).collect(),
        other => return Some(other),
    };
    for line in lines.iter_mut().filter(|line| !line.is_empty()) {
        if !content.is_empty() {
            content.push(Span::plain("\n"));
        }
        content.append(line);
    }
    None
}

/// The first row is the head when all its cells are header cells.
fn add_row(table: &mut Table, cells: Vec<(bool, Vec<Span>)>) {
    if cells.is_empty() {
        return;
    }
    let is_head = table.head.is_empty() && table.rows.is_empty() && cells.iter().all(|(header, _)| *header);
    let cells = cells.into_iter().map(|(_, content)| content).collect();
    if is_head {
        table.head = cells;
    } else {
        table.rows.push(cells);
    }
}

/// One image takes the caption; several become a gallery with the caption below; other content keeps it as text.
fn figure(blocks: Vec<Block>, mut caption: Vec<Span>) -> Vec<Block> {
    let mut images = Vec::new();
    let mut figure = Vec::new();
    for block in blocks {
        match block {
            Block::Image(image) => images.push(*image),
            Block::Gallery(mut more) => images.append(&mut more),
            other => figure.push(other),
        }
    }
    if let [only] = images.as_mut_slice()
        && only.caption.is_empty()
    {
        only.caption = std::mem::take(&mut caption);
    }
    match images.len() {
        0 => {}
        1 => figure.extend(images.pop().map(|image| Block::Image(Box::new(image)))),
        _ => figure.push(Block::Gallery(images)),
    }
    figure.push(Block::Paragraph(caption));
    figure
}
