//! The run of text at hand: spans with the marks and the link that are open, white space folded as HTML does.

use super::Builder;
use crate::{
    model::{Block, Span},
    policy::text,
};

impl Builder<'_> {
    /// Ends the run of text at hand: it becomes a paragraph.
    pub(super) fn flush(&mut self) {
        let spans = self.take_spans();
        self.give(Block::Paragraph(spans));
    }

    pub(super) fn take_spans(&mut self) -> Vec<Span> {
        let mut spans = std::mem::take(&mut self.spans);
        while let Some(last) = spans.last_mut() {
            last.text.truncate(last.text.trim_end_matches([' ', '\n']).len());
            if !last.text.is_empty() {
                break;
            }
            spans.pop();
        }
        spans
    }

    /// Adds character data with its white space folded as HTML does.
    pub(super) fn folded(&mut self, untrusted: &str) {
        let clean = text::prose(untrusted);
        let after_space = self.spans.last().is_none_or(|last| last.text.ends_with([' ', '\n']));
        let text = if is_folded(&clean, after_space) { clean } else { folded(&clean, after_space) };
        self.push(&text);
    }

    pub(super) fn push(&mut self, text: &str) {
        let leading = self.spans.is_empty() && text == "\n";
        if text.is_empty() || leading {
            return;
        }
        match self.spans.last_mut() {
            Some(last) if last.marks == self.marks && last.href == self.href => last.text.push_str(text),
            _ => self.spans.push(Span { text: text.to_string(), marks: self.marks, href: self.href.clone() }),
        }
    }
}

/// Is there no white space but single spaces, not even after one in front of it?
fn is_folded(text: &str, after_space: bool) -> bool {
    let is_alone = !text.as_bytes().windows(2).any(|pair| pair == b"  ");
    is_alone && !text.bytes().any(|byte| matches!(byte, b'\n' | b'\t')) && !(after_space && text.starts_with(' '))
}

fn folded(text: &str, mut after_space: bool) -> String {
    let mut folded = String::with_capacity(text.len());
    for char in text.chars() {
        let space = matches!(char, ' ' | '\n' | '\t');
        if !(space && after_space) {
            folded.push(if space { ' ' } else { char });
        }
        after_space = space;
    }
    folded
}
