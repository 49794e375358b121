//! The current run of text: spans with the open marks and link, white space collapsed as in HTML.

use super::{Builder, ButtonBefore, LinkBefore};
use crate::{
    html::embeds,
    model::{Block, Extra, Span, trimmed},
    policy::{SafeUrl, Sink, text},
};

/// So many characters, or fewer, may be repeated by intent: "couscous", "もしもし".
const DOUBLED: usize = 5;

impl Builder {
    /// Ends the current run of text: it becomes a paragraph.
    pub(super) fn flush(&mut self) {
        let spans = self.take_spans();
        if spans.is_empty() {
            return;
        }
        let embed = bare_address(&spans).and_then(|url| SafeUrl::parse(url, Sink::Page, None).ok());
        match embed.map(|url| embeds::embed(url, "")) {
            // An address of a known service becomes a player.
            Some(embed) if !embed.service.is_empty() => self.give(Block::Embed(Box::new(embed))),
            Some(embed) => self.give(Block::Paragraph(vec![Span {
                href: Some(embed.url),
                ..spans.into_iter().next().unwrap_or_default()
            }])),
            None => self.give(Block::Paragraph(spans)),
        }
    }

    /// Takes the current run of text. A blank run is empty: its targets wait for the next text.
    pub(super) fn take_spans(&mut self) -> Vec<Span> {
        self.runs += 1;
        let spans = trimmed(std::mem::take(&mut self.spans));
        if spans.iter().any(|span| !span.text.trim().is_empty()) {
            return spans;
        }
        self.targets.wait_again(&spans);
        Vec::new()
    }

    /// Adds character data with its white space folded as HTML does.
    pub(super) fn folded(&mut self, untrusted: &str) {
        let clean = text::prose(untrusted);
        let before = self.spans.iter().rev().find(|span| !span.text.is_empty());
        let after_space = before.is_none_or(|last| last.text.ends_with([' ', '\n']));
        let text = if is_folded(&clean, after_space) { clean } else { folded(&clean, after_space) };
        self.push(&text);
    }

    pub(super) fn push(&mut self, text: &str) {
        let leading = self.spans.is_empty() && text == "\n";
        if text.is_empty() || leading {
            return;
        }
        if !text.trim().is_empty() {
            self.given += 1;
            self.links += usize::from(self.href.is_some());
            self.spans.extend(self.targets.now());
        }
        match self.spans.last_mut() {
            Some(last)
                if last.marks == self.marks
                    && last.href == self.href
                    && last.name().is_none()
                    && last
                        .extra
                        .as_ref()
                        .map_or_else(|| self.language.is_empty(), |extra| extra.language == self.language) =>
            {
                last.text.push_str(text);
            }
            _ => self.spans.push(self.span(text)),
        }
    }

    fn span(&self, text: &str) -> Span {
        let extra = Extra { language: self.language.clone(), ..Extra::default() };
        Span {
            text: text.to_string(),
            marks: self.marks,
            href: self.href.clone(),
            extra: (!extra.language.is_empty()).then(|| Box::new(extra)),
        }
    }

    /// Begins a link. A space keeps adjacent links apart.
    pub(super) fn begin_link(&mut self, href: Option<SafeUrl>, label: Option<&str>) -> LinkBefore {
        // Two links to the same address are one link that an editor has split.
        let is_apart = self
            .spans
            .last()
            .is_none_or(|last| last.href.is_none() || last.href == href || last.text.ends_with([' ', '\n']));
        if href.is_some() && self.href.is_none() && !is_apart {
            self.push(" ");
        }
        let is_shown = label.is_some();
        let label = text::line(label.unwrap_or_default());
        LinkBefore {
            is_shown,
            label,
            href: std::mem::replace(&mut self.href, href),
            given: self.given,
            elements: self.elements,
            start: (self.spans.len(), self.last_bytes()),
        }
    }

    /// Ends a link. Without text, its attributes name it.
    pub(super) fn end_link(&mut self, before: LinkBefore) {
        if self.given == before.given && self.href.is_some() {
            // A link with only an icon is named after the site that it leads to.
            let has_icon = self.elements > before.elements;
            let name = self.href.as_ref().filter(|_| has_icon && before.is_shown).and_then(embeds::name_of);
            self.push(&Some(before.label).filter(|label| !label.is_empty()).or(name).unwrap_or_default());
        } else if self.elements > before.elements + 1 {
            self.halve(before.start);
        }
        self.href = before.href;
    }

    /// Removes the second half of a link's text if it repeats the first: themes write it twice, in two elements, and slide
    /// one in under the pointer.
    fn halve(&mut self, (spans, bytes): (usize, usize)) {
        // Its text is at the end of the span before it, or a span of its own; a block within it has ended that run.
        let (place, from) = if self.spans.len() == spans { (spans, bytes) } else { (spans + 1, 0) };
        let is_one_span = place == self.spans.len();
        let Some(last) = self.spans.last_mut().filter(|_| is_one_span) else { return };
        let text = last.text.get(from..).unwrap_or_default().trim_end();
        let first = text.get(..text.len() / 2).unwrap_or_default().trim_end();
        let is_doubled = text.get(first.len()..).is_some_and(|second| second.trim_start() == first);
        if is_doubled && first.chars().nth(DOUBLED).is_some() {
            last.text.truncate(from + first.len());
        }
    }

    fn last_bytes(&self) -> usize {
        self.spans.last().map_or(0, |last| last.text.len())
    }

    pub(super) fn begin_button(&self) -> ButtonBefore {
        ButtonBefore { run: self.runs, spans: self.spans.len(), bytes: self.last_bytes(), links: self.links }
    }

    /// Ends a button: without a link in it, its text is removed.
    pub(super) fn end_button(&mut self, before: &ButtonBefore) {
        // A block within it has ended the run that it began in.
        if self.links == before.links && self.runs == before.run {
            self.spans.truncate(before.spans);
            if let Some(last) = self.spans.last_mut() {
                last.text.truncate(before.bytes);
            }
        }
    }
}

/// The address, if the run is nothing but an address.
fn bare_address(spans: &[Span]) -> Option<&str> {
    let [Span { text, href: None, .. }] = spans else { return None };
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    (is_web && !text.contains(char::is_whitespace)).then_some(text)
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
