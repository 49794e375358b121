//! The terms of a text: its words in lower case, or pairs of characters in scripts without spaces.

use crate::letters::small;

/// The number of a term: FNV-1a over its characters. Two of a million terms may share one, which does no harm.
pub type Term = u32;

/// Calls `found` with each term of a text, and with its place.
pub fn terms(text: &str, found: &mut dyn FnMut(Term, &str)) {
    let mut rest = text;
    while let Some(from) = rest.find(is_letter) {
        let run = rest.get(from..).unwrap_or_default();
        let end = run.find(|char| !is_letter(char)).unwrap_or(run.len());
        let (word, tail) = run.split_at(end);
        parts(word, found);
        rest = tail;
    }
}

/// The number of a word, whatever the case of its letters.
pub fn term(word: &str) -> Term {
    word.chars().fold(0x811C_9DC5, |hash, char| (hash ^ small(char) as u32).wrapping_mul(0x0100_0193))
}

/// The number of a name as it is written.
pub fn exact(name: &str) -> Term {
    name.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The terms of a run of letters: one word, also for katakana. In other scripts without spaces, each pair of adjacent
/// characters.
fn parts(run: &str, found: &mut dyn FnMut(Term, &str)) {
    let mut rest = run;
    while let Some(first) = rest.chars().next() {
        let script = script(first);
        let end = rest.find(|char| self::script(char) != script).unwrap_or(rest.len());
        let (part, tail) = rest.split_at(end);
        if script == Script::Unspaced {
            pairs(part, found);
        } else if part.chars().nth(1).is_some() && !part.bytes().all(|byte| byte.is_ascii_digit()) {
            found(term(part), part);
        }
        rest = tail;
    }
}

fn pairs(run: &str, found: &mut dyn FnMut(Term, &str)) {
    let mut places = run.char_indices().map(|(at, _)| at).chain([run.len()]);
    let mut ends = run.char_indices().map(|(at, _)| at).chain([run.len()]).skip(2);
    for end in ends.by_ref() {
        let from = places.next().unwrap_or_default();
        let pair = run.get(from..end).unwrap_or_default();
        found(term(pair), pair);
    }
}

/// Is it part of a word? Beyond ASCII, all but spaces and punctuation count: tables for all of Unicode take 4 KB.
pub fn is_letter(char: char) -> bool {
    match char {
        '\0'..='\x7F' => char.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' => true,
        // Signs of Latin-1; punctuation, arrows, mathematics, boxes; punctuation of East Asia and its wide forms; Arabic; Devanagari.
        '\u{80}'..='\u{BF}'
        | '×'
        | '÷'
        | '\u{2000}'..='\u{206F}'
        | '\u{2190}'..='\u{2BFF}'
        | '\u{2E00}'..='\u{2E7F}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF20}'
        | '\u{FF3B}'..='\u{FF40}'
        | '\u{FF5B}'..='\u{FF65}'
        | '\u{FFFD}'
        | '،'
        | '؛'
        | '؟'
        | '۔'
        | '।'
        | '॥' => false,
        _ => !matches!(char, '\u{1F000}'..='\u{1FAFF}'),
    }
}

/// Is it a short word, such as an article or a preposition? Pairs of characters do not count.
pub fn is_short(word: &str) -> bool {
    word.chars().nth(3).is_none() && word.chars().all(|char| script(char) == Script::Spaced)
}

/// Is it a pair of characters of a script without spaces?
pub fn is_pair(word: &str) -> bool {
    word.chars().next().is_some_and(is_unspaced)
}

/// Is it of a script that does not show where words end?
pub fn is_unspaced(char: char) -> bool {
    script(char) == Script::Unspaced
}

/// How a script shows where words end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    /// By spaces.
    Spaced,
    /// By other scripts around it: katakana writes names and foreign words.
    Katakana,
    /// Not at all: Thai, Lao, Burmese, Khmer, Han, hiragana. Hangul has endings in its words.
    Unspaced,
}

const fn script(char: char) -> Script {
    match char {
        '\u{30A0}'..='\u{30FF}' => Script::Katakana,
        '\u{E00}'..='\u{EFF}'
        | '\u{1000}'..='\u{109F}'
        | '\u{1780}'..='\u{17FF}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{309F}'
        | '\u{3400}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7AF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' => Script::Unspaced,
        _ => Script::Spaced,
    }
}
