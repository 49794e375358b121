//! The documentation agrees with the code.

use crate::{
    snippets::{self, Snippet},
    support::{TOOLS, options},
};
use backmatter::{decode, formats::convert, json, report::NoticeCode};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The snippets of every page.
fn snippets() -> Vec<Snippet> {
    snippets::snippets(Path::new(env!("CARGO_MANIFEST_DIR")))
}

#[test]
fn every_example_of_json_is_json() {
    let mut count = 0;
    for Snippet { page, heading, text, .. } in snippets().iter().filter(|snippet| snippet.language == "json") {
        let read = json::read(text);
        assert!(read.is_ok(), "{page}, {heading}: {}\n{text}", read.err().unwrap().message());
        count += 1;
    }
    assert!(count > 25, "{count}");
}

/// An example below a heading such as `wordpress` is detected as that format.
#[test]
fn every_example_of_a_format_is_read_as_that_format() {
    let mut count = 0;
    for Snippet { page, heading, language, text } in snippets() {
        if page != "formats.md" || !heading.starts_with('`') || !["json", "html"].contains(&language.as_str()) {
            continue;
        }
        let names: Vec<&str> = heading.split('`').skip(1).step_by(2).collect();
        let found =
            convert(&text, &options("{}"), &TOOLS).unwrap_or_else(|failure| panic!("{heading}: {failure:?}\n{text}"));
        assert!(names.contains(&found.report.format.as_str()), "{heading}: {:?}\n{text}", found.report);
        assert!(!found.post.body.is_empty() || !found.post.title.is_empty(), "{heading}: nothing is shown\n{text}");
        count += 1;
    }
    assert!(count > 12, "{count}");
}

#[test]
fn the_json_in_every_element_is_a_post() {
    for Snippet { page, heading, language, text } in snippets() {
        if language != "html" {
            continue;
        }
        for part in text.split("<script type=\"application/json\">").skip(1) {
            let data = part.split("</script>").next().unwrap();
            let read = decode(data, &options("{}"), &TOOLS);
            assert!(read.is_ok(), "{page}, {heading}: {:?}\n{data}", read.err());
        }
    }
}

#[test]
fn every_code_of_a_notice_is_in_the_docs() {
    let page = fs::read_to_string(format!("{}/docs/elements.md", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for code in NoticeCode::ALL {
        assert!(page.contains(&format!("`{}`", code.as_str())), "{} is not in elements.md", code.as_str());
    }
}

/// The headings of a page as links name them: in small letters, with hyphens between the words.
fn headings(page: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(page).unwrap();
    let titles = text.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim());
    let kept = |char: &char| char.is_alphanumeric() || matches!(char, ' ' | '-' | '_');
    titles.map(|title| title.chars().filter(kept).collect::<String>().to_lowercase().replace(' ', "-")).collect()
}

#[test]
fn every_link_within_the_docs_leads_to_a_page() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    for folder in ["", "docs"] {
        for file in fs::read_dir(root.join(folder)).unwrap().map(|file| file.unwrap().path()) {
            if file.extension().is_none_or(|ending| ending != "md") {
                continue;
            }
            let text = fs::read_to_string(&file).unwrap();
            for part in text.split("](").skip(1) {
                let link = part.split(')').next().unwrap();
                let (target, heading) = link.split_once('#').unwrap_or((link, ""));
                if target.contains("://") {
                    continue;
                }
                let path = if target.is_empty() { file.clone() } else { file.parent().unwrap().join(target) };
                assert!(path.exists(), "{} links {target}", file.display());
                assert!(heading.is_empty() || headings(&path).contains(heading), "{} links {link}", file.display());
            }
        }
    }
}

/// Files of tests below a folder.
fn sources(folder: &Path) -> String {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let text =
        |path: PathBuf| if path.is_dir() { sources(&path) } else { fs::read_to_string(path).unwrap_or_default() };
    entries.map(text).collect()
}

#[test]
fn every_test_that_a_promise_names_is_there() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/csp-and-security.md")).unwrap();
    let table = page.split("## Promises").nth(1).unwrap().split("\n## ").next().unwrap();
    let tests = ["native", "web", "e2e"].map(|folder| sources(&root.join("tests").join(folder))).concat();
    let names: Vec<&str> = table.split('`').skip(1).step_by(2).filter(|name| !name.contains(' ')).collect();
    assert!(names.len() > 20, "{names:?}");
    for name in names {
        assert!(tests.contains(&format!("fn {name}(")), "there is no test {name}");
    }
}
