//! Account and card numbers, recognised by their checksum.

use super::spot::Spot;

/// Characters of an IBAN (ISO 13616), without what stands between them.
const IBAN: std::ops::RangeInclusive<usize> = 15..=34;

/// The fewest digits of an IBAN or a card number.
const DIGITS: usize = 12;

/// Adds the numbers of accounts and cards in a text.
pub(super) fn of_people(text: &str, found: &mut Vec<Spot>) {
    let bytes = text.as_bytes();
    let mut digits = 0;
    if !bytes.iter().any(|byte| {
        digits += usize::from(byte.is_ascii_digit());
        digits >= DIGITS
    }) {
        return;
    }
    let mut at = 0;
    while let Some(from) = (at..bytes.len()).find(|from| is_begin(bytes, *from)) {
        let run = Run::at(bytes, from);
        at = run.word_end;
        if let Some(to) = run.iban().or_else(|| run.card()) {
            found.push(Spot { from, to, what: "it holds the number of an account" });
            at = to;
        }
    }
}

/// Does a word begin here?
fn is_begin(bytes: &[u8], at: usize) -> bool {
    let is_word =
        |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_'));
    is_word(bytes.get(at)) && !is_word(at.checked_sub(1).and_then(|before| bytes.get(before)))
}

/// Letters and digits, with single spaces or hyphens between them.
struct Run {
    /// Each with the position after it.
    signs: Vec<(u8, usize)>,
    /// Where the first word of it ends.
    word_end: usize,
}

impl Run {
    fn at(bytes: &[u8], from: usize) -> Run {
        let mut signs = Vec::new();
        let mut word_end = None;
        let mut at = from;
        while let (Some(&byte), true) = (bytes.get(at), signs.len() <= *IBAN.end()) {
            match byte {
                b' ' | b'-' if bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric) => {
                    word_end.get_or_insert(at);
                }
                _ if byte.is_ascii_alphanumeric() => signs.push((byte, at + 1)),
                _ => break,
            }
            at += 1;
        }
        Run { signs, word_end: word_end.unwrap_or(at).max(from + 1) }
    }

    /// Where an IBAN ends that begins here: two letters, two digits, and the remainder of all of it by 97 is 1.
    fn iban(&self) -> Option<usize> {
        let head: Vec<u8> = self.signs.iter().take(4).map(|(byte, _)| *byte).collect();
        let [one, two, three, four] = head.as_slice() else { return None };
        if ![one, two].iter().all(|byte| byte.is_ascii_uppercase())
            || ![three, four].iter().all(|byte| byte.is_ascii_digit())
        {
            return None;
        }
        let mut ends = self.signs.iter().enumerate().filter(|(index, _)| IBAN.contains(&(index + 1)));
        let (_, (_, to)) = ends.find(|(index, _)| {
            let is_last = !self
                .signs
                .get(index + 1)
                .is_some_and(|(byte, _)| byte.is_ascii_alphanumeric() && !self.is_apart(*index));
            is_last && self.remainder(index + 1) == Some(1)
        })?;
        Some(*to)
    }

    /// Is there a separator between this character and the next one?
    fn is_apart(&self, index: usize) -> bool {
        let end = |index: usize| self.signs.get(index).map_or(0, |(_, end)| *end);
        end(index + 1) > end(index) + 1
    }

    /// The first `count` signs, the first four of them behind the others, as a number by 97. A letter is 10 to 35.
    fn remainder(&self, count: usize) -> Option<u32> {
        let (head, rest) = self.signs.get(..count)?.split_at_checked(4)?;
        rest.iter().chain(head).try_fold(0, |sum, (byte, _)| match byte {
            b'0'..=b'9' => Some((sum * 10 + u32::from(byte - b'0')) % 97),
            b'A'..=b'Z' => Some((sum * 100 + u32::from(byte - b'A') + 10) % 97),
            _ => None,
        })
    }

    /// Where the number of a card ends that begins here: the beginning of a network, its length, and Luhn's sum.
    fn card(&self) -> Option<usize> {
        let digits: Vec<u32> = self.signs.iter().map_while(|(byte, _)| (*byte as char).to_digit(10)).collect();
        let number = digits.get(..4)?.iter().fold(0, |sum, digit| sum * 10 + digit);
        let length = match number {
            3400..=3499 | 3700..=3799 => 15,
            4000..=4999 | 5100..=5599 | 2221..=2720 | 6011 | 6440..=6599 | 3528..=3589 => 16,
            _ => return None,
        };
        let is_last = self.signs.len() == length || self.is_apart(length - 1);
        let (_, to) = self.signs.get(length - 1)?;
        (is_last && is_luhn(digits.get(..length)?)).then_some(*to)
    }
}

/// The sum of ISO/IEC 7812, annex B.
fn is_luhn(digits: &[u32]) -> bool {
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(index, digit)| if index % 2 == 1 { doubled(*digit) } else { *digit })
        .sum();
    sum.is_multiple_of(10)
}
