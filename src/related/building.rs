//! Builds a corpus, in parts: between them a page answers its reader.

use super::{
    corpus::Corpus,
    ordering::{self, Key},
    postings::Postings,
    smoothing::{common, smoothed},
    terms::{Term, exact},
    vectors::{Counts, FEW, Frequencies, Vector},
};
use crate::model::{Card, Date, Subject};

/// A corpus that is being built.
#[derive(Debug, Default)]
pub struct Building {
    counts: Vec<Counts>,
    frequencies: Frequencies,
    written: Vec<Vector>,
    shared: Vec<f32>,
    titles: Vec<Vector>,
    tags: Vec<Vector>,
}

impl Corpus {
    /// Compares all posts with each other. `smooths` turns smoothing on, which takes more time than all other steps.
    pub fn of(subjects: &[Subject], smooths: bool) -> Corpus {
        let mut building = Building::default();
        while building.go_on(subjects, usize::MAX) {}
        let mut corpus = building.finish(subjects, smooths);
        let found: Vec<Vector> = (0..subjects.len()).map(|place| corpus.found(place)).collect();
        corpus.postings = Some(Postings::of(&found));
        corpus
    }
}

/// The work on a post besides that on its text, in bytes of text.
const POST: usize = 1_000;

impl Building {
    /// Goes on with so much `work`, in bytes of text. Says whether more remains.
    pub fn go_on(&mut self, subjects: &[Subject], work: usize) -> bool {
        let is_few = subjects.len() < FEW;
        let mut left = work;
        while left > 0 {
            if let Some(subject) = subjects.get(self.counts.len()) {
                let counts = Counts::of(subject, is_few);
                self.frequencies.add(&counts);
                self.counts.push(counts);
                left = left.saturating_sub(POST + subject.text.len());
            } else if let Some(counts) = self.counts.get_mut(self.written.len()) {
                let (words, shared) = self.frequencies.words(counts, is_few);
                self.written.push(words);
                self.shared.push(shared);
                self.titles.push(self.frequencies.title(counts));
                self.tags.push(self.frequencies.tags(counts));
                *counts = Counts::default();
                left = left.saturating_sub(POST);
            } else {
                return false;
            }
        }
        true
    }

    /// The posts of which everything is counted.
    pub fn finish(self, subjects: &[Subject], smooths: bool) -> Corpus {
        let order = order(subjects);
        let smooths = smooths && subjects.len() >= FEW;
        let smoothed = if smooths { smoothed(&self.written, &order) } else { Vec::new() };
        let words = if smooths { &smoothed } else { &self.written };
        Corpus {
            common: if subjects.len() < FEW { vec![0.0; subjects.len()] } else { common(words) },
            days: subjects.iter().map(|subject| subject.card.published.as_ref().map(day)).collect(),
            names: subjects.iter().map(|subject| names(&subject.card)).collect(),
            written: self.written,
            shared: self.shared,
            titles: self.titles,
            tags: self.tags,
            postings: None,
            smoothed,
            order,
        }
    }
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

/// Hashes of a post's id, address and title; 0 for a missing one.
pub fn names(card: &Card) -> [Term; 3] {
    let url = card.url.as_ref().map_or("", |url| url.as_str().trim_end_matches('/'));
    [card.id.as_str(), url, &card.title].map(|name| if name.is_empty() { 0 } else { exact(name) })
}

/// Approximate days since year 0: only differences are used.
fn day(date: &Date) -> f32 {
    f32::from(date.year) * 365.25 + f32::from(date.month) * 30.4 + f32::from(date.day)
}
