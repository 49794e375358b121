//! The builder: a stack of open elements, each with what its end has to undo, over a stack of [`Frame`]s.

mod run;

use super::{
    Remark,
    fates::{Fate, fate},
    frame::Frame,
};
use crate::{
    model::{Block, Image, Item, Marks, Span, Table},
    policy::{BLOCK_DEPTH, SafeUrl, Sink, image, text},
};

/// What the end of an element undoes.
enum Undo {
    Nothing,
    Skip,
    Marks(Marks),
    Href(Option<SafeUrl>),
    Paragraph,
    Heading(u8),
    Pre,
    Caption,
    Frame,
}

pub(super) struct Builder<'b> {
    base: Option<&'b SafeUrl>,
    frames: Vec<Frame>,
    undo: Vec<Undo>,
    spans: Vec<Span>,
    marks: Marks,
    href: Option<SafeUrl>,
    /// The text and language of an open `<pre>`.
    pre: Option<(String, Option<String>)>,
    /// Open elements inside a dropped one, itself counted.
    skipped: usize,
    remarks: Vec<Remark>,
}

type Attributes = [(String, String)];

fn attribute<'t>(attributes: &'t Attributes, name: &str) -> Option<&'t str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

impl<'b> Builder<'b> {
    pub(super) fn new(base: Option<&'b SafeUrl>) -> Self {
        Builder {
            base,
            frames: vec![Frame::Flow(Vec::new())],
            undo: Vec::new(),
            spans: Vec::new(),
            marks: Marks::default(),
            href: None,
            pre: None,
            skipped: 0,
            remarks: Vec::new(),
        }
    }

    pub(super) fn open(&mut self, name: &str, attributes: &Attributes) {
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

    pub(super) fn text(&mut self, text: &str) {
        match (&mut self.pre, self.skipped) {
            (_, 1..) => {}
            (Some((code, _)), _) => code.push_str(text),
            (None, _) => self.folded(text),
        }
    }

    pub(super) fn given(&mut self, block: Block) {
        if self.skipped == 0 {
            self.block(block);
        }
    }

    pub(super) fn close(&mut self) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match self.undo.pop() {
            Some(Undo::Marks(marks)) => self.marks = marks,
            Some(Undo::Href(href)) => self.href = href,
            Some(Undo::Paragraph) => self.flush(),
            Some(Undo::Heading(level)) => self.heading(level),
            Some(Undo::Pre) => self.code(),
            Some(Undo::Caption) => self.caption(),
            Some(Undo::Frame) => self.close_frame(),
            Some(Undo::Nothing | Undo::Skip) | None => {}
        }
    }

    pub(super) fn finish(mut self) -> (Vec<Block>, Vec<Remark>) {
        self.code();
        self.flush();
        while self.frames.len() > 1 {
            self.close_frame();
        }
        match self.frames.pop() {
            Some(Frame::Flow(blocks)) => (blocks, self.remarks),
            _ => (Vec::new(), self.remarks),
        }
    }

    fn frame(&mut self, frame: Frame) -> Undo {
        self.flush();
        if self.frames.len() >= BLOCK_DEPTH {
            self.remark("deep nesting was flattened".into(), "blocks nest 32 levels at most");
            return Undo::Paragraph;
        }
        self.frames.push(frame);
        Undo::Frame
    }

    fn close_frame(&mut self) {
        self.flush();
        let Some(frame) = self.frames.pop() else { return };
        for block in self.frames.last_mut().map(|around| frame.finish(around)).unwrap_or_default() {
            self.give(block);
        }
    }

    fn block(&mut self, block: Block) {
        self.flush();
        self.give(block);
    }

    /// Gives `block` to the innermost frame that takes it.
    fn give(&mut self, block: Block) {
        if matches!(&block, Block::Paragraph(spans) if spans.is_empty()) {
            return;
        }
        let mut block = Some(block);
        for frame in self.frames.iter_mut().rev() {
            let Some(homeless) = block else { return };
            block = frame.take(homeless);
        }
    }

