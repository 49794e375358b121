//! One walk for every tree: its nodes become the tokens that HTML has, by the rules of a grammar. No recursion.

mod emit;
mod lists;
mod places;
mod rules;
mod saying;
mod unknown;

pub use places::Node;
pub use rules::{Grammar, Rule, nothing};

use crate::{context::Context, formats::ways::first, html::Token, json::Value, report::Path};
use places::Place;

enum Work<'v, 'a> {
    Node(Node<'v, 'a>),
    Token(Token),
    EndLists,
}

/// A walk through one body.
pub struct Walk<'w, 'v, 'a, 'c> {
    pub grammar: &'static Grammar,
    pub context: &'w mut Context<'c>,
    root: &'w Path<'w>,
    /// What the whole input has beside the body: assets that nodes name.
    pub beside: Option<&'v Value<'a>>,
    /// The mark definitions of the current block.
    pub definitions: Option<&'v Value<'a>>,
    /// Open lists of flat items: is each numbered?
    lists: Vec<bool>,
    tokens: Vec<Token>,
    work: Vec<Work<'v, 'a>>,
    places: Vec<Place>,
}

/// The tokens of the body `value`, which stands at `root`.
pub fn tokens<'v, 'a>(
    value: &'v Value<'a>,
    grammar: &'static Grammar,
    beside: Option<&'v Value<'a>>,
    context: &mut Context<'_>,
    root: &Path<'_>,
) -> Vec<Token> {
    let places = vec![Place { parent: 0, way: "", index: None }];
    let (tokens, work) = (Vec::new(), Vec::new());
    let definitions = (grammar.define)(value);
    let mut walk = Walk { grammar, context, root, beside, definitions, lists: Vec::new(), tokens, work, places };
    let top = Node { value, place: 0, rule: None };
    match first(value, grammar.top) {
        Some((way, children)) => walk.children_at(top, way, children, None),
        None => walk.children_at(top, "", value, None),
    }
    while let Some(next) = walk.work.pop() {
        match next {
            Work::Token(token) => walk.tokens.push(token),
            Work::EndLists => walk.end_lists(0),
            Work::Node(node) => walk.node(node),
        }
    }
    walk.tokens
}
