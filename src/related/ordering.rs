//! Putting things in order. All that is compared here goes by whole numbers, so that a program holds one sort and not ten: each
//! sort of the standard library weighs 2 KB.

/// What is put in order: first by the one number, then by the other.
pub type Key = (u64, u64);

/// Puts keys in order, the smallest first.
pub fn sort(keys: &mut [Key]) {
    keys.sort_unstable();
}

/// A number that is the greater the greater a score is.
pub fn rising(score: f32) -> u64 {
    let bits = score.to_bits();
    // The bits of a negative number fall as it rises (IEEE 754, 5.10).
    u64::from(if bits >> 31 == 0 { bits | 1 << 31 } else { !bits })
}

/// A number that is the smaller the greater a score is.
pub fn falling(score: f32) -> u64 {
    u64::from(u32::MAX) - rising(score)
}
