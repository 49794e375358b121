//! Searching and splitting texts by ASCII bytes. In UTF-8 an ASCII byte is always a whole character, so bytes give the same
//! result as characters, in less time and less code.
//!
//! Long texts are searched eight bytes at a time, as one word (S. E. Anderson, "Bit Twiddling Hacks": bytes less than n).

const ONES: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each byte; it is set in every byte that is not ASCII.
const TOPS: u64 = 0x80 * ONES;

/// The bytes that a search stops at, each repeated eight times.
pub struct Stops {
    below: u64,
    one: u64,
    other: u64,
    beyond: u64,
}

impl Stops {
    /// Stops at all bytes below `below`, which is at most 128, and at two ASCII bytes.
    pub const fn new(below: u8, bytes: [u8; 2]) -> Stops {
        Stops { below: ONES * below as u64, one: ONES * bytes[0] as u64, other: ONES * bytes[1] as u64, beyond: 0 }
    }

    /// Stops at bytes that are not ASCII, too.
    #[must_use]
    pub const fn or_beyond(self) -> Stops {
        Stops { beyond: TOPS, ..self }
    }

    /// The position of the first of them, or else the length.
    // Not inlined: one copy for all searches is smaller.
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

    /// Marks the first of them in a word, and possibly bytes behind it.
    const fn within(&self, word: u64) -> u64 {
        word & self.beyond | below(word, self.below) | below(word ^ self.one, ONES) | below(word ^ self.other, ONES)
    }
}

const fn below(word: u64, limit: u64) -> u64 {
    word.wrapping_sub(limit) & !word & TOPS
}

/// Is `word` in a list whose words are separated by spaces? One text takes half the space of a list of texts.
pub fn is_one_of(word: &str, list: &str) -> bool {
    // By bytes: the search of the standard library is made for long texts and is slow to start.
    list.as_bytes().split(|byte| *byte == b' ').any(|known| known == word.as_bytes())
}

/// The text before the first of some ASCII bytes, and the text behind it when there is one. The patterns of the standard library
/// are compiled anew for each use; this and [`parts`] make the wasm 4 KB smaller.
#[expect(clippy::manual_contains, reason = "`contains` searches for a byte as in a long text, and weighs 1 KB")]
#[inline(never)]
pub fn cut<'t>(text: &'t str, at: &[u8]) -> (&'t str, Option<&'t str>) {
    let end = match *at {
        [one] => Stops::new(0, [one; 2]).first(text.as_bytes()),
        _ => text.bytes().position(|byte| at.iter().any(|end| *end == byte)).unwrap_or(text.len()),
    };
    (text.get(..end).unwrap_or_default(), text.get(end + 1..))
}

/// The parts of a text between some ASCII bytes.
pub const fn parts<'t>(text: &'t str, at: &'static [u8]) -> Parts<'t> {
    Parts { rest: Some(text), at }
}

/// See [`parts`].
pub struct Parts<'t> {
    rest: Option<&'t str>,
    at: &'static [u8],
}

impl<'t> Iterator for Parts<'t> {
    type Item = &'t str;

    // Not inlined: one copy is smaller.
    #[inline(never)]
    fn next(&mut self) -> Option<&'t str> {
        let (part, rest) = cut(self.rest?, self.at);
        self.rest = rest;
        Some(part)
    }
}

/// How many characters `text` has.
pub fn length(text: &str) -> usize {
    // All bytes except UTF-8 continuation bytes.
    text.bytes().filter(|byte| byte & 0xC0 != 0x80).count()
}

/// Joins the parts with `between`. Not generic, so there is one copy of it.
pub fn joined(parts: &mut dyn Iterator<Item = &str>, between: &str) -> String {
    let mut text = String::from(parts.next().unwrap_or_default());
    for part in parts {
        text += between;
        text += part;
    }
    text
}
