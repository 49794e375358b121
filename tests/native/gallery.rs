//! The gallery, the lightbox, and which images they show.

use crate::support::{
    assert_has, assert_lacks, fixture, gallery, html, html_with, lightbox, notices_of, options, post,
};
use backmatter::{Content, Localizer, PLAIN, components::Everything, model::Color};

#[track_caller]
fn content(text: &str) -> Content {
    content_with(text, "{}")
}

#[track_caller]
fn content_with(text: &str, given: &str) -> Content {
    let (post, _) = post(text);
    let options = options(given);
    let localizer = Localizer { lang: String::new(), labels: options.labels.clone(), locale: PLAIN };
    Content::new(post, options, localizer, &Everything)
}

#[test]
fn without_images_the_sources_of_the_meta_are_shown_unless_the_body_shows_them() {
    let text = r#"{ "title": "T", "body": [{ "type": "image", "src": "a.png" }],
        "meta": { "image_sources": [{ "url": "a.png", "source": "unsplash" }, { "url": "b.png", "source": "pexels", "caption": "B" }, { "source": "x" }] } }"#;
    let html = gallery(content(text));
    assert_has(&html, "src=\"b.png\"");
    assert_has(&html, ">Pexels</a>");
    assert_lacks(&html, "a.png");
    let given = text.replacen("\"meta\"", "\"images\": [\"c.png\"], \"meta\"", 1);
    let html = gallery(content(&given));
    assert_has(&html, "c.png");
    assert_lacks(&html, "b.png");
}

