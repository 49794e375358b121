//! A hash table from terms to numbers.

use super::terms::Term;

/// How many slots are probed: hostile terms may all collide. A term that finds no slot is left out.
const LOOKS: usize = 128;

/// Terms and their sums: open addressing with linear probing, at most half of the slots used.
#[derive(Debug, Default)]
pub struct Sums {
    /// A slot with the sum 0 is empty.
    places: Vec<(Term, f32)>,
    taken: usize,
}

impl Sums {
    /// Adds to the number of a term.
    pub fn add(&mut self, term: Term, number: f32) {
        if self.taken * 2 >= self.places.len() {
            self.grow();
        }
        if let Some((known, sum)) = self.place(term).and_then(|at| self.places.get_mut(at)) {
            self.taken += usize::from(*sum == 0.0);
            *known = term;
            *sum += number;
        }
    }

    /// The number of a term; 0 for one that was never added.
    pub fn of(&self, term: Term) -> f32 {
        self.place(term).and_then(|at| self.places.get(at)).map_or(0.0, |(_, sum)| *sum)
    }

    /// All terms with their sums. The same terms in the same order give the same order.
    pub fn iter(&self) -> impl Iterator<Item = (Term, f32)> {
        self.places.iter().filter(|(_, sum)| *sum != 0.0).copied()
    }

    fn place(&self, term: Term) -> Option<usize> {
        let all = self.places.len().max(1);
        let mut looks = (0..LOOKS).map(|look| (term as usize + look) % all);
        looks.find(|at| self.places.get(*at).is_none_or(|(known, sum)| *sum == 0.0 || *known == term))
    }

    fn grow(&mut self) {
        let size = (self.places.len() * 2).max(64);
        let before = std::mem::replace(&mut self.places, vec![(0, 0.0); size]);
        for (term, sum) in before.into_iter().filter(|(_, sum)| *sum != 0.0) {
            if let Some(place) = self.place(term).and_then(|at| self.places.get_mut(at)) {
                *place = (term, sum);
            }
        }
    }
}
