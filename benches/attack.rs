//! `cargo xtask bench --attack`: inputs that cost more than they look. The time of four times the input is at most five
//! times the time, and no task behind the first screen is long.

use crate::{numbers, open, run};
use serde_json::{Value, json};

/// How much longer four times the input may take.
const GROWTH: f64 = 5.0;
/// Milliseconds of a task behind the first screen.
const TASK: f64 = 100.0;
/// Shorter times say nothing about growth, in milliseconds.
const NOISE: f64 = 50.0;

/// Prints a row an attack; false when one of them is too slow. `part` is a part of their names.
pub async fn attack(part: &str) -> (Value, bool) {
    let driver = open().await;
    let script = format!("return (await import('./attack.js')).attacks({})", json!(part));
    let found = run(&driver, &script).await;
    driver.close().await;
    println!(
        "\n{:28}{:>8}{:>9}{:>9}{:>9}{:>8}{:>9}{:>9}",
        "attack", "n", "t(n)", "t(2n)", "t(4n)", "growth", "first", "longest"
    );
    let mut holds = found.as_array().is_some_and(|found| !found.is_empty());
    for one in found.as_array().unwrap() {
        holds &= is_fast(one);
    }
    (found, holds)
}

fn is_fast(one: &Value) -> bool {
    let times = numbers(&one["times"]);
    let (growth, longest) = (times[2] / times[0], one["longest"].as_f64().unwrap());
    let is_fast = (growth <= GROWTH || times[2] < NOISE) && longest <= TASK;
    println!(
        "{:28}{:>8}{:>9.0}{:>9.0}{:>9.0}{growth:>8.1}{:>9.0}{longest:>9.0}{}",
        one["name"].as_str().unwrap(),
        one["size"],
        times[0],
        times[1],
        times[2],
        one["first"].as_f64().unwrap(),
        if is_fast { "" } else { "  too slow" }
    );
    is_fast
}
