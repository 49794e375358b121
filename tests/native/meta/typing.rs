//! Point 2: the key decides the kind, the host's hints win, and the value alone decides nothing.

use crate::support::{assert_has, assert_lacks, fact_html, html_with, meta_html};
use backmatter::{
    facts::{humanised, kind_of},
    model::{Date, Kind},
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
        ("timestamp", Some(Kind::Date)),
        ("image_urls", Some(Kind::Link)),
        ("photos", Some(Kind::Image)),
        ("etag", Some(Kind::Identifier)),
        ("sha256", Some(Kind::Identifier)),
        ("quality", Some(Kind::Measure)),
        ("review_status", Some(Kind::Tag)),
        ("read_minutes", Some(Kind::Duration)),
        ("count_down", None),
        ("dated", None),
        ("", None),
    ];
    for (key, kind) in cases {
        assert_eq!(kind_of(key, None), kind, "{key}");
    }
    assert_eq!(kind_of("ai_generated", Some(Kind::Flag)), Some(Kind::Flag), "a map of flags passes its kind on");
}

#[test]
fn a_number_takes_its_unit_from_the_key() {
    for (meta, expected) in [
        (r#"{ "took_ms": 48 }"#, ["Took", "48&nbsp;ms"]),
        (r#"{ "cpuPercent": 12.5 }"#, ["CPU", "12.5&nbsp;%"]),
        (r#"{ "size_kb": "24635" }"#, ["Size", "24,635&nbsp;KB"]),
        (r#"{ "route": { "length_km": 3.25 } }"#, ["Length", "3.25&nbsp;km"]),
        // Without a number, or where the unit is the whole key, the key is a name like any other.
        (r#"{ "took_ms": "unknown" }"#, ["Took ms", "unknown"]),
        (r#"{ "percent": 48 }"#, ["Percent", ">48<"]),
        (r#"{ "took_ms": [48, 52] }"#, ["Took ms", ">48<"]),
    ] {
        let html = meta_html(meta);
        for part in expected {
            assert_has(&html, part);
        }
    }
    let html = html_with(
        r#"{ "title": "T", "meta": { "took_ms": 48 } }"#,
        r#"{ "fields": { "took_ms": { "label": "Time in ms" } } }"#,
    );
    assert_has(&html, "Time in ms");
    assert_lacks(&html, "48&nbsp;ms");
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
        (
            "hash",
            "\"d41bcbef\"",
            "<code class=\"bm-identifier\" translate=\"no\">d41bcbef</code><button class=\"bm-identifier-copy\" type=\"button\" data-bm-action=\"copy-identifier\" aria-label=\"Copy d41bcbef\"></button>",
        ),
        ("difficulty", "\"advanced\"", "<bdi class=\"bm-tag\">advanced</bdi>"),
        ("version", "\"1.7.2\"", "1.7.2"),
        (
            "website",
            "\"https://a.example/b/\"",
            "<a class=\"bm-fact-link\" href=\"https://a.example/b/\" rel=\"noopener noreferrer\">a.example/b</a>",
        ),
        ("website", "\"javascript:alert(1)\"", "javascript:alert(1)"),
        ("website", "\"n/a\"", "n/a"),
        ("note", "\"<b>&\"", "&lt;b&gt;&amp;"),
        ("note", "\"é 铅笔\"", "é 铅笔"),
        ("note", "\"עט\"", "<bdi class=\"bm-text\">עט</bdi>"),
        ("note", "\"pen قلم\"", "<bdi class=\"bm-text\">pen قلم</bdi>"),
        ("note", "\"a\\nb\"", "<bdi class=\"bm-text\">a<br>b</bdi>"),
    ];
    for (key, value, html) in cases {
        assert_eq!(fact_html(key, value), html, "{key}: {value}");
    }
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
fn the_host_has_the_last_word() {
    let given = r#"{ "fields": { "b": { "label": "Bee", "order": 1 }, "n": { "kind": "count" }, "secret": { "hidden": true } } }"#;
    let html = html_with(r#"{ "title": "T", "meta": { "a": 1, "n": 12345, "b": 2, "secret": 3 } }"#, given);
    assert!(html.find("Bee").unwrap() < html.find(">A<").unwrap());
    assert_has(&html, "12,345");
    assert_lacks(&html, "Secret");
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
        assert_eq!(Date::parse(text).map(|date| date.iso()).as_deref(), date, "{text}");
    }
}

#[test]
fn a_number_is_a_date_only_where_its_key_or_the_host_says_so() {
    let cases = [
        ("views", "1234567890123", "1,234,567,890,123"),
        ("anything", "1234567890123", "<span class=\"bm-number\">1234567890123</span>"),
        ("published_at", "1234567890123", "13 February 2009, 23:31 UTC"),
        ("published_at", "1744243200", "10 April 2025, 00:00 UTC"),
        ("published_at", "\"1744243200\"", "10 April 2025, 00:00 UTC"),
        ("published_at", "20250410", "10 April 2025"),
        ("published_at", "7", "<span class=\"bm-number\">7</span>"),
        ("anything", "\"20250410\"", "20250410"),
        ("anything", "\"2025-04-10\"", "2025-04-10"),
    ];
    for (key, value, shown) in cases {
        assert_has(&fact_html(key, value), shown);
    }
    let hinted = html_with(
        r#"{ "title": "T", "meta": { "stamp": 1744243200000 } }"#,
        r#"{ "fields": { "stamp": { "kind": "date" } } }"#,
    );
    assert_has(&hinted, "10 April 2025, 00:00 UTC");
}

#[test]
fn seconds_since_1970_are_days_of_the_calendar() {
    let cases = [
        ("951782400", Some("2000-02-29T00:00Z")),
        ("1709164799", Some("2024-02-28T23:59Z")),
        ("1709251199", Some("2024-02-29T23:59Z")),
        ("4102444800", Some("2100-01-01T00:00Z")),
        ("1709251199000", Some("2024-02-29T23:59Z")),
        ("12345678901", None),
        ("12345678", None),
        ("-170925119", None),
        ("170925119x", None),
    ];
    for (digits, date) in cases {
        assert_eq!(Date::from_epoch(digits).map(|date| date.iso()).as_deref(), date, "{digits}");
    }
}

#[test]
fn no_and_nothing_are_told_apart_by_the_key() {
    let cases = [
        ("is_paid", "false", "no"),
        ("is_paid", "\"0\"", "no"),
        ("is_paid", "\"on\"", "yes"),
        ("is_paid", "\"\"", "empty"),
        ("is_paid", "null", "empty"),
        ("gallery", "false", "empty"),
        ("related_items", "false", "empty"),
        ("published_at", "false", "empty"),
        ("published_at", "\"0000-00-00\"", "empty"),
        ("anything", "\"0000-00-00 00:00:00\"", "empty"),
        ("featured", "false", "no"),
        ("depth", "\"0\"", "0"),
    ];
    for (key, value, shown) in cases {
        let html = meta_html(&format!(r#"{{ "kept": 1, "{key}": {value} }}"#));
        let found = if html.contains("1 empty field") {
            "empty"
        } else if html.contains(">no<") {
            "no"
        } else if html.contains(">yes<") {
            "yes"
        } else {
            shown
        };
        assert_eq!(found, shown, "{key}: {value}");
        assert!(shown != "0" || html.contains(">0</dd>"), "{html}");
    }
}

#[test]
fn hints_win_over_keys_and_shapes() {
    let cases = [
        (r#"{ "views": 7 }"#, r#"{ "views": { "kind": "text" } }"#, "<dd class=\"bm-fact-value\">7</dd>"),
        (r#"{ "ports": "Sill, Bar" }"#, r#"{ "ports": { "kind": "list" } }"#, "Sill</li><li class=\"bm-value\">Bar"),
        (r#"{ "text": "{\"a\":1}" }"#, r#"{ "text": { "kind": "text" } }"#, "{\"a\":1}"),
        (
            r#"{ "years": { "0": "a", "1": "b" } }"#,
            r#"{ "years": { "kind": "map" } }"#,
            "<dt class=\"bm-fact-label\">0</dt>",
        ),
        (r#"{ "one": [{ "a": 1 }] }"#, r#"{ "one": { "kind": "records" } }"#, "<table"),
        (r#"{ "paid": "1" }"#, r#"{ "paid": { "labels": { "1": "members only", "0": "free" } } }"#, "members only"),
        (r#"{ "is_paid": false }"#, r#"{ "is_paid": { "labels": { "1": "members only", "0": "free" } } }"#, "free"),
        (r#"{ "tier": ["a", "b"] }"#, r#"{ "tier": { "labels": { "a": "first" } } }"#, "first</li>"),
        (r#"{ "seo": { "focus": "x" } }"#, r#"{ "focus": { "label": "Focus word" } }"#, "Focus word"),
        (
            r#"{ "a": [{ "x": 1, "y": 2 }, { "x": 0 }] }"#,
            r#"{ "x": { "label": "Lit", "kind": "flag" } }"#,
            ">Lit</button>",
        ),
        (r#"{ "a": [{ "x": 1, "y": 2 }, { "x": 0 }] }"#, r#"{ "x": { "labels": { "1": "lit" } } }"#, ">lit</td>"),
        (r#"{ "a": { "x": "1" } }"#, r#"{ "x": { "labels": { "1": "lit" } } }"#, ">lit</dd>"),
        (r#"{ "_layout": "wide" }"#, r#"{ "_layout": { "hidden": false } }"#, "<dd class=\"bm-fact-value\">wide"),
    ];
    for (meta, fields, shown) in cases {
        let html =
            html_with(&format!(r#"{{ "title": "T", "meta": {meta} }}"#), &format!(r#"{{ "fields": {fields} }}"#));
        assert_has(&html, shown);
        assert_lacks(&html, "internal field");
    }
}
