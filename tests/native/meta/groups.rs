//! Point 8: groups with their counts, to be closed one by one.

use super::{facts, facts_with};
use crate::support::{assert_has, assert_lacks, fixture, html, html_with, meta_html};
use backmatter::model::Group;

#[test]
fn more_than_ten_fields_have_groups() {
    let html = html(&fixture("full"));
    for (name, count) in [("Content", 12), ("Quality", 2), ("Provenance", 1), ("Technical", 3)] {
        assert_has(
            &html,
            &format!(
                "<details class=\"bm-facts-group\" open=\"\"><summary class=\"bm-facts-title\"><span class=\"bm-facts-name\">{name}</span> <span class=\"bm-facts-count\">{count}</span></summary>"
            ),
        );
    }
    assert_lacks(&meta_html(r#"{ "a": 1, "score": 2, "hash": "x", "license": "y" }"#), "bm-facts-group");
}

#[test]
fn the_host_names_groups_and_the_rest_comes_first() {
    let given =
        r#"{ "fields": { "b": { "group": "At sea" }, "d": { "group": "On land" }, "a": { "group": "At sea" } } }"#;
    let found = facts_with(r#"{ "a": 1, "b": 2, "c": 3, "d": 4 }"#, given);
    let groups: Vec<_> = found.rows.iter().map(|row| (row.field.key.as_str(), row.group.clone())).collect();
    let named = |name: &str| Group::Named(name.into());
    assert_eq!(groups, [("c", Group::None), ("a", named("At sea")), ("b", named("At sea")), ("d", named("On land"))]);
    assert_has(&html_with(r#"{ "title": "T", "meta": { "a": 1, "c": 3 } }"#, given), ">At sea</span>");
}

#[test]
fn a_very_long_box_is_one_list() {
    let fields: Vec<String> = (0..1_200).map(|index| format!("\"score_{index}\": 1, \"note{index}\": 2")).collect();
    assert!(facts(&format!("{{ {} }}", fields.join(","))).rows.iter().all(|row| row.group == Group::None));
}
