//! Point 11: long boxes come in pieces, and nothing is cut.

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

#[test]
fn a_list_of_a_hundred_thousand_is_one_fact() {
    let items: Vec<String> = (0..100_000).map(|index| index.to_string()).collect();
    assert_eq!(meta_html(&format!("{{ \"tides\": [{}] }}", items.join(","))).matches("<li").count(), 100_000);
}
