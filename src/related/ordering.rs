//! Sorting. All keys are whole numbers, so that a program links one sort instead of ten: each instance of the standard
//! library's sort takes 2 KB.

/// A sort key: compared by the first number, then by the second.
pub type Key = (u64, u64);

/// Sorts keys in ascending order.
pub fn sort(keys: &mut [Key]) {
    keys.sort_unstable();
}

/// The first `count` keys, in ascending order.
pub fn first(mut keys: Vec<Key>, count: usize) -> Vec<Key> {
    if count.saturating_mul(8) >= keys.len() {
        sort(&mut keys);
        keys.truncate(count);
        return keys;
    }
    let mut first: Vec<Key> = Vec::with_capacity(count + 1);
    for key in keys {
        if first.len() < count || first.last().is_some_and(|last| key < *last) {
            first.insert(first.partition_point(|known| *known < key), key);
            first.truncate(count);
        }
    }
    first
}

/// Maps a score to a number that sorts in the same order.
pub fn rising(score: f32) -> u64 {
    let bits = score.to_bits();
    // The bits of a negative number fall as it rises (IEEE 754, 5.10).
    u64::from(if bits >> 31 == 0 { bits | 1 << 31 } else { !bits })
}

/// Maps a score to a number that sorts in the opposite order.
pub fn falling(score: f32) -> u64 {
    u64::from(u32::MAX) - rising(score)
}
