//! Words that a post takes on from similar ones, and how much it resembles all others.

use super::{
    corpus::{in_order, of},
    postings::Postings,
    sums::Sums,
    vectors::{Vector, length, pruned, scale},
};

/// Smoothing: a post takes on the terms of this many most similar posts, the more similar the more of them. Two posts on
/// one topic may share few words with each other, but many with a third. (Latent semantic analysis with 64 dimensions, which
/// does the same for all posts at once, was less precise on six of seven sites.)
const NEIGHBOURS: usize = 20;
/// How much it takes on of a post that is equal to it.
const TAKEN_ON: f32 = 0.7;

/// The smoothed vectors: each takes on terms of its most similar posts.
pub fn smoothed(vectors: &[Vector], order: &[usize]) -> Vec<Vector> {
    let postings = Postings::of(vectors);
    let smooth = |(own, vector): (usize, &Vector)| {
        let near = postings.products(vector).into_iter().filter(|(_, place)| *place != own);
        let near = in_order(&near.collect::<Vec<_>>(), order, NEIGHBOURS);
        let mut sums = Sums::default();
        for (term, weight) in vector {
            sums.add(*term, *weight);
        }
        for (product, place) in near {
            for (term, weight) in of(vectors, place) {
                sums.add(*term, TAKEN_ON * product * weight);
            }
        }
        let mut terms = pruned(&sums.iter().collect::<Vector>());
        let length = length(&terms);
        scale(&mut terms, length);
        terms
    };
    vectors.iter().enumerate().map(smooth).collect()
}

/// For each vector its mean product with all of them.
pub fn common(vectors: &[Vector]) -> Vec<f32> {
    let mut mean = Sums::default();
    vectors.iter().flatten().for_each(|(term, weight)| mean.add(*term, *weight));
    let all = vectors.len().max(1) as f32;
    let common = |terms: &Vector| terms.iter().map(|(term, weight)| weight * mean.of(*term)).sum::<f32>() / all;
    vectors.iter().map(common).collect()
}
