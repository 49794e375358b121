//! Texts: hidden characters are removed, visible ones stay.

use backmatter::policy::text::{line, prose};

#[test]
fn a_line_has_single_spaces_and_nothing_hidden() {
    let cases = [
        ("plain", "plain"),
        ("  two \n\t words ", "two words"),
        ("no\u{A0}break", "no\u{A0}break"),
        ("a\0b\u{7}c", "abc"),
        ("\u{202E}gpj.exe\u{202C}", "gpj.exe"),
        ("\u{2066}isolated\u{2069}", "isolated"),
        ("zero\u{200B}width\u{2060}", "zerowidth"),
        ("\u{FEFF}mark", "mark"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("👩\u{200D}🚀", "👩\u{200D}🚀"),
        ("tag\u{E0001}", "tag"),
        ("\u{FFFE}\u{1FFFF}", ""),
        ("&amp;#8211; <b>", "&amp;#8211; <b>"),
    ];
    for (untrusted, clean) in cases {
        assert_eq!(line(untrusted), clean, "{untrusted:?}");
    }
}

#[test]
fn marks_do_not_pile_up() {
    let zalgo = format!("Z{}a", "\u{301}".repeat(60));
    assert_eq!(line(&zalgo), format!("Z{}a", "\u{301}".repeat(8)));
    assert_eq!(line("é\u{301}"), "é\u{301}");
}

#[test]
fn prose_keeps_its_line_breaks() {
    assert_eq!(prose("a\r\nb\rc\u{2028}d"), "a\nb\nc\nd");
    assert_eq!(prose("a\u{0}\tb"), "a\tb");
}

#[test]
fn program_text_is_what_it_was() {
    for code in ["\n\n    if x:\n\ty\n\n", "  \n", "a\u{200E}b\u{200F}c", "ends here\n"] {
        assert_eq!(prose(code), code);
    }
}
