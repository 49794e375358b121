//! Any JSON through every reader: never a panic, and every notice names a path.

use super::{input, inputs};
use crate::corpora::{corpora, corpus};
use crate::support::{TOOLS, fixture, fixtures, options};
use backmatter::{decode, formats::convert};
use std::fs;

const FORMATS: [&str; 19] = [
    "auto",
    "wordpress",
    "jsonfeed",
    "ghost",
    "forem",
    "mf2",
    "contentful",
    "strapi",
    "json-ld",
    "html",
    "text",
    "gutenberg",
    "mobiledoc",
    "prosemirror",
    "lexical",
    "portable-text",
    "editorjs",
    "mdast",
    "hast",
];

#[test]
fn any_json_through_every_reader() {
    let mut texts: Vec<String> = inputs().iter().map(|name| input(name)).collect();
    texts.extend(fixtures().iter().map(|name| fixture(name)));
    let folder = fs::read_dir(corpora().join("jsontestsuite")).into_iter().flatten().flatten();
    texts.extend(
        folder
            .filter_map(|file| fs::read(file.path()).ok())
            .filter(|bytes| bytes.len() < 20_000)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
    );
    texts.extend(corpus("blns.json"));
    for text in texts {
        for format in FORMATS {
            let options = options(&format!(r#"{{ "format": "{format}" }}"#));
            let Ok(found) = convert(&text, &options, &TOOLS) else { continue };
            assert!(
                !found.post.title.is_empty() || !found.post.body.is_empty() || found.report.format == "backmatter/1",
                "{format}: {text}"
            );
            for notice in &found.report.notices {
                assert!(!notice.what.is_empty() && !notice.why.is_empty(), "{format}: {notice:?}");
            }
            decode(&found.text, &crate::support::options("{}"), &TOOLS)
                .unwrap_or_else(|failure| panic!("{format}: {failure:?} for {}", found.text));
        }
    }
}

/// A tree as deep as JSON allows is flattened, not lost.
#[test]
fn trees_as_deep_as_json_goes() {
    let deep = |open: &str, close: &str| {
        [
            open.repeat(60),
            r#"{ "type": "paragraph", "content": [{ "type": "text", "text": "deep down" }] }"#.into(),
            close.repeat(60),
        ]
        .concat()
    };
    let text =
        [r#"{ "type": "doc", "content": ["#, &deep(r#"{ "type": "blockquote", "content": ["#, "]}"), "]}"].concat();
    let found = convert(&text, &options("{}"), &TOOLS).unwrap();
    assert!(found.text.contains("deep down"), "{}", found.text);
}
