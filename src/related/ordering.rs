//! Sorting. All keys are whole numbers, so that a program links one sort instead of ten: each instance of the standard
//! library's sort takes 2 KB.

/// A sort key: compared by the first number, then by the second.
pub type Key = (u64, u64);

/// Sorts keys in ascending order.
pub fn sort(keys: &mut [Key]) {
    keys.sort_unstable();
}

/// Leaves the first `count` keys, in ascending order.
pub fn sort_first(keys: &mut Vec<Key>, count: usize) {
    if count < keys.len() {
        keys.select_nth_unstable(count);
        keys.truncate(count);
    }
    sort(keys);
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
