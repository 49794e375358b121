//! Per format: an input written from its specification, and its golden output. `BACKMATTER_GOLDEN=write` rewrites the
//! output.

use super::{converted, folder, input, inputs, shown, told};
use backmatter::json;
use std::{env, fmt::Write, fs};

/// The format that each input is read as.
const FORMATS: [(&str, &str); 26] = [
    ("contentful", "contentful"),
    ("editorjs", "editorjs"),
    ("flat", "html"),
    ("forem", "forem"),
    ("ghost", "ghost"),
    ("gutenberg", "gutenberg"),
    ("hast", "hast"),
    ("json-ld", "json-ld"),
    ("jsonfeed", "jsonfeed"),
    ("jsonfeed-1.0", "jsonfeed"),
    ("lexical", "lexical"),
    ("mdast", "mdast"),
    ("mf2", "mf2"),
    ("mobiledoc", "mobiledoc"),
    ("portable-text", "portable-text"),
    ("prosemirror", "prosemirror"),
    ("slate", "slate"),
    ("strapi-4", "strapi"),
    ("strapi-5", "strapi"),
    ("tiptap", "prosemirror"),
    ("wordpress", "wordpress"),
    ("wordpress-attachment", "wordpress"),
    ("wordpress-bare", "wordpress"),
    ("wordpress-list", "wordpress"),
    ("wordpress-odd", "wordpress"),
    ("plain", "text"),
];

#[test]
fn each_input_is_read_as_its_format() {
    for name in inputs() {
        let expected =
            FORMATS.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("{name} is not in the table")).1;
        let report = converted(&input(&name)).report;
        assert_eq!(report.format, expected, "{name}: {:?}", report.reasons);
        assert!(report.confidence > 0.3 && !report.reasons[0].is_empty(), "{name}: {report:?}");
    }
}

#[test]
fn each_input_becomes_what_its_golden_file_says() {
    let is_writing = env::var("BACKMATTER_GOLDEN").is_ok_and(|wish| wish == "write");
    let mut wrong = String::new();
    for name in inputs() {
        let found = converted(&input(&name));
        let mut text = json::indented(&found.text);
        text.push('\n');
        for notice in found.report.notices.iter().map(told) {
            writeln!(text, "// {notice}").unwrap();
        }
        let path = format!("{}/golden/{name}.json", folder());
        if is_writing {
            fs::write(&path, &text).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != text {
            writeln!(wrong, "{name} becomes\n{text}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn each_input_shows_a_title_and_an_article() {
    for name in inputs() {
        let html = shown(&input(&name));
        if name != "gutenberg" && name != "plain" {
            assert!(html.contains("bm-title"), "{name}: {html}");
        }
        assert!(html.contains("bm-article-body"), "{name}: {html}");
        assert!(!html.contains("<script") && !html.contains("javascript:"), "{name}: {html}");
    }
}
