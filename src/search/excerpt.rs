//! The place of a find in a text, with the finds marked.

use super::folding::push;
use crate::related::terms::{is_letter, is_unspaced};

/// Bytes of the text before the first find, and from its beginning on.
const BEFORE: usize = 30;
const AFTER: usize = 90;

/// A part of a text: a find, or what stands between.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// The part.
    pub text: String,
    /// Is it a find?
    pub is_found: bool,
}

/// A whole text, with the words and phrases of [`Index::found`](super::Index::found) marked.
pub fn marked(text: &str, found: &[String]) -> Vec<Piece> {
    let folded = Mapped::of(text);
    pieces(text, (0, text.len()), &folded.finds(found, false))
}

/// Bytes that are looked through at once for the first find, and those that are looked through again with the next: both more
/// where something longer is looked for.
const WINDOW: usize = 1_000;
const OVERLAP: usize = 250;
/// How many times as long as a folded text its original may be.
const FOLDED: usize = 4;

/// The words around the first find. Empty if there is none.
pub fn excerpt(text: &str, found: &[String]) -> Vec<Piece> {
    let longest = found.iter().map(String::len).max().unwrap_or_default();
    let overlap = OVERLAP.max(longest * FOLDED);
    let size = WINDOW.max(2 * overlap);
    let mut from = 0;
    while from < text.len() {
        let to = text.ceil_char_boundary(from + size);
        let window = text.get(from..to).unwrap_or_default();
        // A find that begins in the overlap is found whole with the next window.
        let last = if to < text.len() { size - overlap } else { size };
        if Mapped::of(window).finds(found, from > 0).first().is_some_and(|(begin, _)| *begin <= last) {
            let begin = text.floor_char_boundary(from.saturating_sub(BEFORE * 2));
            let end = text.ceil_char_boundary(to + AFTER * 2);
            return around(text.get(begin..end).unwrap_or_default(), found, begin > 0);
        }
        from = text.floor_char_boundary(from + size - overlap).max(from + 1);
    }
    Vec::new()
}

/// The same in a part of the text, which may have something before it.
fn around(text: &str, found: &[String], is_later: bool) -> Vec<Piece> {
    let finds = Mapped::of(text).finds(found, is_later);
    let Some((first, end)) = finds.first().copied() else { return Vec::new() };
    let from = if first > BEFORE { boundary(text, first - BEFORE, false).min(first) } else { 0 };
    let to = boundary(text, (first + AFTER).clamp(end, text.len()), true);
    let mut pieces = pieces(text, (from, to), &finds);
    if let Some(piece) = pieces.first_mut().filter(|_| is_later || from > 0) {
        piece.text.insert(0, '…');
    }
    pieces
}

/// The next place from `at` on that is the end of a word, or the beginning of one.
fn boundary(text: &str, at: usize, is_end: bool) -> usize {
    let mut at = at;
    while !text.is_char_boundary(at) {
        at += 1;
    }
    let rest = text.get(at..).unwrap_or_default();
    match rest.find(char::is_whitespace).filter(|found| *found < BEFORE) {
        None => at,
        Some(found) if is_end => at + found,
        Some(found) => at + found + rest.get(found..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8),
    }
}

fn pieces(text: &str, (from, to): (usize, usize), finds: &[(usize, usize)]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = from;
    let mut give = |from: usize, to: usize, is_found| {
        let text = text.get(from..to).unwrap_or_default().replace('\n', " ");
        if !text.is_empty() {
            pieces.push(Piece { text, is_found });
        }
    };
    for (begin, end) in finds.iter().copied().filter(|(begin, end)| *begin >= from && *end <= to) {
        if begin >= at {
            give(at, begin, false);
            give(begin, end, true);
            at = end;
        }
    }
    give(at, to, false);
    pieces
}

/// A folded text, and where each of its bytes stands in the text itself.
struct Mapped {
    folded: String,
    places: Vec<usize>,
}

impl Mapped {
    fn of(text: &str) -> Mapped {
        let mut mapped = Mapped { folded: String::new(), places: Vec::new() };
        for (at, char) in text.char_indices() {
            push(&mut mapped.folded, char);
            mapped.places.resize(mapped.folded.len(), at);
        }
        mapped.places.push(text.len());
        mapped
    }

    /// Where words begin with one of `found`, or a phrase stands; in the order of the text. A text that `is_later` may begin
    /// within a word.
    fn finds(&self, found: &[String], is_later: bool) -> Vec<(usize, usize)> {
        let mut finds = Vec::new();
        for wanted in found {
            for (at, _) in self.folded.match_indices(wanted.as_str()) {
                let before = self.folded.get(..at).and_then(|before| before.chars().next_back());
                let begins = before.map_or(!is_later, |char| !is_letter(char) || wanted.starts_with(is_unspaced));
                if begins {
                    finds.extend(self.places.get(at).copied().zip(self.places.get(at + wanted.len()).copied()));
                }
            }
        }
        finds.sort_unstable();
        finds
    }
}
