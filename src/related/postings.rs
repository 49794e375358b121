//! Which posts have a term.

use super::{
    ordering::{self, Key},
    terms::Term,
    vectors::Vector,
};

/// The posts of each term: an inverted index.
#[derive(Debug)]
pub struct Postings {
    /// Sorted by term, then by post.
    entries: Vec<(Term, u32, f32)>,
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
        let entry = |(key, weight): Key| ((key >> 32) as Term, key as u32, f32::from_bits(weight as u32));
        Postings { entries: keys.into_iter().map(entry).collect(), posts: vectors.len() }
    }

    /// The similarity of each post to a vector: the cosine of both.
    pub fn products(&self, vector: &[(Term, f32)]) -> Vec<f32> {
        let mut products = vec![0.0; self.posts];
        for (term, weight) in vector {
            let from = self.entries.partition_point(|(known, ..)| known < term);
            let entries = self.entries.get(from..).unwrap_or_default();
            for (_, place, other) in entries.iter().take_while(|(known, ..)| known == term) {
                if let Some(product) = products.get_mut(*place as usize) {
                    *product += weight * other;
                }
            }
        }
        products
    }
}
