//! HTML in short texts → its words: titles, names, alternative texts.

use super::native::is_html;
use crate::{
    context::Context,
    html::words,
    model::{Block, Part, Span, walk},
    policy::text,
    report::Path,
};

/// The words of an untrusted text in one line: tags go, character references become characters.
pub fn line(untrusted: &str, context: &Context<'_>) -> String {
    if !untrusted.bytes().any(|byte| matches!(byte, b'<' | b'&')) {
        return text::line(untrusted);
    }
    context.tools.tokens(untrusted).map_or_else(|| text::line(untrusted), |tokens| text::line(&words(&tokens)))
}

/// The same for plain text: a `<` in it is text. Without one, character references are decoded.
pub fn plain_line(untrusted: &str, context: &Context<'_>) -> String {
    if untrusted.contains('<') { text::line(untrusted) } else { line(untrusted, context) }
}

/// A text of several lines with its links and marks: a summary, a caption. Paragraphs are lines.
pub fn spans(untrusted: &str, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Span> {
    if !untrusted.bytes().any(|byte| matches!(byte, b'<' | b'&')) {
        let text = text::prose(untrusted).trim().to_string();
        return if text.is_empty() { Vec::new() } else { vec![Span::plain(text)] };
    }
    if !is_html(untrusted) && context.tools.tokens("").is_none() {
        return vec![Span::plain(text::prose(untrusted).trim())];
    }
    let blocks = context.html(untrusted, path);
    spans_of(&blocks)
}

/// The runs of text of some blocks, with a line break between two of them.
pub fn spans_of(blocks: &[Block]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut line = |run: &[Span]| {
        if !spans.is_empty() && !run.is_empty() {
            spans.push(Span::plain("\n"));
        }
        spans.extend_from_slice(run);
    };
    walk(blocks, &mut |part| match part {
        Part::Run(run) => line(run),
        Part::Block(Block::Code { text, .. }) => line(&[Span::plain(text)]),
        Part::Block(Block::Embed(embed)) => line(&[embed.as_span()]),
        Part::Block(_) => {}
    });
    spans
}
