//! The builder: a stack of open elements, each with what its end has to undo, over a stack of [`Frame`]s.

mod elements;
mod media;
mod run;

use super::{Remark, frame::Frame};
use crate::{
    model::{Block, Marks, Span},
    policy::{BLOCK_DEPTH, SafeUrl, text},
    report::NoticeCode,
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
            self.remark(NoticeCode::HtmlFlattened, "", "blocks nest 32 levels at most");
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

    fn remark(&mut self, code: NoticeCode, detail: &str, why: &'static str) {
        let same = |known: &&mut Remark| known.code == code && known.detail == detail && known.why == why;
        match self.remarks.iter_mut().find(same) {
            Some(known) => known.count += 1,
            None => self.remarks.push(Remark { code, detail: detail.into(), why, count: 1 }),
        }
    }
}
