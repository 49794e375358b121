//! Responses of systems without a format of their own: where the post is in them, and which of their names are known.

use super::converted;

/// Title, author, address of the first picture.
type Expected = (&'static str, &'static str, &'static str);

#[test]
fn posts_are_found_where_each_system_puts_them() {
    let cases: [(&str, &str, Expected); 8] = [
        (
            "a query of WPGraphQL",
            r#"{ "data": { "post": { "title": "Low water", "content": "<p>The ferry waits.</p>", "author": { "node": { "name": "Ines Valk" } },
                "featuredImage": { "node": { "sourceUrl": "https://shore.example/boat.png" } } } } }"#,
            ("Low water", "Ines Valk", "https://shore.example/boat.png"),
        ),
        (
            "a query of Craft",
            r#"{ "data": { "entry": { "title": "Low water", "postDate": "2025-04-10T05:40:00Z", "author": { "fullName": "Ines Valk" },
                "body": "<p>The ferry waits.</p>", "featuredImage": [{ "url": "https://shore.example/boat.png" }] } } }"#,
            ("Low water", "Ines Valk", "https://shore.example/boat.png"),
        ),
        (
            "a query of Gatsby",
            r#"{ "data": { "markdownRemark": { "html": "<p>The ferry waits.</p>",
                "frontmatter": { "title": "Low water", "author": "Ines Valk", "tags": ["tide"] } } } }"#,
            ("Low water", "Ines Valk", ""),
        ),
        (
            "a query of Hashnode",
            r#"{ "data": { "publication": { "post": { "title": "Low water", "author": { "name": "Ines Valk" },
                "content": { "markdown": "The ferry waits.", "html": "<p>The ferry waits.</p>" }, "coverImage": { "url": "https://shore.example/boat.png" } } } } }"#,
            ("Low water", "Ines Valk", "https://shore.example/boat.png"),
        ),
        (
            "a story of Storyblok",
            r#"{ "story": { "name": "Low water", "id": 7, "content": { "component": "post", "title": "Low water", "author": "Ines Valk",
                "long_text": { "type": "doc", "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": "The ferry waits." }] }] },
                "image": { "filename": "https://shore.example/boat.png" } } } }"#,
            ("Low water", "Ines Valk", "https://shore.example/boat.png"),
        ),
        (
            "a post of Substack",
            r#"{ "title": "Low water", "body_html": "<p>The ferry waits.</p>", "publishedBylines": [{ "name": "Ines Valk" }],
                "cover_image": "https://shore.example/boat.png" }"#,
            ("Low water", "Ines Valk", "https://shore.example/boat.png"),
        ),
        (
            "a post of Blogger",
            r#"{ "kind": "blogger#post", "title": "Low water", "content": "<p>The ferry waits.</p>", "author": { "displayName": "Ines Valk" } }"#,
            ("Low water", "Ines Valk", ""),
        ),
        (
            "a node of Drupal",
            r#"{ "jsonapi": { "version": "1.0" }, "data": { "type": "node--article", "attributes": { "title": "Low water",
                "created": "2025-04-10T05:40:00+00:00", "body": { "value": "<p>The ferry waits.</p>", "processed": "<p>The ferry waits.</p>" } } } }"#,
            ("Low water", "", ""),
        ),
    ];
    for (name, text, expected) in cases {
        let post = converted(text).post;
        let author = post.authors.first().map_or("", |author| author.name.as_str());
        let picture = post.images.first().and_then(|image| image.src.as_ref()).map_or("", |src| src.as_str());
        assert_eq!((post.title.as_str(), author, picture), expected, "{name}");
        assert_eq!(post.body.len(), 1, "{name}: {:?}", post.body);
    }
}
