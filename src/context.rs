//! The context of reading one input: the base of relative addresses, what the program can do, and the notices so far.
//!
//! A field that cannot be read is left out, with a [`Notice`].

mod fields;
mod prose;
mod spans;
mod tools;

pub use fields::{Fields, Read, each};
pub use prose::{LONGEST as PROSE, prose};
pub use spans::{language, link, spans};
pub use tools::Tools;

use crate::{
    html::{NoParser, Remark},
    json::Value,
    model::{Block, Image, Span},
    options::Options,
    policy::{SafeUrl, Sink, text},
    report::{Need, Needs, Notice, NoticeCode, Path},
    scan::{joined, parts},
};

/// The context of reading one input.
pub struct Context<'c> {
    /// What relative addresses are joined to.
    pub base: Option<SafeUrl>,
    /// BCP 47 tag of the page: the host's, or else the post's. Empty when neither says one.
    pub lang: String,
    /// The readers that this program has.
    pub tools: &'c dyn Tools,
    /// What the input needs and this program lacks, so far.
    pub needs: Needs,
    /// Host hints for meta fields, and keys that the privacy guard lets through.
    pub options: &'c Options,
    /// The notices so far, at most [`NOTICES`].
    pub notices: Vec<Notice>,
    /// How many notices there were beyond that.
    pub unsaid: usize,
}

/// The most notices that are kept; further ones are only counted.
pub const NOTICES: usize = 1_000;

impl<'c> Context<'c> {
    /// The context before anything is read.
    pub fn new(options: &'c Options, tools: &'c dyn Tools, notices: Vec<Notice>) -> Context<'c> {
        let lang = options.lang.clone().unwrap_or_default();
        Context { base: options.base_url.clone(), lang, tools, needs: Needs::default(), options, notices, unsaid: 0 }
    }

    /// The notices, and how many more there were.
    pub fn finish(mut self) -> Vec<Notice> {
        if self.unsaid > 0 {
            self.notices.push(Notice::of_more(self.unsaid));
        }
        self.notices
    }

    /// Adds a notice.
    pub fn notice(&mut self, path: &Path<'_>, code: NoticeCode, why: &str) {
        self.detailed_notice(path, code, "", why);
    }

    /// Adds a notice with a detail that goes into its sentence.
    pub fn detailed_notice(&mut self, path: &Path<'_>, code: NoticeCode, detail: &str, why: &str) {
        if self.notices.len() >= NOTICES {
            self.unsaid += 1;
            return;
        }
        self.notices.push(Notice::new(code, &path.text(), detail, why));
    }

    /// Adds a remark of the HTML reader as a notice.
    pub fn remark(&mut self, path: &Path<'_>, remark: &Remark) {
        let before = self.notices.len();
        self.detailed_notice(path, remark.code, &remark.detail, remark.why);
        if let Some(notice) = self.notices.get_mut(before) {
            notice.repeat(remark.count - 1);
        }
    }

    /// Adds the notice of a value that has the wrong shape for its place.
    pub fn wrong_shape(&mut self, value: &Value<'_>, expected: &str, path: &Path<'_>) {
        self.notice(path, NoticeCode::WrongShape, &["expected ", expected, ", found ", value.shape()].concat());
    }

    /// A text of one line. Numbers are taken as they are written.
    pub fn line(&mut self, value: &Value<'_>, path: &Path<'_>) -> String {
        self.string(value, path).map(text::line).unwrap_or_default()
    }

    /// The text or number in `value`, untrusted. `None` without a notice when it is `null`.
    pub fn string<'v>(&mut self, value: &'v Value<'_>, path: &Path<'_>) -> Option<&'v str> {
        match value {
            Value::Text(text) | Value::Number(text) => Some(text),
            Value::Null => None,
            other => {
                self.wrong_shape(other, "a text", path);
                None
            }
        }
    }

    /// An address for `sink`. `None` without a notice when it is `null`, `false` or empty.
    pub fn url(&mut self, value: &Value<'_>, sink: Sink, path: &Path<'_>) -> Option<SafeUrl> {
        if matches!(value, Value::Bool(false)) {
            return None;
        }
        let untrusted = self.string(value, path).filter(|text| !text.trim().is_empty())?;
        SafeUrl::parse(untrusted, sink, self.base.as_ref())
            .map_err(|refusal| self.notice(path, NoticeCode::AddressRefused, refusal.why()))
            .ok()
    }

    /// Completes the blocks of the HTML reader: adds its notices, and moves credits from captions to images.
    pub fn built(&mut self, mut blocks: Vec<Block>, remarks: &[Remark], path: &Path<'_>) -> Vec<Block> {
        for remark in remarks {
            self.remark(path, remark);
        }
        self.tools.credit_blocks(&mut blocks, self);
        blocks
    }

    /// Moves the credit that a caption is, or ends in, to the image.
    pub fn take_credit(&mut self, image: &mut Image) {
        if image.credit.is_some() || image.caption.is_empty() {
            return;
        }
        if let Some((rest, credit)) = self.tools.credit_in_caption(&image.caption, self) {
            (image.caption, image.credit) = (rest, Some(credit));
        }
    }

    /// Blocks from HTML; plain paragraphs where it is not read.
    pub fn html(&mut self, untrusted: &str, path: &Path<'_>) -> Vec<Block> {
        match self.tools.html(untrusted, self.base.as_ref()) {
            Ok((blocks, remarks)) => return self.built(blocks, &remarks, path),
            Err(NoParser::Program) => self.needs.add(Need::Html),
            Err(NoParser::Page) => {
                self.notice(path, NoticeCode::HtmlAsText, "the page allows no parser (Trusted Types)");
            }
        }
        paragraphs(untrusted)
    }
}

/// Paragraphs from plain text: blank lines separate them, single line breaks stay.
pub fn paragraphs(untrusted: &str) -> Vec<Block> {
    let clean = text::prose(untrusted);
    let mut found = Vec::new();
    let mut lines = Vec::new();
    for line in parts(&clean, b"\n").chain([""]) {
        if !line.trim().is_empty() {
            lines.push(line.trim_ascii_end());
        } else if !lines.is_empty() {
            let text = joined(&mut lines.drain(..), "\n");
            found.push(Block::Paragraph(vec![Span::plain(text)]));
        }
    }
    found
}
