//! How the time of a first render is spent: a profile of the package with function names. Each sample counts for the
//! stage of its innermost known function.

use super::{open, run};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use thirtyfour::WebDriver;

/// Number of renders in a profile, after as many for warm-up.
const TIMES: u32 = 60;
/// Microseconds from one sample to the next.
const INTERVAL: u64 = 100;

/// Prefixes of function names after the crate name, by stage; JavaScript functions by full name.
const STAGES: [(&str, &[&str]); 7] = [
    ("texts in, out", &["encodeInto", "decode"]),
    ("JSON", &["json::", "formats::document"]),
    ("post", &["formats::", "policy::", "credits::", "images::", "coerce::", "context::", "html::", "related::"]),
    ("facts", &["facts::"]),
    ("drawing", &["components::", "labels::", "markup::", "paint::sheet"]),
    ("painting", &["draw", "upTo", "place"]),
    ("layout", &["layout"]),
];
/// Time outside all stages: listeners, events, calls between stages.
const AROUND: &str = "around";
const GARBAGE: &str = "garbage";

/// Prints and returns milliseconds per render, by post and stage.
pub async fn stages() -> Value {
    let names: Vec<&str> = STAGES.iter().map(|(name, _)| *name).chain([AROUND, GARBAGE]).collect();
    print_row("ms a render", names.iter().chain(&["together"]).map(ToString::to_string));
    let mut results = Map::new();
    for post in ["blocks-20", "blocks-200", "blocks-2000", "rows-10000"] {
        let driver = open().await;
        let found = times(&profile(&driver, post).await);
        driver.close().await;
        let times = names.iter().map(|name| found.get(name).copied().unwrap_or_default());
        print_row(post, times.chain([found.values().sum()]).map(|time| format!("{time:.2}")));
        results.insert(post.into(), json!(found));
    }
    Value::Object(results)
}

fn print_row(name: &str, cells: impl Iterator<Item = String>) {
    print!("{name:<14}");
    for cell in cells {
        print!("{cell:>15}");
    }
    println!();
}

async fn profile(driver: &WebDriver, post: &str) -> Value {
    let devtools = driver.cdp();
    run(driver, "await bench.named()").await;
    run(driver, &format!("await bench.renders('{post}', {TIMES})")).await;
    devtools.send_raw("Profiler.enable", json!({})).await.unwrap();
    let interval = json!({ "interval": INTERVAL });
    devtools.send_raw("Profiler.setSamplingInterval", interval).await.unwrap();
    devtools.send_raw("Profiler.start", json!({})).await.unwrap();
    run(driver, &format!("await bench.renders('{post}', {TIMES})")).await;
    devtools.send_raw("Profiler.stop", json!({})).await.unwrap()["profile"].clone()
}

/// Milliseconds per render by stage, without unmounting.
fn times(profile: &Value) -> HashMap<&'static str, f64> {
    let nodes = profile["nodes"].as_array().unwrap();
    let number = |value: &Value| value.as_u64().unwrap();
    let names: HashMap<u64, &str> =
        nodes.iter().map(|node| (number(&node["id"]), node["callFrame"]["functionName"].as_str().unwrap())).collect();
    let children =
        |node: &Value| node["children"].as_array().map(|ids| ids.iter().map(number).collect()).unwrap_or(vec![]);
    let parents: HashMap<u64, u64> =
        nodes.iter().flat_map(|node| children(node).into_iter().map(|child| (child, number(&node["id"])))).collect();
    let mut found = HashMap::new();
    let samples = profile["samples"].as_array().unwrap().iter().zip(profile["timeDeltas"].as_array().unwrap());
    for (sample, micros) in samples {
        let stack: Vec<&str> = std::iter::successors(Some(number(sample)), |id| parents.get(id).copied())
            .filter_map(|id| names.get(&id).copied())
            .collect();
        if let Some(stage) = stage(&stack) {
            *found.entry(stage).or_insert(0.0) += micros.as_f64().unwrap() / 1000.0 / f64::from(TIMES);
        }
    }
    found
}

/// The stage of a stack, its innermost function first. `None` for what belongs to no render.
fn stage(stack: &[&str]) -> Option<&'static str> {
    if stack.contains(&"(garbage collector)") {
        return Some(GARBAGE);
    }
    let is_nothing = matches!(stack.first(), Some(&("(idle)" | "(program)" | "(root)")));
    if is_nothing || stack.contains(&"unmount") {
        return None;
    }
    let of = |name: &&str| {
        // The type in `drop_in_place` does not tell which stage drops the value.
        let (is_ours, name) = match name.rsplit_once("backmatter::") {
            Some((_, rest)) => (!name.contains("drop_in_place"), rest),
            None => (true, *name),
        };
        let is_it = |known: &&&str| if known.contains("::") { name.starts_with(**known) } else { name == **known };
        STAGES.iter().find(|(_, known)| is_ours && known.iter().any(|known| is_it(&known))).map(|(stage, _)| *stage)
    };
    Some(stack.iter().find_map(of).unwrap_or(AROUND))
}
