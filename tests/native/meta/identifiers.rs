//! Point 7: identifiers are kept whole, show both ends, and are not translated.

use crate::support::{assert_has, fact_html};

#[test]
fn a_long_one_is_shown_by_both_ends_and_is_all_there() {
    let html = fact_html("sha256", "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"");
    assert_has(
        &html,
        "<span class=\"bm-identifier-head\">9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0</span>\
         <span class=\"bm-identifier-tail\">f00a08</span></code>",
    );
    assert_has(&html, "translate=\"no\"");
    assert_has(&html, "data-bm-action=\"copy-identifier\" aria-label=\"Copy 9f86d081884c\"");
}

#[test]
fn what_is_one_and_what_is_not() {
    let is = |key: &str, value: &str| fact_html(key, value).contains("bm-identifier");
    for (key, value) in
        [("uuid", "\"6ecd8c99-4036-403d-bf84-cf8400f67836\""), ("etag", "\"W/\\\"x\\\"\""), ("hash", "7")]
    {
        assert!(is(key, value), "{key}");
    }
    for (key, value) in [
        ("hash", "\"two words\""),
        ("note", "\"6ecd8c99-4036-403d-bf84-cf8400f67836\""),
        ("video", "\"9f86d081884c7d659a2feaa0c55ad015\""),
        ("session_id", "\"77aa\""),
    ] {
        assert!(!is(key, value), "{key}: {value}");
    }
}

#[test]
fn letters_of_many_bytes_are_not_cut() {
    assert_has(&fact_html("reference", &format!("\"{}\"", "鍵".repeat(40))), "</span></code>");
}