    fn heading(&mut self, level: u8) {
        let content = self.take_spans();
        if !content.is_empty() {
            self.give(Block::Heading { level, content });
        }
    }

    fn code(&mut self) {
        if let Some((untrusted, language)) = self.pre.take() {
            let text = text::prose(&untrusted);
            if !text.trim().is_empty() {
                self.give(Block::Code { language, text });
            }
        }
    }

    fn caption(&mut self) {
        let spans = self.take_spans();
        let home = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Figure { caption, .. } => Some(caption),
            Frame::Table(table) => Some(&mut table.caption),
            _ => None,
        });
        match home {
            Some(caption) if caption.is_empty() => *caption = spans,
            _ => self.give(Block::Paragraph(spans)),
        }
    }

    fn checkbox(&mut self, attributes: &Attributes) {
        let is_checkbox = attribute(attributes, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"));
        if let (true, Some(Frame::Item(item))) = (is_checkbox, self.frames.last_mut()) {
            item.checked = Some(attribute(attributes, "checked").is_some());
        }
    }

    fn image(&mut self, attributes: &Attributes) {
        // Lazy loaders of the source site keep the address in `data-src` and a stand-in in `src`.
        let lazy = attribute(attributes, "data-src").filter(|src| !src.is_empty());
        let (srcset, _) = image::srcset(attribute(attributes, "srcset").unwrap_or_default(), self.base);
        let alt = attribute(attributes, "alt");
        let found = Image {
            src: self.address(lazy.or_else(|| attribute(attributes, "src")), Sink::Image, "image"),
            sizes: attribute(attributes, "sizes").filter(|_| !srcset.is_empty()).map(text::line),
            srcset,
            width: attribute(attributes, "width").and_then(image::dimension),
            height: attribute(attributes, "height").and_then(image::dimension),
            alt: text::line(alt.unwrap_or_default()),
            ..Image::default()
        };
        if alt.is_none() && found.src.is_some() {
            self.remark(
                "nothing describes an image".into(),
                "it has no alt; an empty one says that it is a decoration",
            );
        }
        if found.src.is_some() || !found.alt.is_empty() {
            self.block(Block::Image(Box::new(found)));
        }
    }

    fn drop_element(&mut self, name: &str) -> Undo {
        self.remark(["<", name, "> was left out"].concat(), "content is drawn without scripts, styles and forms");
        Undo::Skip
    }

    /// Frames and players become a link to what they would have shown.
    fn embed(&mut self, name: &str, attributes: &Attributes) -> Undo {
        let source = attribute(attributes, "src").or_else(|| attribute(attributes, "data"));
        self.remark(["<", name, "> was left out"].concat(), "embedded pages and players are shown as links");
        if let Some(href) = self.address(source.filter(|src| !src.is_empty()), Sink::Page, "link") {
            let title = text::line(attribute(attributes, "title").unwrap_or_default());
            let text = if title.is_empty() { href.host().unwrap_or(href.as_str()).to_string() } else { title };
            self.block(Block::Paragraph(vec![Span { text, marks: Marks::default(), href: Some(href) }]));
        }
        Undo::Skip
    }

    fn address(&mut self, untrusted: Option<&str>, sink: Sink, what: &str) -> Option<SafeUrl> {
        SafeUrl::parse(untrusted?, sink, self.base)
            .map_err(|refusal| self.remark(["the address of a ", what, " was left out"].concat(), refusal.why()))
            .ok()
    }

    fn remark(&mut self, what: String, why: &'static str) {
        match self.remarks.iter_mut().find(|known| known.what == what && known.why == why) {
            Some(known) => known.count += 1,
            None => self.remarks.push(Remark { what, why, count: 1 }),
        }
    }
}

/// The language in a class such as `language-rust` or `lang-rust`.
fn language(attributes: &Attributes) -> Option<String> {
    let classes = attribute(attributes, "class")?.split_ascii_whitespace();
    let mut names = classes.filter_map(|class| class.strip_prefix("language-").or_else(|| class.strip_prefix("lang-")));
    names.next().map(text::line).filter(|name| !name.is_empty())
}
