//! Other formats: how they are detected and converted.

use crate::support::{TOOLS, draw, options};
use backmatter::{
    decode,
    formats::{Converted, convert, identify, posts, proper_name},
    report::{Failure, Notice},
};
use std::{env, fs};

mod ambiguities;
mod bad_input;
mod golden;
mod properties;
mod responses;
mod wordpress;
mod writing;

/// The folder of the inputs.
pub fn folder() -> String {
    format!("{}/tests/fixtures/formats", env!("CARGO_MANIFEST_DIR"))
}

/// The text of an input.
#[track_caller]
pub fn input(name: &str) -> String {
    let path = format!("{}/{name}.json", folder());
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names of all inputs.
pub fn inputs() -> Vec<String> {
    let names = fs::read_dir(folder()).unwrap();
    let mut names: Vec<String> = names
        .filter_map(|file| file.unwrap().file_name().into_string().unwrap().strip_suffix(".json").map(String::from))
        .collect();
    names.sort();
    names
}

/// An input in the native format.
#[track_caller]
pub fn converted(text: &str) -> Converted {
    converted_with(text, "{}")
}

/// The same with options.
#[track_caller]
pub fn converted_with(text: &str, given: &str) -> Converted {
    convert(text, &options(given), &TOOLS).unwrap_or_else(|failure| panic!("{failure:?} for {text}"))
}

/// Why an input is refused.
#[track_caller]
pub fn refused(text: &str) -> (&'static str, String) {
    match convert(text, &options("{}"), &TOOLS) {
        Err(Failure { code, message }) => (code.as_str(), message),
        Ok(converted) => panic!("{} for {text}", converted.text),
    }
}

/// The HTML of what an input becomes.
#[track_caller]
pub fn shown(text: &str) -> String {
    let native = converted(text).text;
    let decoded = decode(&native, &options("{}"), &TOOLS).unwrap_or_else(|failure| panic!("{failure:?} for {native}"));
    draw(decoded.post, options("{}"))
}

/// The notices, each as "code where: what (why)".
#[track_caller]
pub fn notices(text: &str) -> Vec<String> {
    converted(text).report.notices.iter().map(told).collect()
}

pub fn told(notice: &Notice) -> String {
    format!("{} {}: {} ({})", notice.code.as_str(), notice.r#where, notice.what, notice.why)
}

#[test]
fn every_post_of_an_input_is_a_text_of_its_own() {
    let cases = [
        ("wordpress-list", 3),
        ("jsonfeed", 3),
        ("ghost", 2),
        ("wordpress", 1),
        ("portable-text", 1),
        ("editorjs", 1),
        ("mdast", 1),
    ];
    for (name, count) in cases {
        let texts = posts(&input(name), &options("{}")).unwrap();
        assert_eq!(texts.len(), count, "{name}");
        assert_eq!(converted(&input(name)).posts, count, "{name}");
        let formats: Vec<String> = texts.iter().map(|text| converted(text).report.format).collect();
        assert!(formats.iter().all(|format| *format == formats[0]), "{name}: {formats:?}");
    }
}

#[test]
fn each_format_has_a_name_that_people_know_it_by() {
    for name in inputs() {
        let found = identify(&input(&name), &options("{}")).unwrap();
        assert_eq!(found.format, converted(&input(&name)).report.format, "{name}");
        assert_ne!(proper_name(found.format), found.format, "{name}");
    }
    assert_eq!(proper_name("wordpress"), "WordPress REST");
}
