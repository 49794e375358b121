//! Compares posts and scores their similarity.
//!
//! The constants were tuned on some forty public corpora in nine languages, and tested on posts that they were not tuned
//! on (`cargo xtask bench related`).

use super::{
    ordering::{self, Key, falling},
    postings::Postings,
    sums::Sums,
    terms::Term,
    vectors::Vector,
};

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
    /// The words of the posts.
    pub(super) written: Vec<Vector>,
    /// For each post the share of its words that other posts have too.
    pub(super) shared: Vec<f32>,
    /// The smoothed words. Empty without smoothing.
    pub(super) smoothed: Vec<Vector>,
    pub(super) titles: Vec<Vector>,
    pub(super) tags: Vec<Vector>,
    /// The posts of each term, where more than one post is asked about.
    pub(super) postings: Option<Postings>,
    /// For each post its mean similarity to all posts.
    pub(super) common: Vec<f32>,
    pub(super) days: Vec<Option<f32>>,
    /// For each post its rank by date, the newest first.
    pub(super) order: Vec<usize>,
    pub(super) names: Vec<[Term; 3]>,
}

impl Corpus {
    /// How many posts there are.
    pub fn size(&self) -> usize {
        self.order.len()
    }

    /// Up to `count` posts that share a word or a tag with one post, the most similar first. A score only defines the
    /// order.
    pub fn like(&self, own: usize, count: usize) -> Vec<(f32, usize)> {
        let found = self.products(own).into_iter().filter(|(_, place)| *place != own);
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
        let terms = |place: usize| of(&self.written, place);
        let own = |place: usize| self.shared.get(place).copied().unwrap_or_default();
        let alike: f32 = shared(terms(one), terms(other)).map(|(_, one, other)| one * other).sum();
        let is_evident = terms(one).len().min(terms(other).len()) >= EVIDENCE;
        let is_same = alike >= DOUBLE && own(one).min(own(other)) >= OWN;
        is_evident && (is_same || is_one(title, other_title) && alike >= DOUBLE_OF_ONE_TITLE)
    }

    /// The terms that two posts share, the most significant first.
    pub fn shared_terms(&self, one: usize, other: usize) -> Vec<Term> {
        let shared = shared(of(&self.written, one), of(&self.written, other));
        let mut keys: Vec<Key> = shared.map(|(term, one, other)| (falling(one * other), u64::from(term))).collect();
        ordering::sort(&mut keys);
        keys.into_iter().map(|(_, term)| term as Term).collect()
    }

    /// The posts that share a word or a tag with one post, each with the score of what they share.
    fn products(&self, own: usize) -> Vec<(f32, usize)> {
        let query = self.query(own);
        if let Some(postings) = &self.postings {
            return postings.products(&query);
        }
        let mut wanted = Sums::default();
        for (term, weight) in query {
            wanted.add(term, weight);
        }
        let product = |place: usize| self.found(place).iter().map(|(term, weight)| wanted.of(*term) * weight).sum();
        (0..self.size()).map(|place| (product(place), place)).filter(|(product, _)| *product > 0.0).collect()
    }

    /// What a post looks for in others.
    fn query(&self, own: usize) -> Vector {
        let tag = if self.smoothed.is_empty() { TAG } else { TAG_AMONG_NEIGHBOURS };
        let title = of(&self.titles, own).iter().map(|(term, weight)| (term ^ OF_TITLE, TITLE * weight));
        let tags = of(&self.tags, own).iter().map(|(term, rarity)| (term ^ OF_TAG, tag * rarity));
        self.words(own).iter().copied().chain(title).chain(tags).collect()
    }

    /// The same as others find it. A tag is there or not: its rarity counts once.
    pub(super) fn found(&self, place: usize) -> Vector {
        let title = of(&self.titles, place).iter().map(|(term, weight)| (term ^ OF_TITLE, *weight));
        let tags = of(&self.tags, place).iter().map(|(term, _)| (term ^ OF_TAG, 1.0));
        self.words(place).iter().copied().chain(title).chain(tags).collect()
    }

    fn words(&self, place: usize) -> &[(Term, f32)] {
        of(if self.smoothed.is_empty() { &self.written } else { &self.smoothed }, place)
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

pub(super) fn of(vectors: &[Vector], place: usize) -> &[(Term, f32)] {
    vectors.get(place).map_or(&[], Vec::as_slice)
}

/// A word of a title, or a tag, is another term than the same word of a text. (Numbers with many different bits.)
const OF_TITLE: Term = 0x9E37_79B9;
const OF_TAG: Term = 0x85EB_CA6B;

/// The first `count` posts by their scores, the highest first; equal ones in the order of all.
pub(super) fn in_order(scored: &[(f32, usize)], order: &[usize], count: usize) -> Vec<(f32, usize)> {
    let rank = |place: usize| order.get(place).copied().unwrap_or_default() as u64;
    let keys = scored.iter().zip(0..).map(|((score, place), index)| (falling(*score) << 32 | rank(*place), index));
    let first = ordering::first(keys.collect::<Vec<Key>>(), count);
    first.into_iter().filter_map(|(_, index)| scored.get(index as usize).copied()).collect()
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
