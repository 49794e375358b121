//! Characters that only look like the letters and signs of ASCII.

/// A text with what is fullwidth, and with letters of other scripts between those of ASCII, as the ASCII that they look like.
/// `None` where there is nothing of the kind.
pub(super) fn plain(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let mut plain = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        // An all-Cyrillic word is a normal word.
        let is_mixed = word.bytes().any(|byte| byte.is_ascii_alphabetic());
        plain.extend(word.chars().map(|char| ascii(char, is_mixed).unwrap_or(char)));
    }
    (plain != text).then_some(plain)
}

fn ascii(char: char, is_mixed: bool) -> Option<char> {
    // Fullwidth forms stand in the order of ASCII.
    if ('\u{FF01}'..='\u{FF5E}').contains(&char) {
        return char::from_u32(char as u32 - 0xFEE0);
    }
    // Unicode Technical Standard 39, "confusables": those of Latin letters in names of secrets.
    let letter = match char {
        'а' | 'α' => 'a',
        'с' => 'c',
        'ԁ' => 'd',
        'е' => 'e',
        'һ' => 'h',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'ѵ' | 'ν' => 'v',
        'ԝ' => 'w',
        'х' | 'χ' => 'x',
        'у' => 'y',
        _ => return None,
    };
    is_mixed.then_some(letter)
}
