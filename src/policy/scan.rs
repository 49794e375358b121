//! Long texts looked at eight bytes at a time, as one word (S. E. Anderson, "Bit Twiddling Hacks": bytes less than n).

const ONES: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each byte: set in all that is not ASCII.
const TOPS: u64 = 0x80 * ONES;

/// Bytes that are looked for.
pub struct Stops {
    /// All below this one, which is 128 at most.
    pub below: u8,
    /// These, which are ASCII.
    pub bytes: [u8; 2],
    /// All that is not ASCII.
    pub beyond: bool,
}

impl Stops {
    /// Where the first of them is, or else the end.
    // Not inlined, because there is one for all.
    #[inline(never)]
    pub fn first(&self, bytes: &[u8]) -> usize {
        let (words, _) = bytes.as_chunks::<8>();
        let clear = 8 * words.iter().take_while(|word| !self.are_in(u64::from_le_bytes(**word))).count();
        let rest = bytes.get(clear..).unwrap_or_default();
        clear + rest.iter().position(|byte| self.is_one(*byte)).unwrap_or(rest.len())
    }

    const fn are_in(&self, word: u64) -> bool {
        let [one, other] = self.bytes;
        let beyond = if self.beyond { word & TOPS } else { 0 };
        beyond | below(word, self.below) | equal(word, one) | equal(word, other) != 0
    }

    const fn is_one(&self, byte: u8) -> bool {
        let [one, other] = self.bytes;
        byte < self.below || byte == one || byte == other || (self.beyond && !byte.is_ascii())
    }
}

/// Not 0 where a byte of `word` is below `limit`.
const fn below(word: u64, limit: u8) -> u64 {
    word.wrapping_sub(ONES * limit as u64) & !word & TOPS
}

/// Not 0 where a byte of `word` is this one.
const fn equal(word: u64, byte: u8) -> u64 {
    below(word ^ (ONES * byte as u64), 1)
}
