//! The project's commands; `USAGE` lists them.

mod archive;
mod audit;
mod bench;
mod bytes;
mod command;
mod engines;
mod fuzz;
mod leptos;
mod matrix;
mod pkg;
mod serve;
mod shots;
#[path = "../../tests/snippets.rs"]
#[allow(clippy::unwrap_used, dead_code)] // Shared with the tests, which read each field.
mod snippets;
mod synth;
mod test;
mod tools;
mod weights;

use command::Outcome;
use std::{env, path::PathBuf, process::ExitCode};

const USAGE: &str = "\
cargo xtask serve         build everything and serve the page of index.html
cargo xtask test [--all]  run every test, as CI does; --all: in WebKitGTK as well, and every host application
cargo xtask shots [NAME]  take pictures of every demo, or of those with NAME in their name, in three engines
cargo xtask pkg [DIR]     write the package (to pkg/, or to DIR) and print its bytes
cargo xtask zip           write the package as an archive, for sites that install nothing
cargo xtask synth [--posts N] [--seed S] [--blocks N] [--rows N] [--non-latin] [--out FILE]   write posts to try things with
cargo xtask bench [--quick] [--engine chromium | firefox | webkit]   measure the package beside its peers
cargo xtask bench --attack [NAME]   measure inputs that cost more than they look, and fail when one takes too long
cargo xtask bench related [DUMP…]   how good the strip of similar posts is, beside other ways to fill it
cargo xtask bench --stages | --table   print what each stage of a first render takes; the last results as Markdown
cargo xtask audit DIR     read every .json, .jsonl and .html file below DIR, draw it, and print what came through, a line a file
cargo xtask fuzz [--seconds N] [--seed N] [TARGET…] [DIR…]   altered inputs through every part that reads untrusted ones
cargo xtask leptos        build examples/leptos-app in its three ways, and drive it
cargo xtask matrix [NAME...]   the package in applications that other tools build: bundlers, frameworks, servers
cargo xtask weigh         print what every module, dependency, script and stylesheet costs";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["serve", rest @ ..] => serve::serve(rest),
        ["test"] => test::test(false),
        ["test", "--all"] => test::test(true),
        ["shots"] => shots::shots(""),
        ["shots", part] => shots::shots(part),
        ["pkg"] => pkg::pkg(&root().join("pkg")),
        ["pkg", folder] => pkg::pkg(&PathBuf::from(folder)),
        ["zip"] => archive::archive(),
        ["bench", rest @ ..] => bench::bench(rest),
        ["synth", rest @ ..] => synth::synth(rest),
        ["audit", rest @ ..] => audit::audit(rest),
        ["fuzz", rest @ ..] => fuzz::fuzz(rest),
        ["leptos"] => leptos::leptos(),
        ["matrix", names @ ..] => matrix::matrix(names),
        ["weigh"] => weights::weigh(),
        _ => Err(USAGE.to_string()),
    };
    report(outcome)
}

fn report(outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\n{message}");
            ExitCode::FAILURE
        }
    }
}

/// The project's folder.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().map(PathBuf::from).unwrap_or_default()
}