/// A picture, and what the gallery shows of it after a body that ends with it.
#[test]
fn a_picture_does_not_stand_twice_in_a_row() {
    let post = |body: &str, image: &str| {
        format!(r#"{{ "title": "T", "body": [{body}], "images": [{image}, {{ "src": "b.png" }}] }}"#)
    };
    let (text, figure) =
        (r#"{ "type": "paragraph", "text": "P" }"#, r#"{ "type": "image", "src": "a.png", "caption": "A" }"#);
    let (last, first) = (format!("{text}, {figure}"), format!("{figure}, {text}"));
    let same = r#"{ "src": "a.png" }"#;
    for (name, text, given, repeats) in [
        ("right before the gallery", post(&last, same), "{}", false),
        ("with the same caption", post(&last, r#"{ "src": "a.png", "caption": "A" }"#), "{}", false),
        (
            "in a gallery of the body",
            post(&format!(r#"{{ "type": "gallery", "images": [{figure}, "c.png"] }}"#), same),
            "{}",
            false,
        ),
        ("with a caption of its own", post(&last, r#"{ "src": "a.png", "caption": "Other" }"#), "{}", true),
        ("with a credit of its own", post(&last, r#"{ "src": "a.png", "credit": "Mara Lind" }"#), "{}", true),
        ("with words between", post(&first, same), "{}", true),
        ("with a text alternative of its own", post(&last, r#"{ "src": "a.png", "alt": "Other" }"#), "{}", true),
        ("behind the box", post(&last, same), r#"{ "sections": "body meta gallery" }"#, true),
        ("in an element of its own", post(&last, same), r#"{ "sections": "gallery" }"#, true),
    ] {
        let content = content_with(&text, given);
        assert_eq!(content.images().len(), content.post.body_images().len() + 1 + usize::from(repeats), "{name}");
        let html = gallery(content);
        assert_eq!(html.contains("src=\"a.png\""), repeats, "{name}");
        assert_has(&html, "src=\"b.png\"");
    }
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
    let closed = lightbox(content.clone());
    assert_eq!(closed, "<dialog class=\"bm-lightbox\" aria-label=\"Gallery\"></dialog>");
    content.open_image = Some(3);
    let open = lightbox(content.clone());
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
    assert_eq!(lightbox(self::content(r#"{ "title": "T" }"#)), "");
}

#[test]
fn an_image_without_alt_is_named_by_its_number() {
    let html = html(r#"{ "title": "T", "images": ["a.png", { "src": "b.png", "alt": "B" }] }"#);
    assert_has(
        &html,
        "data-bm-image=\"0\" aria-label=\"Open image 1\"><img class=\"bm-image\" decoding=\"async\" loading=\"lazy\" alt=\"\"",
    );
    assert_has(&html, "data-bm-image=\"1\"><img class=\"bm-image\" decoding=\"async\" loading=\"lazy\" alt=\"B\"");
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
    let html = gallery(content(&format!("{{ \"title\": \"T\", \"images\": [{images}] }}")));
    assert_eq!(html.matches("<ul class=\"bm-grid ").count(), 3);
    assert_eq!(html.matches("<img").count(), 100);
}

#[test]
fn rows_or_a_uniform_grid() {
    let text = r#"{ "title": "T", "images": ["a.png"], "body": [{ "type": "gallery", "images": ["b.png"] }] }"#;
    assert_eq!(html(text).matches("class=\"bm-grid bm-grid-rows\"").count(), 2);
    assert_eq!(html_with(text, r#"{ "gallery": "grid" }"#).matches("class=\"bm-grid\"").count(), 2);
    assert_has(&html_with(text, r#"{ "gallery": "mosaic" }"#), "bm-grid-rows");
}

#[test]
fn the_lightbox_has_the_whole_page_for_an_image() {
    let mut content = content(
        r#"{ "title": "T", "images": [{ "src": "a.png", "srcset": "a.png 400w, b.png 1600w", "sizes": "200px" }] }"#,
    );
    assert_has(&gallery(content.clone()), "loading=\"lazy\"");
    content.open_image = Some(0);
    let open = lightbox(content.clone());
    assert_has(&open, "fetchpriority=\"high\"");
    assert_has(&open, "sizes=\"100vw\"");
    assert_has(&open, "role=\"group\" data-bm-number=\"0\" aria-roledescription=\"slide\" aria-label=\"1 of 1\"");
    assert_has(&open, "The image did not load.");
}

#[test]
fn each_image_has_an_address_where_the_host_wants_it() {
    let text = r#"{ "id": "tide 7", "title": "T", "images": ["a.png", "b.png"] }"#;
    assert_has(&html_with(text, r#"{ "imageHistory": "link" }"#), "id=\"bm-tide-7--image-2\"");
    assert_lacks(&html_with(text, r#"{ "imageHistory": "back" }"#), "-image-2");
}

#[test]
fn image_hosts_hear_what_the_host_allows() {
    let policy = |word: &str| {
        html_with(r#"{ "title": "T", "images": ["a.png"] }"#, &format!("{{ \"referrerPolicy\": \"{word}\" }}"))
    };
    assert_has(&policy("origin"), "referrerpolicy=\"origin\"");
    for word in ["", "ORIGIN", "tell everything", "no-referrer\\u0000"] {
        assert_has(&policy(word), "referrerpolicy=\"no-referrer\"");
    }
}

#[test]
fn images_of_other_hosts_wait_for_the_reader() {
    let text = r##"{ "title": "T", "meta": { "picture": { "src": "https://cdn.example/m.png", "alt": "M" } },
        "images": ["/own.png", "https://www.here.example/own2.png", { "src": "https://cdn.example/a.png", "alt": "A boat", "caption": "Cap", "source": "pexels", "placeholder": "#abc" },
                   { "src": "/a.png", "srcset": "https://cdn.example/b.png 800w" }],
        "similar": [{ "title": "S", "url": "/s", "image": "https://other.example/s.png" }] }"##;
    let given = r#"{ "remoteImages": "click", "ownHost": "here.example" }"#;
    let html = html_with(text, given);
    for address in ["cdn.example/a.png", "cdn.example/b.png", "other.example/s.png", "src=\"https://cdn.example/m.png"]
    {
        assert_lacks(&html, address);
    }
    for part in [
        "src=\"/own.png\"",
        "src=\"https://www.here.example/own2.png\"",
        "<button class=\"bm-image-waiting\" type=\"button\" data-bm-action=\"load\" data-bm-number=\"2\" style=\"--bm-placeholder:#abc;\">Show images from cdn.example <span class=\"bm-image-alt\">A boat</span></button>",
        ">Cap</span>",
        ">Pexels</a>",
    ] {
        assert_has(&html, part);
    }
    let mut content = content_with(text, given);
    content.open_image = Some(2);
    assert_lacks(&lightbox(content.clone()), "<img");
    content.wanted_hosts.push("cdn.example".into());
    assert_has(&lightbox(content.clone()), "src=\"https://cdn.example/a.png\"");
    assert_lacks(&html_with(text, r#"{ "remoteImages": "load" }"#), "bm-image-waiting");
    for wish in ["\" click \"", "\"CLICK\"", "\"\"", "true"] {
        assert_lacks(&html_with(text, &format!("{{ \"remoteImages\": {wish} }}")), "cdn.example/a.png");
    }
}

#[test]
fn who_describes_no_image_hears_of_it() {
    let described = |image: &str| {
        notices_of(&format!(
            "{{ \"title\": \"T\", \"images\": [{image}], \"similar\": [{{ \"title\": \"S\", \"image\": \"s.png\" }}] }}"
        ))
    };
    let none: Vec<String> = Vec::new();
    for image in
        [r#"{ "src": "a.png", "alt": "A" }"#, r#"{ "src": "a.png", "alt": "" }"#, r#"{ "caption": "no picture" }"#]
    {
        let found = described(image);
        assert_eq!(
            found.into_iter().filter(|notice| notice.contains("describes")).collect::<Vec<_>>(),
            none,
            "{image}"
        );
    }
    for image in [r#""a.png""#, r#"{ "src": "a.png", "alt": null, "caption": "A" }"#] {
        assert!(described(image)[0].starts_with("images[0]: nothing describes the image"), "{:?}", described(image));
    }
}

#[test]
fn the_colour_until_an_image_has_loaded() {
    // Expected colours come from the reference decoders of both hashes.
    let cases = [
        ("#abc", Some("#abc")),
        (" #A1B2C3 ", Some("#A1B2C3")),
        ("LEHV6nWB2yk8pyo0adR*.7kCMdnj", Some("#979695")),
        ("LGF5]+Yk^6#M@-5c,1J5@[or[Q6.", Some("#837e98")),
        ("1QcSHQRnh493V4dIh4eXh1h4kJUI", Some("#555157")),
        ("HBkSHYSIeHiPiHh8eJd4eTN0EEQG", Some("#837759")),
        ("VggKDYAW6lZvdYd6d2iZh/p4GE/k", Some("#5f5b50")),
        ("#ab", None),
        ("red", None),
        ("url(//x)", None),
        ("LEHV6nWB2yk8pyo0adR*.7kCMdn", None),
        ("", None),
        ("é", None),
        ("a;b;c;d;e;f;g;h;i;j;k;l;", None),
    ];
    for (given, expected) in cases {
        assert_eq!(Color::parse(given).as_ref().map(Color::as_str), expected, "{given}");
    }
    for name in ["placeholder", "blur_hash", "avg_color", "color"] {
        assert_has(
            &html(&format!("{{ \"title\": \"T\", \"images\": [{{ \"src\": \"a.png\", \"{name}\": \"#abc\" }}] }}")),
            "--bm-placeholder:#abc",
        );
    }
}

#[test]
fn what_a_post_calls_itself_is_letters_in_the_addresses_of_its_images() {
    let html = html_with(
        r#"{ "id": "x\"><img src=y onerror=alert(1)>", "title": "T", "images": ["a.png"] }"#,
        r#"{ "imageHistory": "link" }"#,
    );
    assert_has(&html, "id=\"bm-x-img-src-y-onerror-alert-1--image-1\"");
    assert_lacks(&html, "src=y");
}
