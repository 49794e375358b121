//! The program of the first paint names all that it cannot do. The rest it does exactly as the whole program does.

use crate::support::{TOOLS, fixture, fixtures};
use backmatter::{Decoded, Options, decode, json, model::Post, options, report::Need, tools::FirstPaint};

fn first(text: &str) -> Decoded {
    decode(text, &Options::default(), &FirstPaint).unwrap()
}

fn whole(text: &str) -> Post {
    decode(text, &Options::default(), &TOOLS).unwrap().post
}

fn needs(text: &str) -> Vec<&'static str> {
    first(text).needs.names().collect()
}

#[test]
fn what_it_could_not_do_is_named() {
    let cases: [(&str, &[&str]); 9] = [
        (r#"{ "title": "T", "body": "a", "images": [{ "src": "/a.png", "alt": "", "source": "unsplash" }] }"#, &[]),
        (r#"{ "body": [{ "type": "html", "html": "<p>a</p>" }] }"#, &["html"]),
        (r#"{ "images": [{ "src": "/a.png", "source": "Photo by Mara on Flickr" }] }"#, &["credits"]),
        (r#"{ "images": [{ "src": "/a.png", "credit": { "photographer": "Mara" } }] }"#, &["credits"]),
        (r#"{ "images": [{ "src": "/a.png", "caption": "Photo: Mara / Flickr" }] }"#, &["credits"]),
        (r#"{ "title": "T", "candidates": [{ "title": "U" }] }"#, &["candidates"]),
        (r#"{ "title": "T", "meta": { "views": 1 } }"#, &["facts"]),
        (r#"{ "title": "T", "meta": {} }"#, &[]),
        (r#"{ "title": "T", "format": "wordpress" }"#, &["format"]),
    ];
    for (text, expected) in cases {
        assert_eq!(needs(text), expected, "{text}");
    }
    let asked = Options { format: Some("wordpress".into()), ..Options::default() };
    assert!(decode(r#"{ "title": "T" }"#, &asked, &FirstPaint).unwrap().needs.has(Need::Format));
}

#[test]
fn a_need_is_no_notice() {
    let text = r#"{ "title": "T", "body": [{ "type": "html", "html": "<p>a</p>" }], "candidates": [{ "title": "U" }],
        "images": [{ "src": "/a.png", "alt": "", "source": "Photo by Mara on Flickr" }] }"#;
    assert_eq!(first(text).report.notices, []);
}

#[test]
fn needs_have_names_that_are_read_again() {
    for name in ["html", "credits", "candidates", "facts", "options", "format"] {
        let mut needs = backmatter::report::Needs::default();
        needs.add(Need::parse(name).unwrap());
        assert_eq!(needs.names().collect::<Vec<_>>(), [name]);
    }
    assert_eq!(Need::parse("Html"), None);
}

#[test]
fn without_a_need_a_post_is_the_same_as_the_whole_program_reads_it() {
    for name in fixtures() {
        let text = fixture(&name);
        let Ok(mut read) = decode(&text, &Options::default(), &FirstPaint) else { continue };
        let mut expected = whole(&text);
        if read.needs.has(Need::Html) {
            read.post.body.clone_from(&expected.body);
        }
        if read.needs.has(Need::Credits) {
            let post = &mut read.post;
            (post.body, post.images, post.similar) =
                (expected.body.clone(), expected.images.clone(), expected.similar.clone());
        }
        if read.needs.has(Need::Candidates) {
            read.post.similar.clone_from(&expected.similar);
        }
        if read.needs.has(Need::Facts) {
            expected.meta.facts = None;
        }
        assert_eq!(read.post, expected, "{name}");
    }
}

#[test]
fn a_credit_that_is_not_named_as_a_need_is_read_as_the_whole_program_reads_it() {
    let credits = [
        "\"unsplash\"",
        "\"Unsplash\"",
        "\"picsum\"",
        "\"nasa\"",
        "\"NASA\"",
        "\"CC0\"",
        "\"©\"",
        "\"\"",
        "null",
        "7",
        "[]",
        "\"https://unsplash.com/photos/1\"",
        "\"https://example.com/a\"",
        "\"javascript:x\"",
        "\" unsplash \"",
        "\"un-splash\"",
        r#"{ "creator": "Mara" }"#,
        r#"{ "creator": "Mara", "source": "pexels" }"#,
        r#"{ "creator": ["Mara"] }"#,
        r#"{ "title": "T", "notice": "© Mara" }"#,
        r#"{ "creator": "Mara", "creator_url": "https://unsplash.com/@mara" }"#,
        r#"{ "source": "pexels", "source_url": "https://www.pexels.com/photo/1" }"#,
        r#"{ "required": true }"#,
        r#"{ "modified": true, "source": "flickr" }"#,
        r#"{ "license": "CC BY 4.0" }"#,
        r#"{ "Creator": "Mara" }"#,
        "{}",
        r#"{ "source": "Getty" }"#,
        r#"{ "creator": "Mara", "source": { "name": "Flickr" } }"#,
        "true",
        "\"a b\"",
        "\"Mara/Flickr\"",
        "\"via\"",
    ];
    let mut known = 0;
    for credit in credits {
        for other in ["null", "\"flickr\"", "\"Foto: Mara\"", r#"{ "name": "Flickr" }"#] {
            let text =
                format!(r#"{{ "images": [{{ "src": "/a.png", "alt": "", "credit": {credit}, "source": {other} }}] }}"#);
            let read = first(&text);
            if !read.needs.has(Need::Credits) {
                known += 1;
                assert_eq!(read.post.images, whole(&text).images, "{text}");
            }
        }
    }
    assert!(known > 20, "{known} are read at once");
}

#[test]
fn options_that_are_not_read_are_told() {
    let flat = |text: &str| Options::read_flat(&json::read(text).unwrap().value);
    let (read, has_more) = flat(r#"{ "lang": "de", "sections": ["body"], "metaOpen": true, "headingBase": 3 }"#);
    assert_eq!(
        (read.lang.as_deref(), read.sections.as_slice(), has_more),
        (Some("de"), &[options::Section::Body][..], false)
    );
    for nested in [
        r#"{ "labels": { "by": "von {names}" } }"#,
        r#"{ "fields": {} }"#,
        r#"{ "allow": [] }"#,
        r#"{ "remote_images": "click" }"#,
        r#"{ "referrerPolicy": "origin" }"#,
        r#"{ "imageHistory": "link" }"#,
        r#"{ "appName": "a" }"#,
    ] {
        assert!(flat(nested).1, "{nested}");
    }
}
