//! Ranks posts by topic: by shared words and tags, where rare ones count more, and slightly by their dates.
//!
//! The ranking does not depend on the order of the input. Equal posts are ordered by date, newest first.

mod building;
mod corpus;
mod ordering;
mod postings;
mod ranking;
mod smoothing;
mod strips;
mod sums;
pub(crate) mod terms;
mod vectors;

pub use corpus::Corpus;
pub use ranking::Ranking;
pub use strips::strips;

use crate::model::{Card, Subject, Why};
use sums::Sums;
use terms::{Term, is_pair, is_short, term, terms};

/// How many cards the strip is filled up to.
const CARDS: usize = 3;
/// Words and tags that are given as the reason for a card.
const REASONS: usize = 3;
/// Words that a reader reads in a minute.
const PACE: usize = 230;
/// With more posts of a site there is no smoothing.
const SMOOTHED_OF_SITE: usize = 20_000;

/// For each post of a site its cards, so that no post is recommended too often. Where no post is similar, the cards are
/// the newest. `compared` is called with the number of posts that are compared so far.
pub fn of_site(subjects: &[Subject], compared: &mut dyn FnMut(usize)) -> Vec<Vec<Card>> {
    let corpus = Corpus::of(subjects, subjects.len() <= SMOOTHED_OF_SITE);
    let strips = strips(&corpus, CARDS, compared);
    strips.iter().enumerate().map(|(own, strip)| cards(&corpus, subjects, own, strip)).collect()
}

fn cards(corpus: &Corpus, subjects: &[Subject], own: usize, strip: &[usize]) -> Vec<Card> {
    let newest = if strip.is_empty() { corpus.newest(own) } else { Vec::new() };
    let places = strip.iter().chain(newest.iter().take(CARDS));
    places
        .filter_map(|place| {
            let (post, other) = (subjects.get(own)?, subjects.get(*place)?);
            let why =
                if strip.is_empty() { Why::Recent } else { Why::Shared(reasons(corpus, (own, post), (*place, other))) };
            Some(shown(other, why))
        })
        .collect()
}

/// The card of a post, with its reason and reading time.
fn shown(subject: &Subject, why: Why) -> Card {
    let known = subject.card.minutes;
    let minutes = if known > 0 { known } else { minutes(&subject.text) };
    Card { why, minutes, ..subject.card.clone() }
}

/// The tags that two posts share, then their most distinctive shared words, as written in the open post.
fn reasons(corpus: &Corpus, (at, own): (usize, &Subject), (place, other): (usize, &Subject)) -> Vec<String> {
    let mut others = Sums::default();
    for tag in &other.card.tags {
        others.add(term(tag), 1.0);
    }
    let tags = own.card.tags.iter().filter(|tag| others.of(term(tag)) > 0.0);
    let mut reasons: Vec<String> = tags.take(REASONS).cloned().collect();
    for shared in corpus.shared_terms(at, place) {
        if reasons.len() < REASONS
            && let Some(word) = written(own, shared).filter(|word| is_telling(word))
            && reasons.iter().all(|known| !has(known, shared))
        {
            reasons.push(word);
        }
    }
    reasons
}

/// A term as a post writes it. One of two characters of a script without spaces says little alone.
fn written(subject: &Subject, wanted: Term) -> Option<String> {
    let mut found = None;
    for text in [&subject.text, &subject.card.excerpt, &subject.card.title] {
        terms(text, &mut |term, word| {
            if term == wanted && found.is_none() {
                found = Some(word.to_string());
            }
        });
    }
    found
}

/// Does a word say something about a topic? Among posts in several languages "and" is rare, too. Short words do if they are written
/// as names are, such as "SAP" or "3D".
fn is_telling(word: &str) -> bool {
    let is_of_name = |char: char| char.is_ascii_uppercase() || char.is_ascii_digit();
    !is_short(word) || word.chars().skip(1).any(is_of_name)
}

fn has(text: &str, wanted: Term) -> bool {
    let mut has = false;
    terms(text, &mut |term, _| has |= term == wanted);
    has
}

/// The reading time in minutes; 0 where the text is missing or may have been cut.
fn minutes(text: &str) -> u32 {
    if text.len() >= crate::context::PROSE {
        return 0;
    }
    // Two pairs of characters are about a word.
    let (mut words, mut pairs) = (0, 0);
    terms(text, &mut |_, word| if is_pair(word) { pairs += 1 } else { words += 1 });
    usize::div_ceil(words + pairs / 2, PACE) as u32
}
