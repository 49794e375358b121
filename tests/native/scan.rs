//! A search eight bytes at a time finds the same bytes as a search one by one.

use backmatter::{
    policy::text::is_plain,
    scan::{Stops, cut},
};

/// A search, and what it finds one by one.
type Search = (Stops, fn(u8) -> bool);

const SEARCHES: [Search; 7] = [
    (Stops::new(b' ', [b'"', b'\\']), |byte| byte < b' ' || byte == b'"' || byte == b'\\'),
    (Stops::new(b' ', [0x7F; 2]).or_beyond(), |byte| !(b' '..0x7F).contains(&byte)),
    (Stops::new(0, [b'\n'; 2]), |byte| byte == b'\n'),
    (Stops::new(0, [b'~'; 2]), |byte| byte == b'~'),
    (Stops::new(0, [b'&', b'[']), |byte| byte == b'&' || byte == b'['),
    (Stops::new(0, [b'\n'; 2]).or_beyond(), |byte| byte == b'\n' || !byte.is_ascii()),
    (Stops::new(128, [0; 2]), |byte| byte.is_ascii()),
];

#[test]
fn any_byte_is_found_at_any_place() {
    for (search, (stops, is_stop)) in SEARCHES.iter().enumerate() {
        for byte in 0..=u8::MAX {
            for length in 0..20 {
                for place in 0..length {
                    // Neighbours that a subtraction could borrow from.
                    for around in [b'a', b'!', 0xFF, 0x80] {
                        let mut bytes = vec![around; length];
                        bytes[place] = byte;
                        let expected = bytes.iter().position(|byte| is_stop(*byte)).unwrap_or(length);
                        assert_eq!(stops.first(&bytes), expected, "search {search}: {bytes:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_first_of_two_is_found() {
    let (quotes, _) = &SEARCHES[0];
    for text in ["a\"b\\cdefgh", "a\\b\"cdefgh", "abcdefg\\\"", "abcdefgh\n\""] {
        assert_eq!(quotes.first(text.as_bytes()), text.find(['"', '\\', '\n']).unwrap(), "{text:?}");
    }
}

#[test]
fn nothing_is_found_in_nothing() {
    for (stops, _) in &SEARCHES {
        assert_eq!(stops.first(&[]), 0);
    }
}

#[test]
fn only_visible_ascii_is_plain() {
    for (text, plain) in
        [("", true), ("a b ~", true), ("a\tb", false), ("a\u{7F}", false), ("a long text with é", false)]
    {
        assert_eq!(is_plain(text), plain, "{text:?}");
    }
}

#[test]
fn a_text_is_cut_at_the_first_of_some_bytes() {
    let cases: [(&str, &[u8], &str, Option<&str>); 6] = [
        ("", b":", "", None),
        ("nothing in it", b":", "nothing in it", None),
        ("a:b:c", b":", "a", Some("b:c")),
        ("eight or more: then", b":", "eight or more", Some(" then")),
        ("日本語の文: 次", b":", "日本語の文", Some(" 次")),
        ("path?query#part", b"#?", "path", Some("query#part")),
    ];
    for (text, at, before, after) in cases {
        assert_eq!(cut(text, at), (before, after), "{text:?}");
    }
}
