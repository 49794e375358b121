//! Ranks the candidates of one post, in parts: between them a page answers its reader.

use super::{
    CARDS,
    building::{Building, names},
    corpus::Corpus,
    reasons, shown,
    sums::Sums,
};
use crate::model::{Card, Subject, Why};

/// With more candidates there is no smoothing, which compares all pairs.
const SMOOTHED: usize = 300;

/// A post and its candidates, while they are compared.
#[derive(Debug)]
pub struct Ranking {
    /// How many cards are wanted.
    count: usize,
    /// The post itself, then the candidates.
    all: Vec<Subject>,
    /// The number that each is known by.
    numbers: Vec<usize>,
    building: Building,
}

impl Ranking {
    /// The post itself, duplicates and the cards that the host has `chosen` are left out. These and the best candidates make
    /// up to three cards. A candidate has a number that it is known by.
    pub fn new(own: Subject, chosen: &[Card], candidates: Vec<(usize, Subject)>) -> Ranking {
        let mut known = Sums::default();
        let ids = |card: &Card| names(card).into_iter().take(2).filter(|name| *name != 0);
        chosen.iter().chain([&own.card]).flat_map(ids).for_each(|name| known.add(name, 1.0));
        let is_new = |subject: &Subject| ids(&subject.card).all(|name| known.of(name) == 0.0);
        let (mut all, mut numbers) = (vec![own], vec![usize::MAX]);
        let count = CARDS.saturating_sub(chosen.len());
        let wanted = candidates.into_iter().filter(|(_, candidate)| count > 0 && is_new(candidate));
        for (number, candidate) in wanted {
            all.push(candidate);
            numbers.push(number);
        }
        Ranking { count, all, numbers, building: Building::default() }
    }

    /// Goes on with so much `work`, in bytes of text. Says whether more remains.
    pub fn go_on(&mut self, work: usize) -> bool {
        self.building.go_on(&self.all, work)
    }

    /// The best candidates, with their numbers. Where no candidate has anything in common with the post, the newest.
    pub fn finish(mut self) -> Vec<(usize, Card)> {
        while self.go_on(usize::MAX) {}
        let corpus = self.building.finish(&self.all, self.all.len() <= SMOOTHED);
        let like = corpus.like(0, usize::MAX);
        let is_related = !like.is_empty();
        let places = if is_related { like.into_iter().map(|(_, place)| place).collect() } else { corpus.newest(0) };
        let card = |place: usize| {
            let (own, subject) = (self.all.first()?, self.all.get(place)?);
            let why = if is_related { Why::Shared(reasons(&corpus, (0, own), (place, subject))) } else { Why::Recent };
            Some((*self.numbers.get(place)?, shown(subject, why)))
        };
        taken(&corpus, &places, self.count).into_iter().filter_map(card).collect()
    }
}

/// The first places that are no duplicates of each other.
fn taken(corpus: &Corpus, places: &[usize], count: usize) -> Vec<usize> {
    let mut taken: Vec<usize> = Vec::new();
    for place in places {
        if taken.len() < count && !taken.iter().any(|other| corpus.is_double(*other, *place)) {
            taken.push(*place);
        }
    }
    taken
}
