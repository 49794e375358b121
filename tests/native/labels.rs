//! Labels, plurals and locale conventions.

use crate::support::{assert_has, fixture, html_with, options};
use backmatter::{
    Localizer, PLAIN,
    labels::{Grouping, Locale, Word},
};

fn localizer(labels: &str) -> Localizer {
    Localizer { lang: String::new(), labels: options(&format!("{{ \"labels\": {labels} }}")).labels, locale: PLAIN }
}

#[test]
fn a_host_replaces_words_and_plurals() {
    let localizer =
        localizer(r#"{ "yes": "ja", "fields_one": "{n} Feld", "fieldsOther": "{n} Felder", "unknown": "x", "no": 7 }"#);
    assert_eq!((localizer.word(Word::Yes), localizer.word(Word::No)), ("ja", "no"));
    assert_eq!(localizer.count(Word::Fields, "1"), "1 Feld");
    assert_eq!(localizer.count(Word::Fields, "2000"), "2,000 Felder");
    let html = html_with(&fixture("full"), r#"{ "labels": { "gallery": "Bilder", "similar": "Weiter lesen" } }"#);
    assert_has(&html, ">Bilder</h3>");
    assert_has(&html, ">Weiter lesen</h3>");
}

#[test]
fn sentences_are_filled_by_name_and_odd_braces_stay() {
    let localizer = localizer(r#"{ "image_count": "{total}: {n} {what} {" }"#);
    assert_eq!(localizer.say(Word::ImageCount, &[("n", "1"), ("total", "9")]), "9: 1 {what} {");
}

#[test]
fn numbers_are_grouped_and_keep_their_digits() {
    let cases =
        [("999", "999"), ("1000", "1,000"), ("-1234567", "-1,234,567"), ("1234.50", "1,234.50"), ("1e400", "1e400")];
    for (digits, grouped) in cases {
        assert_eq!(localizer("{}").number(digits), grouped);
    }
}

#[test]
fn names_stand_in_a_row() {
    let localizer = localizer("{}");
    assert_eq!(
        (localizer.list(&[]), localizer.list(&["a"]), localizer.list(&["a", "b", "c"])),
        (String::new(), "a".into(), "a, b and c".into())
    );
}

#[test]
fn groups_are_learned_from_a_language_and_given_up_where_it_has_others() {
    type Number = fn(&str, &str) -> String;
    let grouping = |number: Number| Grouping::of(&Localizer { locale: Locale { number, ..PLAIN }, ..localizer("{}") });
    let english = grouping(PLAIN.number).unwrap();
    for digits in ["7", "987", "1234", "12345", "987654", "1234567", "9007199254740993"] {
        assert_eq!(english.number(digits), Some((PLAIN.number)("", digits)), "{digits}");
    }
    for other in ["007", "-1", "1.5", "1e3", "", "12345678901234567890"] {
        assert_eq!(english.number(other).filter(|text| !text.is_empty()), None, "{other}");
    }
    // Four digits are not grouped, as in Spanish.
    let spanish = grouping(
        |_, digits| if digits.len() < 5 { digits.into() } else { (PLAIN.number)("", digits).replace(',', ".") },
    )
    .unwrap();
    assert_eq!((spanish.number("1234"), spanish.number("12345")), (Some("1234".into()), Some("12.345".into())));
    // Groups of two above the lowest three digits, as in Hindi; other digits, as in Arabic.
    assert_eq!(grouping(|_, digits| if digits == "1234567" { "12,34,567".into() } else { digits.into() }), None);
    assert_eq!(
        grouping(|_, digits| digits.chars().map(|digit| char::from_u32(0x630 + digit as u32).unwrap()).collect()),
        None
    );
}
