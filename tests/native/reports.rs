//! Reports and their paths.

use crate::support::{fixture, fixtures, notices_of, post};
use backmatter::report::Path;

#[test]
fn a_path_is_written_as_a_person_would() {
    let root = Path::Root;
    let images = root.key("images");
    let second = images.item(2);
    let credit = second.key("credit");
    assert_eq!(credit.key("source_url").text(), "images[2].credit.source_url");
    assert_eq!(root.text(), "");
    assert_eq!(root.item(0).key("a").text(), "[0].a");
}

#[test]
fn a_good_post_has_nothing_to_report() {
    for name in ["full", "minimal", "rtl", "cjk", "candidates", "failing_image"] {
        let expected: &[String] =
            if name == "candidates" { &["tags: not shown (the format has no such field)".into()] } else { &[] };
        let mut notices = notices_of(&fixture(name));
        // Short forms of credit are legal, and less than most sources ask for.
        notices.retain(|notice| !notice.contains("asks for it"));
        assert_eq!(notices, expected, "{name}");
    }
}

#[test]
fn every_notice_has_its_sentence() {
    for name in fixtures() {
        for notice in post(&fixture(&name)).1.notices {
            assert!(!notice.what.is_empty() && !notice.why.is_empty(), "{notice:?} of {name}");
        }
    }
    assert!(notices_of(&fixture("hostile")).len() > 20);
}

#[test]
fn oddities_of_the_text_are_reported_with_their_place() {
    let notices = notices_of("\u{FEFF}{ \"title\": \"\\ud800\",\n \"body\": \"x\" }");
    assert_eq!(
        notices,
        [
            "line 1, column 1: a byte-order mark was skipped (JSON text does not begin with one)",
            "line 1, column 14: shown as U+FFFD (a \\u escape is half of a character)"
        ]
    );
}
