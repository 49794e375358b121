//! Inputs that could be one format or another.

use super::{converted, converted_with};
use crate::support::options;
use backmatter::{decode, report::Need, tools::FirstPaint};

#[test]
fn what_looks_like_two_formats_is_one() {
    let cases = [
        (
            "blocks with a text are native",
            r#"{ "title": "T", "body": [{ "type": "paragraph", "text": "a" }] }"#,
            "backmatter/1",
        ),
        (
            "native lists and tables have no children",
            r#"{ "title": "T", "body": [{ "type": "list", "items": ["a"] }] }"#,
            "backmatter/1",
        ),
        (
            "blocks with children are Strapi's",
            r#"{ "title": "T", "body": [{ "type": "paragraph", "children": [{ "type": "text", "text": "a" }] }] }"#,
            "strapi",
        ),
        (
            "leaves without a type are Slate's",
            r#"{ "title": "T", "body": [{ "type": "paragraph", "children": [{ "text": "a" }] }] }"#,
            "slate",
        ),
        (
            "a block with `_type` is Portable Text",
            r#"{ "title": "T", "body": [{ "_type": "block", "children": [{ "_type": "span", "text": "a" }] }] }"#,
            "portable-text",
        ),
        (
            "a document is ProseMirror's",
            r#"{ "title": "T", "body": { "type": "doc", "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": "a" }] }] } }"#,
            "prosemirror",
        ),
        (
            "a root with a version is Lexical's",
            r#"{ "title": "T", "body": { "root": { "type": "root", "version": 1, "children": [{ "type": "paragraph", "children": [{ "type": "text", "text": "a" }] }] } } }"#,
            "lexical",
        ),
        ("a body that is HTML is HTML", r#"{ "title": "T", "body": "<p>a</p>" }"#, "html"),
        ("a body that is a text is native", r#"{ "title": "T", "body": "a < b" }"#, "backmatter/1"),
        (
            "blocks with data are Editor.js'",
            r#"{ "title": "T", "blocks": [{ "type": "paragraph", "data": { "text": "a" } }] }"#,
            "editorjs",
        ),
        ("a list of texts is a native body", r#"{ "title": "T", "body": ["a", "b"] }"#, "backmatter/1"),
        (
            "a root of elements is hast",
            r#"{ "type": "root", "children": [{ "type": "element", "tagName": "p", "children": [{ "type": "text", "value": "a" }] }] }"#,
            "hast",
        ),
        (
            "a root of paragraphs is mdast",
            r#"{ "type": "root", "children": [{ "type": "paragraph", "children": [{ "type": "text", "value": "a" }] }] }"#,
            "mdast",
        ),
        (
            "a root with a direction is Lexical's",
            r#"{ "type": "root", "direction": "ltr", "children": [{ "type": "paragraph", "children": [{ "type": "text", "text": "a" }] }] }"#,
            "lexical",
        ),
        (
            "WordPress has a format of its own",
            r#"{ "format": "standard", "id": 1, "title": { "rendered": "T" }, "content": { "rendered": "<p>a</p>" }, "meta": [], "modified": "2025-01-01T00:00:00" }"#,
            "wordpress",
        ),
        (
            "a post that carries a graph is a post",
            r#"{ "title": { "rendered": "T" }, "content": { "rendered": "a" }, "yoast_head_json": { "schema": { "@graph": [{ "@type": "Article" }] } } }"#,
            "wordpress",
        ),
        (
            "a bare list of related posts is one of posts",
            r#"[{ "id": 1, "title": { "rendered": "T" }, "excerpt": { "rendered": "a" } }]"#,
            "wordpress",
        ),
        (
            "Drupal's `data.attributes` are not Strapi's",
            r#"{ "jsonapi": { "version": "1.0" }, "data": { "type": "node--article", "attributes": { "title": "T", "body": { "value": "<p>a</p>", "processed": "<p>a</p>" } } } }"#,
            "html",
        ),
        (
            "a feed of blocks is a feed",
            r#"{ "version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [{ "id": "1", "title": "T", "content_text": "a" }] }"#,
            "jsonfeed",
        ),
    ];
    for (name, text, format) in cases {
        let found = converted(text);
        assert_eq!(found.report.format, format, "{name}: {:?}", found.report.reasons);
        assert!(found.post.title == "T" || found.post.title.is_empty(), "{name}");
        assert!(!found.post.body.is_empty() || text.contains("excerpt"), "{name}: {}", found.text);
    }
}

#[test]
fn the_native_meta_is_facts_and_that_of_others_is_not() {
    let ghost = r#"{ "posts": [{ "uuid": "u", "title": "T", "html": "<p>a</p>", "meta_title": "SEO" }], "meta": { "pagination": { "page": 1 } } }"#;
    assert!(!converted(ghost).text.contains("pagination"));
    assert!(!converted(ghost).text.contains("SEO"));
    let native = r#"{ "title": "T", "meta": { "pagination": { "page": 1 } } }"#;
    assert!(converted(native).text.contains("pagination"));
}

#[test]
fn a_program_that_reads_only_native_posts_says_that_it_is_another() {
    let cases = [
        r#"{ "id": 1, "title": { "rendered": "T" }, "content": { "rendered": "<p>a</p>" }, "author": 6, "meta": [] }"#,
        r#"[{ "id": 1, "title": { "rendered": "T" }, "content": { "rendered": "<p>a</p>" } }]"#,
        r#"{ "title": "T", "body": { "type": "doc", "content": [{}] } }"#,
        r#"{ "title": "T", "content": "<p>a</p>" }"#,
        r#"[{ "_type": "block", "children": [] }]"#,
    ];
    for text in cases {
        let decoded = decode(text, &options("{}"), &FirstPaint).unwrap();
        assert!(decoded.needs.has(Need::Format), "{text}");
    }
    for text in
        [r#"{ "title": "T", "body": "a" }"#, r#"{ "format": "backmatter/1", "title": "T", "content": "<p>a</p>" }"#]
    {
        assert!(!decode(text, &options("{}"), &FirstPaint).unwrap().needs.has(Need::Format), "{text}");
    }
}

#[test]
fn a_host_that_names_a_format_is_believed() {
    let cases = [
        ("text", "<p>a</p>", "&lt;p&gt;"),
        ("html", "a <b>b</b> c", "<strong>b</strong>"),
        (
            "prosemirror",
            r#"{ "title": "T", "notes": 1, "content": { "type": "doc", "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": "a" }] }] } }"#,
            "a",
        ),
    ];
    for (format, text, part) in cases {
        let found = converted_with(text, &format!(r#"{{ "format": "{format}" }}"#));
        assert_eq!((found.report.format.as_str(), found.report.confidence.to_bits()), (format, 1.0_f64.to_bits()));
        let html = crate::support::draw(found.post, options("{}"));
        assert!(html.contains(part), "{format}: {html}");
    }
    let found = converted_with(r#"{ "title": "T" }"#, r#"{ "format": "teleport" }"#);
    assert_eq!(found.report.notices[0].code.as_str(), "format-ignored");
}
