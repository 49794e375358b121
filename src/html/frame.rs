//! The containers that are open while blocks are built, and how a finished one joins the one around it.

use crate::model::{Block, Cell, Description, Image, Item, Language, Span, Table};

/// An open container.
pub(super) enum Frame {
    Flow(Vec<Block>),
    Quote(Vec<Block>),
    Details { summary: Vec<Span>, blocks: Vec<Block> },
    Summary(Vec<Span>),
    Passage(Language, Vec<Block>),
    List { ordered: bool, start: u32, items: Vec<Item> },
    Item(Item),
    Descriptions(Vec<Description>),
    Term(Vec<Span>),
    Description(Item),
    Figure { blocks: Vec<Block>, caption: Vec<Span> },
    Gallery(Vec<Block>),
    Table(Table),
    Row(Vec<Cell>),
    Cell(Cell),
}

impl Frame {
    /// Takes a block if blocks are allowed here; otherwise returns it.
    pub(super) fn take(&mut self, block: Block) -> Option<Block> {
        match self {
            Frame::Flow(blocks)
            | Frame::Quote(blocks)
            | Frame::Details { blocks, .. }
            | Frame::Passage(_, blocks)
            | Frame::Gallery(blocks)
            | Frame::Figure { blocks, .. } => blocks.push(block),
            Frame::Item(item) | Frame::Description(item) => below(&mut item.content, &mut item.blocks, block),
            Frame::Cell(cell) => below(&mut cell.content, &mut cell.blocks, block),
            Frame::List { items, .. } => match (items.last_mut(), block) {
                // A list in a list without an item around it belongs to the item before it.
                (Some(item), block @ Block::List { .. }) => item.blocks.push(block),
                (_, Block::Paragraph(content)) => items.push(Item { content, ..Item::default() }),
                (_, block) => items.push(Item { blocks: vec![block], ..Item::default() }),
            },
            Frame::Descriptions(entries) => entries.push(Description { blocks: vec![block], ..Description::default() }),
            Frame::Term(content) | Frame::Summary(content) => return take_in_line(content, block),
            Frame::Table(_) | Frame::Row(_) => return Some(block),
        }
        None
    }

    /// Ends the container: it joins the frame around it, or returns blocks that still need a place.
    pub(super) fn finish(self, around: &mut Frame) -> Vec<Block> {
        match (self, around) {
            (Frame::Item(item), Frame::List { items, .. }) => {
                if !item.content.is_empty() || !item.blocks.is_empty() {
                    items.push(item);
                }
            }
            (Frame::Cell(cell), Frame::Row(cells)) => cells.push(cell),
            (Frame::Row(cells), Frame::Table(table)) => add_row(table, cells),
            (Frame::Term(term), Frame::Descriptions(entries)) if !term.is_empty() => {
                entries.push(Description { term, ..Description::default() });
            }
            (Frame::Description(item), Frame::Descriptions(entries)) => describe(entries, item),
            (Frame::Summary(content), Frame::Details { summary, .. }) if summary.is_empty() => *summary = content,
            // Parts outside of their container, such as an item without a list: their text is kept.
            (Frame::Item(item) | Frame::Description(item), _) => return loose(item.content, item.blocks),
            (Frame::Cell(cell), _) => return loose(cell.content, cell.blocks),
            (Frame::Row(cells), _) => {
                return cells.into_iter().flat_map(|cell| loose(cell.content, cell.blocks)).collect();
            }
            (Frame::Term(content) | Frame::Summary(content), _) => return vec![Block::Paragraph(content)],
            (frame, _) => return frame.into_blocks(),
        }
        Vec::new()
    }

    /// The blocks of a complete container; none if it is empty.
    fn into_blocks(self) -> Vec<Block> {
        match self {
            Frame::List { ordered, start, items } => some(!items.is_empty(), || list(ordered, start, items)),
            Frame::Quote(blocks) => some(!blocks.is_empty(), || Block::Quote { blocks, cite: Vec::new() }),
            Frame::Passage(language, blocks) => some(!blocks.is_empty(), || Block::Passage(language, blocks)),
            Frame::Descriptions(entries) => some(!entries.is_empty(), || Block::Descriptions(entries)),
            Frame::Details { summary, blocks } if blocks.is_empty() => vec![Block::Paragraph(summary)],
            Frame::Details { summary, blocks } => vec![Block::Details { summary, blocks }],
            Frame::Table(table) => table_or_its_content(table),
            Frame::Figure { blocks, caption } => figure(blocks, caption),
            Frame::Gallery(blocks) => gallery(blocks),
            Frame::Flow(blocks) => blocks,
            _ => Vec::new(),
        }
    }
}

fn some(is_filled: bool, block: impl FnOnce() -> Block) -> Vec<Block> {
    if is_filled { vec![block()] } else { Vec::new() }
}

/// A text and what stands below it: the first paragraph is the text.
fn below(content: &mut Vec<Span>, blocks: &mut Vec<Block>, block: Block) {
    match block {
        Block::Paragraph(text) if content.is_empty() && blocks.is_empty() => *content = text,
        block => blocks.push(block),
    }
}

