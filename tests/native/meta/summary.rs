//! The meta box: its summary and its digest.

use crate::support::{assert_has, assert_lacks, between, fixture, html, parts};

/// The digest without the elements around its parts.
fn digest(html: &str) -> String {
    let rest = html.split_once("<span class=\"bm-post-meta-digest\">").unwrap().1;
    parts(rest.split_once("</span></summary>").unwrap().0)
}

#[test]
fn a_closed_box_is_already_useful() {
    let html = html(&fixture("full"));
    assert_has(
        &html,
        "<h3 class=\"bm-post-meta-title\">About this note</h3> <span class=\"bm-post-meta-digest\"><span",
    );
    assert_eq!(
        digest(&html),
        "<bdi>18 fields</bdi> · <bdi>intermediate</bdi> · <bdi>11 min</bdi> · <bdi>24,635 views</bdi> · <bdi>last reviewed 10 April 2025</bdi>"
    );
}

/// A label and a value of two directions would mix in one isolated text.
#[test]
fn a_value_of_the_digest_is_isolated_from_a_label_of_another_direction() {
    let of = |label: &str| {
        html(&format!(
            r#"{{ "title": "T", "meta": [{{ "key": "reviewed", "label": "{label}", "value": "2025-04-10" }}] }}"#
        ))
    };
    assert_has(&of("تاريخ"), "<bdi>تاريخ <bdi>10 April 2025</bdi></bdi>");
    assert_has(&of("Reviewed"), "<bdi>reviewed 10 April 2025</bdi>");
}

#[test]
fn without_a_title_the_labels_have_one() {
    let html = html(r#"{ "title": "T", "meta": { "mood": "calm" } }"#);
    assert_has(&html, "<h3 class=\"bm-post-meta-title\">About this post</h3> ");
    assert_eq!(digest(&html), "<bdi>1 field</bdi>");
}

/// A page may have several boxes: their landmarks need different names.
#[test]
fn the_box_is_a_landmark_that_is_named_for_the_box_and_the_post() {
    let landmark = |text: &str| between(&html(text), "<section class=\"bm-about\"", "><details").to_string();
    assert_eq!(landmark(r#"{ "title": "T", "meta": { "a": 1 } }"#), " aria-label=\"About this post – T\"");
    assert_eq!(landmark(r#"{ "title": "T", "meta_title": "M", "meta": { "a": 1 } }"#), " aria-label=\"M – T\"");
    assert_eq!(landmark(r#"{ "body": "B", "meta": { "a": 1 } }"#), " aria-label=\"About this post\"");
    for nothing in [r#"{ "title": "T" }"#, r#"{ "title": "T", "meta": {} }"#] {
        assert_lacks(&html(nothing), "bm-about");
    }
}

#[test]
fn a_long_box_comes_in_several_lists() {
    let fields: Vec<String> = (0..120).map(|index| format!("\"field {index}\": {index}")).collect();
    let html = html(&format!("{{ \"title\": \"T\", \"meta\": {{ {} }} }}", fields.join(",")));
    assert_eq!(html.matches("<dl class=\"bm-facts\">").count(), 3);
    assert_eq!(html.matches("<div class=\"bm-fact\">").count(), 120);
}

#[test]
fn before_its_facts_are_read_it_is_a_title_and_an_empty_line() {
    let (mut post, _) = crate::support::post(r#"{ "title": "T", "meta": { "mood": "calm" } }"#);
    post.meta.facts = None;
    let html = crate::support::draw(post, backmatter::Options::default());
    assert_has(&html, "About this post</h3> <span class=\"bm-post-meta-digest\">&nbsp;</span></summary></details>");
}
