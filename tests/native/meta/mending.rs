//! Point 4: changes that content systems make to values are undone, and each step is reported.

use super::{ask, facts};
use crate::support::{assert_has, assert_lacks, fact_html, meta_html, notices_of};
use backmatter::components::Query;

/// A JSON string.
fn quoted(text: &str) -> String {
    let mut out = String::new();
    backmatter::json::push_quoted(&mut out, text);
    out
}

#[track_caller]
fn notices(meta: &str) -> String {
    notices_of(&format!(r#"{{ "title": "T", "meta": {meta} }}"#)).join("\n")
}

#[test]
fn serialized_php_is_read() {
    let cases = [
        (r#"a:1:{i:0;s:4:"1234";}"#, "1234</li>"),
        (r#"a:2:{i:0;s:3:"red";i:1;s:5:"green";}"#, "red</li><li class=\"bm-value\">green</li>"),
        (
            r#"a:2:{s:4:"name";s:4:"Sill";s:5:"depth";i:7;}"#,
            "Depth</dt><dd class=\"bm-fact-value\"><span class=\"bm-number\">7",
        ),
        (r#"a:1:{s:2:"é";i:1;}"#, "é"),
        (r#"a:1:{s:4:"wind";a:1:{s:5:"north";b:1;}}"#, "yes"),
        (r#"a:1:{s:1:"x";d:0.5;}"#, "0.5"),
        (r#"a:1:{s:1:"x";d:INF;}"#, "INF"),
        (r#"s:4:"calm";"#, "calm"),
        ("i:42;", "42"),
        ("b:1;", "yes"),
        (r#"a:2:{i:3;s:1:"a";i:7;s:1:"b";}"#, "a</li><li class=\"bm-value\">b</li>"),
        (r#"a:1:{i:0;s:7:"a"b;c{}";}"#, "a\"b;c{}"),
    ];
    for (php, shown) in cases {
        assert_has(&fact_html("k", &quoted(php)), shown);
        assert_has(&notices(&format!(r#"{{ "k": {} }}"#, quoted(php))), "meta.k: read as serialized PHP");
        assert_eq!(
            ask(&format!(r#"{{ "k": {} }}"#, quoted(php)), Query::Json, Some(0)),
            quoted(php),
            "as it was given"
        );
    }
}

#[test]
fn what_is_not_quite_serialized_php_is_text_with_a_notice() {
    let cases = [
        r#"a:1:{i:0;s:3:"1234";}"#,
        r#"a:1:{i:0;s:5:"1234";}"#,
        r#"a:2:{i:0;s:4:"1234";}"#,
        r#"a:999999999:{i:0;s:4:"1234";}"#,
        r#"a:1:{s:1:"é";i:1;}"#,
        r#"a:1:{s:3:"é";i:1;}"#,
        r#"a:1:{i:0;s:4:"1234";}}"#,
        r"a:1:{i:0;b:2;}",
        r#"O:8:"stdClass":1:{s:1:"a";i:1;}"#,
        r#"C:3:"Foo":2:{{}}"#,
        r#"a:1:{i:0;O:8:"stdClass":0:{}}"#,
        r"a:1:{i:0;R:1;}",
        r"a:-1:{}",
        r#"s:99999999999999999999:"x";"#,
    ];
    for php in cases {
        let meta = format!(r#"{{ "k": {} }}"#, quoted(php));
        assert_eq!(fact_html("k", &quoted(php)).replace("&quot;", "\""), *php);
        if !php.starts_with("a:-1") {
            assert_has(&notices(&meta), "meta.k: serialized PHP shown as text");
        }
    }
    let deep = format!("{}i:1;{}", r"a:1:{i:0;".repeat(100), "}".repeat(100));
    assert_has(&notices(&format!(r#"{{ "k": {} }}"#, quoted(&deep))), "its arrays nest too deep");
}

#[test]
fn ordinary_texts_are_left_alone() {
    for text in ["i:42", "a:b", "s: it is calm;", "N", "b:2;", "[note] see below", "{curly} words", "N:1;", "d:;"] {
        let meta = format!(r#"{{ "k": {} }}"#, quoted(text));
        assert_eq!((fact_html("k", &quoted(text)), notices(&meta)), (text.to_string(), String::new()), "{text}");
    }
}

#[test]
fn json_in_texts_is_read() {
    assert_has(&fact_html("k", r#""[\"red\",\"green\"]""#), "red</li>");
    assert_has(&fact_html("k", r#""{\"depth\": 9007199254740993}""#), "9007199254740993");
    assert_has(&fact_html("k", r#"" [{\"n\":1},{\"n\":2}] ""#), "<table");
    assert_has(&notices(r#"{ "k": "[1, 2]" }"#), "meta.k: read as JSON");
    assert_has(&meta_html(r#"{ "kept": 1, "blocks": "[]" }"#), "1 empty field<");
    let within = r#""{\"a\":\"{\\\"b\\\":\\\"[7]\\\"}\"}""#;
    assert_has(&fact_html("k", within), ">7</span>");
    assert_eq!(ask(&format!(r#"{{ "k": {within} }}"#), Query::Json, Some(0)), within);
}

#[test]
fn single_values_come_out_of_their_lists_when_all_are_in_one() {
    let wrapped = r#"{ "depth": ["7"], "note": [""], "is_paid": ["0"], "tags": ["a:1:{i:0;s:3:\"red\";}"] }"#;
    let html = meta_html(wrapped);
    for shown in ["<dd class=\"bm-fact-value\">7</dd>", ">no<", "red</li>", "1 empty field<"] {
        assert_has(&html, shown);
    }
    assert_has(&notices(wrapped), "meta: single values taken out of their lists");
    assert_has(&facts(wrapped).source, r#"{"depth":["7"],"note":[""]"#);
    for other in [
        r#"{ "a": ["1"], "b": "2" }"#,
        r#"{ "a": ["1"], "b": ["2", "3"] }"#,
        r#"{ "a": ["1"], "b": [] }"#,
        r#"{ "a": ["1"] }"#,
    ] {
        assert!(!notices(other).contains("taken out"), "{other}");
    }
}

#[test]
fn keys_that_count_are_a_list_and_other_numbers_are_not() {
    let lists = [r#"{ "0": "a", "2": "c" }"#, r#"{ "1": "a", "2": "b" }"#, r#"{ "3": "x" }"#, r#"{ "0": 1, "1": 2 }"#];
    let maps = [
        r#"{ "2023": "a", "2024": "b" }"#,
        r#"{ "1": 5, "2": 10, "3": 100 }"#,
        r#"{ "2": "a", "1": "b" }"#,
        r#"{ "0": "a", "x": "b" }"#,
        r#"{ "00": "a", "01": "b" }"#,
        r#"{ "-1": "a" }"#,
    ];
    for list in lists {
        assert_has(&fact_html("k", list), "<ul");
        assert_has(&notices(&format!(r#"{{ "k": {list} }}"#)), "meta.k: shown as a list");
    }
    for map in maps {
        assert_has(&fact_html("k", map), "<dl");
    }
}

#[test]
fn references_are_decoded_once() {
    let cases = [
        ("Fish &amp; chips", "Fish &amp; chips"),
        ("5 &lt; 7", "5 &lt; 7"),
        ("a&#8211;b", "a–b"),
        ("a&#x2013;b", "a–b"),
        ("&amp;#8211;", "&amp;#8211;"),
        ("&rsquo;t is &hellip;", "’t is …"),
        ("caf&eacute;", "café"),
        ("a & b; c", "a &amp; b; c"),
        ("&#0;&#xD800;&#99999999;", "&amp;#0;&amp;#xD800;&amp;#99999999;"),
        ("&#60;script&#62;", "&lt;script&gt;"),
    ];
    for (given, html) in cases {
        let found = fact_html("note", &quoted(given));
        assert_eq!(found.replace("<bdi class=\"bm-text\">", "").replace("</bdi>", ""), html, "{given}");
    }
    assert_has(&notices(r#"{ "note": "a &amp; b" }"#), "meta.note: character references decoded once");
    assert_eq!(ask(r#"{ "note": "a &amp; b" }"#, Query::Json, Some(0)), r#""a &amp; b""#);
}

#[test]
fn shortcodes_of_page_builders_go_and_their_words_stay() {
    let cases = [
        ("[vc_row][vc_column width=\"1/2\"]Calm[/vc_column][/vc_row]", "Calm"),
        ("[et_pb_text]Calm [gallery ids=\"1\"][/et_pb_text]", "Calm [gallery ids=\"1\"]"),
        ("[note] stays", "[note] stays"),
        ("[vc_row never ends", "[vc_row never ends"),
    ];
    for (given, text) in cases {
        assert_eq!(fact_html("note", &quoted(given)), text);
    }
}

#[test]
fn names_with_their_sizes_are_one_field() {
    let meta = r#"{ "a": 1, "hero": "https://a.example/b.png", "hero-width": 150, "hero-height": 100, "z": 2 }"#;
    let found = facts(meta);
    assert_eq!(found.rows.iter().map(|row| row.field.key.as_str()).collect::<Vec<_>>(), ["a", "hero", "z"]);
    assert_has(&meta_html(meta), "width=\"150\" height=\"100\"");
    assert_eq!(
        found.json(&found.rows[1]),
        r#"{"hero":"https://a.example/b.png","hero-width":150,"hero-height":100}"#,
        "as it was given"
    );
    assert_has(
        &fact_html("sizes", r#"{ "thumbnail": "https://a.example/b", "thumbnail-width": 150, "thumbnail-height": 9 }"#),
        "Thumbnail</dt>",
    );
    for other in [r#"{ "a": 1, "a-width": 2, "b-height": 3 }"#, r#"{ "a-width": 2, "a-height": 3 }"#] {
        assert_eq!(facts(other).rows.len(), other.matches(':').count(), "{other}");
    }
}

#[test]
fn of_several_languages_the_page_s_own_is_shown() {
    let meta = r#"{ "motto": "Calm", "motto_de": "Ruhe", "motto_fr": "Calme", "post": "a", "post_id": "b" }"#;
    let shown = |lang: &str| {
        let html = crate::support::html(&format!(r#"{{ "title": "T", "lang": "{lang}", "meta": {meta} }}"#));
        ["Calm<", "Ruhe<", "Calme<"].map(|word| html.contains(&format!("\"bm-fact-value\">{word}")))
    };
    assert_eq!(shown("en"), [true, false, false]);
    assert_eq!(shown("de-AT"), [false, true, false]);
    assert_eq!(shown("fr"), [false, false, true]);
    let found = facts(meta);
    assert_eq!(found.rows.len(), 3, "a post and its id are two fields");
    assert_has(&found.json(&found.rows[0]), "Ruhe");
}

#[test]
fn an_error_in_place_of_a_value_is_not_shown() {
    let error = r#"{ "kept": 1, "author": { "code": "rest_user_invalid_id", "message": "Ungültig", "data": { "status": 404 } } }"#;
    assert!(!meta_html(error).contains("Ungültig</"), "only as JSON");
    assert_has(&notices(error), "meta.author: an error in place of a value");
    assert_has(&meta_html(r#"{ "kept": 1, "exit": { "code": "x", "data": { "n": 1 } } }"#), "Code</dt>");
}

#[test]
fn what_content_systems_write_is_read_as_it_is_meant() {
    let cases = [
        ("blurb", "<p>Low <b>water</b></p>", "Low water"),
        ("contact", "<p>a<b></b>@harbour.example</p>", "•••"),
        ("contact", "<p title='>'>ines<i title='>'></i>@harbour.example</p>", "•••"),
        ("site", "www.harbour.example", "<a class=\"bm-fact-link\" href=\"https://www.harbour.example\""),
        ("duration", "PT1H30M", "90"),
        ("length", "PT45S", "1"),
        ("code", "A12", "A12"),
        ("total", "1.000.000.000", "1.000.000.000"),
        ("sticky", "1", "yes"),
        ("event_ends", "1452369600", "2016-01-09"),
        ("starts", "2016-01-09", "2016-01-09"),
        ("user_registered", "2016-01-09 20:08:43", "2016-01-09T20:08"),
    ];
    for (key, given, part) in cases {
        assert_has(&fact_html(key, &quoted(given)), part);
    }
    for nothing in ["a:0:{}", "\"a:0:{}\"", "<svg viewBox='0 0 1 1'><path d='M0'/></svg>"] {
        assert_has(&meta_html(&format!(r#"{{ "note": {}, "other": 1 }}"#, quoted(nothing))), "1 empty field");
    }
}

#[test]
fn plumbing_within_values_is_put_away() {
    let html = meta_html(
        r#"{ "image_meta": { "aperture": "0", "iso": "200", "created_timestamp": "0" }, "file": { "name": "a", "hwstring_small": "height='7'" } }"#,
    );
    for gone in ["Aperture", "Created timestamp", "Hwstring"] {
        assert_lacks(html.split("bm-facts-json").next().unwrap(), &format!("{gone}</dt>"));
    }
    assert_has(&html, "200");
    let html = meta_html(r#"{ "Views": 7, "views": 7, "name": "a", "Name": "b" }"#);
    assert_eq!((html.matches("Views</dt>").count(), html.matches("Name</dt>").count()), (2, 2), "{html}");
    assert_has(&html, "1 internal field");
}

#[test]
fn an_image_with_sizes_has_candidates_and_a_graph_is_no_table() {
    let image = r#"{ "ID": 5, "url": "https://a.example/b.jpg", "alt": "A boat", "width": 1600, "height": 900, "sizes": { "medium": "https://a.example/b-300.jpg", "medium-width": 300, "medium-height": 169, "large": "https://a.example/b-1024.jpg", "large-width": "1024" } }"#;
    assert_has(
        &fact_html("hero", image),
        "srcset=\"https://a.example/b-300.jpg 300w, https://a.example/b-1024.jpg 1024w\"",
    );
    let graph = r#"{ "@graph": [{ "@type": "Article", "headline": "H" }, { "@type": "Person", "name": "Ines" }] }"#;
    assert_lacks(&fact_html("schema", graph), "<table");
}
