//! The parser of programs that run without a browser: html5ever, which reads HTML as browsers do.

use super::{Token, flattened};
use html5ever::{ParseOpts, parse_document, tendril::TendrilSink, tree_builder::TreeBuilderOpts};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// The namespace of HTML.
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// The tokens of a document, the same as from `embed/inert.js`.
// Returns an `Option`, because a page may have no parser.
#[allow(clippy::unnecessary_wraps)]
pub fn parse(html: &str) -> Option<Vec<Token>> {
    enum Work {
        Node(Handle),
        Close,
    }
    // As in a browser's inert document, the contents of <noscript> are parsed.
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let dom = parse_document(RcDom::default(), ParseOpts { tree_builder, ..ParseOpts::default() })
        .one(flattened(html).into_owned());
    let mut work = vec![Work::Node(dom.document.clone())];
    let mut tokens = Vec::new();
    while let Some(next) = work.pop() {
        let Work::Node(node) = next else {
            tokens.push(Token::Close);
            continue;
        };
        if let Some(token) = token(&node) {
            if matches!(token, Token::Open { .. }) {
                work.push(Work::Close);
            }
            tokens.push(token);
        }
        work.extend(node.children.borrow().iter().rev().cloned().map(Work::Node));
    }
    Some(tokens)
}

/// The token that a node begins with; `None` for a node that only holds others.
fn token(node: &Handle) -> Option<Token> {
    match &node.data {
        NodeData::Text { contents } => Some(Token::Text(contents.borrow().to_string())),
        NodeData::Element { name, attrs, .. } if !matches!(&*name.local, "html" | "head" | "body" | "frameset") => {
            let local = if &*name.ns == HTML { &*name.local } else { "svg" };
            let attributes =
                attrs.borrow().iter().map(|attr| (attr.name.local.to_string(), attr.value.to_string())).collect();
            Some(Token::Open { name: local.to_string(), attributes })
        }
        _ => None,
    }
}
