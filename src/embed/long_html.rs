//! Long HTML, read in parts: between them the page answers its reader.
//!
//! JavaScript asks which long texts a post has ([`find`]), parses each, hands over its tokens ([`take`]), and has blocks built
//! until all are ([`build`]). The post is read after that, and its HTML has been read already ([`read`]).

use crate::{
    html::{Building, Remark, Token, flattened, read_tokens},
    model::Block,
    policy::SafeUrl,
    tools::ReadBefore,
};
use std::cell::RefCell;

/// Tokens that blocks are built from in one go.
const PART: usize = 4_000;

type Built = (Vec<Block>, Vec<Remark>);

struct Long {
    html: String,
    base: Option<SafeUrl>,
    tokens: Vec<Token>,
    building: Option<Building>,
    built: Option<Built>,
}

/// The long texts of the post that is read next.
struct Texts {
    /// A text of this many bytes is long.
    least: usize,
    long: Vec<Long>,
}

thread_local! {
    static TEXTS: RefCell<Texts> = const { RefCell::new(Texts { least: 0, long: Vec::new() }) };
}

/// The texts of at least `least` bytes that reading a post finds, as the parser of the page gets them. Earlier ones are dropped.
pub(super) fn find<T>(least: usize, read_post: impl FnOnce(ReadBefore) -> T) -> Vec<String> {
    TEXTS.replace(Texts { least, long: Vec::new() });
    read_post(note);
    TEXTS.with_borrow(|texts| texts.long.iter().map(|long| flattened(&long.html).into_owned()).collect())
}

/// Notes a long text, which then counts as read.
fn note(html: &str, base: Option<&SafeUrl>) -> Option<Built> {
    TEXTS.with_borrow_mut(|texts| {
        if html.len() < texts.least {
            return None;
        }
        let base = base.cloned();
        texts.long.push(Long { html: html.into(), base, tokens: Vec::new(), building: None, built: None });
        Some((Vec::new(), Vec::new()))
    })
}

/// Takes the next tokens of a text, as the parser writes them.
pub(super) fn take(place: usize, tokens: &str) {
    TEXTS.with_borrow_mut(|texts| {
        if let Some(long) = texts.long.get_mut(place) {
            long.tokens.extend(read_tokens(tokens).unwrap_or_default());
        }
    });
}

/// Builds the next blocks of a text. False when all are built.
pub(super) fn build(place: usize) -> bool {
    TEXTS.with_borrow_mut(|texts| texts.long.get_mut(place).is_some_and(Long::build))
}

impl Long {
    fn build(&mut self) -> bool {
        let tokens = std::mem::take(&mut self.tokens);
        let building = self.building.get_or_insert_with(|| Building::new(tokens, self.base.as_ref()));
        let more = building.go_on(PART);
        if !more {
            self.built = self.building.take().map(Building::finish);
        }
        more
    }
}

/// The blocks of a text that was read in parts. They are given once.
pub(super) fn read(html: &str, base: Option<&SafeUrl>) -> Option<Built> {
    let is_it = |long: &Long| long.html == html && long.base.as_ref() == base && long.built.is_some();
    TEXTS.with_borrow_mut(|texts| {
        let place = texts.long.iter().position(is_it)?;
        texts.long.swap_remove(place).built
    })
}
