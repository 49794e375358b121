//! Ranking of candidates.

use crate::support::{fixture, post};

fn similar(text: &str) -> Vec<String> {
    post(text).0.similar.into_iter().map(|card| card.title).collect()
}

#[test]
fn candidates_come_by_what_they_share_and_never_the_post_itself() {
    assert_eq!(similar(&fixture("candidates")), ["Spring tides", "Paper charts"]);
}

#[test]
fn what_the_host_chose_comes_first_and_once() {
    let text = r#"{ "title": "Paper tides", "tags": ["paper"], "similar": [{ "id": "x", "title": "Chosen" }],
        "candidates": [{ "id": "x", "title": "Paper again" }, { "id": "y", "title": "Paper boats" }, { "id": "z", "title": "Iron" }] }"#;
    assert_eq!(similar(text), ["Chosen", "Paper boats"]);
}
