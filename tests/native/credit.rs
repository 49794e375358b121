//! Credits: one writer, in markup and in plain text.

use crate::support::{assert_has, between, html, options, parts, post};
use backmatter::{Localizer, PLAIN, components::credit_text};

#[track_caller]
fn credit_html(image: &str) -> String {
    let html = html(&format!(r#"{{ "title": "T", "images": [{image}] }}"#));
    let line = between(&html, "<small class=\"bm-credit\">", "</small>").replace(" rel=\"noopener noreferrer\"", "");
    parts(&line)
}

#[track_caller]
fn credit_words(image: &str) -> String {
    let (post, _) = post(&format!(r#"{{ "title": "T", "images": [{image}] }}"#));
    let localizer = Localizer { lang: String::new(), labels: options("{}").labels, locale: PLAIN };
    credit_text(post.images[0].credit.as_ref().unwrap(), &localizer)
}

#[test]
fn short_forms_get_their_proper_names() {
    let cases = [
        ("unsplash", "Unsplash", "https://unsplash.com/"),
        ("Unsplash", "Unsplash", "https://unsplash.com/"),
        ("wikimedia commons", "Wikimedia Commons", "https://commons.wikimedia.org/"),
        ("picsum.photos", "picsum.photos", "https://picsum.photos/"),
        ("https://www.archive.example/box/7", "archive.example", "https://www.archive.example/box/7"),
    ];
    for (source, name, home) in cases {
        let image = format!(r#"{{ "src": "a.png", "source": "{source}" }}"#);
        assert_eq!(
            credit_html(&image),
            format!("Image source: <a class=\"bm-credit-link\" href=\"{home}\">{name}</a>")
        );
        assert_eq!(credit_words(&image), format!("Image source: {name}"));
    }
    assert_eq!(
        credit_html(r#"{ "src": "a.png", "source": "the parish archive" }"#),
        "Image source: <span class=\"bm-credit-link\">the parish archive</span>"
    );
}

#[test]
fn long_forms_name_everything() {
    let image = r#"{ "src": "a.png", "credit": { "title": "Sill", "creator": "Mara Lind", "creatorUrl": "https://p.example/m",
        "source": "Flickr", "source_url": "https://p.example/m/1", "license": "CC BY 4.0", "license_url": "https://cc.example/by",
        "modified": 1, "notice": "© Mara Lind", "acquire_url": "https://p.example/buy" } }"#;
    assert_eq!(
        credit_words(image),
        "“Sill” · Mara Lind / Flickr · CC BY 4.0 · modified · © Mara Lind · License this image"
    );
    let html = credit_html(image);
    assert_has(&html, "<a class=\"bm-credit-link\" href=\"https://p.example/m\">Mara Lind</a> / ");
    assert_has(&html, "<a class=\"bm-credit-link\" href=\"https://p.example/m/1\">Flickr</a> · ");
    assert_has(&html, "<a class=\"bm-credit-link\" href=\"https://p.example/buy\">License this image</a>");
}

#[test]
fn a_link_without_a_name_is_named_by_its_host() {
    assert_eq!(
        credit_words(
            r#"{ "src": "a.png", "credit": { "source_url": "https://www.p.example/1", "license_url": "https://cc.example/by" } }"#
        ),
        "Image source: p.example · Licence: cc.example"
    );
    assert_eq!(
        credit_words(r#"{ "src": "a.png", "credit": { "creator_url": "https://www.m.example/" } }"#),
        "Image by m.example"
    );
    assert_eq!(
        credit_words(r#"{ "src": "a.png", "credit": { "creator": "a" }, "source": "unsplash" }"#),
        "a / Unsplash"
    );
    assert_eq!(credit_words(r#"{ "src": "a.png", "credit": "", "source": "unsplash" }"#), "Image source: Unsplash");
    assert_eq!(
        credit_html(r#"{ "src": "a.png", "credit": { "creator": "a" } }"#),
        "Image by <span class=\"bm-credit-link\">a</span>"
    );
    assert_eq!(credit_html(r#"{ "src": "a.png", "credit": {} }"#), "");
}

#[test]
fn a_refused_image_keeps_its_caption_and_credit() {
    let html = html(
        r#"{ "title": "T", "images": [{ "src": "javascript:x", "alt": "Words", "caption": "Caption", "source": "unsplash" }] }"#,
    );
    for part in ["bm-image-missing", "Words", "Caption", "Unsplash"] {
        assert_has(&html, part);
    }
    crate::support::assert_lacks(&html, "<img");
}

#[test]
fn a_source_that_is_the_creator_is_named_once_and_keeps_its_address() {
    let image =
        r#"{ "src": "a.png", "credit": { "creator": "NASA", "source": "NASA", "source_url": "https://n.example/" } }"#;
    assert_eq!(credit_words(image), "Image by NASA");
    assert_has(&html(&format!(r#"{{ "title": "T", "images": [{image}] }}"#)), "href=\"https://n.example/\"");
}
