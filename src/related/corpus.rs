//! Compares posts and scores their similarity.
//!
//! The constants come from twenty-one public corpora in nine languages, tuned on one half of the posts of each and
//! tested on the other (`cargo xtask bench related`).

use super::{
    ordering::{self, Key, falling},
    postings::Postings,
    sums::Sums,
    terms::{Term, exact, term},
    vectors::{FEW, Vector, Vectors, length, ln, posts_with, pruned, scale, titles},
};
use crate::model::{Card, Date, Subject};

/// Smoothing: a post takes on the terms of this many most similar posts, at twice its own weight. Two posts on one
/// topic may share few words with each other, but many with a third.
const NEIGHBOURS: usize = 10;
const TAKEN_ON: f32 = 2.0;
/// The score of a shared rare tag; a common tag adds less.
const TAG: f32 = 0.12;
/// The same with smoothing, which makes the texts of posts more similar.
const TAG_AMONG_NEIGHBOURS: f32 = 0.2;
/// The score of the same publication day, and the days after which it falls to 40 percent.
const DAY: f32 = 0.08;
const DAYS: f32 = 365.0;
/// How much of the similarity to all posts is subtracted: a post that resembles all others is a poor match.
const COMMON: f32 = 0.5;
/// The weight of the similarity of the titles: they name the topic even if the texts do not.
const TITLE: f32 = 0.15;
/// Two posts are duplicates from this similarity on, if other posts have this share of the terms of both.
const DOUBLE: f32 = 0.9;
const OWN: f32 = 0.8;
/// How many more posts are read than wanted, in case some are duplicates.
const MORE: usize = 8;
/// With fewer terms there is not enough evidence for a duplicate.
const EVIDENCE: usize = 8;
/// With equal titles, this lower similarity is enough.
const DOUBLE_OF_ONE_TITLE: f32 = 0.8;

/// Posts that are compared with each other.
#[derive(Debug)]
pub struct Corpus {
    /// The vectors of the posts, without smoothing.
    written: Vectors,
    /// For each post what it looks for in others: words, words of the title, tags.
    queries: Vec<Vector>,
    /// The same as others find it.
    postings: Postings,
    /// For each post its mean similarity to all posts.
    common: Vec<f32>,
    days: Vec<Option<f32>>,
    /// For each post its rank by date, the newest first.
    order: Vec<usize>,
    names: Vec<[Term; 3]>,
}

impl Corpus {
    /// Compares all posts. `smooths` turns smoothing on, which takes more time than all other steps.
    pub fn of(subjects: &[Subject], smooths: bool) -> Corpus {
        let written = Vectors::of(subjects);
        let order = order(subjects);
        let smooths = smooths && subjects.len() >= FEW;
        let smoothed = smooths.then(|| smoothed(&written.terms, &order));
        let words = smoothed.as_ref().unwrap_or(&written.terms);
        let parts = [
            Part { of: words, told: 1.0, kind: 0 },
            Part { of: &titles(subjects), told: TITLE, kind: OF_TITLE },
            Part { of: &tags(subjects), told: if smooths { TAG_AMONG_NEIGHBOURS } else { TAG }, kind: OF_TAG },
        ];
        let joined = |is_query: bool| (0..subjects.len()).map(|place| joined(&parts, place, is_query)).collect();
        let (queries, found): (Vec<Vector>, Vec<Vector>) = (joined(true), joined(false));
        Corpus {
            postings: Postings::of(&found),
            queries,
            common: if subjects.len() < FEW { vec![0.0; subjects.len()] } else { common(words) },
            days: subjects.iter().map(|subject| subject.card.published.as_ref().map(day)).collect(),
            names: subjects.iter().map(|subject| names(&subject.card)).collect(),
            written,
            order,
        }
    }

    /// How many posts there are.
    pub fn size(&self) -> usize {
        self.order.len()
    }

    /// Up to `count` posts that share a word or a tag with one post, the most similar first. A score only defines the
    /// order.
    pub fn like(&self, own: usize, count: usize) -> Vec<(f32, usize)> {
        let found = self.postings.products(of(&self.queries, own)).into_iter().filter(|(_, place)| *place != own);
        let scored = found.map(|(product, place)| {
            let common = self.common.get(place).copied().unwrap_or_default();
            (product - COMMON * common + self.closeness(own, place), place)
        });
        let scored: Vec<(f32, usize)> = scored.collect();
        // Duplicates are rare: more are read only where these leave too few.
        let mut read = count.saturating_add(MORE);
        loop {
            let best = in_order(&scored, &self.order, read);
            let best = best.into_iter().filter(|(_, place)| !self.is_double(own, *place)).take(count);
            let best: Vec<(f32, usize)> = best.collect();
            if best.len() >= count || read >= scored.len() {
                return best;
            }
            read = read.saturating_mul(4);
        }
    }

