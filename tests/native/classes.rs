//! Every class in the code has a style, and every styled class is in the code.

use std::{collections::BTreeSet, fs, path::Path};

fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|found| found == ending) {
                texts.push(fs::read_to_string(entry).unwrap());
            }
        }
    }
    texts
}

/// The words that begin with `mark` and `bm-`.
fn names(texts: &[String], mark: char) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for text in texts {
        for (at, _) in text.match_indices("bm-") {
            if text[..at].ends_with(mark)
                && !text[at..].starts_with("bm-root")
                && !text[at + 3..].starts_with(['"', ' '])
            {
                names.insert(
                    text[at..]
                        .split(|char: char| !char.is_ascii_alphanumeric() && char != '-')
                        .next()
                        .unwrap()
                        .to_string(),
                );
            }
        }
    }
    names
}

#[test]
fn every_class_that_the_code_writes_is_styled_and_back() {
    let code = [files("src/components", "rs"), files("src/components", "js")].concat();
    let quoted = names(&code, '"').into_iter().chain(names(&code, ' ')).collect::<BTreeSet<_>>();
    let styled = names(&files("style", "css"), '.');
    // Hooks for hosts, without styles.
    let hooks: BTreeSet<String> = ["authors", "code-copy", "date"].map(|name| format!("bm-{name}")).into();
    let unstyled: Vec<_> = quoted.difference(&styled).filter(|name| !hooks.contains(*name)).collect();
    let unwritten: Vec<_> = styled.difference(&quoted).collect();
    assert!(unstyled.is_empty(), "written but not styled: {unstyled:?}");
    assert!(unwritten.is_empty(), "styled but not written: {unwritten:?}");
    let stale: Vec<_> = hooks.intersection(&styled).chain(hooks.difference(&quoted)).collect();
    assert!(stale.is_empty(), "no longer bare hooks: {stale:?}");
}
