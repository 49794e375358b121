//! The article. Its blocks are the top-level children of one drawing, so an update repaints only those that changed.

use super::{
    Content, Part,
    anchors::Anchors,
    figure::figure,
    gallery::grid,
    spans::{language, link, spans},
};
use crate::{
    labels::Word,
    markup::{Address, Attr, Markup, Tag, Template},
    model::{Block, Description, Embed, Item, Part as Inner, Span, plain_text, walk},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The article.
#[component]
pub fn ArticleBody(
    /// The post.
    content: Arc<Content>,
) -> impl IntoView {
    content.leaf(Part::ArticleBody, |content, _| article_body(content))
}

/// The article. `None` without blocks.
fn article_body(content: &Content) -> Option<Markup> {
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
    let mut highest = None;
    walk(blocks, &mut |part| {
        if let Inner::Block(Block::Heading { level, .. }) = part {
            highest = Some(highest.map_or(*level, |known: u8| known.min(*level)));
        }
    });
    highest.unwrap_or(2)
}

pub(super) struct Drawing<'c> {
    pub(super) markup: Markup,
    pub(super) content: &'c Content,
    shift: i16,
    /// Images drawn so far: the number of the next one in the lightbox.
    images: usize,
    anchors: Anchors,
}

impl Drawing<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    /// Blocks nest at most `BLOCK_DEPTH` levels, so this recursion is bounded by the model.
    fn block(&mut self, block: &Block) {
        let markup = &mut self.markup;
        match block {
            Block::Paragraph(content) => self.paragraph(content),
            Block::Heading { level, content } => self.heading(*level, content),
            Block::List { ordered, start, items } => self.list(*ordered, *start, items),
            Block::Code { language, text } => self.code(language.as_deref(), text),
            Block::Quote { blocks, cite } => {
                markup.open(Tag::Figure, "bm-quote").open(Tag::Blockquote, "bm-quote-text");
                self.blocks(blocks);
                self.markup.close();
                if !cite.is_empty() {
                    self.markup.open(Tag::Figcaption, "bm-quote-cite").open(Tag::Cite, "");
                    spans(&mut self.markup, cite, &self.content.targets);
                    self.markup.close().close();
                }
                self.markup.close();
            }
            Block::Details { summary, blocks } => {
                markup.open(Tag::Details, "bm-details").open(Tag::Summary, "bm-details-summary");
                self.run(summary);
                self.markup.close();
                self.blocks(blocks);
                self.markup.close();
            }
            Block::Descriptions(entries) => self.descriptions(entries),
            Block::Passage(passage, blocks) => {
                language(markup.open(Tag::Div, "bm-passage"), passage);
                self.blocks(blocks);
                self.markup.close();
            }
            Block::Table(table) => self.table(table),
            Block::Embed(embed) => self.embed(embed),
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

    pub(super) fn run(&mut self, content: &[Span]) {
        spans(&mut self.markup, content, &self.content.targets);
    }

    fn paragraph(&mut self, content: &[Span]) {
        // Link targets without text make no paragraph.
        if content.iter().all(|span| span.text.is_empty()) {
            return self.run(content);
        }
        self.markup.open(Tag::P, "bm-paragraph");
        self.run(content);
        self.markup.close();
    }

    /// A player or page of another site, as a link to it.
    fn embed(&mut self, embed: &Embed) {
        let Embed { url, service, title } = embed;
        self.markup.open(Tag::P, "bm-embed");
        link(&mut self.markup, url, "bm-embed-link");
        if !service.is_empty() {
            self.markup.leaf(Tag::Span, "bm-embed-service", service).text(": ");
        }
        self.markup.leaf(Tag::Bdi, "", if title.is_empty() { embed.address() } else { title }).close().close();
    }

    fn descriptions(&mut self, entries: &[Description]) {
        self.markup.open(Tag::Dl, "bm-descriptions");
        for Description { term, content, blocks } in entries {
            if !term.is_empty() {
                self.markup.open(Tag::Dt, "bm-description-term");
                self.run(term);
                self.markup.close();
            }
            if !content.is_empty() || !blocks.is_empty() {
                self.markup.open(Tag::Dd, "bm-description");
                self.run(content);
                self.blocks(blocks);
                self.markup.close();
            }
        }
        self.markup.close();
    }

    /// The link is a sibling of the heading, so it is not part of the heading's accessible name.
    fn heading(&mut self, level: u8, content: &[Span]) {
        let level = (i16::from(level) + self.shift).clamp(1, 6) as u8;
        let title = plain_text(content);
        let markup = &mut self.markup;
        markup.open(Tag::Div, "bm-section").open(Tag::heading(level), "bm-heading");
        let name = self.anchors.name(&title);
        if let Some((name, _)) = &name {
            markup.attr(Attr::Id, name);
        }
        spans(markup, content, &self.content.targets);
        markup.close();
        if let Some((_, url)) = &name {
            markup.open(Tag::A, "bm-anchor").address(Address::Href, url);
            markup.attr(Attr::AriaLabel, &self.content.localizer.say(Word::LinkTo, &[("title", &title)])).close();
        }
        markup.close();
    }

    fn list(&mut self, ordered: bool, start: u32, items: &[Item]) {
        let checks = items.iter().any(|item| item.checked.is_some());
        // VoiceOver ignores lists without markers unless they have the role.
        let tag = if ordered { Tag::Ol } else { Tag::Ul };
        self.markup.open_as(if checks {
            Template::new(tag, "bm-checklist", &[(Attr::Role, "list")])
        } else {
            Template::new(tag, "bm-list", &[])
        });
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
            let (class, word) = if checked { ("bm-check bm-check-done", Word::Done) } else { ("bm-check", Word::ToDo) };
            self.markup
                .open_as(Template::new(Tag::Span, class, &[(Attr::Role, "img")]))
                .attr(Attr::AriaLabel, self.content.localizer.word(word))
                .close();
        }
        spans(&mut self.markup, &item.content, &self.content.targets);
        self.blocks(&item.blocks);
        self.markup.close();
    }

    fn code(&mut self, language: Option<&str>, text: &str) {
        let markup = &mut self.markup;
        markup.open_as(Template::new(Tag::Figure, "bm-code", &[(Attr::Dir, "ltr"), (Attr::Translate, "no")]));
        if let Some(language) = language {
            markup.leaf(Tag::Figcaption, "bm-code-language", language);
        }
        markup
            .open_as(Template::new(Tag::Pre, "bm-code-text", &[(Attr::Tabindex, "0")]))
            .leaf(Tag::Code, "", text)
            .close();
        // After the code in focus and reading order.
        markup.open(Tag::Div, "bm-code-tools");
        markup.open_as(Template::new(
            Tag::Button,
            "bm-code-wrap",
            &[(Attr::Type, "button"), (Attr::AriaPressed, "false")],
        ));
        markup.text(self.content.localizer.word(Word::WrapLines)).close();
        markup.open_as(Template::new(Tag::Button, "bm-code-copy", &[(Attr::Type, "button")]));
        markup.text(self.content.localizer.word(Word::CopyCode)).close().close().close();
    }
}
