//! Point 10: the exact JSON of a value or of the box, and both as Markdown.

use super::{ask, facts};
use crate::support::fixture;
use backmatter::{components::Query, json};

const META: &str = r#"{ "views": 24635, "tools": ["rope", "a*b"], "scores": { "quality": 83 }, "crew": [{ "name": "Ann|B", "since": "2025-04-10" }, { "name": "Tom" }], "hash": "a`b", "page": "https://a.example/x", "is_open": true }"#;

#[test]
fn the_json_of_a_row_is_what_was_given() {
    assert_eq!(ask(META, Query::Json, Some(0)), "24635");
    assert_eq!(ask(META, Query::Json, Some(2)), "{\n  \"quality\": 83\n}");
    assert_eq!(
        json::indented(r#"{"a":[],"b":{"c":"},{\" "}}"#),
        "{\n  \"a\": [],\n  \"b\": {\n    \"c\": \"},{\\\" \"\n  }\n}"
    );
    assert_eq!(ask(META, Query::Json, Some(99)), ask(META, Query::Json, None), "no such row: all");
}

#[test]
fn the_whole_box_is_what_was_given() {
    for meta in [META, r#"[{ "key": "a", "value": 1, "label": "L" }, 7]"#, r#"{ "b": ["1"], "a": ["2"] }"#] {
        let given = json::write(&json::read(meta).unwrap().value);
        assert_eq!(facts(meta).source, given);
        assert_eq!(json::write(&json::read(&ask(meta, Query::Json, None)).unwrap().value), given);
    }
}

#[test]
fn markdown_says_the_same() {
    assert_eq!(
        ask(META, Query::Markdown, None),
        "- **Views:** 24635\n\
         - **Tools:**\n  - rope\n  - a\\*b\n\
         - **Scores:**\n  - **Quality:** 83\n\
         - **Crew:**\n\n  | Name | Since |\n  | --- | --- |\n  | Ann\\|B | 10 April 2025 |\n  | Tom | |\n\
         - **Hash:** ``a`b``\n\
         - **Page:** [https://a.example/x](<https://a.example/x>)\n\
         - **Is open:** yes\n"
    );
    assert_eq!(ask(META, Query::Markdown, Some(6)), "- **Is open:** yes\n");
}

#[test]
fn the_buttons_for_it_stand_below() {
    let html = crate::support::html(&fixture("full"));
    for (action, name) in [("all-json", "View as JSON"), ("copy-json", "Copy JSON"), ("copy-markdown", "Copy Markdown")]
    {
        let at = html.find(&format!("data-bm-action=\"{action}\"")).unwrap();
        assert!(html[at..].split('<').next().unwrap().ends_with(name));
    }
}
