//! Point 9: a field to find something in a long box.

use super::ask;
use crate::support::{assert_has, assert_lacks, meta_html, options, post};
use backmatter::{
    Content, Localizer, PLAIN,
    components::{
        MetaView,
        meta_view::{FIND, TEXTS, answer},
        post_meta,
    },
};

fn long(count: usize) -> String {
    let fields: Vec<String> = (0..count).map(|index| format!("\"note{index}\": \"gauge {index}\"")).collect();
    format!("{{ {} }}", fields.join(", "))
}

#[test]
fn it_is_there_from_twenty_fields_on() {
    assert_lacks(&meta_html(&long(19)), "bm-facts-query");
    assert_has(
        &meta_html(&long(20)),
        "<label class=\"bm-facts-search\">Find <input class=\"bm-facts-query\" type=\"search\"></label>",
    );
}

#[test]
fn each_row_is_one_line_of_what_may_be_looked_for() {
    let meta = r#"{ "note": "two\nlines &amp; more", "views": 24635, "reviewed": "2025-04-10", "seo": { "ai_score": 7 }, "is_x": 1 }"#;
    let texts = ask(meta, TEXTS, None);
    let lines: Vec<_> = texts.lines().collect();
    assert_eq!(
        lines,
        [
            "Note two lines & more \"two\\nlines &amp; more\"",
            "Views 24,635 24635",
            "Reviewed 10 April 2025 \"2025-04-10\"",
            "SEO AI score 7 {\"ai_score\":7}",
            "Is x yes 1"
        ]
    );
}

#[test]
fn what_was_found_is_shown_and_counted() {
    let (post, _) = post(&format!(r#"{{ "title": "T", "meta": {} }}"#, long(30)));
    let localizer = Localizer { lang: String::new(), labels: options("{}").labels, locale: PLAIN };
    let found = MetaView { found: Some(vec![3, 29, 500]), is_json: false };
    let content = Content { meta_view: found, ..Content::new(post, options("{}"), localizer) };
    let html = post_meta(&content).unwrap().to_html();
    assert_has(&html, "<p class=\"bm-facts-found\">2 of 30 fields</p>");
    assert_eq!((html.matches("class=\"bm-fact\"").count(), html.contains("gauge 29")), (2, true));
    assert_eq!(answer(&content, FIND, None), "3 of 30 fields");
}
