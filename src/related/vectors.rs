//! Posts as vectors of their terms: TF-IDF, pruned (Salton & Buckley 1988).

use super::{
    ordering::{self, Key, falling},
    sums::Sums,
    terms::{Term, is_pair, is_short, term, terms},
};
use crate::model::Subject;

/// How many terms of a post are compared.
const TERMS: usize = 64;
/// A word of the title counts as much as this many in the text.
const TITLE: f32 = 8.0;
/// This many first words of a text count twice.
const LEAD: usize = 100;
/// How much a pair of characters counts: a word of a script without spaces is two or three pairs.
const PAIR: f32 = 0.5;
/// With fewer posts, nearly every word is in one post only: word frequency says less, short words are ignored, and the
/// words that only one post has count as a difference.
pub const FEW: usize = 50;

/// Terms by their numbers, with their weights.
pub type Vector = Vec<(Term, f32)>;

/// How often each term occurs in a post: in all of it, in its title, as a tag.
#[derive(Debug, Default)]
pub struct Counts {
    pub words: Vector,
    pub title: Vector,
    pub tags: Vector,
}

impl Counts {
    /// Counts the terms of a post. `is_few` says that there are few posts.
    pub fn of(subject: &Subject, is_few: bool) -> Counts {
        let mut title = Sums::default();
        terms(&subject.card.title, &mut |term, word| {
            if !(is_few && is_short(word)) {
                title.add(term, 1.0);
            }
        });
        let mut tags = Sums::default();
        subject.card.tags.iter().for_each(|tag| tags.add(term(tag), 1.0));
        let all = |sums: &Sums| sums.iter().collect::<Vector>();
        Counts { words: all(&words(subject, is_few)), title: all(&title), tags: all(&tags) }
    }
}

/// In how many posts each term occurs.
#[derive(Debug, Default)]
pub struct Frequencies {
    words: Sums,
    title: Sums,
    tags: Sums,
    posts: f32,
}

impl Frequencies {
    /// Counts one more post.
    pub fn add(&mut self, counts: &Counts) {
        let parts =
            [(&mut self.words, &counts.words), (&mut self.title, &counts.title), (&mut self.tags, &counts.tags)];
        for (sums, terms) in parts {
            for (term, _) in terms {
                sums.add(*term, 1.0);
            }
        }
        self.posts += 1.0;
    }

    /// The most significant terms of a post, and the share of its terms that other posts have too, by squared weight. The
    /// squares of the weights add up to 1; among a few posts to less.
    pub fn words(&self, counts: &Counts, is_few: bool) -> (Vector, f32) {
        let rarity = |term: Term| ln(f32::from(u8::from(is_few)) + self.posts / self.words.of(term)).sqrt();
        let weighed = counts.words.iter().map(|(term, count)| (*term, (1.0 + ln(*count)) * rarity(*term)));
        let whole: Vector = weighed.collect();
        let known: Vector = whole.iter().filter(|(term, _)| self.words.of(*term) > 1.0).copied().collect();
        let (length, shared) = (length(&whole), length(&known));
        let mut terms = pruned(&known);
        let by = if is_few { length } else { self::length(&terms) };
        scale(&mut terms, by);
        (terms, if length > 0.0 { (shared / length) * (shared / length) } else { 0.0 })
    }

    /// The words of the title, the rarer the heavier.
    pub fn title(&self, counts: &Counts) -> Vector {
        let rarity = |term: Term| ln(1.0 + self.posts / self.title.of(term)).sqrt();
        let mut terms = pruned(&counts.title.iter().map(|(term, _)| (*term, rarity(*term))).collect::<Vector>());
        let length = length(&terms);
        scale(&mut terms, length);
        terms
    }

    /// The tags, with their rarity from 0 to 1.
    pub fn tags(&self, counts: &Counts) -> Vector {
        let rarity = |tag: Term| ln(self.posts / self.tags.of(tag)) / ln(self.posts.max(3.0));
        pruned(&counts.tags.iter().map(|(tag, _)| (*tag, rarity(*tag))).collect::<Vector>())
    }
}

fn words(subject: &Subject, is_few: bool) -> Sums {
    let mut counts = Sums::default();
    let text = if subject.text.trim().is_empty() { &subject.card.excerpt } else { &subject.text };
    let mut lead = LEAD;
    let mut count = |term: Term, word: &str, times: f32| {
        if !(is_few && is_short(word)) {
            counts.add(term, if is_pair(word) { PAIR * times } else { times });
        }
    };
    terms(text, &mut |term, word| {
        count(term, word, if lead > 0 { 2.0 } else { 1.0 });
        lead = lead.saturating_sub(1);
    });
    terms(&subject.card.title, &mut |term, word| count(term, word, TITLE));
    counts
}

/// The terms with the highest weights, sorted by term.
pub fn pruned(terms: &[(Term, f32)]) -> Vector {
    let mut keys: Vec<Key> = terms.iter().map(|(term, weight)| (falling(*weight), u64::from(*term))).collect();
    ordering::sort(&mut keys);
    let known = keys.into_iter().take(TERMS);
    sorted(&known.map(|(weight, term)| (term as Term, weight_of(weight))).collect::<Vector>())
}

/// The inverse of [`falling`], for weights from 0 on.
fn weight_of(fallen: u64) -> f32 {
    f32::from_bits((u64::from(u32::MAX) - fallen) as u32 & !(1 << 31))
}

/// Sorts terms by their numbers.
pub fn sorted(terms: &[(Term, f32)]) -> Vector {
    let mut keys: Vec<Key> =
        terms.iter().map(|(term, weight)| (u64::from(*term), u64::from(weight.to_bits()))).collect();
    ordering::sort(&mut keys);
    keys.into_iter().map(|(term, weight)| (term as Term, f32::from_bits(weight as u32))).collect()
}

/// The square root of the sum of the squares.
pub fn length(terms: &[(Term, f32)]) -> f32 {
    terms.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt()
}

/// Divides all weights by a length.
pub fn scale(terms: &mut [(Term, f32)], length: f32) {
    if length > 0.0 {
        for (_, weight) in terms {
            *weight /= length;
        }
    }
}

/// The natural logarithm to two digits, equal in every program: those of engines differ in the last digit.
pub fn ln(number: f32) -> f32 {
    let bits = number.to_bits();
    let (power, rest) = ((bits >> 23) as f32 - 127.0, f32::from_bits((bits & 0x007F_FFFF) | 0x3F80_0000));
    // A parabola through the logarithms of 1, 1.5 and 2.
    (power + (rest - 1.0) * (1.679_7 - 0.339_85 * rest)) * std::f32::consts::LN_2
}
