//! What a tree says, as data: a rule for each of its nodes.

use super::walk::{Node, Walk};
use crate::{html::Token, json::Value, scan::is_one_of};

/// The grammar of one kind of tree.
pub struct Grammar {
    /// Its proper name.
    pub name: &'static str,
    /// Ways to the first nodes; the whole value where none leads anywhere.
    pub top: &'static str,
    /// The way to what a node says it is.
    pub kind: &'static str,
    /// Ways to the nodes in a node.
    pub children: &'static str,
    /// Ways to the text of a leaf.
    pub text: &'static str,
    /// Is a line break in a text one to be shown?
    pub breaks: bool,
    /// Are lists made of items that stand side by side?
    pub flat_lists: bool,
    /// What the whole has to say before its nodes are walked.
    pub define: for<'v, 'a> fn(&'v Value<'a>) -> Option<&'v Value<'a>>,
    /// The elements around a leaf.
    pub marks: for<'v, 'a> fn(&mut Walk<'_, 'v, 'a, '_>, Node<'v, 'a>) -> Vec<Token>,
    /// Nodes by what they are, in lower case and without `_` and `-`, and what becomes of them.
    pub rules: &'static [(&'static str, Rule)],
}

/// What becomes of a node. Ways are taken from the node; the first that says something counts.
pub enum Rule {
    /// A text with its marks.
    Text,
    /// An element around the children.
    Around(&'static str),
    /// An element without content.
    Only(&'static str),
    /// An element around a text that is HTML.
    Inline(&'static str, &'static str),
    /// An element around a text that is none.
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
    /// What takes more than a rule.
    Call(for<'v, 'a> fn(&mut Walk<'_, 'v, 'a, '_>, Node<'v, 'a>)),
    /// Says nothing to a reader.
    Nothing,
}

impl Grammar {
    /// The rule for a node of this kind.
    pub fn rule(&self, kind: &str) -> Option<&'static Rule> {
        self.rules.iter().find(|(names, _)| is_one_of(kind, names)).map(|(_, rule)| rule)
    }
}

/// For trees that say nothing before their nodes.
pub const fn nothing<'v, 'a>(_: &'v Value<'a>) -> Option<&'v Value<'a>> {
    None
}
