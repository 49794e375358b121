//! Fields that sources and licences require and credits lack.

use crate::support::{assert_has, assert_lacks, html_with, notices_of};

#[track_caller]
fn asked(image: &str) -> Vec<String> {
    let notices = notices_of(&format!(r#"{{ "title": "T", "images": [{{ "src": "a.png", {image} }}] }}"#));
    notices.into_iter().filter(|notice| notice.contains("asks for it")).collect()
}

#[test]
fn what_is_missing_is_in_the_report() {
    let cases: [(&str, &[&str]); 9] = [
        (r#""source": "unsplash""#, &["the creator is not named", "there is no link to the creator"]),
        (r#""credit": "Photo by Mara on Unsplash""#, &["there is no link to the creator"]),
        (r#""credit": { "creator": "Mara", "creator_url": "https://unsplash.com/@mara", "source": "Unsplash" }"#, &[]),
        (r#""credit": { "creator": "Mara", "source": "Pexels" }"#, &["there is no link to the image's page"]),
        (r#""source": "pixabay""#, &[]),
        (r#""credit": { "source": "the archive", "license": "CC BY 4.0" }"#, &["the creator is not named"]),
        (r#""credit": { "creator": "Mara", "license": "CC BY-SA 3.0" }"#, &["the title is not named"]),
        (r#""credit": { "creator": "Mara", "title": "Sill", "license": "CC BY-SA 3.0" }"#, &[]),
        (r#""credit": { "license": "CC0" }"#, &[]),
    ];
    for (image, expected) in cases {
        let found = asked(image);
        assert_eq!(found.len(), expected.len(), "{image}: {found:?}");
        for (notice, what) in found.iter().zip(expected) {
            assert!(notice.starts_with("images[0].credit") && notice.contains(what), "{notice}");
        }
    }
}

#[test]
fn an_image_of_one_s_own_is_asked_nothing() {
    assert_eq!(
        notices_of(r#"{ "title": "T", "images": [{ "src": "a.png", "alt": "A boat" }] }"#),
        Vec::<String>::new()
    );
}

#[test]
fn links_to_a_source_that_asks_for_it_say_who_sends_the_visitor() {
    let html = |credit: &str, app: &str| {
        html_with(
            &format!(r#"{{ "title": "T", "images": [{{ "src": "a.png", "alt": "", "credit": {credit} }}] }}"#),
            &format!(r#"{{ "appName": "{app}" }}"#),
        )
    };
    let credit = r#"{ "creator": "Mara", "creator_url": "https://unsplash.com/@mara?x=1#top", "source": "unsplash", "license_url": "https://other.example/" }"#;
    let told = html(credit, "Tide Notes");
    assert_has(&told, "https://unsplash.com/@mara?x=1&amp;utm_source=Tide%20Notes&amp;utm_medium=referral#top");
    assert_has(&told, "https://unsplash.com/?utm_source=Tide%20Notes&amp;utm_medium=referral");
    assert_has(&told, "https://other.example/\"");
    assert_has(&html(credit, "<b> &x=1#潮"), "utm_source=%3Cb%3E%20%26x%3D1%23%E6%BD%AE&amp;utm_medium=referral#top");
    assert_lacks(&html(credit, ""), "utm_");
    assert_lacks(&html(r#""Photo by Mara on Pexels""#, "x"), "utm_");
    assert_lacks(
        &html(r#"{ "creator": "Mara", "creator_url": "https://mara.example/", "source": "unsplash" }"#, "x"),
        "mara.example/?utm",
    );
    assert_eq!(html(&credit.replace("?x=1", "?utm_source=own"), "x").matches("utm_source").count(), 2);
}
