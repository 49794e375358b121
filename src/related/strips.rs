//! The strips of a whole site: no post may stand in too many of them.

use super::corpus::Corpus;

/// In how many of all strips a post may stand, in hundredths, and how many that are at least.
const SHARE: usize = 3;
const LEAST: usize = 5;
/// The same on a small site, where a post is one of few.
const LEAST_OF_FEW: usize = 4;
const FEW: usize = 100;
/// Posts that are looked at for each strip.
const POOL: usize = 30;

/// For each post the places of those that are shown below it, the most alike first.
///
/// All pairs of posts are gone through from the most alike to the least; a pair is taken while there is room in the strip, and
/// while the other post does not stand in too many.
pub fn strips(corpus: &Corpus, count: usize) -> Vec<Vec<usize>> {
    let all = corpus.size();
    let limit = (all * SHARE / 100).max(if all < FEW { LEAST_OF_FEW } else { LEAST });
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for own in 0..all {
        pairs.extend(corpus.like(own).into_iter().take(POOL).map(|(score, other)| (score, own, other)));
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
