//! What the native format has no blocks for is written as near as it comes, and loses neither words nor images.

use super::{converted_with, shown};
use crate::support::assert_has;

#[test]
fn what_stands_in_items_and_quotations_is_written() {
    let cases = [
        ("<ul><li><p>one</p><p>two</p></li></ul>", r#""items":[["one","\n","two"]]"#),
        (
            "<ul><li>one<ul><li>deep</li></ul><ol><li>deeper</li></ol></li></ul>",
            r#""items":[{"text":"one","items":["deep","deeper"]}]"#,
        ),
        ("<ul><li>one</li><ul><li>two</li></ul></ul>", r#""items":[{"text":"one","items":["two"]}]"#),
        ("<ul><li>one<pre>code</pre></li></ul>", r#""items":[["one","\n","code"]]"#),
        (
            "<ul><li>one<img src='https://a.example/b.png' alt='B'></li></ul>",
            r#"{"type":"image","src":"https://a.example/b.png","alt":"B"}"#,
        ),
        (
            "<blockquote><blockquote>deep</blockquote><ul><li>item</li></ul></blockquote>",
            r#""text":["deep","\n","item"]"#,
        ),
    ];
    for (html, part) in cases {
        assert_has(&converted_with(html, r#"{ "format": "html" }"#).text, part);
    }
    assert_has(&shown("<ul><li>one<img src='https://a.example/b.png' alt='B'></li></ul>"), "https://a.example/b.png");
}
