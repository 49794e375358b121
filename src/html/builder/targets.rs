//! Link targets: an element's id, or the name of an old anchor. Only those that a link of the same text leads to are
//! kept.

use super::{Attributes, Builder, attribute};
use crate::{
    html::Token,
    model::{Block, Span},
    policy::url::decoded,
    report::NoticeCode,
    scan::cut,
};

/// The most targets of one text: the search for them is linear.
const MOST: usize = 2_000;

/// The targets of a text.
#[derive(Default)]
pub(in crate::html) struct Targets {
    /// Names that links lead to and that no element has had so far.
    wanted: Vec<String>,
    /// Names that elements have had.
    taken: Vec<String>,
    /// Names that wait for the next text.
    waiting: Vec<String>,
}

impl Targets {
    /// The names that links in `tokens` lead to.
    pub(in crate::html) fn of(tokens: &[Token]) -> Targets {
        let mut wanted: Vec<String> = Vec::new();
        for token in tokens {
            let Token::Open { name, attributes } = token else { continue };
            let fragment =
                attribute(attributes, "href").filter(|_| name == "a").and_then(|address| cut(address, b"#").1);
            let name = fragment.filter(|fragment| !fragment.is_empty()).map(decoded);
            wanted.extend(name.filter(|name| wanted.len() < MOST && !wanted.contains(name)));
        }
        Targets { wanted, ..Targets::default() }
    }

    /// Empty spans for the targets that wait.
    pub(super) fn now(&mut self) -> impl Iterator<Item = Span> {
        self.waiting.drain(..).map(|name| Span::target(&name)).collect::<Vec<_>>().into_iter()
    }

    /// The targets of a run that is not drawn wait for the next one.
    pub(super) fn wait_again(&mut self, spans: &[Span]) {
        self.waiting.extend(spans.iter().filter_map(|span| span.name().map(String::from)));
    }
}

impl Builder {
    /// Takes note of the names of an element.
    pub(super) fn name(&mut self, tag: &str, attributes: &Attributes) {
        if self.targets.wanted.is_empty() && self.targets.taken.is_empty() {
            return;
        }
        let anchor = attribute(attributes, "name").filter(|_| tag == "a");
        for name in attribute(attributes, "id").into_iter().chain(anchor) {
            if let Some(place) = self.targets.wanted.iter().position(|wanted| wanted == name) {
                let name = self.targets.wanted.swap_remove(place);
                self.targets.waiting.push(name.clone());
                self.targets.taken.push(name);
            } else if self.targets.taken.iter().any(|taken| taken == name) && anchor != attribute(attributes, "id") {
                self.remark(NoticeCode::TargetRepeats, "", "links lead to the first of that name");
            }
        }
    }

    /// Targets before a block without text, and at the end, get a paragraph of their own.
    pub(super) fn flush_targets(&mut self) {
        let spans: Vec<Span> = self.targets.now().collect();
        if !spans.is_empty() {
            self.give(Block::Paragraph(spans));
        }
    }
}
