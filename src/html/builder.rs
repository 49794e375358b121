//! The builder: a stack of open elements, each with what its end has to undo, over a stack of [`Frame`]s.

mod elements;
mod languages;
mod media;
mod run;
pub(super) mod shortcodes;
pub(super) mod targets;

use super::{Remark, frame::Frame};
use crate::{
    model::{Block, Language, Marks, Span},
    policy::{BLOCK_DEPTH, SafeUrl, text},
    report::NoticeCode,
};
use media::Player;
use targets::Targets;

/// An open element: what its end undoes.
struct Open {
    undo: Undo,
    /// The inline language to restore, if the element sets its own.
    language: Option<Language>,
    /// If it began a passage: how many frames there were before.
    passage: Option<usize>,
}

/// What the end of an element undoes, beside its language.
enum Undo {
    Nothing,
    Skip,
    Marks(Marks),
    Link(Box<LinkBefore>),
    Paragraph,
    Heading(u8),
    Pre,
    Caption,
    Player,
    /// A button: what there was before it.
    Button(ButtonBefore),
    /// A frame: how many there were before it.
    Frame(usize),
}

/// The state before a button: the run of text, its number of spans, the length of the last one, and the links.
struct ButtonBefore {
    run: usize,
    spans: usize,
    bytes: usize,
    links: usize,
}

/// The state before a link, and its name if it has no text.
struct LinkBefore {
    href: Option<SafeUrl>,
    given: usize,
    elements: usize,
    /// Do screen readers announce it?
    is_shown: bool,
    label: String,
    /// Where its text begins.
    start: (usize, usize),
}

pub(super) struct Builder {
    base: Option<SafeUrl>,
    frames: Vec<Frame>,
    open: Vec<Open>,
    spans: Vec<Span>,
    marks: Marks,
    href: Option<SafeUrl>,
    /// The language of inline words.
    language: Language,
    /// The text and language of an open `<pre>`.
    pre: Option<(String, Option<String>)>,
    /// The language of program text that an element around it names, and how many elements are around that.
    code_language: Option<(String, usize)>,
    /// An open player or frame.
    player: Option<Player>,
    targets: Targets,
    /// Names of shortcodes that have been left out, whose ends are left out too.
    shortcodes: Vec<String>,
    /// How many frames there were before the caption shortcode that is open.
    caption_from: Option<usize>,
    /// Counts words, images and players, and links with words.
    given: usize,
    links: usize,
    /// Counts elements, and runs of text.
    elements: usize,
    runs: usize,
    /// Open elements inside a dropped one, itself counted.
    skipped: usize,
    remarks: Vec<Remark>,
}

type Attributes = [(String, String)];

fn attribute<'t>(attributes: &'t Attributes, name: &str) -> Option<&'t str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

impl Builder {
    pub(super) fn new(base: Option<SafeUrl>, targets: Targets) -> Self {
        Builder {
            base,
            frames: vec![Frame::Flow(Vec::new())],
            open: Vec::new(),
            spans: Vec::new(),
            marks: Marks::default(),
            href: None,
            language: Language::default(),
            pre: None,
            code_language: None,
            player: None,
            targets,
            shortcodes: Vec::new(),
            caption_from: None,
            given: 0,
            links: 0,
            elements: 0,
            runs: 0,
            skipped: 0,
            remarks: Vec::new(),
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.skipped > 0 || self.player.is_some() {
            return;
        }
        match &mut self.pre {
            Some((code, _)) => code.push_str(text),
            None => self.words(text),
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
        let Some(Open { undo, language, passage }) = self.open.pop() else { return };
        match undo {
            Undo::Marks(marks) => self.marks = marks,
            Undo::Link(before) => self.end_link(*before),
            Undo::Paragraph => self.flush(),
            Undo::Heading(level) => self.heading(level),
            Undo::Pre => self.code(),
            Undo::Caption => self.caption(),
            Undo::Player => self.end_player(),
            Undo::Button(before) => self.end_button(&before),
            Undo::Frame(depth) => self.close_frames(depth),
            Undo::Nothing | Undo::Skip => {}
        }
        if let Some(depth) = passage {
            self.close_frames(depth);
        }
        if let Some(language) = language {
            self.language = language;
        }
    }

    pub(super) fn finish(mut self) -> (Vec<Block>, Vec<Remark>) {
        self.code();
        self.flush();
        self.close_frames(1);
        self.flush_targets();
        match self.frames.pop() {
            Some(Frame::Flow(blocks)) => (blocks, self.remarks),
            _ => (Vec::new(), self.remarks),
        }
    }

    /// Opens a container.
    fn frame(&mut self, frame: Frame) -> Undo {
        self.flush();
        if self.frames.len() >= BLOCK_DEPTH {
            self.remark(NoticeCode::HtmlFlattened, "", "blocks nest 32 levels at most");
            return Undo::Paragraph;
        }
        self.frames.push(frame);
        Undo::Frame(self.frames.len() - 1)
    }

    /// Ends containers until there are `depth`.
    fn close_frames(&mut self, depth: usize) {
        self.flush();
        while self.frames.len() > depth.max(1) {
            let Some(frame) = self.frames.pop() else { return };
            for block in self.frames.last_mut().map(|around| frame.finish(around)).unwrap_or_default() {
                self.give(block);
            }
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
                self.given += 1;
                self.flush_targets();
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
        let item = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Item(item) => Some(item),
            _ => None,
        });
        if let (true, Some(item)) = (is_checkbox, item) {
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
