//! Words, plurals and the reader's conventions.

use crate::support::{assert_has, fixture, html_with, options};
use backmatter::{PLAIN, Voice, labels::Word};

fn voice(labels: &str) -> Voice {
    Voice { lang: String::new(), labels: options(&format!("{{ \"labels\": {labels} }}")).labels, locale: PLAIN }
}

#[test]
fn a_host_replaces_words_and_plurals() {
    let voice =
        voice(r#"{ "yes": "ja", "fields_one": "{n} Feld", "fieldsOther": "{n} Felder", "unknown": "x", "no": 7 }"#);
    assert_eq!((voice.word(Word::Yes), voice.word(Word::No)), ("ja", "no"));
    assert_eq!(voice.count(Word::Fields, "1"), "1 Feld");
    assert_eq!(voice.count(Word::Fields, "2000"), "2,000 Felder");
    let html = html_with(&fixture("full"), r#"{ "labels": { "gallery": "Bilder", "similar": "Weiter lesen" } }"#);
    assert_has(&html, ">Bilder</h3>");
    assert_has(&html, ">Weiter lesen</h3>");
}

#[test]
fn sentences_are_filled_by_name_and_odd_braces_stay() {
    let voice = voice(r#"{ "image_count": "{total}: {n} {what} {" }"#);
    assert_eq!(voice.say(Word::ImageCount, &[("n", "1"), ("total", "9")]), "9: 1 {what} {");
}

#[test]
fn numbers_are_grouped_and_keep_their_digits() {
    let cases =
        [("999", "999"), ("1000", "1,000"), ("-1234567", "-1,234,567"), ("1234.50", "1,234.50"), ("1e400", "1e400")];
    for (digits, grouped) in cases {
        assert_eq!(voice("{}").number(digits), grouped);
    }
}

#[test]
fn names_stand_in_a_row() {
    let voice = voice("{}");
    assert_eq!(
        (voice.list(&[]), voice.list(&["a"]), voice.list(&["a", "b", "c"])),
        (String::new(), "a".into(), "a, b and c".into())
    );
}
