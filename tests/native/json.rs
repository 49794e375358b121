//! The reader of JSON text.

use crate::corpora::{corpora, corpus};
use backmatter::json::{self, Elements, OddityKind, Value, read, write};
use std::fs;

#[track_caller]
fn value(text: &str) -> Value<'_> {
    read(text).unwrap_or_else(|error| panic!("{text}: {error:?}")).value
}

#[track_caller]
fn error(text: &str) -> String {
    read(text).expect_err("this is no JSON").message()
}

#[track_caller]
fn oddities(text: &str) -> Vec<(OddityKind, usize)> {
    read(text).unwrap().oddities.into_iter().map(|oddity| (oddity.kind, oddity.count)).collect()
}

#[test]
fn the_objects_of_a_long_list_are_cut_in_whatever_parts_it_comes() {
    let cases: [(&str, &[&str]); 11] = [
        ("[]", &[]),
        (r#"[{"a":1},{"b":[{"c":"]}"}]}]"#, &[r#"{"a":1}"#, r#"{"b":[{"c":"]}"}]}"#]),
        (r#" {"tags":["x"],"posts":[ {"t":"\\\"}{"} , {} ],"users":[{"no":1}]} "#, &[r#"{"t":"\\\"}{"}"#, "{}"]),
        (r#"[1,"x",[{"deep":1}],{"a":"é漢"}]"#, &[r#"{"a":"é漢"}"#]),
        (r#"{"a":{"posts":[{"b":1}]}}"#, &[]),
        (r#"{"title":"posts","body":[{"type":"paragraph"}]}"#, &[]),
        (r#"{"tags":[{"name":"posts"}],"postscript":[{}],"posts":[{"a":1}]}"#, &[r#"{"a":1}"#]),
        ("plain words", &[]),
        (r#"[{"a":1},{"cut":"#, &[r#"{"a":1}"#]),
        ("]}]}", &[]),
        (r#""[{}]""#, &[]),
    ];
    for (text, expected) in cases {
        for size in [1, 2, 3, 7, 1_000] {
            let mut elements = Elements::default();
            let found: Vec<String> = text.as_bytes().chunks(size).flat_map(|part| elements.take(part)).collect();
            assert_eq!(found, expected, "{text} in parts of {size} bytes");
        }
    }
}

#[test]
fn every_file_of_the_test_suite_is_decided_rightly() {
    let folder = corpora().join("jsontestsuite");
    let Ok(files) = fs::read_dir(&folder) else { return println!("SKIPPED: {} is not there", folder.display()) };
    let mut decided = 0;
    for file in files.map(|file| file.unwrap()) {
        let name = file.file_name().into_string().unwrap();
        // `read` takes text: invalid UTF-8 reaches it as replacement characters.
        let text = String::from_utf8_lossy(&fs::read(file.path()).unwrap()).into_owned();
        let outcome = read(&text);
        match name.as_bytes()[0] {
            b'y' => assert!(outcome.is_ok(), "{name} is JSON: {}", outcome.unwrap_err().message()),
            b'n' => assert!(outcome.is_err(), "{name} is no JSON"),
            // Numbers of any size, lone surrogates, 500 levels and a byte-order mark are accepted; UTF-16 is not.
            _ => assert_eq!(
                outcome.is_ok(),
                !name.to_lowercase().contains("utf16") && !name.contains("UTF-16"),
                "{name}"
            ),
        }
        decided += 1;
    }
    assert_eq!(decided, 318);
}

#[test]
fn numbers_keep_every_digit() {
    for digits in ["0", "-0", "1e400", "123456789012345678901234567890", "0.1000", "-1.5E+03"] {
        assert_eq!(value(digits), Value::Number(digits.into()));
        assert_eq!(write(&value(digits)), digits);
    }
}

#[test]
fn keys_keep_their_order_and_the_last_of_a_name_counts() {
    let text = r#"{"b":1,"2":2,"a":3,"b":4}"#;
    assert_eq!(write(&value(text)), text);
    assert_eq!(value(text).get("b"), Some(&Value::Number("4".into())));
}

#[test]
fn strings_are_read_with_their_escapes() {
    let cases = [
        (r#""plain""#, "plain"),
        (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
        (r#""\u0041\u00e9""#, "Aé"),
        (r#""\ud83d\ude00""#, "😀"),
        (r#""a\ud83db""#, "a\u{FFFD}b"),
        (r#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
    ];
    for (text, expected) in cases {
        assert_eq!(value(text), Value::Text(expected.into()), "{text}");
    }
}

#[test]
fn what_stops_other_readers_costs_an_oddity() {
    assert_eq!(oddities("\u{FEFF}{}"), [(OddityKind::ByteOrderMark, 1)]);
    assert_eq!(oddities(r#"["\ud800","\udfff"]"#), [(OddityKind::LoneSurrogate, 2)]);
    assert_eq!(oddities("[1e400]"), []);
}

#[test]
fn deep_nesting_is_kept_as_it_was_written() {
    let deep = |levels: usize| ["[".repeat(levels), "]".repeat(levels)].concat();
    assert_eq!(oddities(&deep(json::MAX_DEPTH)), []);
    assert_eq!(oddities(&deep(json::MAX_DEPTH + 1)), [(OddityKind::TooDeep, 1)]);
    assert_eq!(write(&value(&deep(300))), deep(300), "nothing is lost");
    assert_eq!(oddities(&deep(100_000)), [(OddityKind::TooDeep, 1)]);
    assert!(read(&"[".repeat(100_000)).is_err());
    assert!(
        error(&("[".repeat(200) + "}")).contains("`,` or `]`") || error(&("[".repeat(200) + "}")).contains("a value")
    );
}

#[test]
fn past_two_million_values_what_was_read_is_given() {
    let text = format!("[{}1]", "1,".repeat(2_100_000));
    assert_eq!(oddities(&text), [(OddityKind::TooMany, 1)]);
    assert!(matches!(value(&text), Value::List(items) if items.len() >= 2_000_000));
}

#[test]
fn errors_say_what_was_expected_and_where() {
    let cases = [
        ("", "expected a value, but the text ends at line 1, column 1"),
        ("{", "expected a key in quotes or `}`, but the text ends at line 1, column 2"),
        ("{\"a\":1,\n \"b\" 2}", "expected `:`, found `2` at line 2, column 6"),
        ("[1 2]", "expected `,` or `]`, found `2` at line 1, column 4"),
        ("[1,]", "expected a value, found `]` at line 1, column 4"),
        ("{\"a\":1,}", "expected a key in quotes, found `}` at line 1, column 8"),
        ("{} {}", "expected nothing more, found `{` at line 1, column 4"),
        ("<!doctype html>", "expected a value, found `<` at line 1, column 1"),
        ("[01]", "a number is written in a way that JSON does not have at line 1, column 3"),
        ("\"\\x\"", "a text holds an escape that JSON does not have at line 1, column 3"),
        ("\"é", "a text holds a bare control character or never ends at line 1, column 3"),
    ];
    for (text, sentence) in cases {
        assert_eq!(error(text), sentence, "for {text}");
    }
}

#[test]
fn naughty_strings_come_out_as_they_went_in() {
    let Some(text) = corpus("blns.json") else { return };
    let oracle: Vec<String> = serde_json::from_str(&text).unwrap();
    let Value::List(ours) = value(&text) else { panic!("a list") };
    assert_eq!(ours.len(), oracle.len());
    for (ours, oracle) in ours.iter().zip(&oracle) {
        assert_eq!(ours, &Value::Text(oracle.as_str().into()));
        let again = write(ours);
        assert_eq!(&serde_json::from_str::<String>(&again).unwrap(), oracle);
    }
}
