//! Labels, plurals and locale conventions.

use crate::{
    snippets::snippets,
    support::{assert_has, fixture, html_with, options},
};
use backmatter::{
    Localizer, NATIVE, PLAIN,
    labels::{Grouping, Labels, Locale, Word, of_language},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
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

/// The English words, as the documentation gives them.
fn english() -> Vec<(String, String)> {
    let all = snippets(Path::new(env!("CARGO_MANIFEST_DIR")));
    let listed = all.into_iter().find(|snippet| snippet.heading == "Labels" && snippet.language == "json").unwrap();
    let words: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&listed.text).unwrap();
    words.into_iter().map(|(key, text)| (key, text.as_str().unwrap().to_string())).collect()
}

/// What stands between braces.
fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|after| Some(after.split_once('}')?.0)).collect()
}

#[test]
fn every_language_has_each_word_with_its_placeholders() {
    let folder = format!("{}/src/labels/languages", env!("CARGO_MANIFEST_DIR"));
    let english = english();
    let mut count = 0;
    for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        let words: BTreeMap<String, String> = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let name = file.display();
        for (key, text) in &english {
            let is_plural = key.ends_with("_one") || key.ends_with("_other");
            let own = words.get(key).or_else(|| words.get(&key.replace("_one", "_other")));
            let own = own.unwrap_or_else(|| panic!("{name} has no {key}"));
            assert!(!own.trim().is_empty(), "{name}: {key} is empty");
            // A form for one or two may say it in a word.
            let is_said = is_plural && !own.contains('{');
            assert!(is_said || placeholders(own) == placeholders(text), "{name}: {key}: {own}");
        }
        for key in words.keys() {
            let stem = key.rsplit_once('_').map_or(key.as_str(), |(stem, _)| stem);
            let is_known = key == "lang"
                || english.iter().any(|(known, _)| known == key || known.strip_suffix("_other") == Some(stem));
            assert!(is_known, "{name}: {key} is no word");
        }
        count += 1;
    }
    assert!(count > 12, "{count}");
}

/// Each language has the form of each number from 0 to 130, and of larger ones. French, Italian, Portuguese and Spanish say a
/// whole million with a form of its own ("de"), which only the views of a post reach.
#[test]
fn every_language_has_each_plural_form() {
    let folder = format!("{}/src/labels/languages", env!("CARGO_MANIFEST_DIR"));
    for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        let words: BTreeMap<String, String> = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        for number in (0..130).chain([1_000, 1_000_000]) {
            let category = (NATIVE.locale.plural)(&words["lang"], &number.to_string());
            for stem in ["minutes", "fields", "empty", "internal", "views"] {
                let is_rare = number == 1_000_000 && stem != "views";
                assert!(
                    words.contains_key(&format!("{stem}_{category}")) || is_rare,
                    "{}: {stem}_{category}, for {number}",
                    file.display()
                );
            }
        }
    }
    let say = |lang: &str, n: &str| {
        let own = Localizer { lang: lang.into(), labels: of_language(lang), locale: NATIVE.locale };
        own.count(Word::Fields, n)
    };
    let cases = [
        ("pl", "1", "1 pole"),
        ("pl", "3", "3 pola"),
        ("pl", "5", "5 pól"),
        ("ru", "21", "21 поле"),
        ("ar", "2", "حقلان"),
        ("de", "2", "2 Angaben"),
    ];
    for (lang, number, said) in cases {
        assert_eq!(say(lang, number), said, "{lang}");
    }
}

/// Pages and servers know the same languages: those that have a file.
#[test]
fn every_file_of_a_language_is_loaded_by_pages_and_by_servers() {
    let root = env!("CARGO_MANIFEST_DIR");
    let script = fs::read_to_string(format!("{root}/src/embed/languages.js")).unwrap();
    let files = fs::read_dir(format!("{root}/src/labels/languages")).unwrap().map(|file| file.unwrap().path());
    let tags: Vec<String> = files.map(|file| file.file_stem().unwrap().to_string_lossy().to_lowercase()).collect();
    for tag in &tags {
        assert!(script.contains(&format!("import(\"./labels.{tag}.js\")")), "languages.js does not load {tag}");
        assert_ne!(of_language(tag), Labels::default(), "languages.rs does not have {tag}");
    }
    assert_eq!(script.matches("import(\"./labels.").count(), tags.len());
}

/// On a Polish page a post in English has Polish words, with their plural forms.
#[test]
fn plural_forms_are_those_of_the_words_and_not_of_the_post() {
    let own = Localizer { lang: "en".into(), labels: of_language("pl"), locale: NATIVE.locale };
    assert_eq!((own.count(Word::Fields, "3"), own.count(Word::Fields, "5")), ("3 pola".into(), "5 pól".into()));
}

#[test]
fn a_language_is_found_by_its_tag() {
    for (lang, title) in [
        ("de", "Über diesen Beitrag"),
        ("de-AT", "Über diesen Beitrag"),
        ("DE", "Über diesen Beitrag"),
        ("zh-CN", "关于本文"),
        ("zh-Hant-HK", "關於本文"),
        ("zh-TW", "關於本文"),
        ("en-GB", "About this post"),
        ("dev", "About this post"),
        ("", "About this post"),
    ] {
        let own = Localizer { lang: lang.into(), labels: of_language(lang), locale: PLAIN };
        assert_eq!(own.word(Word::MetaTitle), title, "{lang}");
    }
}

#[test]
fn html_of_a_server_has_the_words_of_the_option_and_the_hosts_labels_win() {
    let html = html_with(&fixture("full"), r#"{ "lang": "de", "labels": { "gallery": "Bilder" } }"#);
    for word in ["Veröffentlicht am ", "Bilder", "Ähnliche Beiträge"] {
        assert!(html.contains(word), "{word}");
    }
    assert!(!html.contains("Galerie"));
}
