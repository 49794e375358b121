//! Runs of text: links around marks around text. Neighbours with one address share one link.

use super::Targets;
use crate::{
    markup::{Address, Attr, Markup, Tag},
    model::{Extra, Language, Mark, Span},
    policy::SafeUrl,
    scan::parts,
};

/// Passages of one run that are marked with their language, at most. The rest are text: more would slow down layout.
const PASSAGES: usize = 2_000;

pub(super) fn spans(markup: &mut Markup, spans: &[Span], targets: &Targets) {
    let mut open: Option<&SafeUrl> = None;
    let mut passages = PASSAGES;
    for span in spans {
        if open != span.href.as_ref() {
            if open.is_some() {
                markup.close();
            }
            open = span.href.as_ref();
            if let Some(url) = open {
                link(markup, targets.link(url).as_ref().unwrap_or(url), "bm-link");
            }
        }
        match &span.extra {
            Some(extra) if passages > 0 || extra.language == Language::default() => {
                passages = passages.saturating_sub(1);
                passage(markup, span, extra, targets);
            }
            _ => marked(markup, span),
        }
    }
    if open.is_some() {
        markup.close();
    }
}

/// Words that links lead to, or that are in another language.
fn passage(markup: &mut Markup, span: &Span, extra: &Extra, targets: &Targets) {
    markup.open(Tag::Span, "");
    if let Some(id) = targets.id(span) {
        markup.attr(Attr::Id, &id);
    }
    language(markup, &extra.language);
    marked(markup, span);
    markup.close();
}

/// Says in which language the element opened last is.
pub(super) fn language(markup: &mut Markup, language: &Language) {
    if let Some(lang) = &language.lang {
        markup.attr(Attr::Lang, lang);
    }
    if let Some(dir) = language.dir {
        markup.attr(Attr::Dir, dir.as_str());
    }
}

/// Opens a link. Links to other sites send no referrer.
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
    lines(markup, &span.text);
    for _ in marks {
        markup.close();
    }
}

/// A text with its line breaks.
pub(super) fn lines(markup: &mut Markup, text: &str) {
    for (index, line) in parts(text, b"\n").enumerate() {
        if index > 0 {
            markup.open(Tag::Br, "").close();
        }
        markup.text(line);
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
