//! The parser of programs that run without a browser: html5ever, which reads HTML as browsers do.

use super::Token;
use crate::scan::is_one_of;
use html5ever::{ParseOpts, parse_document, tendril::TendrilSink, tree_builder::TreeBuilderOpts};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// The namespace of HTML.
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// Elements that nest deeper than this are left out, as browsers flatten them (Chromium at 512): html5ever takes time and memory
/// that grow with the square of it.
const DEPTH: usize = 512;

/// The same of elements that a parser opens again in each paragraph that follows.
const FORMATTING_DEPTH: usize = 64;
const FORMATTING: &str = "a b big code em font i nobr s small strike strong tt u";

/// Elements that end by themselves: they stand beside each other without end tags.
const OPEN_ENDED: &str = "p li dt dd td th tr thead tbody tfoot option optgroup colgroup rt rp \
                          area base br col embed hr img input link meta param source track wbr";

/// The text without the tags that stand too deep; their words stay.
fn flattened(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let (mut elements, mut formatting) = (0_usize, 0_usize);
    let mut tags = html.split('<');
    out.push_str(tags.next().unwrap_or_default());
    for tag in tags {
        let name = tag.trim_start_matches('/');
        let end = name.find(|char: char| !char.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name.get(..end).unwrap_or_default().to_ascii_lowercase();
        let (depth, most) =
            if is_one_of(&name, FORMATTING) { (&mut formatting, FORMATTING_DEPTH) } else { (&mut elements, DEPTH) };
        let is_counted = !name.is_empty() && !is_one_of(&name, OPEN_ENDED);
        let is_end = tag.starts_with('/');
        if is_counted && is_end && *depth > 0 {
            *depth -= 1;
        }
        let is_deep = is_counted && *depth >= most;
        if is_counted && !is_end {
            *depth += 1;
        }
        if is_deep {
            out.push_str(tag.split_once('>').map_or("", |(_, words)| words));
        } else {
            out.extend(["<", tag]);
        }
    }
    out
}

/// The tokens of a document: the same that the browser's side writes.
// An `Option`, as a page may have no parser.
#[allow(clippy::unnecessary_wraps)]
pub fn parse(html: &str) -> Option<Vec<Token>> {
    enum Work {
        Node(Handle),
        Close,
    }
    // As in an inert document of a browser: what stands in <noscript> is read.
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let dom = parse_document(RcDom::default(), ParseOpts { tree_builder, ..ParseOpts::default() }).one(flattened(html));
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

/// The token that a node begins with; `None` for what only holds others.
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
