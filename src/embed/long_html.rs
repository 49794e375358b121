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

/// A text of so many bytes is long.
const LONG: usize = 250_000;
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

thread_local! {
    /// The long texts of the post that is to be read next.
    static TEXTS: RefCell<Vec<Long>> = const { RefCell::new(Vec::new()) };
}

/// The long texts that a reading of the post comes across, as the parser of the page gets them. What was found before is forgotten.
pub(super) fn find<T>(read_post: impl FnOnce(ReadBefore) -> T) -> Vec<String> {
    TEXTS.with_borrow_mut(Vec::clear);
    read_post(note);
    TEXTS.with_borrow(|texts| texts.iter().map(|long| flattened(&long.html).into_owned()).collect())
}

/// Takes a long text down, and lets it count as read.
fn note(html: &str, base: Option<&SafeUrl>) -> Option<Built> {
    if html.len() < LONG {
        return None;
    }
    let long = Long { html: html.into(), base: base.cloned(), tokens: Vec::new(), building: None, built: None };
    TEXTS.with_borrow_mut(|texts| texts.push(long));
    Some((Vec::new(), Vec::new()))
}

/// Takes the next tokens of a text, as the parser writes them.
pub(super) fn take(place: usize, tokens: &str) {
    TEXTS.with_borrow_mut(|texts| {
        if let Some(long) = texts.get_mut(place) {
            long.tokens.extend(read_tokens(tokens).unwrap_or_default());
        }
    });
}

/// Builds the next blocks of a text. False when all are built.
pub(super) fn build(place: usize) -> bool {
    TEXTS.with_borrow_mut(|texts| texts.get_mut(place).is_some_and(Long::build))
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
        let place = texts.iter().position(is_it)?;
        texts.swap_remove(place).built
    })
}
