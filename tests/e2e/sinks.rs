//! The package has no HTML sink.

use std::{fs, path::Path};

const SCRIPTS: [&str; 8] =
    ["embed.js", "define.js", "elements.js", "ahead.js", "index.js", "programs.js", "shared.js", "widget.js"];

#[test]
fn nothing_in_the_package_writes_html() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg");
    let sinks = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "setHTMLUnsafe",
        "createContextualFragment",
        "document.write",
        "eval(",
        "new Function",
        "Function(\"",
        "inner_html",
        "template_inner",
    ];
    for file in SCRIPTS {
        let text = fs::read_to_string(folder.join(file)).unwrap();
        for sink in sinks {
            assert!(!text.contains(sink), "{sink} in {file}");
        }
    }
    // The wasm contains the names of its imports.
    for program in ["first_bg.wasm", "widget_bg.wasm"] {
        let wasm = fs::read(folder.join(program)).unwrap();
        for sink in ["innerHTML", "insertAdjacentHTML", "setHTML", "set_inner"] {
            assert!(!wasm.windows(sink.len()).any(|window| window == sink.as_bytes()), "{sink} in {program}");
        }
    }
}

#[test]
fn the_package_names_no_path_of_the_machine_that_built_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg");
    let home = std::env::var("HOME").unwrap_or_else(|_| "no home".into());
    for file in SCRIPTS.into_iter().chain(["first_bg.wasm", "widget_bg.wasm", "backmatter.css"]) {
        let bytes = fs::read(folder.join(file)).unwrap();
        for path in [home.as_str(), env!("CARGO_MANIFEST_DIR"), "index.crates.io"] {
            assert!(!bytes.windows(path.len()).any(|window| window == path.as_bytes()), "{path} in {file}");
        }
    }
}
