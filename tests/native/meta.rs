//! The meta box, a file for each thing that it does.

mod finding;
mod groups;
mod hazards;
mod huge;
mod identifiers;
mod locale;
mod mending;
mod numbers;
mod privacy;
mod properties;
mod put_away;
mod shapes;
mod summary;
mod taking;
mod typing;

use crate::support::{options, post_with};
use backmatter::{
    Content, Localizer, PLAIN,
    components::meta_view::answer,
    model::{Facts, Row},
};

/// The facts of a meta.
#[track_caller]
fn facts(meta: &str) -> Facts {
    facts_with(meta, "{}")
}

/// The same with options.
#[track_caller]
fn facts_with(meta: &str, given: &str) -> Facts {
    let (post, _) = post_with(&format!(r#"{{ "title": "T", "meta": {meta} }}"#), given);
    post.meta.facts.unwrap_or_default()
}

/// The only row of a meta with one field.
#[track_caller]
fn row(key: &str, value: &str) -> Row {
    let mut rows = facts(&format!(r#"{{ "{key}": {value} }}"#)).rows;
    assert_eq!(rows.len(), 1, "{key}: {value}");
    rows.remove(0)
}

/// What is answered about a row, or about all.
#[track_caller]
fn ask(meta: &str, question: u32, number: Option<usize>) -> String {
    ask_with(meta, "{}", question, number)
}

/// The same with options.
#[track_caller]
fn ask_with(meta: &str, given: &str, question: u32, number: Option<usize>) -> String {
    let (post, _) = post_with(&format!(r#"{{ "title": "T", "meta": {meta} }}"#), given);
    let options = options(given);
    let localizer = Localizer { lang: String::new(), labels: options.labels.clone(), locale: PLAIN };
    answer(&Content::new(post, options, localizer), question, number)
}
