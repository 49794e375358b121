//! Which posts have a term.

use super::{
    ordering::{self, Key},
    terms::Term,
    vectors::Vector,
};

/// How many entries one query reads. Rare terms come first: on a large site the common ones, which say least, are left
/// out.
const READ: usize = 100_000;

/// The posts of each term: an inverted index.
#[derive(Debug)]
pub struct Postings {
    /// The terms in ascending order, each with the place of its first entry.
    terms: Vec<(Term, usize)>,
    /// Posts and weights, sorted by term, then by post.
    entries: Vec<(u32, f32)>,
    posts: usize,
}

impl Postings {
    /// Builds the index of all terms of some posts.
    pub fn of(vectors: &[Vector]) -> Postings {
        let keys = vectors.iter().zip(0u64..).flat_map(|(terms, place)| {
            terms.iter().map(move |(term, weight)| (u64::from(*term) << 32 | place, u64::from(weight.to_bits())))
        });
        let mut keys: Vec<Key> = keys.collect();
        ordering::sort(&mut keys);
        let mut terms: Vec<(Term, usize)> = Vec::new();
        for (at, (key, _)) in keys.iter().enumerate() {
            let term = (key >> 32) as Term;
            if terms.last().is_none_or(|(last, _)| *last != term) {
                terms.push((term, at));
            }
        }
        let entry = |(key, weight): Key| (key as u32, f32::from_bits(weight as u32));
        Postings { terms, entries: keys.into_iter().map(entry).collect(), posts: vectors.len() }
    }

    /// The posts that share a term with a query, each with the sum of the products of the weights.
    pub fn products(&self, query: &[(Term, f32)]) -> Vec<(f32, usize)> {
        let mut lists: Vec<(f32, &[(u32, f32)])> =
            query.iter().map(|(term, weight)| (*weight, self.entries_of(*term))).collect();
        let mut order: Vec<Key> = lists.iter().zip(0..).map(|((_, list), at)| (list.len() as u64, at)).collect();
        ordering::sort(&mut order);
        let mut left = READ;
        for (length, at) in order {
            match left.checked_sub(length as usize) {
                Some(rest) => left = rest,
                None => lists.get_mut(at as usize).into_iter().for_each(|list| list.1 = &[]),
            }
        }
        let mut sums = vec![0.0; self.posts];
        let mut found = Vec::new();
        for (weight, list) in lists {
            for (place, other) in list {
                let Some(sum) = sums.get_mut(*place as usize) else { continue };
                if *sum == 0.0 {
                    found.push(*place as usize);
                }
                *sum += weight * other;
            }
        }
        found.into_iter().filter_map(|place| Some((*sums.get(place)?, place))).collect()
    }

    fn entries_of(&self, term: Term) -> &[(u32, f32)] {
        let Ok(at) = self.terms.binary_search_by_key(&term, |(known, _)| *known) else { return &[] };
        let begin = |at: usize| self.terms.get(at).map_or(self.entries.len(), |(_, begin)| *begin);
        self.entries.get(begin(at)..begin(at + 1)).unwrap_or_default()
    }
}
