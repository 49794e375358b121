//! Point 8: groups with their counts, each of which can be closed.

use super::{facts, facts_with};
use crate::support::{assert_has, assert_lacks, fixture, html, html_with, meta_html};
use backmatter::model::Group;

#[test]
fn more_than_ten_fields_have_groups() {
    let html = html(&fixture("full"));
    for (name, count) in [("Content", 13), ("Quality", 2), ("Technical", 3)] {
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
fn a_group_of_one_or_of_nearly_all_is_none() {
    let groups = |meta: &str| facts(meta).rows.iter().map(|row| row.group.clone()).collect::<Vec<_>>();
    let notes: Vec<String> = (0..14).map(|index| format!("\"note{index}\": \"x\"")).collect();
    let notes = notes.join(",");
    assert!(groups(&format!("{{ {notes}, \"score\": 5, \"rating\": 4 }}")).iter().all(|group| *group == Group::None));
    let scores: Vec<String> = (0..6).map(|index| format!("\"score_{index}\": 5")).collect();
    let found = groups(&format!("{{ {notes}, {}, \"license\": \"y\" }}", scores.join(",")));
    assert_eq!(found.iter().filter(|group| **group == Group::Content).count(), 15);
    assert!(!found.contains(&Group::Provenance));
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
