//! What the beginning of an element does.

use super::{Attributes, Builder, Undo, attribute};
use crate::{
    html::{
        fates::{Fate, fate},
        frame::Frame,
    },
    model::{Block, Item, Table},
    policy::{Sink, text},
};

impl Builder<'_> {
    /// Begins an element.
    pub(in crate::html) fn open(&mut self, name: &str, attributes: &Attributes) {
        if self.skipped > 0 {
            self.skipped += 1;
            return;
        }
        let undo = if self.pre.is_some() { self.in_pre(name, attributes) } else { self.element(name, attributes) };
        if matches!(undo, Undo::Skip) {
            self.skipped = 1;
        } else {
            self.undo.push(undo);
        }
    }

    fn element(&mut self, name: &str, attributes: &Attributes) -> Undo {
        match fate(name) {
            Fate::Drop => self.drop_element(name),
            Fate::Embed => self.embed(name, attributes),
            Fate::Mark(mark) => {
                let before = self.marks;
                self.marks = before.with(mark);
                Undo::Marks(before)
            }
            Fate::Link => {
                let href = self.address(attribute(attributes, "href"), Sink::Link, "link");
                Undo::Href(std::mem::replace(&mut self.href, href))
            }
            Fate::Break => self.now(|builder| builder.push("\n")),
            Fate::Divider => self.now(|builder| builder.block(Block::Divider)),
            Fate::Image => self.now(|builder| builder.image(attributes)),
            Fate::Checkbox => self.now(|builder| builder.checkbox(attributes)),
            Fate::Paragraph => self.run(Undo::Paragraph),
            Fate::Heading(level) => self.run(Undo::Heading(level)),
            Fate::Caption => self.run(Undo::Caption),
            Fate::Pre => {
                self.pre = Some((String::new(), language(attributes)));
                self.run(Undo::Pre)
            }
            Fate::List(ordered) => {
                let start = attribute(attributes, "start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
                self.frame(Frame::List { ordered, start, items: Vec::new() })
            }
            Fate::Item => self.frame(Frame::Item(Item::default())),
            Fate::Quote => self.frame(Frame::Quote(Vec::new())),
            Fate::Figure => self.frame(Frame::Figure { blocks: Vec::new(), caption: Vec::new() }),
            Fate::Table => self.frame(Frame::Table(Table::default())),
            Fate::Row => self.frame(Frame::Row(Vec::new())),
            Fate::Cell(header) => self.frame(Frame::Cell(header, Vec::new())),
            Fate::Unwrap => Undo::Nothing,
        }
    }

    /// For elements without an end to wait for.
    fn now(&mut self, act: impl FnOnce(&mut Self)) -> Undo {
        act(self);
        Undo::Nothing
    }

    /// Begins a new run of text, which `undo` will end.
    fn run(&mut self, undo: Undo) -> Undo {
        self.flush();
        undo
    }

    fn in_pre(&mut self, name: &str, attributes: &Attributes) -> Undo {
        if let Some((text, known)) = &mut self.pre {
            *known = known.take().or_else(|| language(attributes));
            match fate(name) {
                Fate::Drop | Fate::Embed => return Undo::Skip,
                Fate::Break => text.push('\n'),
                _ => {}
            }
        }
        Undo::Nothing
    }
}

/// The language in a class such as `language-rust` or `lang-rust`.
fn language(attributes: &Attributes) -> Option<String> {
    let classes = attribute(attributes, "class")?.split_ascii_whitespace();
    let mut names = classes.filter_map(|class| class.strip_prefix("language-").or_else(|| class.strip_prefix("lang-")));
    names.next().map(text::line).filter(|name| !name.is_empty())
}