    /// All other posts, the newest first.
    pub fn newest(&self, own: usize) -> Vec<usize> {
        let others = (0..self.size()).filter(|place| *place != own && !self.is_double(own, *place));
        let others: Vec<(f32, usize)> = others.map(|place| (0.0, place)).collect();
        in_order(&others, &self.order, usize::MAX).into_iter().map(|(_, place)| place).collect()
    }

    /// The rank of a post by date, the newest first.
    pub fn rank(&self, place: usize) -> usize {
        self.order.get(place).copied().unwrap_or(usize::MAX)
    }

    /// Are two posts duplicates: by id, by address, or by content?
    pub fn is_double(&self, one: usize, other: usize) -> bool {
        let names = |place: usize| self.names.get(place).copied().unwrap_or_default();
        let ([id, url, title], [other_id, other_url, other_title]) = (names(one), names(other));
        let is_one = |name: Term, other: Term| name != 0 && name == other;
        if is_one(id, other_id) || is_one(url, other_url) {
            return true;
        }
        let terms = |place: usize| of(&self.written.terms, place);
        let own = |place: usize| self.written.shared.get(place).copied().unwrap_or_default();
        let alike: f32 = shared(terms(one), terms(other)).map(|(_, one, other)| one * other).sum();
        let is_evident = terms(one).len().min(terms(other).len()) >= EVIDENCE;
        let is_same = alike >= DOUBLE && own(one).min(own(other)) >= OWN;
        is_evident && (is_same || is_one(title, other_title) && alike >= DOUBLE_OF_ONE_TITLE)
    }

    /// The terms that two posts share, the most significant first.
    pub fn shared_terms(&self, one: usize, other: usize) -> Vec<Term> {
        let shared = shared(of(&self.written.terms, one), of(&self.written.terms, other));
        let mut keys: Vec<Key> = shared.map(|(term, one, other)| (falling(one * other), u64::from(term))).collect();
        ordering::sort(&mut keys);
        keys.into_iter().map(|(_, term)| term as Term).collect()
    }

    /// The score for close publication dates.
    fn closeness(&self, one: usize, other: usize) -> f32 {
        let day = |place: usize| self.days.get(place).copied().flatten();
        let (Some(one), Some(other)) = (day(one), day(other)) else { return 0.0 };
        let apart = (one - other).abs() / DAYS;
        // The first terms of the exponential series, as an approximation of exponential decay.
        DAY / (1.0 + apart + apart * apart / 2.0)
    }
}

fn of(vectors: &[Vector], place: usize) -> &[(Term, f32)] {
    vectors.get(place).map_or(&[], Vec::as_slice)
}

/// Vectors of one kind, as a part of all that is compared.
struct Part<'v> {
    of: &'v [Vector],
    /// How much a shared term of this kind counts.
    told: f32,
    /// Makes a term of this kind another one than the same word of another kind.
    kind: Term,
}

/// Numbers with many different bits, for [`Part::kind`].
const OF_TITLE: Term = 0x9E37_79B9;
const OF_TAG: Term = 0x85EB_CA6B;

/// The parts of one post in one vector.
fn joined(parts: &[Part<'_>], place: usize, is_query: bool) -> Vector {
    let terms = |part: &Part<'_>| {
        let (told, kind) = (if is_query { part.told } else { 1.0 }, part.kind);
        // A tag is there or not: its rarity counts once.
        let weight = move |weight: f32| if kind == OF_TAG && !is_query { 1.0 } else { told * weight };
        of(part.of, place).iter().map(move |(term, own)| (term ^ kind, weight(*own))).collect::<Vector>()
    };
    parts.iter().flat_map(terms).collect()
}

