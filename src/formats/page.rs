//! HTML as an input of its own: a fragment, or a page with an article in it.

use super::{envelope::Draft, linked};
use crate::{
    context::{Context, paragraphs},
    html::{self, Token},
    json,
    model::Block,
    policy::text,
    report::Path,
};

/// An article has at least this many words; a shorter text is a teaser.
const WORDS: usize = 40;

/// The contents of a page.
pub struct Page {
    title: String,
    data: Vec<String>,
    body: Vec<Block>,
}

impl Page {
    /// Reads a page.
    pub fn read(untrusted: &str, context: &mut Context<'_>, path: &Path<'_>) -> Page {
        let Some(tokens) = context.tools.tokens(untrusted) else {
            let body = context.html(untrusted, path);
            return Page {
                title: String::new(),
                data: Vec::new(),
                body: if body.is_empty() { paragraphs(untrusted) } else { body },
            };
        };
        let title = text::line(&html::words(&inside(&tokens, |name, _| name == "title").unwrap_or_default()));
        let data = scripts(&tokens);
        let article = inside(&tokens, |name, _| name == "article").filter(|part| has_words(part));
        let article = article.or_else(|| inside(&tokens, |name, _| name == "main").filter(|part| has_words(part)));
        let (blocks, remarks) = html::blocks(article.unwrap_or(tokens), context.base.as_ref());
        Page { title, data, body: context.built(blocks, &remarks, path) }
    }

    /// The post that the page shows. Its first heading is the title where there is one.
    pub fn into_draft<'v>(self, context: &mut Context<'_>, path: &Path<'_>) -> Draft<'v> {
        let mut draft = Draft::default();
        draft.post.body = self.body;
        for data in &self.data {
            if let Ok(document) = json::read(data) {
                linked::enrich(&mut draft.post, &document.value, context, path);
            }
        }
        let begins_with_title = matches!(draft.post.body.first(), Some(Block::Heading { level: 1, .. }));
        if begins_with_title {
            draft.post.title.clear();
        } else if draft.post.title.is_empty() {
            draft.post.title = self.title;
        }
        draft
    }
}

fn has_words(tokens: &[Token]) -> bool {
    html::words(tokens).split_whitespace().count() >= WORDS
}

/// The tokens inside the first element that fits.
fn inside(tokens: &[Token], fits: impl Fn(&str, &[(String, String)]) -> bool) -> Option<Vec<Token>> {
    let from =
        tokens.iter().position(|token| matches!(token, Token::Open { name, attributes } if fits(name, attributes)))?;
    let mut depth = 0_usize;
    let mut found = Vec::new();
    for token in tokens.get(from + 1..).unwrap_or_default() {
        match token {
            Token::Close if depth == 0 => break,
            Token::Close => depth -= 1,
            Token::Open { .. } => depth += 1,
            Token::Text(_) | Token::Block(_) => {}
        }
        found.push(token.clone());
    }
    Some(found)
}

/// The linked data of a page.
fn scripts(tokens: &[Token]) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_data = false;
    for token in tokens {
        match token {
            Token::Open { name, attributes } => {
                let is_linked = |(key, value): &(String, String)| {
                    key == "type" && value.eq_ignore_ascii_case("application/ld+json")
                };
                is_data = name == "script" && attributes.iter().any(is_linked);
            }
            Token::Text(text) if is_data => found.push(text.clone()),
            _ => is_data = false,
        }
    }
    found
}
