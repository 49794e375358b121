//! Runs of text: links around marks around text. Neighbours with one address share one link.

use crate::{
    markup::{Address, Attr, Markup, Tag},
    model::{Mark, Span},
    policy::SafeUrl,
    scan::parts,
};

pub(super) fn spans(markup: &mut Markup, spans: &[Span]) {
    let mut open: Option<&SafeUrl> = None;
    for span in spans {
        if open != span.href.as_ref() {
            if open.is_some() {
                markup.close();
            }
            open = span.href.as_ref();
            if let Some(url) = open {
                link(markup, url, "bm-link");
            }
        }
        marked(markup, span);
    }
    if open.is_some() {
        markup.close();
    }
}

/// Opens a link. One that leads to another site tells it nothing about this page.
pub(super) fn link(markup: &mut Markup, url: &SafeUrl, class: &'static str) {
    markup.open(Tag::A, class).address(Address::Href, url);
    if url.is_external() {
        markup.attr(Attr::Rel, "noopener noreferrer");
    }
}

/// A text that leads somewhere when there is an address.
pub(super) fn maybe_link(markup: &mut Markup, url: Option<&SafeUrl>, class: &'static str, text: &str) {
    match url {
        Some(url) => {
            link(markup, url, class);
            markup.text(text).close();
        }
        None => {
            markup.leaf(Tag::Span, class, text);
        }
    }
}

fn marked(markup: &mut Markup, span: &Span) {
    let marks: Vec<Mark> = Mark::ALL.into_iter().map(|(mark, _)| mark).filter(|mark| span.marks.has(*mark)).collect();
    for mark in &marks {
        markup.open(tag(*mark), "");
    }
    for (index, line) in parts(&span.text, b"\n").enumerate() {
        if index > 0 {
            markup.open(Tag::Br, "").close();
        }
        markup.text(line);
    }
    for _ in marks {
        markup.close();
    }
}

const fn tag(mark: Mark) -> Tag {
    match mark {
        Mark::Strong => Tag::Strong,
        Mark::Em => Tag::Em,
        Mark::Code => Tag::Code,
        Mark::Del => Tag::Del,
        Mark::Sub => Tag::Sub,
        Mark::Sup => Tag::Sup,
        Mark::Mark => Tag::Mark,
    }
}