/// The smoothed vectors: each takes on terms of its most similar posts.
fn smoothed(vectors: &[Vector], order: &[usize]) -> Vec<Vector> {
    let postings = Postings::of(vectors);
    let smooth = |(own, vector): (usize, &Vector)| {
        let near = postings.products(vector).into_iter().filter(|(_, place)| *place != own);
        let near = in_order(&near.collect::<Vec<_>>(), order, NEIGHBOURS);
        let all: f32 = near.iter().map(|(product, _)| product).sum();
        let mut sums = Sums::default();
        for (term, weight) in vector {
            sums.add(*term, *weight);
        }
        for (product, place) in near {
            for (term, weight) in of(vectors, place) {
                sums.add(*term, TAKEN_ON * product / all * weight);
            }
        }
        let mut terms = pruned(&sums.iter().collect::<Vector>());
        let length = length(&terms);
        scale(&mut terms, length);
        terms
    };
    vectors.iter().enumerate().map(smooth).collect()
}

fn common(vectors: &[Vector]) -> Vec<f32> {
    let mut mean = Sums::default();
    vectors.iter().flatten().for_each(|(term, weight)| mean.add(*term, *weight));
    let all = vectors.len().max(1) as f32;
    let common = |terms: &Vector| terms.iter().map(|(term, weight)| weight * mean.of(*term)).sum::<f32>() / all;
    vectors.iter().map(common).collect()
}

fn tags(subjects: &[Subject]) -> Vec<Vector> {
    let numbers = |subject: &Subject| {
        let mut tags = Sums::default();
        for tag in &subject.card.tags {
            tags.add(term(tag), 1.0);
        }
        tags
    };
    let tags: Vec<Sums> = subjects.iter().map(numbers).collect();
    let with = posts_with(&tags);
    let all = subjects.len() as f32;
    let rarity = |tag: Term| ln(all / with.of(tag)) / ln(all.max(3.0));
    tags.iter().map(|tags| pruned(&tags.iter().map(|(tag, _)| (tag, rarity(tag))).collect::<Vector>())).collect()
}

/// The newest first; then in an order that the input does not tell.
fn order(subjects: &[Subject]) -> Vec<usize> {
    let key = |(Subject { card, .. }, place): (&Subject, u64)| {
        let date = card.published.as_ref();
        let day = date.map_or(0, |date| (u64::from(date.year) * 12 + u64::from(date.month)) * 31 + u64::from(date.day));
        let names = names(card).into_iter().fold(0, |all: u32, name| all.rotate_left(5) ^ name);
        (u64::MAX - day, u64::from(names) << 32 | place)
    };
    let mut keys: Vec<Key> = subjects.iter().zip(0..).map(key).collect();
    ordering::sort(&mut keys);
    let mut order = vec![0; subjects.len()];
    for (rank, (_, key)) in keys.into_iter().enumerate() {
        if let Some(order) = order.get_mut(key as u32 as usize) {
            *order = rank;
        }
    }
    order
}

/// The first `count` posts by their scores, the highest first; equal ones in the order of all.
fn in_order(scored: &[(f32, usize)], order: &[usize], count: usize) -> Vec<(f32, usize)> {
    let rank = |place: usize| order.get(place).copied().unwrap_or_default() as u64;
    let keys = scored.iter().zip(0..).map(|((score, place), index)| (falling(*score) << 32 | rank(*place), index));
    let mut keys: Vec<Key> = keys.collect();
    ordering::sort_first(&mut keys, count);
    keys.into_iter().filter_map(|(_, index)| scored.get(index as usize).copied()).collect()
}

/// Hashes of a post's id, address and title; 0 for a missing one.
pub fn names(card: &Card) -> [Term; 3] {
    let url = card.url.as_ref().map_or("", |url| url.as_str().trim_end_matches('/'));
    [card.id.as_str(), url, &card.title].map(|name| if name.is_empty() { 0 } else { exact(name) })
}

/// The terms in both lists, which are sorted by term.
fn shared<'v>(one: &'v [(Term, f32)], other: &'v [(Term, f32)]) -> impl Iterator<Item = (Term, f32, f32)> + 'v {
    let mut rest = other;
    one.iter().filter_map(move |(term, weight)| {
        while let Some(((known, other), tail)) = rest.split_first()
            && known <= term
        {
            rest = tail;
            if known == term {
                return Some((*term, *weight, *other));
            }
        }
        None
    })
}

/// Approximate days since year 0: only differences are used.
fn day(date: &Date) -> f32 {
    f32::from(date.year) * 365.25 + f32::from(date.month) * 30.4 + f32::from(date.day)
}
