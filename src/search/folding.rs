//! Texts without what a search overlooks: capitals, accents, vowel points.

use crate::related::terms::{is_letter, is_unspaced};

/// Letters that are found by a plainer one.
const PLAINER: [(char, &str); 31] = [
    ('a', "àáâãäåāăąạảấầẩẫậắằẳẵặ"),
    ('c', "çćĉċč"),
    ('d', "ďđð"),
    ('e', "èéêëēĕėęěẹẻẽếềểễệ"),
    ('g', "ĝğġģ"),
    ('h', "ĥħ"),
    ('i', "ìíîïĩīĭįıỉị"),
    ('j', "ĵ"),
    ('k', "ķ"),
    ('l', "ĺļľŀł"),
    ('n', "ñńņňŉ"),
    ('o', "òóôõöøōŏőơọỏốồổỗộớờởỡợ"),
    ('r', "ŕŗř"),
    ('s', "śŝşšș"),
    ('t', "ţťŧț"),
    ('u', "ùúûüũūŭůűųưụủứừửữự"),
    ('w', "ŵ"),
    ('y', "ýÿŷỳỵỷỹ"),
    ('z', "źżž"),
    ('α', "ά"),
    ('ε', "έ"),
    ('η', "ή"),
    ('ι', "ίϊΐ"),
    ('ο', "ό"),
    ('υ', "ύϋΰ"),
    ('ω', "ώ"),
    ('σ', "ς"),
    ('е', "ё"),
    ('ا', "أإآٱ"),
    ('ي', "ى"),
    ('ه', "ة"),
];

/// The character that stands for this one in a folded text. `None` for one that is left out.
fn fold(char: char) -> Option<char> {
    if char.is_ascii() {
        return Some(if char.is_whitespace() { ' ' } else { char.to_ascii_lowercase() });
    }
    let small = match char {
        // Soft hyphen, combining marks, points of Hebrew and Arabic, invisible joiners.
        '\u{AD}'
        | '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5C7}'
        | '\u{64B}'..='\u{65F}'
        | '\u{670}'
        | '\u{200B}'..='\u{200F}' => return None,
        '’' => return Some('\''),
        _ if char.is_whitespace() => return Some(' '),
        // Wide forms of ASCII.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(char as u32 - 0xFEE0).unwrap_or(char),
        _ => char,
    };
    let small = small.to_lowercase().next().unwrap_or(small);
    if !has_plainer(small) {
        return Some(small);
    }
    Some(PLAINER.iter().find(|(_, accented)| accented.contains(small)).map_or(small, |(plainer, _)| *plainer))
}

/// The blocks that the table is about: Latin, Greek, Cyrillic, Arabic.
fn has_plainer(char: char) -> bool {
    matches!(char, '\u{C0}'..='\u{24F}' | '\u{370}'..='\u{3FF}' | 'ё' | '\u{621}'..='\u{64A}' | '\u{1E00}'..='\u{1EFF}')
}

/// Adds a character to a folded text: white space once.
pub fn push(folded: &mut String, char: char) {
    if let Some(char) = fold(char).filter(|char| *char != ' ' || !folded.ends_with(' ')) {
        folded.push(char);
    }
}

/// A folded text.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|char| push(&mut folded, char));
    folded
}

/// Calls `found` with the words of a folded text. In scripts without spaces these are the pairs of adjacent characters.
pub fn words<'a>(folded: &'a str, found: &mut dyn FnMut(&'a str)) {
    for run in folded.split(|char| !is_letter(char)) {
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let is_of = is_unspaced(first);
            let end = rest.find(|char| is_unspaced(char) != is_of).unwrap_or(rest.len());
            let (part, tail) = rest.split_at(end);
            if is_of {
                pairs(part, found);
            } else {
                found(part);
            }
            rest = tail;
        }
    }
}

/// The pairs of adjacent characters; a character that stands alone.
fn pairs<'a>(run: &'a str, found: &mut dyn FnMut(&'a str)) {
    let places: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    if places.len() == 2 {
        found(run);
    }
    for pair in places.windows(3) {
        if let [from, _, to] = pair {
            found(run.get(*from..*to).unwrap_or_default());
        }
    }
}
