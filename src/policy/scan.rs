//! Long texts looked at eight bytes at a time, as one word (S. E. Anderson, "Bit Twiddling Hacks": bytes less than n).

const ONES: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each byte: set in all that is not ASCII.
const TOPS: u64 = 0x80 * ONES;

/// Bytes that are looked for, each eight times.
pub struct Stops {
    below: u64,
    one: u64,
    other: u64,
    beyond: u64,
}

impl Stops {
    /// All bytes below one, which is 128 at most, and two more, which are ASCII.
    pub const fn new(below: u8, bytes: [u8; 2]) -> Stops {
        Stops { below: ONES * below as u64, one: ONES * bytes[0] as u64, other: ONES * bytes[1] as u64, beyond: 0 }
    }

    /// And all that is not ASCII.
    #[must_use]
    pub const fn or_beyond(self) -> Stops {
        Stops { beyond: TOPS, ..self }
    }

    /// Where the first of them is, or else the end.
    // Not inlined, because there is one for all.
    #[inline(never)]
    pub fn first(&self, bytes: &[u8]) -> usize {
        let (words, rest) = bytes.as_chunks::<8>();
        let mut last = [0x7E; 8];
        last.iter_mut().zip(rest).for_each(|(place, byte)| *place = *byte);
        for (index, word) in words.iter().chain([&last]).enumerate() {
            let found = self.within(u64::from_le_bytes(*word));
            if found != 0 {
                return (8 * index + found.trailing_zeros() as usize / 8).min(bytes.len());
            }
        }
        bytes.len()
    }

    /// Marks the first of them in a word, and some behind it.
    const fn within(&self, word: u64) -> u64 {
        word & self.beyond | below(word, self.below) | below(word ^ self.one, ONES) | below(word ^ self.other, ONES)
    }
}

const fn below(word: u64, limit: u64) -> u64 {
    word.wrapping_sub(limit) & !word & TOPS
}
