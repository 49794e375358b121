//! Broken input is shown as far as possible, and each fault has a sentence and a code.

use super::{converted, input, notices, refused};
use crate::support::{TOOLS, options};
use backmatter::formats::convert;

#[test]
fn what_cannot_be_shown_says_why() {
    let cases = [
        ("<!doctype html><p>404</p>", "bad-json", "a page of HTML and not JSON"),
        ("{ \"title\": ", "bad-json", "the text ends"),
        (
            r#"{ "code": "rest_post_invalid_id", "message": "Invalid post ID.", "data": { "status": 404 } }"#,
            "not-a-post",
            "Invalid post ID. (rest_post_invalid_id, 404)",
        ),
        (
            r#"{ "code": "rest_forbidden", "message": "Sorry, you are not allowed to do that.", "data": { "status": 401 } }"#,
            "protected",
            "not allowed",
        ),
        (
            r#"{ "title": { "rendered": "Secret" }, "content": { "rendered": "", "protected": true } }"#,
            "protected",
            "protected",
        ),
        (
            r#"{ "posts": [{ "uuid": "u", "title": "For members", "html": "", "access": false }] }"#,
            "protected",
            "protected",
        ),
        (
            r#"{ "title": { "rendered": "" }, "content": { "rendered": "" } }"#,
            "not-a-post",
            "looked for title.rendered",
        ),
        (
            r#"{ "title": { "rendered": "" }, "content": 7, "excerpt": { "rendered": "" } }"#,
            "not-a-post",
            "content.rendered",
        ),
        (r#"{ "version": "https://jsonfeed.org/version/1.1", "items": [] }"#, "not-a-post", "no posts in items"),
        ("[]", "not-a-post", "an empty list"),
        ("{}", "not-a-post", "an object without keys"),
        (r#"{ "foo": 1, "bar": 2 }"#, "not-a-post", "an object with foo, bar"),
        ("17", "not-a-post", "a number"),
    ];
    for (text, code, part) in cases {
        let (found, message) = refused(text);
        assert!(found == code && message.contains(part), "{text}: {found}: {message}");
    }
}

#[test]
fn what_is_broken_costs_itself() {
    let cases = [
        ("half an object of WordPress", r#"{ "title": { "rendered": "T" } }"#, None),
        ("a number as content", r#"{ "title": { "rendered": "T" }, "content": { "rendered": 7 } }"#, None),
        (
            "an object as content",
            r#"{ "title": { "rendered": "T" }, "content": { "rendered": { "x": [] } } }"#,
            Some("wrong-shape content.rendered: left out"),
        ),
        (
            "the picture of another post",
            r#"{ "title": { "rendered": "T" }, "featured_media": 1, "_embedded": { "wp:featuredmedia": [{ "id": 2, "source_url": "https://a.example/b.png" }] } }"#,
            Some("embedded-elsewhere _embedded.wp:featuredmedia[0]: the picture left out"),
        ),
        (
            "an error as author",
            r#"{ "title": { "rendered": "T" }, "author": 3, "_embedded": { "author": [{ "code": "a", "message": "b", "data": { "status": 404 } }] } }"#,
            Some("embedded-error _embedded.author[0]: an error in place of an author"),
        ),
        (
            "a node of no type",
            r#"{ "title": "T", "content": { "type": "doc", "content": [{}, 7, { "type": "paragraph", "content": [{ "type": "text", "text": "a" }] }] } }"#,
            Some("wrong-shape content.content[1]: left out"),
        ),
        (
            "a block of an unknown type",
            r#"{ "blocks": [{ "type": "header", "data": { "text": "H" } }, { "type": "poll", "data": {} }] }"#,
            Some("part-dropped blocks[1]: a node of type \"poll\" left out"),
        ),
        (
            "a tree that is a text",
            r#"{ "uuid": "u", "visibility": "public", "title": "T", "lexical": "no JSON" }"#,
            Some("body-as-text lexical: shown as plain text"),
        ),
        (
            "a bad date",
            r#"{ "title": { "rendered": "T" }, "date_gmt": "soon", "date": "2025-01-02T03:04:05" }"#,
            Some("date-refused date_gmt: date left out"),
        ),
    ];
    for (name, text, notice) in cases {
        let found = converted(text);
        assert!(!found.post.title.is_empty() || !found.post.body.is_empty(), "{name}");
        let told = notices(text);
        assert!(notice.is_none_or(|notice| told.iter().any(|one| one.starts_with(notice))), "{name}: {told:#?}");
    }
}

#[test]
fn lines_of_json_are_posts_and_a_bad_line_costs_itself() {
    let text = "{ \"title\": \"One\", \"body\": \"a\" }\n{ \"title\": \n\n{ \"title\": \"Two\", \"body\": \"b\" }\n";
    let found = converted(text);
    assert_eq!((found.post.title.as_str(), found.posts), ("One", 2));
    assert!(notices(text)[0].starts_with("line-dropped : line 2 left out"), "{:?}", notices(text));
}

#[test]
fn a_list_of_fifty_thousand_posts_shows_the_first() {
    let one = r#"{ "id": 1, "title": { "rendered": "T &amp; U" }, "content": { "rendered": "<p>a</p>" }, "excerpt": { "rendered": "" } }"#;
    let text = ["[", &vec![one; 50_000].join(","), "]"].concat();
    let found = convert(&text, &options("{}"), &TOOLS).unwrap();
    assert_eq!((found.post.title.as_str(), found.posts), ("T & U", 50_000));
    assert!(found.report.notices.iter().any(|notice| notice.what == "49799 of the other posts are not compared"));
}

/// A body is replaced by each odd value in turn: never a panic, and always a post or a reason.
#[test]
fn malformed_bodies_of_every_format_degrade() {
    let odd = [
        "null",
        "7",
        "true",
        "\"\"",
        "\"plain\"",
        "[]",
        "{}",
        "[[[]]]",
        "[null]",
        "[{}]",
        "{\"type\":\"doc\"}",
        "{\"root\":{}}",
    ];
    let fields = [
        "\"content\":",
        "\"body\":",
        "\"children\":",
        "\"blocks\":",
        "\"text\":",
        "\"marks\":",
        "\"attrs\":",
        "\"data\":",
        "\"items\":",
        "\"sections\":",
        "\"fields\":",
        "\"rendered\":",
    ];
    for name in super::inputs() {
        let text = input(&name);
        for field in fields {
            for value in odd {
                for (at, _) in text.match_indices(field).take(8) {
                    let mutated = [&text[..at], field, value, ",\"was\":", &text[at + field.len()..]].concat();
                    if let Ok(found) = convert(&mutated, &options("{}"), &TOOLS) {
                        assert!(!found.text.is_empty(), "{name}");
                    }
                }
            }
        }
    }
}
