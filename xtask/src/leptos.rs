//! `cargo xtask leptos`: the application of `examples/leptos-app` in its three builds, tested in Chromium.

use crate::{
    command::{Outcome, command, copy, run, write},
    root, tools,
};
use std::{fs, path::PathBuf, process::Command};

/// Builds the application and tests it.
pub fn leptos() -> Outcome {
    tools::wasm_target()?;
    tools::wasm_bindgen()?;
    for build in ["csr", "hydrate"] {
        run(cargo("build", build).args(["--target", "wasm32-unknown-unknown"]))?;
        let folder = target().join(build);
        let wasm = target().join("wasm32-unknown-unknown/debug/leptos-app.wasm");
        run(command("wasm-bindgen", &["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder).arg(wasm))?;
        copy(&root().join("tests/hosts/boat.png"), &folder.join("boat.png"))?;
    }
    copy(&example().join("index.html"), &target().join("csr/index.html"))?;
    run(&mut cargo("build", "ssr"))?;
    let page = Command::new(target().join("debug/leptos-app")).output().map_err(|error| error.to_string())?;
    write(&target().join("hydrate/index.html"), page.stdout)?;
    if !tools::chromium()? {
        return Ok(());
    }
    run(&mut command("cargo", &["test", "--features", "e2e", "--test", "e2e", "--", "--ignored", "leptos_app"]))
}

fn cargo(verb: &str, feature: &str) -> Command {
    let mut cargo = command("cargo", &[verb, "--quiet", "--features", feature]);
    cargo.current_dir(example()).env("CARGO_TARGET_DIR", target());
    cargo
}

fn example() -> PathBuf {
    root().join("examples/leptos-app")
}

/// A separate target folder, because the application is its own workspace with its own features.
fn target() -> PathBuf {
    let folder = root().join("target/leptos-app");
    let _ = fs::create_dir_all(&folder);
    folder
}
