//! Meta values and the facts they make.

use crate::support::{assert_has, fact_html, meta_html, notices_of};
use backmatter::{
    facts::{humanised, kind_of, parse_date},
    model::Kind,
};

#[test]
fn keys_tell_the_kind() {
    let cases = [
        ("view_count", Some(Kind::Count)),
        ("views", Some(Kind::Count)),
        ("last_reviewed", Some(Kind::Date)),
        ("publishedAt", Some(Kind::Date)),
        ("is_paid", Some(Kind::Flag)),
        ("has images", Some(Kind::Flag)),
        ("hash", Some(Kind::Identifier)),
        ("source_id", Some(Kind::Identifier)),
        ("canonical_url", Some(Kind::Link)),
        ("reading_time", Some(Kind::Duration)),
        ("score", Some(Kind::Measure)),
        ("difficulty", Some(Kind::Tag)),
        ("version", Some(Kind::Version)),
        ("is", None),
        ("country", None),
        ("code_language", None),
        ("mode", None),
        ("", None),
    ];
    for (key, kind) in cases {
        assert_eq!(kind_of(key, None), kind, "{key}");
    }
    assert_eq!(kind_of("ai_generated", Some(Kind::Flag)), Some(Kind::Flag), "a map of flags passes its kind on");
}

#[test]
fn keys_become_labels() {
    let cases = [
        ("ai_outline", "AI outline"),
        ("lastReviewed", "Last reviewed"),
        ("view count", "View count"),
        ("source-id", "Source ID"),
        ("HTML", "HTML"),
        ("_private", "Private"),
        ("概要", "概要"),
        ("über_uns", "über uns"),
        ("--", "--"),
    ];
    for (key, label) in cases {
        assert_eq!(humanised(key), label);
    }
}

#[test]
fn each_shape_has_its_form() {
    let cases = [
        ("topic", "\"tides\"", "tides"),
        ("view_count", "24635", "<data class=\"bm-number\" value=\"24635\">24,635</data>"),
        ("view_count", "\"298117\"", "<data class=\"bm-number\" value=\"298117\">298,117</data>"),
        (
            "view_count",
            "123456789012345678901",
            "<data class=\"bm-number\" value=\"123456789012345678901\">123,456,789,012,345,678,901</data>",
        ),
        ("view_count", "\"many\"", "many"),
        ("year", "2025", "<span class=\"bm-number\">2025</span>"),
        ("n", "1e400", "<span class=\"bm-number\">1e400</span>"),
        ("quality_score", "83", "<span class=\"bm-measure\" style=\"--bm-value:83;\">83</span>"),
        ("rating", "4.5", "<span class=\"bm-number\">4.5</span>"),
        ("score", "250", "<span class=\"bm-number\">250</span>"),
        ("reading_time", "11", "11 min"),
        ("last_reviewed", "\"2025-04-10\"", "<time datetime=\"2025-04-10\">10 April 2025</time>"),
        ("last_reviewed", "\"soon\"", "soon"),
        ("is_paid", "1", "<span class=\"bm-flag bm-flag-yes\">yes</span>"),
        ("is_paid", "\"0\"", "<span class=\"bm-flag\">no</span>"),
        ("is_paid", "\"maybe\"", "maybe"),
        ("anything", "true", "<span class=\"bm-flag bm-flag-yes\">yes</span>"),
        ("anything", "0", "<span class=\"bm-number\">0</span>"),
        ("hash", "\"d41bcbef\"", "<code class=\"bm-identifier\" translate=\"no\">d41bcbef</code>"),
        ("difficulty", "\"advanced\"", "<span class=\"bm-tag\">advanced</span>"),
        ("version", "\"1.7.2\"", "1.7.2"),
        (
            "website",
            "\"https://a.example/b/\"",
            "<a class=\"bm-fact-link\" href=\"https://a.example/b/\" rel=\"noopener noreferrer\">a.example/b</a>",
        ),
        ("website", "\"javascript:alert(1)\"", "javascript:alert(1)"),
        ("website", "\"n/a\"", "n/a"),
        ("note", "\"<b>&\"", "&lt;b&gt;&amp;"),
        ("note", "\"é\"", "<bdi class=\"bm-text\">é</bdi>"),
        ("note", "\"a\\nb\"", "<bdi class=\"bm-text\">a<br>b</bdi>"),
    ];
    for (key, value, html) in cases {
        assert_eq!(fact_html(key, value), html, "{key}: {value}");
    }
}

