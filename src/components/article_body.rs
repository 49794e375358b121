//! The article. Its blocks are the top-level children of one drawing, so an update repaints only those that changed.

use super::{Content, anchors::Anchors, figure::figure, gallery::grid, spans::spans};
use crate::{
    labels::Word,
    markup::{Address, Attr, Markup, Tag},
    model::{Block, Item, Span, Table, plain_text},
};

/// The article. `None` without blocks.
pub fn article_body(content: &Content) -> Option<Markup> {
    let blocks = &content.post.body;
    let mut drawing = Drawing {
        markup: Markup::new(Tag::Div, "bm-article-body"),
        content,
        // The highest heading of the body stands one level below the title.
        shift: i16::from(content.options.heading_base) + 1 - i16::from(highest_heading(blocks)),
        images: 0,
        anchors: Anchors::new(&content.post.id),
    };
    drawing.blocks(blocks);
    (!drawing.markup.is_empty()).then_some(drawing.markup)
}

fn highest_heading(blocks: &[Block]) -> u8 {
    let levels = blocks.iter().filter_map(|block| match block {
        Block::Heading { level, .. } => Some(*level),
        _ => None,
    });
    levels.min().unwrap_or(2)
}

struct Drawing<'c> {
    markup: Markup,
    content: &'c Content,
    shift: i16,
    /// Images drawn so far: the number of the next one in the lightbox.
    images: usize,
    anchors: Anchors,
}

impl Drawing<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    /// Blocks nest at most `BLOCK_DEPTH` levels, so this recursion is bounded by the model.
    fn block(&mut self, block: &Block) {
        let markup = &mut self.markup;
        match block {
            Block::Paragraph(content) => {
                markup.open(Tag::P, "bm-paragraph");
                spans(markup, content);
                markup.close();
            }
            Block::Heading { level, content } => self.heading(*level, content),
            Block::List { ordered, start, items } => self.list(*ordered, *start, items),
            Block::Code { language, text } => self.code(language.as_deref(), text),
            Block::Quote { blocks, cite } => {
                markup.open(Tag::Figure, "bm-quote").open(Tag::Blockquote, "bm-quote-text");
                self.blocks(blocks);
                self.markup.close();
                if !cite.is_empty() {
                    self.markup.open(Tag::Figcaption, "bm-quote-cite").open(Tag::Cite, "");
                    spans(&mut self.markup, cite);
                    self.markup.close().close();
                }
                self.markup.close();
            }
            Block::Table(table) => self.table(table),
            Block::Image(image) => {
                figure(markup, Tag::Figure, image, self.images, self.content);
                self.images += 1;
            }
            Block::Gallery(images) => {
                grid(markup, self.content);
                for image in images {
                    figure(&mut self.markup, Tag::Li, image, self.images, self.content);
                    self.images += 1;
                }
                self.markup.close();
            }
            Block::Divider => {
                markup.open(Tag::Hr, "bm-divider").close();
            }
        }
    }

    /// The link stands beside the heading, not in it: it is no part of its name.
    fn heading(&mut self, level: u8, content: &[Span]) {
        let level = (i16::from(level) + self.shift).clamp(1, 6) as u8;
        let title = plain_text(content);
        let markup = &mut self.markup;
        markup.open(Tag::Div, "bm-section").open(Tag::heading(level), "bm-heading");
        let name = self.anchors.name(&title);
        if let Some((name, _)) = &name {
            markup.attr(Attr::Id, name);
        }
        spans(markup, content);
        markup.close();
        if let Some((_, url)) = &name {
            markup.open(Tag::A, "bm-anchor").address(Address::Href, url);
            markup.attr(Attr::AriaLabel, &self.content.localizer.say(Word::LinkTo, &[("title", &title)])).close();
        }
        markup.close();
    }

    fn list(&mut self, ordered: bool, start: u32, items: &[Item]) {
        let checks = items.iter().any(|item| item.checked.is_some());
        // Lists drawn without markers are no lists to VoiceOver unless they say so.
        let class = if checks { "bm-checklist|role=list" } else { "bm-list" };
        self.markup.open(if ordered { Tag::Ol } else { Tag::Ul }, class);
        if ordered && start != 1 {
            self.markup.attr(Attr::Start, &start.to_string());
        }
        for item in items {
            self.item(item);
        }
        self.markup.close();
    }

    fn item(&mut self, item: &Item) {
        self.markup.open(Tag::Li, "bm-item");
        if let Some(checked) = item.checked {
            let (class, word) = if checked {
                ("bm-check bm-check-done|role=img", Word::Done)
            } else {
                ("bm-check|role=img", Word::ToDo)
            };
            self.markup.open(Tag::Span, class).attr(Attr::AriaLabel, self.content.localizer.word(word)).close();
        }
        spans(&mut self.markup, &item.content);
        self.blocks(&item.blocks);
        self.markup.close();
    }

    fn code(&mut self, language: Option<&str>, text: &str) {
        let markup = &mut self.markup;
        markup.open(Tag::Figure, "bm-code|dir=ltr|translate=no");
        if let Some(language) = language {
            markup.leaf(Tag::Figcaption, "bm-code-language", language);
        }
        markup.open(Tag::Pre, "bm-code-text|tabindex=0").leaf(Tag::Code, "", text).close();
        // Behind the code, for those who come to it by keyboard or hear it.
        markup.open(Tag::Div, "bm-code-tools");
        markup.open(Tag::Button, "bm-code-wrap|type=button|aria-pressed=false");
        markup.text(self.content.localizer.word(Word::WrapLines)).close();
        markup.open(Tag::Button, "bm-code-copy|type=button");
        markup.text(self.content.localizer.word(Word::CopyCode)).close().close().close();
    }

    fn table(&mut self, table: &Table) {
        self.markup.open(Tag::Div, "bm-scroll|tabindex=0").open(Tag::Table, "bm-table");
        if !table.caption.is_empty() {
            self.markup.open(Tag::Caption, "bm-table-caption");
            spans(&mut self.markup, &table.caption);
            self.markup.close();
        }
        if !table.head.is_empty() {
            self.markup.open(Tag::Thead, "");
            self.row(&table.head, true);
            self.markup.close();
        }
        self.markup.open(Tag::Tbody, "");
        for row in &table.rows {
            self.row(row, false);
        }
        self.markup.close().close().close();
    }

    /// A row as long as it is given: HTML allows short ones, and filling them up could make a table of any size.
    fn row(&mut self, cells: &[Vec<Span>], head: bool) {
        self.markup.open(Tag::Tr, "");
        for cell in cells {
            if head {
                self.markup.open(Tag::Th, "|scope=col");
            } else {
                self.markup.open(Tag::Td, "");
            }
            spans(&mut self.markup, cell);
            self.markup.close();
        }
        self.markup.close();
    }
}
