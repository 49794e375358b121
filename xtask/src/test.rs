//! `cargo xtask test`: everything that CI runs.

use crate::{
    command::{Outcome, command, run},
    pkg, root, tools,
};

/// Style, lints, native tests, browser tests, the package, end-to-end tests.
pub fn test() -> Outcome {
    let cargo = |arguments: &[&str]| run(command("cargo", arguments).env("CARGO_TERM_COLOR", "never"));
    cargo(&["fmt", "--all", "--check"])?;
    tools::wasm_target()?;
    cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--features", "e2e", "--", "-D", "warnings"])?;
    cargo(&[
        "clippy",
        "--quiet",
        "--target",
        "wasm32-unknown-unknown",
        "--bins",
        "--test",
        "web",
        "--",
        "-D",
        "warnings",
    ])?;
    cargo(&["test", "--quiet", "--workspace"])?;
    tools::wasm_bindgen()?;
    tools::npm()?;
    let browser = tools::chromium()?;
    if browser {
        cargo(&["test", "--quiet", "--target", "wasm32-unknown-unknown", "--test", "web"])?;
    }
    pkg::pkg(&root().join("pkg"))?;
    tools::trunk()?;
    run(&mut command("trunk", &["build"]))?;
    if browser {
        cargo(&["test", "--features", "e2e", "--test", "e2e"])?;
    }
    Ok(())
}
