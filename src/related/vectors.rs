//! Posts as vectors of their terms: TF-IDF, pruned (Salton & Buckley 1988).

use super::{
    ordering::{self, Key, falling},
    sums::Sums,
    terms::{Term, is_short, terms},
};
use crate::model::Subject;

/// How many terms of a post are compared.
const TERMS: usize = 64;
/// A word of the title counts as much as this many in the text.
const TITLE: f32 = 8.0;
/// This many first words of a text count twice.
const LEAD: usize = 100;
/// With fewer posts, nearly every word is in one post only: word frequency says less, short words are ignored, and the
/// words that only one post has count as a difference.
pub const FEW: usize = 50;

/// Terms by their numbers, with their weights.
pub type Vector = Vec<(Term, f32)>;

/// The terms of some posts.
#[derive(Debug, Default)]
pub struct Vectors {
    /// For each post its most significant terms. The squares of the weights add up to 1; among a few posts to less.
    pub terms: Vec<Vector>,
    /// For each post the share of its terms that other posts have too, by squared weight.
    pub shared: Vec<f32>,
}

impl Vectors {
    /// Counts the terms of all posts.
    pub fn of(subjects: &[Subject]) -> Vectors {
        let is_few = subjects.len() < FEW;
        let counts: Vec<Sums> = subjects.iter().map(|subject| counts(subject, is_few)).collect();
        let with = posts_with(&counts);
        let all = subjects.len() as f32;
        let rarity = |term: Term| ln(f32::from(u8::from(is_few)) + all / with.of(term)).sqrt();
        let mut vectors = Vectors::default();
        for counts in &counts {
            let whole: Vector = counts.iter().map(|(term, count)| (term, (1.0 + ln(count)) * rarity(term))).collect();
            let known: Vector = whole.iter().filter(|(term, _)| with.of(*term) > 1.0).copied().collect();
            let (length, shared) = (length(&whole), length(&known));
            vectors.shared.push(if length > 0.0 { (shared / length) * (shared / length) } else { 0.0 });
            let mut terms = pruned(&known);
            let length = if is_few { length } else { self::length(&terms) };
            scale(&mut terms, length);
            vectors.terms.push(terms);
        }
        vectors
    }
}

/// The words of each title, the rarer the heavier.
pub fn titles(subjects: &[Subject]) -> Vec<Vector> {
    let is_few = subjects.len() < FEW;
    let words = |subject: &Subject| {
        let mut words = Sums::default();
        terms(&subject.card.title, &mut |term, word| {
            if !(is_few && is_short(word)) {
                words.add(term, 1.0);
            }
        });
        words
    };
    let titles: Vec<Sums> = subjects.iter().map(words).collect();
    let with = posts_with(&titles);
    let all = subjects.len() as f32;
    let vector = |words: &Sums| {
        let words = words.iter().map(|(term, _)| (term, ln(1.0 + all / with.of(term)).sqrt()));
        let mut terms = pruned(&words.collect::<Vector>());
        let length = length(&terms);
        scale(&mut terms, length);
        terms
    };
    titles.iter().map(vector).collect()
}

/// In how many posts each term occurs.
pub fn posts_with(counts: &[Sums]) -> Sums {
    let mut with = Sums::default();
    counts.iter().flat_map(Sums::iter).for_each(|(term, _)| with.add(term, 1.0));
    with
}

/// How often each term occurs in a post.
fn counts(subject: &Subject, is_few: bool) -> Sums {
    let mut counts = Sums::default();
    let text = if subject.text.trim().is_empty() { &subject.card.excerpt } else { &subject.text };
    let mut lead = LEAD;
    let mut count = |term: Term, word: &str, times: f32| {
        if !(is_few && is_short(word)) {
            counts.add(term, times);
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
