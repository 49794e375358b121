//! `cargo xtask test`: everything that CI runs.

use crate::{
    command::{Outcome, command, run},
    fuzz, leptos, matrix, tools, weights,
};

/// The host applications that CI builds; `cargo xtask matrix` has all of them.
const HOSTS: [&str; 7] = ["lint", "node", "shell", "vite-8", "webpack", "esbuild", "next-turbopack"];

/// Style, lints, native tests, browser tests, the package, end-to-end tests, host applications, the example.
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
        "--features",
        "web,server",
        "--bin",
        "first",
        "--bin",
        "formats",
        "--bin",
        "reader",
        "--bin",
        "render",
        "--bin",
        "widget",
        "--test",
        "web",
        "--",
        "-D",
        "warnings",
    ])?;
    cargo(&["test", "--quiet", "--workspace"])?;
    fuzz::fuzz(&[])?;
    tools::wasm_bindgen()?;
    tools::npm()?;
    let browser = tools::chromium()?;
    if browser {
        browser_tests()?;
    }
    weights::weigh()?;
    tools::trunk()?;
    run(&mut command("trunk", &["build"]))?;
    if browser {
        cargo(&["test", "--features", "e2e", "--test", "e2e"])?;
        matrix::of_built(&HOSTS)?;
        leptos::leptos()?;
    }
    Ok(())
}

/// The browser tests. Now and then headless Chromium never loads the harness: a run that executed no test is tried again.
fn browser_tests() -> Outcome {
    for _ in 0..6 {
        let mut web = command(
            "cargo",
            &[
                "test",
                "--target",
                "wasm32-unknown-unknown",
                "--no-default-features",
                "--features",
                "web,server",
                "--test",
                "web",
            ],
        );
        // Named, because another driver on the PATH would be taken first.
        let output = web.env("CHROMEDRIVER", "chromedriver").env("WASM_BINDGEN_TEST_TIMEOUT", "25").output();
        let output = output.map_err(|error| error.to_string())?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        println!("{text}");
        if output.status.success() {
            return Ok(());
        }
        if text.contains("test result:") {
            return Err("browser tests failed".into());
        }
        println!("No test was executed: trying again.");
    }
    Err("the browser tests could not be started".into())
}