fn loose(content: Vec<Span>, mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.insert(0, Block::Paragraph(content));
    blocks
}

/// A term or a summary holds one line of text; any other block is returned, and goes after it.
fn take_in_line(content: &mut Vec<Span>, block: Block) -> Option<Block> {
    match block {
        Block::Paragraph(mut spans) | Block::Heading { content: mut spans, .. } => {
            let has_words = |spans: &[Span]| spans.iter().any(|span| !span.text.is_empty());
            if has_words(content) && has_words(&spans) {
                content.push(Span::plain("\n"));
            }
            content.append(&mut spans);
            None
        }
        other => Some(other),
    }
}

/// The first description of a term stands beside it.
fn describe(entries: &mut Vec<Description>, item: Item) {
    let Item { content, blocks, .. } = item;
    if content.is_empty() && blocks.is_empty() {
        return;
    }
    match entries.last_mut() {
        Some(last) if !last.term.is_empty() && last.content.is_empty() && last.blocks.is_empty() => {
            (last.content, last.blocks) = (content, blocks);
        }
        _ => entries.push(Description { term: Vec::new(), content, blocks }),
    }
}

/// A list in which one item has a checkbox is a checklist.
fn list(ordered: bool, start: u32, mut items: Vec<Item>) -> Block {
    if items.iter().any(|item| item.checked.is_some()) {
        for item in &mut items {
            item.checked = item.checked.or(Some(false));
        }
    }
    Block::List { ordered, start, items }
}

/// The first row is the head when all its cells are header cells.
fn add_row(table: &mut Table, cells: Vec<Cell>) {
    if cells.is_empty() {
        return;
    }
    let is_head = table.head.is_empty() && table.rows.is_empty() && cells.iter().all(|cell| cell.header);
    if is_head {
        table.head = cells.into_iter().map(|cell| Cell { header: false, ..cell }).collect();
    } else {
        table.rows.push(cells);
    }
}

/// A layout table has one cell in each row, with blocks in at least one: only its content is kept.
fn table_or_its_content(table: Table) -> Vec<Block> {
    let Table { caption, head, rows } = table;
    let is_empty = |cell: &Cell| cell.content.is_empty() && cell.blocks.is_empty();
    if head.iter().chain(rows.iter().flatten()).all(is_empty) {
        return vec![Block::Paragraph(caption)];
    }
    let is_layout = head.is_empty()
        && rows.iter().all(|row| row.len() == 1)
        && rows.iter().flatten().any(|cell| !cell.blocks.is_empty());
    if !is_layout {
        return vec![Block::Table(Table { caption, head, rows })];
    }
    let cells = rows.into_iter().flatten().flat_map(|cell| loose(cell.content, cell.blocks));
    std::iter::once(Block::Paragraph(caption)).chain(cells).collect()
}

/// The images among blocks, and the other blocks.
fn images_of(blocks: Vec<Block>) -> (Vec<Image>, Vec<Block>) {
    let (mut images, mut others) = (Vec::new(), Vec::new());
    for block in blocks {
        match block {
            Block::Image(image) => images.push(*image),
            Block::Gallery(mut more) => images.append(&mut more),
            // A list of pictures, as older editors write galleries.
            Block::List { items, .. } if items.iter().all(is_picture) => {
                images.extend(items.into_iter().flat_map(|item| images_of(item.blocks).0));
            }
            other => others.push(other),
        }
    }
    (images, others)
}

fn is_picture(item: &Item) -> bool {
    item.content.is_empty() && item.blocks.iter().all(|block| matches!(block, Block::Image(_) | Block::Gallery(_)))
}

/// One image takes the caption; several become a gallery with the caption below; a table and a quotation take it as well.
fn figure(blocks: Vec<Block>, mut caption: Vec<Span>) -> Vec<Block> {
    let (mut images, mut figure) = images_of(blocks);
    match (images.as_mut_slice(), figure.as_mut_slice()) {
        ([only], _) if only.caption.is_empty() => only.caption = std::mem::take(&mut caption),
        ([], [Block::Table(table)]) if table.caption.is_empty() => table.caption = std::mem::take(&mut caption),
        ([], [Block::Quote { cite, .. }]) if cite.is_empty() => *cite = std::mem::take(&mut caption),
        _ => {}
    }
    let mut all = together(images);
    all.append(&mut figure);
    all.push(Block::Paragraph(caption));
    all
}

fn gallery(blocks: Vec<Block>) -> Vec<Block> {
    let (images, mut others) = images_of(blocks);
    let mut all = together(images);
    all.append(&mut others);
    all
}

fn together(mut images: Vec<Image>) -> Vec<Block> {
    match images.len() {
        0 => Vec::new(),
        1 => images.pop().map(|image| Block::Image(Box::new(image))).into_iter().collect(),
        _ => vec![Block::Gallery(images)],
    }
}
