//! Code that the sources must not contain.

use std::{fs, path::Path};

/// Files that are not in the wasm of the package.
const ELSEWHERE: [&str; 6] =
    ["rendering", "bin/backmatter/", "bin/reader/", "labels/icu.rs", "labels/locale.rs", "markup/html.rs"];

/// The package is built without the standard library's formatters: a call of one would trap.
#[test]
fn texts_are_put_together_without_formatters() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&src).unwrap().to_string_lossy().into_owned();
            if path.extension().is_none_or(|ending| ending != "rs")
                || ELSEWHERE.iter().any(|elsewhere| name.starts_with(elsewhere))
            {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            for word in
                ["format!(", "write!(", "writeln!(", "println!(", "fmt::Display", "panic!(", ".expect(", ".unwrap()"]
            {
                assert!(!code.contains(word), "{word} in src/{name}");
            }
        }
    }
}
