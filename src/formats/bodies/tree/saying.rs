//! Reads the values of a node.

use super::{Node, Walk};
use crate::{
    formats::ways::{at, first, text_of},
    json::Value,
    policy::{SafeUrl, Sink},
    report::NoticeCode,
};

impl<'v> Node<'v, '_> {
    /// The text at the first way that leads to a value.
    pub fn word(&self, ways: &'static str) -> Option<&'v str> {
        first(self.value, ways).and_then(|(_, found)| text_of(found))
    }
}

impl<'v, 'a> Walk<'_, 'v, 'a, '_> {
    /// An address that may stand in a link; a notice where it may not.
    pub fn address(&mut self, node: Node<'v, 'a>, ways: &'static str) -> Option<String> {
        let (way, found) = first(node.value, ways)?;
        let untrusted = text_of(found)?;
        match SafeUrl::parse(untrusted, Sink::Link, self.context.base.as_ref()) {
            Ok(_) => Some(untrusted.to_string()),
            Err(refusal) => {
                self.note(node, way, NoticeCode::AddressRefused, "", refusal.why());
                None
            }
        }
    }

    /// All text below a node: program text, whatever its nodes are.
    pub(super) fn all_text(&self, node: Node<'v, 'a>) -> String {
        let mut text = String::new();
        let mut open = vec![node.value];
        while let Some(value) = open.pop() {
            match value {
                Value::List(items) => open.extend(items.iter().rev()),
                Value::Map(_) => {
                    let kind = at(value, self.grammar.kind).and_then(text_of).unwrap_or_default();
                    if matches!(kind, "linebreak" | "hard_break" | "hardBreak") {
                        text.push('\n');
                    }
                    match first(value, self.grammar.text).and_then(|(_, found)| text_of(found)) {
                        Some(found) => text += found,
                        None => open.extend(first(value, self.grammar.children).map(|(_, children)| children)),
                    }
                }
                _ => {}
            }
        }
        text
    }
}
