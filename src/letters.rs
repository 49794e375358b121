//! The cases of letters, for names and labels in the languages of Europe. The tables for all of Unicode weigh 15 KB; these
//! ranges are read from the charts of its blocks.

/// Is it a capital?
pub const fn is_capital(char: char) -> bool {
    match char {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Ÿ' | 'Ά'..='Ώ' | 'Α'..='Ω' | 'Ѐ'..='Я' => true,
        // A capital, then its small letter.
        '\u{100}'..='\u{137}'
        | '\u{14A}'..='\u{177}'
        | '\u{460}'..='\u{481}'
        | '\u{48A}'..='\u{4BF}'
        | '\u{4D0}'..='\u{52F}'
        | '\u{1E00}'..='\u{1E95}'
        | '\u{1EA0}'..='\u{1EFF}' => (char as u32).is_multiple_of(2),
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17E}' | '\u{4C1}'..='\u{4CE}' => !(char as u32).is_multiple_of(2),
        _ => false,
    }
}

/// Is it a letter of a script that has no cases?
pub const fn is_caseless(char: char) -> bool {
    matches!(char, '\u{531}'..='\u{1DBF}' | '\u{2E80}'..='\u{2FFF}' | '\u{3005}'..='\u{3007}' | '\u{3031}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{FF66}'..='\u{FFDC}' | '\u{20000}'..='\u{3FFFF}')
}

/// The small letter of a capital; every other character as it is.
pub fn small(char: char) -> char {
    if !is_capital(char) {
        return char;
    }
    let step = match char {
        'Ÿ' => return 'ÿ',
        'A'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        'Ά'..='Ώ' => return char,
        _ => 1,
    };
    char::from_u32(char as u32 + step).unwrap_or(char)
}

/// A text in small letters.
pub fn folded(text: &str) -> String {
    text.chars().map(small).collect()
}
