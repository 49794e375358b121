//! The tokens of an inert HTML parser → blocks.
//!
//! Safety does not depend on the parser (the browser's own, or html5ever natively): blocks are built from the closed
//! vocabulary of [`model`](crate::model), so nothing outside that vocabulary can be written. `fates` lists what each
//! element becomes.

mod builder;
mod code;
mod embeds;
mod fates;
mod flat;
mod frame;
#[cfg(any(not(target_arch = "wasm32"), feature = "server"))]
mod native;

use crate::{
    json::{self, Value},
    model::Block,
    policy::SafeUrl,
    report::NoticeCode,
    scan::is_one_of,
};
pub use builder::shortcodes::BUILDERS;
use builder::{Builder, targets::Targets};
pub use flat::flattened;
#[cfg(any(not(target_arch = "wasm32"), feature = "server"))]
pub use native::parse;
use std::vec::IntoIter;

/// One token of a parsed document.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// The start of an element of the HTML namespace, or of a foreign one by its name.
    Open {
        /// The local name in lower case.
        name: String,
        /// Attributes as parsed.
        attributes: Vec<(String, String)>,
    },
    /// Character data.
    Text(String),
    /// The end of the element opened last.
    Close,
    /// A finished block, for a node of another format that HTML has no element for.
    Block(Box<Block>),
}

/// Parses a text inertly: nothing in it runs or loads. `None` where the page allows no parser (Trusted Types).
pub type Parser = fn(&str) -> Option<Vec<Token>>;

/// Why HTML is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoParser {
    /// This program has none.
    Program,
    /// The page allows none.
    Page,
}

/// A finding of the builder about an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What happened.
    pub code: NoticeCode,
    /// Goes into the sentence of the code.
    pub detail: String,
    /// The reason.
    pub why: &'static str,
    /// How often.
    pub count: usize,
}

/// Builds blocks from tokens. Addresses are joined to `base`.
pub fn blocks(tokens: Vec<Token>, base: Option<&SafeUrl>) -> (Vec<Block>, Vec<Remark>) {
    let mut building = Building::new(tokens, base);
    building.go_on(usize::MAX);
    building.finish()
}

/// Blocks that are built in parts.
pub struct Building {
    tokens: IntoIter<Token>,
    builder: Builder,
}

impl Building {
    /// Begins with all tokens of a text. Addresses are joined to `base`.
    pub fn new(tokens: Vec<Token>, base: Option<&SafeUrl>) -> Building {
        let builder = Builder::new(base.cloned(), Targets::of(&tokens));
        Building { tokens: tokens.into_iter(), builder }
    }

    /// Reads up to `count` tokens. False when none are left.
    pub fn go_on(&mut self, count: usize) -> bool {
        for token in self.tokens.by_ref().take(count) {
            match token {
                Token::Open { name, attributes } => self.builder.open(&name, &attributes),
                Token::Text(text) => self.builder.text(&text),
                Token::Close => self.builder.close(),
                Token::Block(block) => self.builder.given(*block),
            }
        }
        self.tokens.len() > 0
    }

    /// The blocks of what has been read.
    pub fn finish(self) -> (Vec<Block>, Vec<Remark>) {
        self.builder.finish()
    }
}

/// Reads tokens from the JSON text in which the browser's side writes them: a flat list in which an object is a start
/// (its name under the empty key, its attributes beside it), a text is character data, and `null` is an end.
pub fn read_tokens(text: &str) -> Option<Vec<Token>> {
    let Value::List(items) = json::read(text).ok()?.value else { return None };
    Some(items.into_iter().filter_map(token).collect())
}

fn token(value: Value<'_>) -> Option<Token> {
    match value {
        Value::Null => Some(Token::Close),
        Value::Text(text) => Some(Token::Text(text.into_owned())),
        Value::Map(entries) => {
            let mut entries = entries.into_iter().map(|(key, value)| (key.into_owned(), into_text(value)));
            let (_, name) = entries.next()?;
            Some(Token::Open { name, attributes: entries.collect() })
        }
        _ => None,
    }
}

fn into_text(value: Value<'_>) -> String {
    if let Value::Text(text) = value { text.into_owned() } else { String::new() }
}

/// All character data but that of scripts and styles, blocks apart.
pub fn words(tokens: &[Token]) -> String {
    let mut words = String::new();
    let mut hidden = 0_usize;
    for token in tokens {
        match token {
            Token::Open { name, .. } if hidden > 0 || is_one_of(name, "script style template svg") => {
                let _ = name;
                hidden += 1;
            }
            Token::Open { name, .. }
                if is_one_of(name, "p div br li h1 h2 h3 h4 h5 h6 tr td th blockquote figcaption") =>
            {
                words.push(' ');
            }
            Token::Close => hidden = hidden.saturating_sub(1),
            Token::Text(text) if hidden == 0 => words += text,
            _ => {}
        }
    }
    words
}
