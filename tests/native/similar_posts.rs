//! The strip of similar posts.

use crate::support::{assert_has, assert_lacks, html};

#[test]
fn a_card_has_one_link_named_by_its_title() {
    let html = html(
        r#"{ "title": "T", "similar": [{ "url": "/a", "title": "A", "excerpt": "E", "image": "a.png", "published": "2025-01-02", "tags": "x" }] }"#,
    );
    assert_has(
        &html,
        "<li class=\"bm-card\"><img class=\"bm-card-image\" decoding=\"async\" loading=\"lazy\" alt=\"\" referrerpolicy=\"no-referrer\" src=\"a.png\">\
         <h4 class=\"bm-card-title\"><a class=\"bm-card-link\" href=\"/a\">A</a></h4><p class=\"bm-card-excerpt\">E</p>\
         <p class=\"bm-card-facts\"><time class=\"bm-card-fact\" datetime=\"2025-01-02\">2 January 2025</time><span class=\"bm-card-fact\">x</span></p></li>",
    );
    assert_eq!(html.matches("<a ").count(), 1);
}

#[test]
fn a_card_without_an_address_is_text() {
    let html = html(r#"{ "title": "T", "similar": [{ "url": "javascript:x", "title": "A" }] }"#);
    assert_has(&html, "<span class=\"bm-card-link\">A</span>");
    assert_lacks(&html, "<a ");
}
