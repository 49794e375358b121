//! Point 5: empty and internal fields are hidden at first, counted, and shown on demand.

use super::{facts, facts_with};
use crate::support::{assert_has, assert_lacks, between, meta_html, notices_of};

#[test]
fn what_is_empty_is_counted() {
    let html = meta_html(r#"{ "a": 1, "b": [], "c": {}, "d": "", "e": null, "f": [null, ""], "g": { "h": null } }"#);
    assert_has(
        &html,
        "<details class=\"bm-facts-group bm-facts-away\"><summary class=\"bm-facts-title\"><span class=\"bm-facts-name\">6 empty fields</span></summary>",
    );
    assert_has(between(&html, "6 empty fields", "</details>"), "<code>{\"h\":null}</code>");
    assert_has(&meta_html(r#"{ "a": 1, "b": [] }"#), "1 empty field<");
    for empty in ["[]", "{}", "null", "false", "\"\""] {
        assert_eq!(meta_html(empty), "", "{empty}");
    }
}

#[test]
fn fields_of_programs_are_put_away_and_others_are_not() {
    let internal = [
        "_edit_lock",
        "_acf_changed",
        "ast-banner-title-visibility",
        "site-sidebar-layout",
        "rank_math_score",
        "footnotes",
        "_x",
    ];
    let shown = ["edit_lock", "site_name", "fast-lane", "footnote", "sidebar", "score", "ranking"];
    for key in internal {
        let found = facts(&format!(r#"{{ "kept": 1, "{key}": "v" }}"#));
        assert_eq!((found.rows.len(), found.internal.len()), (1, 1), "{key}");
    }
    for key in shown {
        assert_eq!(facts(&format!(r#"{{ "kept": 1, "{key}": "v" }}"#)).internal, [], "{key}");
    }
    let meta = r#"{ "kept": 1, "_edit_lock": "1744243200:7", "_edit_last": "7", "depth": "" }"#;
    let html = meta_html(meta);
    assert_has(between(&html, "2 internal fields", "</details>"), "1744243200:7");
    assert_has(&html, "1 empty field<");
    assert_has(
        &notices_of(&format!(r#"{{ "title": "T", "meta": {meta} }}"#)).join("\n"),
        "meta: 2 internal fields are not shown at first",
    );
}

#[test]
fn what_the_host_hides_is_nowhere() {
    let found = facts_with(r#"{ "a": 1, "note": "for editors" }"#, r#"{ "fields": { "note": { "hidden": true } } }"#);
    assert_eq!((found.rows.len(), found.source.as_str()), (1, r#"{"a":1}"#));
}

#[test]
fn a_box_with_nothing_to_say_is_not_there() {
    for meta in [r#"{ "a": "" }"#, r#"{ "_edit_lock": "1:1" }"#, r#"{ "a": { "b": [] } }"#] {
        assert_lacks(&meta_html(meta), "bm-fact");
    }
}
