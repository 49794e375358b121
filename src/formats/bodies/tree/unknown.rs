//! Nodes that a grammar does not know.

use super::{Node, Walk, Work};
use crate::{
    formats::ways::{at, first},
    html::Token,
    json::Value,
    report::NoticeCode,
};

impl<'v, 'a> Walk<'_, 'v, 'a, '_> {
    /// A node that the grammar does not know: what is in it, or its words.
    pub fn unknown(&mut self, node: Node<'v, 'a>, kind: &str) {
        let name = if kind.is_empty() {
            "a node without a type".to_string()
        } else {
            ["a node of type \"", kind, "\""].concat()
        };
        let why = ["there is no such node in ", self.grammar.name].concat();
        if let Some((way, children)) = first(node.value, self.grammar.children) {
            self.note(node, "", NoticeCode::PartUnwrapped, &name, &why);
            self.open("div", Vec::new());
            self.work.push(Work::Token(Token::Close));
            return self.children_at(node, way, children, None);
        }
        if first(node.value, self.grammar.text).is_some() {
            return self.leaf(node);
        }
        let words = words_of(node);
        let code = if words.is_empty() { NoticeCode::PartDropped } else { NoticeCode::PartAsWords };
        self.note(node, "", code, &name, &why);
        for word in words {
            self.open("p", Vec::new());
            self.markup(word);
            self.close();
        }
    }
}

/// The texts of an object that are meant for readers, judged by their names.
fn words_of<'v>(node: Node<'v, '_>) -> Vec<&'v str> {
    const NAMES: &str = "title heading headline name label text body content html caption description message url href";
    let mut words = Vec::new();
    for held in ["", "data", "attrs", "fields", "attributes"] {
        let Some(object) = at(node.value, held) else { continue };
        for name in NAMES.split(' ') {
            if let Some(Value::Text(text)) = at(object, name)
                && !text.trim().is_empty()
            {
                words.push(text.as_ref());
            }
        }
    }
    words.dedup();
    words
}
