//! `WordPress` input as real sites send it.

use super::{converted, input, notices, shown};
use crate::support::{assert_has, assert_lacks};

/// A post with additional fields.
fn post(fields: &str) -> String {
    format!(
        r#"{{ "title": {{ "rendered": "T" }}, "content": {{ "rendered": "<p>The article begins with these very words.</p>" }}, {fields} }}"#
    )
}

#[test]
fn entities_and_tags_of_titles_are_read() {
    assert_eq!(converted(&input("wordpress")).post.title, "Mending the pier’s oldest planks");
}

#[test]
fn the_date_is_that_of_utc() {
    let cases = [
        (r#""date": "2025-06-12T10:00:00", "date_gmt": "2025-06-12T08:00:00""#, Some("2025-06-12T08:00Z")),
        (r#""date": "2025-06-12T10:00:00""#, Some("2025-06-12T10:00")),
        (r#""date": "2025-06-12T10:00:00", "date_gmt": "0000-00-00T00:00:00""#, Some("2025-06-12T10:00")),
        (r#""date": false"#, None),
    ];
    for (fields, expected) in cases {
        let found = converted(&post(fields)).post.published.map(|date| date.iso());
        assert_eq!(found.as_deref(), expected, "{fields}");
    }
}

#[test]
fn a_number_is_nobodys_name() {
    let text = post(r#""author": 6"#);
    assert!(converted(&text).post.authors.is_empty());
    assert_lacks(&shown(&text), "By 6");
    assert!(
        notices(&text).iter().any(|notice| notice.starts_with("not-embedded author: no author")),
        "{:?}",
        notices(&text)
    );
}

#[test]
fn a_picture_that_is_only_a_number_is_one_notice() {
    let told = notices(&post(r#""featured_media": 276"#));
    assert_eq!(told.iter().filter(|notice| notice.contains("picture")).count(), 1, "{told:?}");
    let with = converted(&post(r#""featured_media": 276, "jetpack_featured_media_url": "https://a.example/p.jpg""#));
    assert_eq!(with.post.images.len(), 1);
}

#[test]
fn the_picture_of_the_article_does_not_stand_in_the_gallery_too() {
    let text = r#"{ "title": { "rendered": "T" }, "content": { "rendered": "<img src='https://a.example/p-300x200.jpg' alt=''>" },
        "featured_media": 1, "jetpack_featured_media_url": "https://a.example/p.jpg?fit=1" }"#;
    let found = converted(text);
    assert!(found.post.images.is_empty(), "{}", found.text);
    assert_eq!(found.post.body_images().len(), 1);
}

#[test]
fn introductions_say_what_the_article_does_not() {
    let cases = [
        ("<p>Why oak lasts [&hellip;]</p>", "Why oak lasts"),
        (
            "<p>Why oak lasts… <a class='more-link' href='/x'>Continue reading <span>the post</span></a></p>",
            "Why oak lasts…",
        ),
        ("<p>Why oak lasts <span class='read-more'><a href='/x'>Read More &raquo;</a></span></p>", "Why oak lasts"),
        ("<p>The article begins with these very words. [&hellip;]</p>", ""),
        ("", ""),
    ];
    for (excerpt, expected) in cases {
        let text = post(&format!(r#""excerpt": {{ "rendered": "{excerpt}" }}"#));
        assert_eq!(backmatter::model::plain_text(&converted(&text).post.intro).trim(), expected, "{excerpt}");
    }
}

#[test]
fn meta_and_fields_come_in_every_shape() {
    for fields in [r#""meta": [], "acf": []"#, r#""meta": {}, "acf": false"#, r#""meta": "", "acf": null"#] {
        assert_lacks(&converted(&post(fields)).text, "\"meta\"");
    }
    let text = converted(&post(r#""acf": { "depth": "3 m" }, "meta": { "boat": ["Marlin"], "crew": ["4"] }"#)).text;
    assert_has(&text, r#""meta":{"depth":"3 m","boat":"Marlin","crew":"4"}"#);
}

#[test]
fn classes_name_the_terms_where_nothing_is_embedded() {
    for classes in
        [r#"["post", "category-repairs", "tag-oak"]"#, r#"{ "0": "post", "2": "category-repairs", "5": "tag-oak" }"#]
    {
        let text = converted(&post(&format!(r#""categories": [1], "class_list": {classes}"#))).text;
        assert_has(&text, r#""categories":["repairs"],"tags":["oak"]"#);
    }
}

#[test]
fn what_programs_keep_for_themselves_is_put_away() {
    let text = post(
        r#""yoast_head_json": { "title": "SEO" }, "rank_math_title": "R", "meta": { "site-post-title": "enabled", "footer-sml-layout": "x", "boat": "Marlin" }"#,
    );
    let html = shown(&text);
    assert_has(&html, "Marlin");
    for put_away in ["SEO", "enabled"] {
        let (before, _) = html.split_once("bm-facts-away").unwrap();
        assert_lacks(before, put_away);
    }
}

#[test]
fn related_posts_are_cards_without_the_dates_that_people_read() {
    let post = converted(&input("wordpress")).post;
    assert_eq!(post.similar.len(), 1);
    assert_eq!((post.similar[0].title.as_str(), &post.similar[0].published), ("Where oak comes from", &None));
}

#[test]
fn the_others_of_a_list_are_candidates() {
    assert_has(&converted(&input("wordpress-list")).text, r#""title":"The third & last""#);
}

#[test]
fn notices_are_counted_and_name_the_first_place() {
    let told = notices(&input("wordpress"));
    assert!(
        told.iter()
            .any(|notice| notice.starts_with("element-as-link content.rendered: ") && notice.contains("(2 times)")),
        "{told:#?}"
    );
}

#[test]
fn the_report_says_what_came_from_where() {
    let mapped = converted(&input("wordpress")).mapped;
    for expected in [
        ("title", "title.rendered"),
        ("body", "content.rendered"),
        ("authors", "_embedded.author"),
        ("published", "date_gmt"),
    ] {
        assert!(mapped.iter().any(|(part, way)| (*part, way.as_str()) == expected), "{expected:?} in {mapped:?}");
    }
}

#[test]
fn an_article_without_words_is_said() {
    let empty =
        r#"{ "id": 1, "title": { "rendered": "T" }, "content": { "rendered": "" }, "excerpt": { "rendered": "" } }"#;
    let is_said = |text: &str| notices(text).iter().any(|notice| notice.starts_with("body-missing"));
    assert!(is_said(empty), "{:?}", notices(empty));
    assert!(!is_said(&post(r#""author": 6"#)));
}
