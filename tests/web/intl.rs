//! The browser's conventions.

use backmatter::{INTL, model::Date};
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn numbers_are_grouped_as_the_language_does_and_keep_their_digits() {
    let cases = [
        ("en", "24635", "24,635"),
        ("de", "24635", "24.635"),
        ("en", "123456789012345678901234567890", "123,456,789,012,345,678,901,234,567,890"),
        ("en", "0.1234567890123", "0.1234567890123"),
        ("not a tag", "1", "1"),
    ];
    for (lang, digits, shown) in cases {
        assert_eq!((INTL.number)(lang, digits), shown, "{lang} {digits}");
    }
    assert!(!(INTL.number)("en", "1e400").contains('∞'));
}

#[test]
fn dates_are_spelled_and_never_shifted() {
    let date = |text: &str| (INTL.date)("en-GB", &Date::parse(text).unwrap());
    assert_eq!(date("2025-04-10"), "10 April 2025");
    assert!(date("2025-04-10T23:30+14:00").starts_with("10 April 2025"));
    assert!(date("2025-04-10T23:30+14:00").ends_with("23:30 +14:00"));
    assert!(date("2025-04-10 23:30").ends_with("23:30"));
}

#[test]
fn plurals_and_lists() {
    assert_eq!([(INTL.plural)("pl", "1"), (INTL.plural)("pl", "3"), (INTL.plural)("pl", "5")], ["one", "few", "many"]);
    assert_eq!((INTL.list)("en-GB", &["a", "b", "c"]), "a, b and c");
}
