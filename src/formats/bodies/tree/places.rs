//! The positions of nodes, and notices about them.

use super::{Rule, Walk, Work};
use crate::{formats::ways::first, html::Token, json::Value, report::NoticeCode};

/// A node on its way.
#[derive(Clone, Copy)]
pub struct Node<'v, 'a> {
    pub value: &'v Value<'a>,
    /// Where it stands: a number of the walk's own.
    pub place: usize,
    /// The rule, if its position decides it and not the node.
    pub(super) rule: Option<&'static Rule>,
}

/// Where a node stands: below another, a way and a number.
pub(super) struct Place {
    pub parent: usize,
    pub way: &'static str,
    pub index: Option<usize>,
}

impl<'v, 'a> Walk<'_, 'v, 'a, '_> {
    /// Walks the children of `node`, then closes the open element.
    pub fn inside(&mut self, node: Node<'v, 'a>) {
        self.work.push(Work::Token(Token::Close));
        self.children(node);
    }

    /// Walks the children of `node`.
    pub fn children(&mut self, node: Node<'v, 'a>) {
        if let Some((way, children)) = first(node.value, self.grammar.children) {
            self.children_at(node, way, children, None);
        }
    }

    /// Walks the nodes at `way` of `node`, by `rule` if given. `then` follows.
    pub fn children_at(
        &mut self,
        node: Node<'v, 'a>,
        way: &'static str,
        children: &'v Value<'a>,
        rule: Option<&'static Rule>,
    ) {
        match children {
            Value::List(items) => {
                if self.grammar.flat_lists && way != self.grammar.children {
                    self.work.push(Work::EndLists);
                }
                for (index, value) in items.iter().enumerate().rev() {
                    let place = self.place(node.place, way, Some(index));
                    self.work.push(Work::Node(Node { value, place, rule }));
                }
            }
            value => {
                let place = if way.is_empty() { node.place } else { self.place(node.place, way, None) };
                self.work.push(Work::Node(Node { value, place, rule }));
            }
        }
    }

    /// Is it the first of its siblings?
    pub fn is_first(&self, node: Node<'v, 'a>) -> bool {
        self.places.get(node.place).is_some_and(|place| place.index == Some(0))
    }

    /// Closes an element when what was walked before has been.
    pub fn close_later(&mut self) {
        self.work.push(Work::Token(Token::Close));
    }

    fn place(&mut self, parent: usize, way: &'static str, index: Option<usize>) -> usize {
        self.places.push(Place { parent, way, index });
        self.places.len() - 1
    }

    /// Adds a notice about what stands at `way` of `node`.
    pub fn note(&mut self, node: Node<'v, 'a>, way: &str, code: NoticeCode, detail: &str, why: &str) {
        let steps = self.steps(node, way);
        self.context.detailed_notice(&self.root.way(&steps), code, detail, why);
    }

    pub(super) fn steps(&self, node: Node<'v, 'a>, way: &str) -> String {
        let mut steps = vec![way.to_string()];
        let mut place = node.place;
        while let (true, Some(Place { parent, way, index })) = (place > 0, self.places.get(place)) {
            steps.push(index.map(|index| index.to_string()).unwrap_or_default());
            steps.push((*way).to_string());
            place = *parent;
        }
        steps.retain(|step| !step.is_empty());
        steps.reverse();
        steps.join(".")
    }
}
