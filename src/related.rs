//! Ranks candidate posts by what they share with this one.
//!
//! A shared tag or title word weighs by its inverse document frequency among the candidates (IDF, Spärck Jones 1972), as
//! whole numbers: the rarer a term, the more it tells. Ties keep the order of the input.

use crate::{model::Card, scan::length};

/// How many cards the strip is filled up to.
const CARDS: usize = 3;
/// A shared tag tells more than a shared word of the title.
const TAG_WEIGHT: u32 = 3;

/// Terms of a card that are compared.
const TERMS: usize = 32;

/// The cards that the host chose, then the best candidates that share something with `own`, up to [`CARDS`]. The post
/// itself and repetitions are left out.
pub fn ranked(own: &Card, mut chosen: Vec<Card>, candidates: Vec<Card>) -> Vec<Card> {
    let terms_of: Vec<Vec<Term>> = candidates.iter().map(terms).collect();
    let weights = weights(own, &terms_of);
    let mut best: Vec<(u32, Card)> = Vec::new();
    for (card, terms) in candidates.into_iter().zip(&terms_of) {
        let score = weights.iter().filter(|(term, _)| terms.contains(term)).map(|(_, weight)| weight).sum();
        let taken = same(own, &card)
            || chosen.iter().any(|known| same(known, &card))
            || best.iter().any(|(_, known)| same(known, &card));
        if score > 0 && !taken {
            best.insert(best.partition_point(|(better, _)| *better >= score), (score, card));
            best.truncate(CARDS);
        }
    }
    let room = CARDS.max(chosen.len());
    chosen.retain(|card| !same(own, card));
    for (_, card) in best {
        if chosen.len() < room {
            chosen.push(card);
        }
    }
    chosen
}

/// The terms of `own`, each with what it tells among the candidates.
fn weights(own: &Card, terms_of: &[Vec<Term>]) -> Vec<(Term, u32)> {
    let mut weights = Vec::new();
    for term in terms(own) {
        let with = terms_of.iter().filter(|terms| terms.contains(&term)).count() as u32;
        let weight = if term.tag { TAG_WEIGHT } else { 1 } * rarity(terms_of.len() as u32, with);
        weights.push((term, weight));
    }
    weights
}

/// A word of a title, or a tag.
#[derive(PartialEq)]
struct Term {
    tag: bool,
    word: String,
}

/// Sixteenths of log2(all / with) + 1.
fn rarity(all: u32, with: u32) -> u32 {
    let ratio = (all << 8) / with.max(1);
    16 + (ratio.max(256).ilog2() - 8) * 16
}

fn terms(card: &Card) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut add = |tag: bool, word: &str| {
        if terms.len() < TERMS {
            terms.push(Term { tag, word: word.to_ascii_lowercase() });
        }
    };
    for word in card.title.split(|char: char| char.is_ascii() && !char.is_ascii_alphanumeric()) {
        if length(word) > 3 {
            add(false, word);
        }
    }
    for tag in &card.tags {
        add(true, tag);
    }
    terms
}

/// The same post by id or address.
fn same(one: &Card, other: &Card) -> bool {
    (one.id == other.id && !one.id.is_empty()) || (one.url.is_some() && one.url == other.url)
}
