//! The gallery, the lightbox, and which images they show.

use crate::support::{assert_has, assert_lacks, fixture, html, options, post};
use backmatter::{
    Content, PLAIN, Voice,
    components::{gallery, lightbox},
};

#[track_caller]
fn content(text: &str) -> Content {
    let (post, _) = post(text);
    let options = options("{}");
    let voice = Voice { lang: String::new(), labels: options.labels.clone(), locale: PLAIN };
    Content::new(post, options, voice)
}

#[test]
fn without_images_the_sources_of_the_meta_are_shown_unless_the_body_shows_them() {
    let text = r#"{ "title": "T", "body": [{ "type": "image", "src": "a.png" }],
        "meta": { "image_sources": [{ "url": "a.png", "source": "unsplash" }, { "url": "b.png", "source": "pexels", "caption": "B" }, { "source": "x" }] } }"#;
    let html = gallery(&content(text)).unwrap().to_html();
    assert_has(&html, "src=\"b.png\"");
    assert_has(&html, ">Pexels</a>");
    assert_lacks(&html, "a.png");
    let given = text.replacen("\"meta\"", "\"images\": [\"c.png\"], \"meta\"", 1);
    let html = gallery(&content(&given)).unwrap().to_html();
    assert_has(&html, "c.png");
    assert_lacks(&html, "b.png");
}

#[test]
fn images_are_numbered_through_body_and_gallery() {
    let html = html(&fixture("full"));
    for (number, name) in ["harbour", "curve", "sill", "gauge", "boat", "night"].iter().enumerate() {
        assert_has(&html, &format!("href=\"images/{name}.svg\" data-bm-image=\"{number}\""));
    }
}

#[test]
fn the_lightbox_shows_one_image_with_caption_and_credit() {
    let mut content = content(&fixture("full"));
    let closed = lightbox(&content).unwrap().to_html();
    assert_eq!(closed, "<dialog class=\"bm-lightbox\" aria-label=\"Gallery\"></dialog>");
    content.open_image = Some(3);
    let open = lightbox(&content).unwrap().to_html();
    for part in [
        "4 of 6",
        "src=\"images/gauge.svg\"",
        "Read the gauge at eye height",
        ">Pexels</a>",
        "aria-label=\"Close\"",
        "aria-label=\"Previous image\"",
        "aria-label=\"Next image\"",
    ] {
        assert_has(&open, part);
    }
    assert!(lightbox(&self::content(r#"{ "title": "T" }"#)).is_none());
}

#[test]
fn an_image_without_alt_is_named_by_its_number() {
    let html = html(r#"{ "title": "T", "images": ["a.png", { "src": "b.png", "alt": "B" }] }"#);
    assert_has(&html, "data-bm-image=\"0\" aria-label=\"Open image 1\"><img class=\"bm-image\" alt=\"\"");
    assert_has(&html, "data-bm-image=\"1\"><img class=\"bm-image\" alt=\"B\"");
}

#[test]
fn srcset_keeps_what_is_allowed() {
    let html = html(
        r##"{ "title": "T", "images": [{ "src": "a.png", "srcset": "a.png 1x, javascript:x 2x, b.png 800w, c.png, d.png 3.5x, e.png 9q", "sizes": "100vw", "placeholder": "#abc" }] }"##,
    );
    assert_has(&html, "style=\"--bm-placeholder:#abc;\"");
    assert_has(&html, "sizes=\"100vw\" srcset=\"a.png 1x, b.png 800w, c.png 1x, d.png 3.5x\"");
    assert_lacks(&html, "javascript");
}

#[test]
fn a_long_gallery_comes_in_several_lists() {
    let images = vec!["\"a.png\""; 100].join(",");
    let html = gallery(&content(&format!("{{ \"title\": \"T\", \"images\": [{images}] }}"))).unwrap().to_html();
    assert_eq!(html.matches("<ul class=\"bm-grid\"").count(), 3);
    assert_eq!(html.matches("<img").count(), 100);
}
