//! Point 12: words, numbers, dates and plurals are those of the widget's language.

use crate::support::{assert_has, html_with, options, post, post_meta};
use backmatter::{Content, Localizer, components::Everything, labels::Locale};

/// A fake language: its output shows the arguments of each call.
const ODD: Locale = Locale {
    number: |lang, digits| [lang, "#", digits].concat(),
    date: |lang, date| [lang, "@", &date.iso()].concat(),
    plural: |_, digits| if digits == "2" { "two".into() } else { "other".into() },
    list: |_, names| names.join("+"),
};

#[test]
fn everything_that_a_language_writes_in_its_way_is_asked_of_it() {
    let (post, _) = post(r#"{ "title": "T", "meta": { "views": 24635, "reviewed": "2025-04-10", "a": "", "b": "" } }"#);
    let given =
        options(r#"{ "labels": { "empty_two": "{n} leere", "empty_other": "viele", "fields_two": "{n} Felder" } }"#);
    let localizer = Localizer { lang: "xx".into(), labels: given.labels.clone(), locale: ODD };
    let html = post_meta(Content::new(post, given, localizer, &Everything));
    for part in ["value=\"24635\">xx#24635<", ">xx@2025-04-10</time>", ">xx#2 leere<", "<bdi>xx#2 Felder</bdi>"] {
        assert_has(&html, part);
    }
}

#[test]
fn every_word_of_the_box_is_a_label() {
    let labels = r#"{ "labels": { "find": "Suchen", "json": "Als JSON", "copy_json": "JSON kopieren", "copy_markdown": "Markdown kopieren",
        "content": "Inhalt", "quality": "Güte", "provenance": "Herkunft", "technical": "Technik", "json_of": "JSON zu {label}",
        "more": "Weiter", "masked": "verborgen", "deeper": "Tiefer", "missing": "fehlt", "copy": "{text} kopieren", "yes": "ja",
        "internal_one": "{n} internes Feld", "fact_source": "Quelle: {source}" } }"#;
    let fields: Vec<String> = (0..20).map(|index| format!("\"note{index}\": {index}")).collect();
    let deep = format!("{}1{}", "[".repeat(20), "]".repeat(20));
    let post = format!(
        r#"{{ "title": "T", "meta": {{ {}, "score": 7, "rating": 5, "license": "x", "author": "y", "hash": "abcdefg", "slug": "z", "map": {{ "a": 1 }}, "long": "{}", "mail": "a@b.example",
            "deep": {deep}, "rows": [{{ "a": 1, "b": 2 }}, {{ "a": 3 }}], "is_x": true, "_y": 1, "s": {{ "value": 1, "source": "q" }} }} }}"#,
        fields.join(","),
        "word ".repeat(200)
    );
    let html = html_with(&post, labels);
    for word in [
        "Suchen <",
        ">Als JSON<",
        ">JSON kopieren<",
        ">Markdown kopieren<",
        ">Inhalt<",
        ">Güte<",
        ">Herkunft<",
        ">Technik<",
        "\"JSON zu Map\"",
        ">Weiter<",
        "\"verborgen\"",
        ">Tiefer<",
        "\"fehlt\"",
        "\"abcdefg kopieren\"",
        ">ja<",
        ">1 internes Feld<",
        "Quelle: ",
    ] {
        assert_has(&html, word);
    }
}
