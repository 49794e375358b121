//! Credits as objects, with the field names of many services.

use super::{credit, told};

#[test]
fn each_service_s_words_are_understood() {
    let cases = [
        (r#"{ "creator": "Mara", "source": "Flickr", "license": "CC BY 2.0" }"#, "Mara | Flickr | CC BY 2.0 | "),
        // schema.org ImageObject
        (
            r#"{ "@type": "ImageObject", "creator": { "@type": "Person", "name": "Mara" }, "license": "https://creativecommons.org/licenses/by/4.0/", "copyrightNotice": "© Mara", "acquireLicensePage": "https://m.example/buy" }"#,
            "Mara |  | CC BY 4.0 | © Mara",
        ),
        (r#"{ "creditText": "Mara Lind / Reuters" }"#, "Mara Lind | Reuters |  | "),
        (r#"{ "creator": [{ "name": "Mara" }, { "name": "Tom" }] }"#, "Mara, Tom |  |  | "),
        // Unsplash
        (
            r#"{ "user": { "name": "Mara", "links": { "html": "https://unsplash.com/@mara" } }, "links": { "html": "https://unsplash.com/photos/x" } }"#,
            "Mara | Unsplash |  | ",
        ),
        // Pexels
        (
            r#"{ "photographer": "Mara", "photographer_url": "https://www.pexels.com/@mara", "url": "https://www.pexels.com/photo/1/" }"#,
            "Mara | Pexels |  | ",
        ),
        // oEmbed
        (
            r#"{ "author_name": "Mara", "author_url": "https://www.flickr.com/photos/mara/", "provider_name": "Flickr", "license": "Attribution 2.0 Generic", "license_url": "https://creativecommons.org/licenses/by/2.0/", "web_page": "https://www.flickr.com/photos/mara/1" }"#,
            "Mara | Flickr | CC BY 2.0 | ",
        ),
        // Openverse
        (
            r#"{ "creator": "Mara", "license": "by-sa", "license_version": "4.0", "foreign_landing_url": "https://www.flickr.com/x", "provider": "flickr" }"#,
            "Mara | Flickr | CC BY-SA 4.0 | ",
        ),
        // IIIF
        (
            r#"{ "requiredStatement": { "label": "Attribution", "value": "The parish archive" }, "rights": "https://creativecommons.org/publicdomain/mark/1.0/" }"#,
            " |  | Public Domain Mark 1.0 | The parish archive",
        ),
        // The fields of a file, as content systems keep them
        (r#"{ "credit": "Mara Lind", "copyright": "© Mara" }"#, "Mara Lind |  |  | © Mara"),
    ];
    for (record, expected) in cases {
        assert_eq!(told(&credit("credit", record)), expected, "{record}");
    }
}

#[test]
fn links_and_duties_come_along() {
    let pexels = credit(
        "credit",
        r#"{ "photographer": "Mara", "photographer_url": "https://www.pexels.com/@mara", "url": "https://www.pexels.com/photo/1/" }"#,
    );
    let urls = [&pexels.creator_url, &pexels.source_url].map(|url| url.as_ref().unwrap().as_str());
    assert_eq!(urls, ["https://www.pexels.com/@mara", "https://www.pexels.com/photo/1/"]);
    let statement = credit("credit", r#"{ "requiredStatement": { "value": "The parish archive" } }"#);
    assert!(statement.required);
    assert_eq!(credit("credit", r#"{ "creator_url": "javascript:1", "creator": "Mara" }"#).creator_url, None);
}
