//! Options of the host: each is read on its own, and an invalid one keeps its default.

use crate::support::{assert_has, assert_lacks, html_with, options, parse_html};
use backmatter::{
    Options,
    html::Token,
    model::{Dir, Kind},
    options::{Align, Section, Theme},
};

const NAMES: [&str; 12] = [
    "format",
    "lang",
    "dir",
    "theme",
    "align",
    "sections",
    "metaOpen",
    "headingBase",
    "baseUrl",
    "labels",
    "fields",
    "allow",
];

#[test]
fn options_are_read_in_any_spelling() {
    let given = options(
        r#"{ "lang": "pt-BR", "dir": "rtl", "theme": "dark", "align": "start", "sections": "meta, body meta", "meta-open": 1, "heading_base": "9",
             "baseUrl": "https://a.example/b/", "labels": { "gallery": "Fotos" }, "allow": "email",
             "fields": { "views": { "label": "Seen", "kind": "count", "order": "2", "group": "g", "hidden": "yes" } } }"#,
    );
    assert_eq!((given.lang.as_deref(), given.dir, given.theme), (Some("pt-BR"), Some(Dir::Rtl), Theme::Dark));
    assert_eq!(given.align, Align::Start);
    assert_eq!(options(r#"{ "align": "center" }"#).align, Align::Center);
    assert_eq!(options(r#"{ "align": "middle" }"#).align, Align::Auto);
    assert_eq!(given.sections, [Section::Meta, Section::Body]);
    assert_eq!(options(r#"{ "sections": "boddy meta" }"#).sections, [Section::Meta], "an unknown word is left out");
    assert_eq!(
        options(r#"{ "sections": "boddy" }"#).sections,
        Section::ALL,
        "a word that is unknown alone is a mistake"
    );
    assert_eq!((given.meta_open, given.heading_base), (true, 6), "the nearest heading");
    assert_eq!(given.base_url.unwrap().as_str(), "https://a.example/b/");
    let hint = &given.fields[0];
    assert_eq!((hint.label.as_deref(), hint.kind, hint.order), (Some("Seen"), Some(Kind::Count), Some(2)));
    assert_eq!((hint.group.as_deref(), hint.hidden), (Some("g"), Some(true)));
    assert_eq!(given.allow, ["email"]);
}

#[test]
fn a_bad_option_keeps_its_default() {
    let deep = ["[".repeat(300), "]".repeat(300)].concat();
    let bad = ["null", "-1e999", "\"\\ud800<script>\"", "\"javascript:alert(1)\"", "[[]]", "[null, 7]", &deep];
    for name in NAMES {
        for value in bad {
            let given = options(&format!("{{ \"{name}\": {value} }}"));
            let default = Options::default();
            assert_eq!(
                (&given.lang, given.dir, given.theme),
                (&default.lang, default.dir, default.theme),
                "{name}: {value}"
            );
            assert_eq!(given.align, default.align, "{name}: {value}");
            assert!(!given.meta_open, "{name}: {value}");
            assert!(!given.base_url.is_some_and(|url| url.as_str().contains(':')), "{name}: {value}");
            assert!((1..=6).contains(&given.heading_base), "{name}: {value}");
            assert!(given.fields.is_empty(), "{name}: {value}");
        }
    }
}

/// Words and hints of a host are texts: nothing in them is markup, an address, or a class.
#[test]
fn hostile_words_and_hints_are_text() {
    let hostile = r#""<img src=x onerror=alert(1)>\u202e\" onclick=\"alert(1)""#;
    let words =
        ["meta_title", "gallery", "fields_other", "image_source", "by", "minutes_other", "empty_other", "close"];
    let labels: Vec<_> = words.iter().map(|word| format!("\"{word}\": {hostile}")).collect();
    let given = format!(
        "{{ \"lang\": {hostile}, \"theme\": {hostile}, \"labels\": {{ {} }}, \"fields\": {{ \"views\": {{ \"label\": {hostile}, \"kind\": {hostile} }} }} }}",
        labels.join(", ")
    );
    let post = r#"{ "title": "T", "authors": "A", "meta": { "views": 7, "reading_time": 2, "x": "" }, "images": [{ "src": "a.png", "source": "B" }] }"#;
    let html = html_with(post, &given);
    for token in parse_html(&html).unwrap() {
        if let Token::Open { name, attributes } = token {
            let runs = attributes.iter().any(|(key, value)| key.starts_with("on") || (key == "src" && value == "x"));
            assert!(!runs, "<{name} {attributes:?}>");
        }
    }
    assert_lacks(&html, "\u{202e}");
    assert_has(&html, "&lt;img src=x onerror=alert(1)&gt;");
}
