//! The end-to-end tests in Firefox and `WebKitGTK`, and what their drivers cannot do.

use crate::command::{Outcome, command, output, run};

const TEST: [&str; 6] = ["test", "--quiet", "--features", "e2e", "--test", "e2e"];

/// Tests that a driver or an engine cannot do: the engine, the test, the reason. At most [`SHARE`] of all.
const LIMITS: [(&str, &str, &str); 0] = [];
/// One in so many.
const SHARE: usize = 20;

/// All end-to-end tests in an engine, but those of the table.
pub fn engine(name: &str) -> Outcome {
    let limits: Vec<&str> = LIMITS.iter().filter(|(engine, ..)| *engine == name).map(|(_, test, _)| *test).collect();
    check(&limits)?;
    let mut tests = command("cargo", &TEST);
    tests.args(["--", "--exact"]).args(limits.iter().flat_map(|test| ["--skip", test]));
    run(tests.env("BACKMATTER_ENGINE", name).env("CARGO_TERM_COLOR", "never"))
}

/// Each test of the table is there, and they are few.
fn check(limits: &[&str]) -> Outcome {
    let listed = output("cargo", &[&TEST[..], &["--", "--list"]].concat()).unwrap_or_default();
    let tests: Vec<&str> = listed.lines().filter_map(|line| line.strip_suffix(": test")).collect();
    if let Some(gone) = limits.iter().find(|test| !tests.contains(test)) {
        return Err(format!("there is no test {gone}: mend the table in xtask/src/engines.rs"));
    }
    if limits.len() * SHARE > tests.len() {
        return Err(format!("{} of {} tests are left out, more than 1 in {SHARE}", limits.len(), tests.len()));
    }
    Ok(())
}
