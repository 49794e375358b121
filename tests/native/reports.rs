//! Reports and their paths.

use crate::support::{between, fixture, fixtures, notices_of, post};
use backmatter::report::{NoticeCode, Path};
use std::{collections::BTreeSet, fs, path::PathBuf};

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
        // Short forms of credit are valid, but lack fields that most sources require.
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

/// The codes in quotes in a part of a file.
fn codes_in(text: &str) -> BTreeSet<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

#[test]
fn the_types_list_every_code() {
    let types = fs::read_to_string(file("src/embed/types/index.d.ts")).unwrap();
    let union = codes_in(between(&types, "export type NoticeCode =", "| ErrorCode;"));
    let mut made: BTreeSet<&str> = NoticeCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(made.len(), NoticeCode::ALL.len(), "two have one code");
    let scripts = scripts();
    for script in &scripts {
        // As `code: "…"` in an object, or as the first argument of a notice.
        for before in ["code: \"", "notice(\"", "instead(\""] {
            made.extend(script.split(before).skip(1).filter_map(|rest| rest.split('"').next()));
        }
    }
    assert_eq!(union, made);
}

#[test]
fn a_notice_has_three_hundred_characters_at_most() {
    let long = "ä".repeat(5_000);
    let text = format!(
        r#"{{ "{long}": {{}}, "title": "T", "images": [{{ "src": "javascript:{long}" }}],
            "body": [{{ "type": "{long}", "text": "a" }}, {{ "type": "html", "html": "<svg-{long}></svg-{long}><script></script>" }}] }}"#
    );
    let notices = post(&text).1.notices;
    assert!(notices.len() > 3, "{notices:?}");
    for notice in notices {
        let length = [&notice.r#where, &notice.what, &notice.why].map(|text| text.chars().count());
        assert!(length.iter().sum::<usize>() <= 300, "{length:?}");
    }
}

#[test]
fn notices_beyond_a_thousand_are_counted() {
    let fields = (0..1_500).map(|number| format!(", \"x{number}\": 1")).collect::<Vec<_>>().concat();
    let notices = post(&format!("{{ \"title\": \"T\"{fields} }}")).1.notices;
    let last = notices.last().unwrap();
    assert_eq!((notices.len(), last.code, last.more), (1_001, NoticeCode::MoreNotices, 500));
    assert_eq!(last.what, "500 notices more");
}

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The scripts of the embed.
fn scripts() -> Vec<String> {
    let folder = fs::read_dir(file("src/embed")).unwrap();
    let paths = folder.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "js"));
    paths.map(|path| fs::read_to_string(path).unwrap()).collect()
}
