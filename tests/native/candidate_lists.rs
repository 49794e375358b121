//! Lists of candidates in other formats, as the page fetches them.

use crate::{
    related::{similar, staging},
    support::{TOOLS, assert_has, assert_lacks},
};
use backmatter::{Options, formats::convert_list};

/// A post like ours and another one, as some systems write them. Each has nothing in common with ours but its text.
const FOREIGN: [(&str, &str, &str); 5] = [
    (
        "WordPress",
        r#"{ "id": 2, "link": "/a", "title": { "rendered": "Why ours drifted" }, "content": { "rendered": "<p>TEXT</p>" } }"#,
        r#"{ "id": 3, "link": "/b", "title": { "rendered": "Rye bread" }, "content": { "rendered": "<p>Flour, water.</p>" } }"#,
    ),
    (
        "Ghost",
        r#"{ "id": "2", "uuid": "u", "title": "Why ours drifted", "html": "<p>TEXT</p>", "slug": "a", "comment_id": "2" }"#,
        r#"{ "id": "3", "uuid": "v", "title": "Rye bread", "html": "<p>Flour, water.</p>", "slug": "b", "comment_id": "3" }"#,
    ),
    (
        "Strapi",
        r#"{ "id": 2, "documentId": "x", "title": "Why ours drifted", "content": "TEXT" }"#,
        r#"{ "id": 3, "documentId": "y", "title": "Rye bread", "content": "Flour, water." }"#,
    ),
    (
        "JSON Feed",
        r#"{ "id": "2", "url": "/a", "title": "Why ours drifted", "content_html": "<p>TEXT</p>" }"#,
        r#"{ "id": "3", "url": "/b", "title": "Rye bread", "content_text": "Flour, water." }"#,
    ),
    (
        "Sanity",
        r#"{ "_id": "2", "_type": "post", "title": "Why ours drifted", "body": [{ "_type": "block", "children": [{ "_type": "span", "text": "TEXT" }] }] }"#,
        r#"{ "_id": "3", "_type": "post", "title": "Rye bread", "body": [] }"#,
    ),
];

/// A list of posts as candidates, and the codes and places of notices.
fn listed(posts: &str) -> (String, Vec<String>) {
    let (text, notices) = convert_list(posts, "candidates", &Options::default(), &TOOLS).unwrap();
    (text, notices.iter().map(|notice| format!("{} {}", notice.code.as_str(), notice.r#where)).collect())
}

#[test]
fn lists_in_other_formats_are_compared_by_their_texts() {
    for (name, alike, other) in FOREIGN {
        let alike = alike.replace("TEXT", "The database was old: a rollback, then copies of production each night.");
        for (before, after) in [("[", "]"), ("{ \"posts\": [", "] }"), ("{ \"data\": [", "] }")] {
            let (list, told) = listed(&format!("{before}{alike},{other}{after}"));
            let candidates = list.strip_prefix('[').and_then(|list| list.strip_suffix(']')).unwrap();
            assert_eq!(similar(&staging(&[candidates])), ["Why ours drifted"], "{name} {before}");
            assert_eq!(told, Vec::<String>::new(), "{name} {before}");
        }
    }
}

#[test]
fn a_post_of_a_list_that_cannot_be_read_costs_itself() {
    let locked = r#"{ "title": { "rendered": "Locked" }, "content": { "rendered": "", "protected": true } }"#;
    let hostile = r#"{ "title": { "rendered": "<img src=x onerror=alert(1)>Staging" }, "link": "javascript:alert(1)",
        "content": { "rendered": "<p>production</p><script>alert(1)</script>" } }"#;
    let (list, told) = listed(&format!(r#"[{locked}, {{ "title": {{ "rendered": "" }} }}, 7, null, {hostile}]"#));
    for left in ["Locked", "Staging", "production"] {
        assert_has(&list, left);
    }
    for sink in ["<img", "javascript:", "alert"] {
        assert_lacks(&list, sink);
    }
    assert_eq!(told, ["card-dropped candidates[1]", "address-refused candidates[4].link"]);
    // More than two hundred are counted; what is no list gives no cards.
    let many = vec![r#"{ "title": { "rendered": "T" } }"#; 500].join(",");
    assert_eq!(listed(&format!("[{many}]")).1, ["candidates-dropped candidates"]);
    let (list, told) = listed(r#"{ "code": "rest_no_route", "message": "No route" }"#);
    assert_eq!((list.as_str(), told.len()), ("[]", 1), "{told:?}");
    assert_eq!(listed(r#"{ "posts": [] }"#).0, "[]");
}
