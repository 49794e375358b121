//! The similar-posts strips of a whole site: no post may appear in too many of them.

use super::corpus::Corpus;

/// The share of all strips in which a post may appear, in percent, and the lower limit of that number.
const SHARE: usize = 5;
const LEAST: usize = 5;
/// The lower limit on a site with fewer than `FEW` posts.
const LEAST_OF_FEW: usize = 4;
const FEW: usize = 100;
/// Candidates for each strip.
const POOL: usize = 30;

/// For each post the indices of the posts in its strip, the most similar first.
///
/// Greedy: it goes through all pairs from the most similar to the least, and takes a pair if the strip has room and the
/// other post is not in too many strips yet. `compared` is called with the number of posts that are compared so far.
pub fn strips(corpus: &Corpus, count: usize, compared: &mut dyn FnMut(usize)) -> Vec<Vec<usize>> {
    let all = corpus.size();
    let limit = (all * SHARE / 100).max(if all < FEW { LEAST_OF_FEW } else { LEAST });
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for own in 0..all {
        pairs.extend(corpus.like(own, POOL).into_iter().map(|(score, other)| (score, own, other)));
        compared(own + 1);
    }
    pairs.sort_unstable_by(|one, other| {
        let ranks = |(_, own, other): &(f32, usize, usize)| (corpus.rank(*own), corpus.rank(*other));
        other.0.total_cmp(&one.0).then_with(|| ranks(one).cmp(&ranks(other)))
    });
    let (mut strips, mut shown) = (vec![Vec::new(); all], vec![0; all]);
    for (_, own, other) in pairs {
        let (Some(strip), Some(times)) = (strips.get_mut(own), shown.get_mut(other)) else { continue };
        if strip.len() < count && *times < limit && !strip.iter().any(|known| corpus.is_double(*known, other)) {
            strip.push(other);
            *times += 1;
        }
    }
    strips
}
