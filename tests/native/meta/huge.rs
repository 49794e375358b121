//! Point 11: long boxes are painted in chunks, and nothing is cut.

use super::facts;
use crate::support::meta_html;

fn fields(count: usize) -> String {
    let fields: Vec<String> = (0..count).map(|index| format!("\"gauge_{index}_count\": {index}")).collect();
    format!("{{ {} }}", fields.join(","))
}

#[test]
fn every_row_is_there_in_lists_of_fifty() {
    let html = meta_html(&fields(10_000));
    assert_eq!(html.matches("<dl class=\"bm-facts\">").count(), 200);
    assert_eq!(html.matches("<div class=\"bm-fact\">").count(), 10_000);
}

#[test]
fn a_hundred_thousand_rows_are_read() {
    let facts = facts(&fields(100_000));
    assert_eq!(facts.rows.len(), 100_000);
    assert_eq!(facts.source.len(), facts.rows.last().unwrap().source.end + 1);
}

/// A small input must not cost much to show.
#[test]
fn small_input_that_would_explode_does_not() {
    let nested = |depth: usize| {
        let mut text = String::from("x");
        for _ in 0..depth {
            text = format!("s:{}:\"{text}\";", text.len());
        }
        let mut quoted = String::new();
        backmatter::json::push_quoted(&mut quoted, &text);
        quoted
    };
    let deep = format!("{}1{}", "[".repeat(16_000), "]".repeat(16_000));
    let rows = vec![r#"{ "a": 1 }"#; 1_100].join(",");
    let cases = [
        format!("{{ \"k\": {} }}", nested(3_000)),
        format!("{{ \"k\": {deep} }}"),
        format!("{{ \"t\": [{rows}, {{ \"a\": 1, \"{}\": 1 }}] }}", "k".repeat(200_000)),
        format!("{{ \"k\": \"{}\" }}", "=".repeat(200_000)),
        format!("{{ \"k\": \"{}\" }}", "token=".repeat(40_000)),
        format!("{{ \"k\": \"{}\" }}", "%40".repeat(70_000)),
        format!("{{ \"k\": \"x{}\" }}", "[".repeat(200_000)),
        format!("{{ \"k\": \"{}\" }}", "a@".repeat(100_000)),
        format!("{{ \"k\": \"{}\" }}", "&".repeat(200_000)),
        format!("{{ \"x\": {{ \"{}\": [{}\"a@b.example\"] }} }}", "k".repeat(10_000), "\"a\",".repeat(50_000)),
    ];
    for case in cases {
        let html = meta_html(&case);
        let json = super::ask(&case, backmatter::components::Query::Json, None);
        let longest = 60 * case.len() + 100_000;
        assert!(html.len() < longest && json.len() < longest * 3, "{} of {}: {:.60}", html.len(), case.len(), case);
    }
}

#[test]
fn a_list_of_a_hundred_thousand_is_one_fact() {
    let items: Vec<String> = (0..100_000).map(|index| index.to_string()).collect();
    assert_eq!(meta_html(&format!("{{ \"tides\": [{}] }}", items.join(","))).matches("<li").count(), 100_000);
}
