//! `cargo xtask test`: everything that CI runs.

use crate::{
    command::{Outcome, command, run},
    engines, fuzz, leptos, matrix, tools, weights,
};
use std::time::{Duration, Instant};

/// The host applications that CI builds; `cargo xtask matrix` has all of them.
const HOSTS: [&str; 7] = ["lint", "node", "shell", "vite-8", "webpack", "esbuild", "next-turbopack"];

/// Style, lints, native tests, browser tests, the package, end-to-end tests in Chromium and Firefox (with `is_all` in
/// `WebKitGTK`, too), host applications (with `is_all` every one of them), the example. Prints what each stage took.
pub fn test(is_all: bool) -> Outcome {
    let mut stages = Stages::default();
    stages.run("style and lints", lints)?;
    stages.run("native tests", || cargo(&["test", "--quiet", "--workspace"]))?;
    stages.run("altered inputs", || fuzz::fuzz(&[]))?;
    let mut browser = false;
    stages.run("tools", || {
        tools::wasm_bindgen()?;
        tools::npm()?;
        tools::trunk()?;
        browser = tools::chromium()?;
        Ok(())
    })?;
    if browser {
        stages.run("browser tests", browser_tests)?;
    }
    stages.run("package", || {
        weights::weigh()?;
        run(&mut command("trunk", &["build", "--release"]))
    })?;
    if browser {
        stages.run("Chromium", || cargo(&["test", "--features", "e2e", "--test", "e2e"]))?;
        stages.run("Firefox", || engines::engine("firefox"))?;
        if is_all {
            // Now and then a script of a test never ends there, one of some 400 tests: too often for CI.
            stages.run("WebKitGTK", || engines::engine("webkit"))?;
            tools::sites()?;
        }
        stages.run("applications", || matrix::of_built(if is_all { &[] } else { &HOSTS }))?;
        stages.run("Leptos", leptos::leptos)?;
    }
    stages.print();
    Ok(())
}

/// The minutes of each stage.
#[derive(Default)]
struct Stages(Vec<(&'static str, Duration)>);

impl Stages {
    fn run(&mut self, name: &'static str, work: impl FnOnce() -> Outcome) -> Outcome {
        let began = Instant::now();
        work()?;
        self.0.push((name, began.elapsed()));
        Ok(())
    }

    fn print(&self) {
        println!("\n| stage | minutes |\n|---|---|");
        for (name, took) in &self.0 {
            println!("| {name} | {:.1} |", took.as_secs_f64() / 60.0);
        }
    }
}

fn cargo(arguments: &[&str]) -> Outcome {
    run(command("cargo", arguments).env("CARGO_TERM_COLOR", "never"))
}

fn lints() -> Outcome {
    cargo(&["fmt", "--all", "--check"])?;
    tools::wasm_target()?;
    cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--features", "e2e", "--", "-D", "warnings"])?;
    let programs = ["first", "formats", "reader", "related", "render", "widget"]
        .into_iter()
        .flat_map(|program| ["--bin", program]);
    let mut clippy = command("cargo", &["clippy", "--quiet", "--target", "wasm32-unknown-unknown"]);
    clippy.args(["--features", "web,server"]).args(programs).args(["--test", "web", "--", "-D", "warnings"]);
    run(clippy.env("CARGO_TERM_COLOR", "never"))
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
