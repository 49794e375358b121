//! Handles the start tags of elements.

use super::{Attributes, Builder, Open, Undo, attribute};
use crate::{
    html::{
        code::language,
        fates::{Fate, fate},
        frame::Frame,
    },
    model::{Block, Cell, Item, SPAN_LIMIT, Table},
    policy::Sink,
};

impl Builder {
    /// Begins an element.
    pub(in crate::html) fn open(&mut self, name: &str, attributes: &Attributes) {
        if self.skipped > 0 {
            self.skipped += 1;
            return;
        }
        self.elements += 1;
        let fate = fate(name, attribute(attributes, "class").unwrap_or_default());
        let open = self.opened(name, fate, attributes);
        if matches!(open.undo, Undo::Skip) {
            self.skipped = 1;
        } else {
            self.open.push(open);
        }
    }

    fn opened(&mut self, name: &str, fate: Fate, attributes: &Attributes) -> Open {
        let plain = |undo| Open { undo, language: None, passage: None };
        if self.player.is_some() {
            self.in_player(name, attributes);
            return plain(Undo::Nothing);
        }
        self.name(name, attributes);
        if self.pre.is_some() {
            return plain(self.in_pre(fate, attributes));
        }
        let passage = self.begin_passage(fate, attributes);
        let language = self.begin_words(fate, attributes);
        Open { undo: self.element(name, fate, attributes), language, passage }
    }

    fn element(&mut self, name: &str, fate: Fate, attributes: &Attributes) -> Undo {
        match fate {
            Fate::Drop => self.drop_element(name),
            Fate::Embed => self.begin_player(name, attributes),
            Fate::Mark(mark) => {
                let before = self.marks;
                self.marks = before.with(mark);
                Undo::Marks(before)
            }
            Fate::Link => self.link(attributes),
            Fate::Break => self.now(|builder| builder.push("\n")),
            Fate::Divider => self.now(|builder| builder.block(Block::Divider)),
            Fate::Image => self.now(|builder| builder.image(attributes)),
            Fate::Character => self.now(|builder| builder.folded(attribute(attributes, "alt").unwrap_or_default())),
            Fate::Checkbox => self.now(|builder| builder.checkbox(attributes)),
            Fate::Paragraph => {
                self.name_code(attributes);
                self.run(Undo::Paragraph)
            }
            Fate::Heading(level) => self.run(Undo::Heading(level)),
            Fate::Caption => self.run(Undo::Caption),
            Fate::Pre => {
                let around = self.code_language.as_ref().filter(|(_, depth)| self.open.len() > *depth);
                let language = language(attributes).or_else(|| around.map(|(language, _)| language.clone()));
                self.pre = Some((String::new(), language));
                self.run(Undo::Pre)
            }
            Fate::Button => Undo::Button(self.begin_button()),
            Fate::Unwrap => Undo::Nothing,
            _ => self.container(fate, attributes),
        }
    }

    fn container(&mut self, fate: Fate, attributes: &Attributes) -> Undo {
        let blocks = Vec::new();
        self.frame(match fate {
            Fate::List(ordered) => {
                let start = attribute(attributes, "start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
                Frame::List { ordered, start, items: Vec::new() }
            }
            Fate::Item => Frame::Item(Item::default()),
            Fate::Quote => Frame::Quote(blocks),
            Fate::Details => Frame::Details { summary: Vec::new(), blocks },
            Fate::Summary => Frame::Summary(Vec::new()),
            Fate::Descriptions => Frame::Descriptions(Vec::new()),
            Fate::Term => Frame::Term(Vec::new()),
            Fate::Description => Frame::Description(Item::default()),
            Fate::Figure => Frame::Figure { blocks, caption: Vec::new() },
            Fate::Gallery => Frame::Gallery(blocks),
            Fate::Table => Frame::Table(Table::default()),
            Fate::Row => Frame::Row(Vec::new()),
            Fate::Cell(header) => Frame::Cell(cell(header, attributes)),
            _ => return Undo::Nothing,
        })
    }

    fn link(&mut self, attributes: &Attributes) -> Undo {
        let href = attribute(attributes, "href").filter(|href| !matches!(href.trim(), "" | "#"));
        let href = self.address(href, Sink::Link, "link");
        // A link that is hidden from screen readers is a decoration.
        let is_hidden = attribute(attributes, "aria-hidden") == Some("true");
        let label = attribute(attributes, "aria-label").or_else(|| attribute(attributes, "title"));
        let label = if is_hidden { None } else { label.or(Some("")) };
        Undo::Link(Box::new(self.begin_link(href, label)))
    }

    /// For elements that need nothing at their end.
    fn now(&mut self, act: impl FnOnce(&mut Self)) -> Undo {
        act(self);
        Undo::Nothing
    }

    /// Begins a new run of text, which `undo` will end.
    fn run(&mut self, undo: Undo) -> Undo {
        self.flush();
        undo
    }

    /// Takes note of the language that an element names for the program text in it.
    fn name_code(&mut self, attributes: &Attributes) {
        if let Some(language) = language(attributes) {
            self.code_language = Some((language, self.open.len()));
        }
    }

    fn in_pre(&mut self, fate: Fate, attributes: &Attributes) -> Undo {
        if let Some((text, known)) = &mut self.pre {
            *known = known.take().or_else(|| language(attributes));
            match fate {
                Fate::Drop | Fate::Embed => return Undo::Skip,
                Fate::Break => text.push('\n'),
                _ => {}
            }
        }
        Undo::Nothing
    }
}

fn cell(header: bool, attributes: &Attributes) -> Cell {
    let span = |name| {
        let given = attribute(attributes, name).and_then(|span| span.trim().parse::<u32>().ok());
        given.unwrap_or(1).clamp(1, SPAN_LIMIT.into()) as u16
    };
    Cell { header, colspan: span("colspan"), rowspan: span("rowspan"), ..Cell::default() }
}
