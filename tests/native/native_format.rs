//! The native format: coerced on the way in, exact on the way out.

use crate::support::{
    TOOLS, assert_has, assert_lacks, between, failure, fixture, fixtures, html, html_with, notices_of, options,
    parse_html, post, post_with,
};
use backmatter::{
    formats, json,
    report::{FailureCode, NoticeCode},
    tools::Whole,
};

#[test]
fn names_are_taken_in_any_spelling_and_values_one_or_many() {
    let cases = [
        r#"{ "metaTitle": "M", "title": "T", "body": "B", "meta": { "a": 1 } }"#,
        r#"{ "meta_title": "M", "Title": "T", "Body": ["B"], "meta": [{ "key": "a", "value": 1 }] }"#,
        r#"{ "meta-title": "M", "TITLE": "T", "body": { "type": "paragraph", "text": "B" }, "meta": { "a": "1" } }"#,
    ];
    for text in cases {
        let html = html(text);
        assert_has(&html, "<h2 class=\"bm-title\">T</h2>");
        assert_has(&html, "<p class=\"bm-paragraph\">B</p>");
        assert_has(&html, "<h3 class=\"bm-post-meta-title\">M</h3>");
    }
    let (one, _) = post(r#"{ "title": 7, "authors": "A", "images": "a.png" }"#);
    assert_eq!((one.title.as_str(), one.authors.len(), one.images.len()), ("7", 1, 1));
}

#[test]
fn what_is_no_post_says_why() {
    let cases = [
        ("", FailureCode::BadJson, "expected a value, but the text ends at line 1, column 1"),
        ("{\"title\":", FailureCode::BadJson, "expected a value, but the text ends at line 1, column 10"),
        ("<!doctype html>", FailureCode::BadJson, "expected a value, found `<` at line 1, column 1"),
        ("null", FailureCode::NotAPost, "the JSON is no post: it is null"),
        ("\"text\"", FailureCode::NotAPost, "the JSON is no post: it is a text"),
        ("[]", FailureCode::NotAPost, "the JSON is no post: it is a list"),
        ("{}", FailureCode::NotAPost, "the JSON is no post: it has no field of a post"),
        (r#"{ "foo": 1 }"#, FailureCode::NotAPost, "the JSON is no post: it has no field of a post"),
        (
            r#"{ "date": "2025-04-10", "url": "/a", "id": 7, "authors": ["A"] }"#,
            FailureCode::NotAPost,
            "the JSON is no post: it has no field of a post",
        ),
    ];
    for (text, code, message) in cases {
        assert_eq!(failure(text), (code, message.to_string()), "for {text}");
    }
    assert_eq!(failure(&" ".repeat(64_000_001)).0, FailureCode::TooLarge);
}

#[test]
fn every_wrong_field_costs_itself_and_leaves_a_notice() {
    let cases = [
        (r#""url": "javascript:alert(1)""#, "url: address left out (its scheme is not allowed here)"),
        (r#""title": {}"#, "title: left out (expected a text, found an object)"),
        (r#""title": null"#, "title: no heading is shown (the post has no title)"),
        (r#""lang": "en\"><script>""#, "lang: language ignored (it is no BCP 47 language tag)"),
        (r#""dir": "sideways""#, "dir: direction ignored (it is none of ltr, rtl and auto)"),
        (r#""published": "yesterday""#, "published: date left out (it is no date in a form such as 2025-04-10)"),
        (
            r#""authors": [{ "name": "A", "url": "data:x" }]"#,
            "authors[0].url: address left out (its scheme is not allowed here)",
        ),
        (r#""body": 7"#, "body: left out (expected a text or a list of blocks, found a number)"),
        (r#""body": [7]"#, "body[0]: left out (expected a block, found a number)"),
        (
            r#""body": [{ "type": "teleport", "text": "x" }]"#,
            "body[0]: shown as a paragraph (the format has no block of type \"teleport\")",
        ),
        (r#""body": [{ "text": "x" }]"#, "body[0]: shown as a paragraph (the block has no type)"),
        (r#""body": [{ "type": "heading" }]"#, "body[0]: block left out (it has no text)"),
        (r#""body": [{ "type": "list", "items": [] }]"#, "body[0]: block left out (the list has no items)"),
        (r#""body": [{ "type": "table" }]"#, "body[0]: block left out (the table has no rows)"),
        (
            r#""body": [{ "type": "paragraph", "text": [{ "text": "x", "marks": ["blink"] }] }]"#,
            "body[0].text[0].marks[0]: mark ignored (the format has no such mark)",
        ),
        (
            r#""body": [{ "type": "html", "html": "<script>x</script>" }]"#,
            "body[0].html: <script> was left out (content is drawn without scripts, styles and forms)",
        ),
        (
            r#""images": [{ "src": "a.png", "width": "wide" }]"#,
            "images[0].width: dimension ignored (it is no whole number of pixels from 1 to 65,535)",
        ),
        (
            r#""images": [{ "src": "a.png", "credit": { "source_url": "x:y" } }]"#,
            "images[0].credit.source_url: address left out (its scheme is not allowed here)",
        ),
        (r#""images": [{ "caption": "c" }]"#, "images[0]: shown without a picture (the image has no src)"),
        (
            r#""images": [{ "src": "a.png", "srcset": "javascript:x 2x" }]"#,
            "images[0].srcset: candidate left out (its scheme is not allowed here)",
        ),
        (r#""similar": [{ "url": "/x" }]"#, "similar[0]: card left out (it has no title)"),
        (r#""similar": ["x"]"#, "similar[0]: left out (expected a card, found a text)"),
        (r#""colour": 7"#, "colour: not shown (the format has no such field)"),
    ];
    for (field, notice) in cases {
        let text = format!(r#"{{ "id": "kept", "intro": "Everything else stays", {field} }}"#);
        let notices = notices_of(&text);
        assert!(notices.iter().any(|found| found == notice), "expected {notice}\n   among {notices:#?}");
        assert_has(&html(&text), "Everything else stays");
    }
}

#[test]
fn a_list_of_posts_shows_the_first() {
    let text = r#"[{ "title": "First" }, { "title": "Second" }]"#;
    assert_has(&html(text), "First");
    assert_eq!(notices_of(text), [": only the first post is shown (the input is a list of posts)"]);
}

#[test]
fn detection_gives_its_reasons() {
    let detect = |text: &str| {
        let document = json::read(text).unwrap();
        let found = formats::detect(&document.value, None);
        (found.format, found.reason)
    };
    assert_eq!(detect(r#"{ "format": "backmatter/1" }"#), ("backmatter/1", "it names its format".into()));
    assert_eq!(detect(r#"{ "title": "", "body": "" }"#), ("backmatter/1", "it has title, body".into()));
    assert_eq!(detect("[]"), ("", "it is a list".into()));
}

#[test]
fn html_is_text_where_no_parser_may_be_used() {
    let text = r#"{ "body": [{ "type": "html", "html": "<p>a</p>" }] }"#;
    let decoded = backmatter::decode(text, &options("{}"), &Whole { parse_html: |_| None, ..TOOLS }).unwrap();
    assert_has(&crate::support::draw(decoded.post, options("{}")), "&lt;p&gt;a&lt;/p&gt;");
    assert_eq!(decoded.report.notices[1].code, NoticeCode::HtmlAsText);
    assert!(decoded.needs.is_empty(), "another program could not parse it either");
}

#[test]
fn relative_addresses_follow_the_base_url() {
    let html = html_with(&fixture("full"), r#"{ "baseUrl": "https://notes.example/2025/" }"#);
    assert_has(&html, "src=\"https://notes.example/2025/images/harbour.svg\"");
    assert_has(&html, "href=\"https://notes.example/notes/lead-line\"");
}

#[test]
fn headings_follow_the_heading_base() {
    let body = r#"{ "title": "T", "body": [{ "type": "heading", "level": 3, "text": "A" }, { "type": "heading", "level": 4, "text": "B" }] }"#;
    assert_has(&html(body), "<h2 class=\"bm-title\">T</h2>");
    assert_has(&html(body), "<h3 class=\"bm-heading\" id=\"bm-a\">A</h3>");
    assert_has(&html_with(body, r#"{ "headingBase": 5 }"#), "<h6 class=\"bm-heading\" id=\"bm-b\">B</h6>");
}

/// Names that sites use for the same fields are read, too.
#[test]
fn common_names_of_other_sites_are_read() {
    for (text, expected) in [
        (r#"{ "title": "T", "date": "2025-04-10" }"#, "10 April 2025"),
        (r#"{ "title": "T", "publishedAt": "2025-04-10" }"#, "10 April 2025"),
        (r#"{ "title": "T", "updated_at": "2025-04-11" }"#, "11 April 2025"),
        (r#"{ "title": "T", "excerpt": "Short words", "body": "More" }"#, "Short words"),
        (r#"{ "title": "T", "description": "Short words" }"#, "Short words"),
        (r#"{ "title": "T", "summary": "Long", "intro": "Short words" }"#, "Short words"),
        (r#"{ "title": "T", "coverImage": "/boat.png" }"#, "src=\"/boat.png\""),
    ] {
        assert_has(&html(text), expected);
        assert_eq!(post(text).1.notices.iter().filter(|notice| notice.code == NoticeCode::DateRefused).count(), 0);
    }
}

/// A part alone has no title of the post above it, so its heading takes the level of the title: none is skipped on the page.
#[test]
fn the_heading_of_a_part_alone_takes_the_level_of_the_title() {
    let post = r#"{ "title": "T", "meta": { "a": 1 }, "similar": [{ "title": "S", "url": "/s" }] }"#;
    for (sections, expected) in [
        (r#""body", "meta", "similar""#, ["<h3 class=\"bm-post-meta-title\">", "<h4 class=\"bm-card-title\">"]),
        (r#""meta", "similar""#, ["<h2 class=\"bm-post-meta-title\">", "<h3 class=\"bm-card-title\">"]),
    ] {
        let html = html_with(post, &format!(r#"{{ "sections": [{sections}] }}"#));
        for heading in expected {
            assert_has(&html, heading);
        }
        assert_has(&html, "aria-label=\"T\"");
    }
}

/// Every fixture is the same post after it is written and read again.
#[test]
fn normalised_posts_read_as_themselves() {
    for name in fixtures() {
        let text = fixture(&name);
        let source = json::read(&text).unwrap().value;
        let (before, _) = post(&text);
        let normal = json::write(&formats::write(&before, &source));
        if normal.is_empty() || normal == "null" {
            continue;
        }
        let (after, report) = post(&normal);
        assert_eq!(before.title, after.title, "{name}");
        assert_eq!(before.body, after.body, "{name}");
        assert_eq!(
            (&before.intro, &before.authors, &before.images),
            (&after.intro, &after.authors, &after.images),
            "{name}"
        );
        assert_eq!((&before.similar, &before.meta), (&after.similar, &after.meta), "{name}");
        assert_eq!(report.reasons, ["it names its format"]);
        let again = json::write(&formats::write(&after, &json::read(&normal).unwrap().value));
        assert_eq!(again, normal, "{name}");
    }
}

/// One field at a time is missing, null, of the wrong shape, huge or hostile: the others are drawn as before.
#[test]
fn one_bad_field_never_takes_the_others_down() {
    let text = fixture("full");
    let whole: serde_json::Value = serde_json::from_str(&text).unwrap();
    let deep = ["[".repeat(200), "]".repeat(200)].concat();
    let odd = [
        "null",
        "true",
        "0",
        "-1e999",
        "\"\"",
        "\"\\ud800<script>\"",
        "\"javascript:alert(1)\"",
        "[]",
        "[[]]",
        "{}",
        "[null, 7]",
        &deep,
    ];
    for (key, _) in whole.as_object().unwrap() {
        for value in odd {
            let mutated = text.replacen(&format!("\"{key}\":"), &format!("\"{key}\": {value}, \"was_{key}\":"), 1);
            let (post, _) = post(&mutated);
            let html = crate::support::draw(post, options("{}"));
            assert_lacks(&html, "<script");
            for (other, proof) in [
                ("title", "Reading a tide table"),
                ("body", "chart datum"),
                ("meta", "24,635"),
                ("images", "gauge.svg"),
                ("similar", "weather glass"),
            ] {
                if other != key && !key.starts_with("meta_") {
                    assert_has(&html, proof);
                }
            }
        }
    }
}

#[test]
fn every_fixture_draws_and_is_closed() {
    for name in fixtures() {
        let (post, _) = post_with(&fixture(&name), "{}");
        let html = crate::support::draw(post, options("{}"));
        for token in parse_html(&html).unwrap() {
            if let backmatter::html::Token::Open { name: tag, .. } = token {
                assert!(backmatter::markup::Tag::NAMES.contains(&tag.as_str()), "<{tag}> in {name}");
            }
        }
    }
    let empty = html(&fixture("empty"));
    assert_eq!(between(&empty, ">", "</article>"), "", "a part without content renders nothing");
}

/// Hostile values in each new field of the format.
#[test]
fn nothing_hostile_comes_through_the_fields_of_blocks() {
    let hostile = r##"{ "title": "T", "id": "7", "body": [
        { "type": "paragraph", "text": [{ "text": "a", "id": "x\" onclick=\"alert(1)", "lang": "en\" onclick=\"y", "dir": "rtl x" }, { "text": "b", "href": "#x\" onclick=\"alert(1)" }] },
        { "type": "image", "src": "/a.png", "alt": "A", "href": "javascript:alert(1)" },
        { "type": "image", "src": "/b.png", "alt": "B", "href": " java\tscript:alert(1)//.png" },
        { "type": "embed", "url": "javascript:alert(1)", "service": "<b>S</b>", "title": "<img src=x onerror=alert(1)>" },
        { "type": "embed", "url": "data:text/html,x" },
        { "type": "passage", "lang": "\"><script>", "dir": "<", "blocks": ["<script>alert(1)</script>"] },
        { "type": "details", "summary": "<svg onload=alert(1)>", "text": "t" },
        { "type": "descriptions", "items": [{ "term": "<i>", "text": "</dl><script>" }] },
        { "type": "table", "rows": [[{ "text": "c", "colspan": "9999999999", "rowspan": -1, "blocks": [{ "type": "html", "html": "<p onclick=x>d<script>e</script>" }] }]] }
    ] }"##;
    let html = html(hostile);
    for token in parse_html(&html).unwrap() {
        if let backmatter::html::Token::Open { name, attributes } = token {
            assert!(backmatter::markup::Tag::NAMES.contains(&name.as_str()), "<{name}> in {html}");
            for (attribute, value) in attributes {
                assert!(!attribute.starts_with("on"), "{attribute} in {html}");
                let is_address = matches!(attribute.as_str(), "href" | "src");
                assert!(!is_address || value.starts_with(['/', '#']), "{attribute}={value}");
                assert!(attribute != "id" || value.starts_with("bm-7-"), "{value}");
            }
        }
    }
    assert!(!html.contains("colspan=\"9"), "{html}");
}
