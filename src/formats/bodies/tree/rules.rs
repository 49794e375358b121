//! The grammar of a tree as data: a rule for each kind of node.

use super::{Node, Walk};
use crate::{
    formats::{
        marks::meets,
        ways::{at, first, text_of},
    },
    html::Token,
    json::Value,
    report::NoticeCode,
    scan::is_one_of,
};

/// The grammar of one kind of tree.
pub struct Grammar {
    /// Its proper name.
    pub name: &'static str,
    /// Ways to the first nodes; the whole value where none leads anywhere.
    pub top: &'static str,
    /// The way to the kind of a node.
    pub kind: &'static str,
    /// Ways to the nodes in a node.
    pub children: &'static str,
    /// Ways to the text of a leaf.
    pub text: &'static str,
    /// Is a line break in a text shown?
    pub breaks: bool,
    /// Are lists made of sibling items?
    pub flat_lists: bool,
    /// Finds the definitions of the tree before its nodes are walked.
    pub define: for<'v, 'a> fn(&'v Value<'a>) -> Option<&'v Value<'a>>,
    /// The elements around a leaf.
    pub marks: for<'v, 'a> fn(&mut Walk<'_, 'v, 'a, '_>, Node<'v, 'a>) -> Vec<Token>,
    /// The rule for each kind of node. Kinds are in lower case, without `_` and `-`.
    pub rules: &'static [(&'static str, Rule)],
}

/// How a node is converted. Ways start at the node; the first with a value counts.
pub enum Rule {
    /// A text with its marks.
    Text,
    /// An element around the children.
    Around(&'static str),
    /// An element without content.
    Only(&'static str),
    /// An element around a text that is HTML.
    Inline(&'static str, &'static str),
    /// An element around a plain text.
    Value(&'static str, &'static str),
    /// A heading, with ways to its level.
    Heading(&'static str),
    /// A list: the condition under which it is numbered (or `yes`), and ways to its first number.
    List {
        /// The condition.
        numbered: &'static str,
        /// The ways.
        start: &'static str,
    },
    /// An item, with ways to whether it is done.
    Item(&'static str),
    /// Program text: ways to it, or else all text of the children; and to its language.
    Code {
        /// The text.
        text: &'static str,
        /// The language.
        language: &'static str,
    },
    /// An image, with ways to the object that has it; empty for the node itself.
    Image(&'static str),
    /// A link around the children, with ways to its address.
    Link(&'static str),
    /// A page or a player: ways to its address and its title.
    Embed {
        /// The address.
        address: &'static str,
        /// The title.
        title: &'static str,
    },
    /// HTML, with ways to it.
    Html(&'static str),
    /// A function, for what no rule covers.
    Call(for<'v, 'a> fn(&mut Walk<'_, 'v, 'a, '_>, Node<'v, 'a>)),
    /// Content that is not for readers.
    Nothing,
}

impl Grammar {
    /// The rule for a node of this kind.
    pub fn rule(&self, kind: &str) -> Option<&'static Rule> {
        self.rules.iter().find(|(names, _)| is_one_of(kind, names)).map(|(_, rule)| rule)
    }
}

/// For trees without definitions.
pub const fn nothing<'v, 'a>(_: &'v Value<'a>) -> Option<&'v Value<'a>> {
    None
}

impl<'v, 'a> Walk<'_, 'v, 'a, '_> {
    pub(super) fn node(&mut self, node: Node<'v, 'a>) {
        if let Value::Text(text) = node.value
            && node.rule.is_none()
        {
            return self.text(text);
        }
        let kind = self.kind(node);
        let rule = node.rule.or_else(|| self.grammar.rule(&kind));
        match rule {
            Some(rule) => self.apply(rule, node, &kind),
            None if matches!(node.value, Value::Map(_)) => self.unknown(node, &kind),
            None => self.note(
                node,
                "",
                NoticeCode::WrongShape,
                "",
                &["expected a node, found ", node.value.shape()].concat(),
            ),
        }
    }

    /// The kind of a node: in lower case, without `_` and `-`.
    fn kind(&self, node: Node<'v, 'a>) -> String {
        let kind = at(node.value, self.grammar.kind).and_then(text_of).unwrap_or_default();
        kind.chars().filter(|char| !matches!(char, '_' | '-')).map(|char| char.to_ascii_lowercase()).take(64).collect()
    }

    fn apply(&mut self, rule: &'static Rule, node: Node<'v, 'a>, kind: &str) {
        match rule {
            Rule::Text => self.leaf(node),
            Rule::Around(name) => {
                self.open(name, Vec::new());
                self.inside(node);
            }
            Rule::Only(name) => {
                self.open(name, Vec::new());
                self.close();
            }
            Rule::Inline(name, ways) => {
                self.open(name, Vec::new());
                self.html(node, ways);
                self.close();
            }
            Rule::Heading(ways) => {
                self.heading(node, ways);
                self.inside(node);
            }
            Rule::List { numbered, start } => {
                let numbered = *numbered == "yes" || (!numbered.is_empty() && is_so(node.value, numbered));
                self.list(numbered, node.word(start));
                self.inside(node);
            }
            Rule::Item(ways) => {
                self.item(first(node.value, ways).is_some().then_some(true).or_else(|| said_no(node, ways)));
                self.inside(node);
            }
            Rule::Code { text, language } => {
                let text = node.word(text).map_or_else(|| self.all_text(node), String::from);
                self.code(&text, node.word(language));
            }
            Rule::Image(way) => self.image(node, way),
            Rule::Link(ways) => {
                let href = self.address(node, ways);
                self.open("a", href.map(|href| ("href".to_string(), href)).into_iter().collect());
                self.inside(node);
            }
            Rule::Embed { address, title } => self.embed(node, address, title, kind),
            Rule::Html(ways) => self.html(node, ways),
            Rule::Value(name, ways) => {
                let text = node.word(ways).unwrap_or_default().to_string();
                self.open(name, Vec::new());
                self.text(&text);
                self.close();
            }
            Rule::Call(act) => act(self, node),
            Rule::Nothing => {}
        }
    }
}

/// Does a condition hold, which may also be a flag?
fn is_so(value: &Value<'_>, condition: &'static str) -> bool {
    match at(value, condition) {
        Some(Value::Bool(flag)) => *flag,
        _ => meets(value, condition),
    }
}

/// `Some(false)` if one of the ways leads to `false`.
fn said_no(node: Node<'_, '_>, ways: &'static str) -> Option<bool> {
    ways.split(' ').any(|way| matches!(at(node.value, way), Some(Value::Bool(false)))).then_some(false)
}