#[test]
fn arrays_become_lists() {
    assert_eq!(
        fact_html("tools", r#"["rope", "lead"]"#),
        "<ul class=\"bm-values bm-values-inline\" role=\"list\"><li class=\"bm-value\">rope</li><li class=\"bm-value\">lead</li></ul>"
    );
    let long = format!("[\"{}\", \"b\"]", "a".repeat(80));
    assert_has(&fact_html("notes", &long), "<ul class=\"bm-values\" role=\"list\">");
    assert_eq!(
        fact_html("scores", r#"{ "quality": 73 }"#),
        "<dl class=\"bm-map\"><div class=\"bm-fact\"><dt class=\"bm-fact-label\">Quality</dt><dd class=\"bm-fact-value\"><span class=\"bm-measure\" style=\"--bm-value:73;\">73</span></dd></div></dl>"
    );
    let records =
        fact_html("entities", r#"[{ "name": "A", "type": "x" }, { "name": "B", "url": "https://b.example" }]"#);
    assert_has(&records, "<th scope=\"col\">Name</th><th scope=\"col\">Type</th><th scope=\"col\">URL</th>");
    assert_has(
        &records,
        "<td>A</td><td>x</td><td><span class=\"bm-missing\" role=\"img\" aria-label=\"not given\">–</span></td>",
    );
    assert_has(&fact_html("mixed", r#"["a", ["b", { "c": 1 }]]"#), "<dt class=\"bm-fact-label\">C</dt>");
}

#[test]
fn a_map_under_an_image_key_is_an_image_only_with_an_address() {
    assert_has(&fact_html("cover", r#"{ "material": "hardback" }"#), "hardback");
    assert_has(&fact_html("cover", r#"{ "src": "a.png" }"#), "<img");
}

#[test]
fn sparse_or_wide_records_are_lists_and_not_tables() {
    let sparse: Vec<String> = (0..40).map(|index| format!("{{ \"k{index}\": 1 }}")).collect();
    let html = fact_html("x", &format!("[{}]", sparse.join(",")));
    assert_eq!((html.matches("<table").count(), html.matches("<li").count()), (0, 40));
}

#[test]
fn flags_read_yes_and_no() {
    let html = fact_html("flags", r#"{ "ai_generated_style": 1, "image_heavy": 0, "odd": "2" }"#);
    assert_has(
        &html,
        "AI generated style</dt><dd class=\"bm-fact-value\"><span class=\"bm-flag bm-flag-yes\">yes</span>",
    );
    assert_has(&html, "Image heavy</dt><dd class=\"bm-fact-value\"><span class=\"bm-flag\">no</span>");
    assert_has(&html, "Odd</dt><dd class=\"bm-fact-value\">2");
}

#[test]
fn what_is_empty_is_counted() {
    let html = meta_html(r#"{ "a": 1, "b": [], "c": {}, "d": "", "e": null, "f": [null, ""], "g": { "h": null } }"#);
    assert_has(&html, "6 empty fields are not shown");
    assert_has(&meta_html(r#"{ "a": 1, "b": [] }"#), "1 empty field is not shown");
    for empty in ["[]", "{}", "null", "false", "\"\""] {
        assert_eq!(meta_html(empty), "", "{empty}");
    }
}

#[test]
fn deep_values_are_shown_as_they_were_written() {
    let deep = format!("{}1{}", "[".repeat(60), "]".repeat(60));
    let html = meta_html(&format!("{{ \"deep\": {deep} }}"));
    assert_has(&html, &format!("<code>{}1", "[".repeat(28)));
    let notices = notices_of(&format!("{{ \"title\": \"T\", \"meta\": {{ \"deep\": {deep} }} }}"));
    assert_has(&notices.join("\n"), "shown as raw JSON (facts nest 32 levels at most)");
}

#[test]
fn the_host_has_the_last_word() {
    let given = r#"{ "fields": { "b": { "label": "Bee", "order": 1 }, "n": { "kind": "count" }, "secret": { "hidden": true } } }"#;
    let html =
        crate::support::html_with(r#"{ "title": "T", "meta": { "a": 1, "n": 12345, "b": 2, "secret": 3 } }"#, given);
    assert!(html.find("Bee").unwrap() < html.find(">A<").unwrap());
    assert_has(&html, "12,345");
    crate::support::assert_lacks(&html, "Secret");
    let rows = r#"[{ "key": "a", "label": "Given", "value": "20250410", "kind": "date" }, { "value": 1 }]"#;
    assert_has(&meta_html(rows), "Given</dt><dd class=\"bm-fact-value\"><time datetime=\"2025-04-10\">");
}

#[test]
fn dates_are_read_strictly_and_never_shifted() {
    let cases = [
        ("2025-04-10", Some("2025-04-10")),
        ("20250410", Some("2025-04-10")),
        ("2025-04-10 09:30:15", Some("2025-04-10T09:30")),
        ("2025-04-10T09:30:15.250Z", Some("2025-04-10T09:30Z")),
        ("2025-04-10T09:30+02:00", Some("2025-04-10T09:30+02:00")),
        ("2025-04-10T09:30-0530", Some("2025-04-10T09:30-05:30")),
        ("2024-02-29", Some("2024-02-29")),
        ("2025-02-29", None),
        ("0000-00-00", None),
        ("2025-13-01", None),
        ("2025-4-1", None),
        ("2025-04-10T25:00", None),
        ("2025-04-10 09:30 PM", None),
        ("2025-04-10T09:30+2:00", None),
        ("2025-04-10 late", None),
        ("10/04/2025", None),
        ("1744243200", None),
        ("", None),
    ];
    for (text, date) in cases {
        assert_eq!(parse_date(text).map(|date| date.iso()).as_deref(), date, "{text}");
    }
}
