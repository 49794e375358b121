//! Compares the package with its peers:
//! drives the browser, prints tables, writes `target/bench/results.json`. `cargo xtask bench`
//! prepares the inputs and calls this.
//!
//! Every row is measured in one run of one browser, peers in turn and in another order each round. A ratio is the median of
//! the ratios of single rounds; the interquartile range is printed after it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod attack;
#[allow(dead_code)]
#[path = "../tests/e2e/bidi.rs"]
mod bidi;
#[path = "../tests/e2e/engine.rs"]
mod engine;
#[path = "../tests/e2e/server.rs"]
mod server;
mod stages;

use engine::{Engine, Session};
use serde_json::{Map, Value, json};
use std::{env, fs, path::PathBuf, time::Duration};
use thirtyfour::WebDriver;

const OURS: &str = "backmatter";
const PEERS: [&str; 8] = ["html", "element", "preact", "react", "solid", "lit", "svelte", "stack"];
/// A post that was rendered ahead, and the same page without any script.
const AHEAD: [&str; 2] = ["ahead", "ahead-still"];
/// The baseline of all ratios: JSON.parse and innerHTML by hand.
const BASE: &str = "html";

/// How often each is measured.
struct Rounds {
    short: usize,
    long: usize,
    longest: usize,
    starts: usize,
    cycles: usize,
}

fn main() {
    let is_asked = |asked: &str| env::args().any(|argument| argument == asked);
    if is_asked("--table") {
        return print_markdown(&read("results.json"));
    }
    // Arguments that cargo adds for its test harness are ignored.
    let rounds = if is_asked("--quick") {
        Rounds { short: 15, long: 5, longest: 0, starts: 3, cycles: 200 }
    } else {
        Rounds { short: 60, long: 15, longest: 3, starts: 9, cycles: 1_000 }
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (name, results) = if is_asked("--attack") {
        let part = env::args().skip_while(|argument| argument != "--attack").nth(1);
        let part = part.filter(|part| !part.starts_with("--")).unwrap_or_default();
        let (found, holds) = runtime.block_on(attack::attack(&part));
        assert!(holds, "an input is too slow");
        ("attack.json".into(), found)
    } else if is_asked("--stages") {
        ("stages.json".into(), runtime.block_on(stages::stages()))
    } else if is_asked("--starts") {
        ("starts.json".into(), runtime.block_on(starts(&rounds)))
    } else {
        (results_of(Engine::of_this_run()), runtime.block_on(measure(&rounds)))
    };
    let file = target().join(name);
    fs::write(&file, serde_json::to_string_pretty(&results).unwrap()).unwrap();
    println!("\n{}", file.display());
}

/// Chromium's are those of docs/benchmarks.md.
fn results_of(engine: Engine) -> String {
    match engine {
        Engine::Chromium => "results.json".into(),
        other => format!("results-{other:?}.json").to_lowercase(),
    }
}

fn read(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(target().join(name)).unwrap()).unwrap()
}

fn target() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/bench")
}

async fn measure(rounds: &Rounds) -> Value {
    let mut results = Map::new();
    let sizes = read("sizes.json");
    print_sizes(&sizes);
    results.insert("sizes".into(), sizes);
    results.insert("render".into(), render(rounds).await);
    results.insert("changes".into(), changes(rounds).await);
    results.insert("memory".into(), memory(rounds).await);
    if Engine::of_this_run() == Engine::Chromium {
        results.insert("start".into(), starts(rounds).await);
    }
    Value::Object(results)
}

/// A page of the benchmark in a browser of its own.
async fn open() -> Session {
    let driver = Engine::of_this_run().session_with(&["--js-flags=--expose-gc"]).await;
    driver.set_script_timeout(Duration::from_mins(30)).await.unwrap();
    driver.goto(format!("{}/isolated/benches/page.html", server::address())).await.unwrap();
    driver
}

async fn run(driver: &WebDriver, script: &str) -> Value {
    match driver.execute(format!("return (async () => {{ {script} }})();"), vec![]).await {
        Ok(result) => result.json().clone(),
        Err(error) => panic!("{error}\n{script}"),
    }
}

/// From JSON text to built DOM and to the next paint, boxes open; closed as a page loads it; all trees compared before.
async fn render(rounds: &Rounds) -> Value {
    let everybody: Vec<&str> = [OURS].into_iter().chain(PEERS).collect();
    let mut results = Map::new();
    let posts = [
        ("blocks-20", rounds.short),
        ("blocks-200", rounds.short),
        ("blocks-2000", rounds.long),
        ("rows-10000", rounds.long),
        ("rows-100000", rounds.longest),
        ("blocks-200-non-latin", rounds.short),
        ("rows-10000-non-latin", rounds.long),
    ];
    for (post, rounds) in posts.into_iter().filter(|(_, rounds)| *rounds > 0) {
        let driver = open().await;
        let different = run(&driver, &format!("return bench.different({}, '{post}')", json!(PEERS))).await;
        assert_eq!(different, json!([]), "{post}: not the same tree");
        let times = run(&driver, &format!("return bench.render({}, '{post}', {rounds})", json!(everybody))).await;
        print_times(&format!("{post}: JSON text to built DOM, box open"), &times["built"]);
        print_times(&format!("{post}: the same, to the next paint"), &times["painted"]);
        let closed =
            run(&driver, &format!("return bench.render({}, '{post}', {rounds}, {{}})", json!([OURS, BASE, "preact"])))
                .await;
        print_times(&format!("{post}: box closed, as a page loads it; peers build it all"), &closed["built"]);
        results.insert(post.into(), json!({ "open": times, "closed": closed }));
        driver.close().await;
    }
    Value::Object(results)
}

/// Opening a box, updates, unmounting, HTML.
async fn changes(rounds: &Rounds) -> Value {
    let mut results = Map::new();
    let everybody = json!([OURS, "html", "preact", "react", "lit", "svelte"]);
    let (long, times) = (rounds.long, rounds.longest.max(3));
    let posts: &[&str] = if rounds.longest > 0 { &["rows-10000", "rows-100000"] } else { &["rows-10000"] };
    for post in posts {
        let driver = open().await;
        let opened = run(&driver, &format!("return bench.open('{post}', {times})")).await;
        println!(
            "\n{post}: opening the box: {:.0} ms to the next paint, longest task behind it {:.0} ms",
            median(&numbers(&opened["painted"])),
            median(&numbers(&opened["longest"]))
        );
        results.insert(format!("open {post}"), opened);
        driver.close().await;
    }
    for (name, other) in [("one field", "blocks-2000-one-field"), ("everything", "blocks-2000-anew")] {
        let driver = open().await;
        let found = run(&driver, &format!("return bench.update({everybody}, 'blocks-2000', '{other}', {long})")).await;
        print_times(&format!("blocks-2000: an update of {name}"), &found);
        results.insert(format!("update {name}"), found);
        driver.close().await;
    }
    let driver = open().await;
    let found = run(&driver, &format!("return bench.unmount({everybody}, 'blocks-2000', {long})")).await;
    print_times("blocks-2000: taking it off the page", &found);
    results.insert("unmount".into(), found);
    for post in ["blocks-20", "blocks-200"] {
        let found = run(&driver, &format!("return bench.value('{post}', {long})")).await;
        print_against(&format!("{post}: as a text and as a value"), &found, "text");
        results.insert(format!("value {post}"), found);
    }
    for post in ["blocks-20", "blocks-200", "blocks-2000"] {
        let found = run(&driver, &format!("return bench.takeover('{post}', {times})")).await;
        print_against(&format!("{post}: the first paint and the takeover"), &found, "first");
        results.insert(format!("takeover {post}"), found);
    }
    let found = run(&driver, &format!("return bench.html({long})")).await;
    print_against("an html block of 200 KB, to the next paint", &found, "DOMPurify");
    results.insert("html".into(), found);
    driver.close().await;
    Value::Object(results)
}

async fn memory(rounds: &Rounds) -> Value {
    let mut results = Map::new();
    println!();
    for file in ["ordinary", "blocks-200", "blocks-2000", "rows-10000"] {
        let driver = open().await;
        let found = run(&driver, &format!("return bench.memory(['{file}'])")).await;
        let (json, wasm) = (&found["files"][0]["json"], &found["files"][0]["wasm"]);
        println!("wasm memory after {file}: {wasm} bytes for {json} bytes of JSON; {} before", found["empty"]);
        results.insert(file.into(), found);
        driver.close().await;
    }
    let driver = open().await;
    let cycles = run(&driver, &format!("return bench.cycles('ordinary', {})", rounds.cycles)).await;
    println!("a post that comes and goes, [cycle, bytes of wasm memory, bytes of JavaScript heap]: {cycles}");
    results.insert("cycles".into(), cycles);
    driver.close().await;
    Value::Object(results)
}

/// From the address to painted content: a slow processor, a slow network, nothing kept.
async fn starts(rounds: &Rounds) -> Value {
    let names: Vec<&str> = [OURS].into_iter().chain(PEERS).chain(AHEAD).collect();
    let mut found: Map<String, Value> = names.iter().map(|name| ((*name).to_string(), json!([]))).collect();
    for round in 0..rounds.starts {
        for at in 0..names.len() {
            let name = names[(at + round) % names.len()];
            let time = start(name).await;
            found[name].as_array_mut().unwrap().push(json!(time));
        }
    }
    let found = Value::Object(found);
    print_against("cold start to painted content: processor 4 times slower, 1.6 Mbit/s, 150 ms", &found, "stack");
    let ahead: Map<String, Value> = AHEAD.iter().map(|name| ((*name).to_string(), found[*name].clone())).collect();
    print_against(
        "the same, rendered ahead, beside the same HTML and CSS without a script",
        &Value::Object(ahead),
        AHEAD[1],
    );
    found
}

async fn start(name: &str) -> f64 {
    let driver = Engine::of_this_run().session_with(&[]).await;
    driver.goto("about:blank").await.unwrap();
    let devtools = driver.cdp();
    let network =
        json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 100_000 });
    for (command, given) in [
        ("Network.enable", json!({})),
        ("Network.setCacheDisabled", json!({ "cacheDisabled": true })),
        ("Network.emulateNetworkConditions", network),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })),
    ] {
        devtools.send_raw(command, given).await.unwrap();
    }
    driver.goto(format!("{}/target/bench/site/{name}/index.html", server::address())).await.unwrap();
    let wait = "for (let turn = 0; turn < 400 && !window.first; turn++) await new Promise((resolve) => setTimeout(resolve, 50)); return window.first ?? null;";
    let time = run(&driver, wait).await.as_f64().expect("it was painted");
    driver.close().await;
    time
}

fn print_sizes(sizes: &Value) {
    println!("\n{:<14}{:>10}{:>10}{:>10}", "bytes", "raw", "gzip", "brotli");
    for (name, size) in sizes.as_object().unwrap() {
        let bytes = |kind: &str| size[kind].as_u64().unwrap_or_default();
        println!("{name:<14}{:>10}{:>10}{:>10}", bytes("raw"), bytes("gzip"), bytes("brotli"));
    }
}

/// The table of docs/benchmarks.md: milliseconds of ours, and all as ratios to the base.
fn print_markdown(results: &Value) {
    let everybody: Vec<&str> = [OURS].into_iter().chain(PEERS).collect();
    println!("| | ms | Backmatter | {} |\n|---|---|{}", PEERS.join(" | "), "---|".repeat(everybody.len()));
    let row = |what: &str, times: &Value, base: &str| {
        let against = numbers(&times[base]);
        let ratio = |name: &&str| {
            times.get(name).map_or(String::new(), |found| format!("{:.2}", ratios(&numbers(found), &against)[1]))
        };
        println!(
            "| {what} | {:.1} | {} |",
            median(&numbers(&times[OURS])),
            everybody.iter().map(ratio).collect::<Vec<_>>().join(" | ")
        );
    };
    for (post, found) in results["render"].as_object().unwrap() {
        row(&format!("{post}, box open"), &found["open"]["built"], BASE);
        row(&format!("{post}, box open, to the next paint"), &found["open"]["painted"], BASE);
        row(&format!("{post}, box closed"), &found["closed"]["built"], BASE);
    }
    for name in ["update one field", "update everything", "unmount"] {
        row(&format!("blocks-2000, {name}"), &results["changes"][name], BASE);
    }
    let start =
        "cold start to painted content, processor 4 times slower, 1.6 Mbit/s, 150 ms (ratios to the last column)";
    row(start, &results["start"], "stack");
    let [ahead, still] = AHEAD.map(|name| numbers(&results["start"][name]));
    println!(
        "| the same, rendered ahead (to the same page without a script) | {:.1} | {:.2} |",
        median(&ahead),
        ratios(&ahead, &still)[1]
    );
    let bytes = |name: &&str| results["sizes"][name]["brotli"].to_string();
    println!("| bytes loaded at once, brotli | | {} |", everybody.iter().map(bytes).collect::<Vec<_>>().join(" | "));
}

/// The lower quarter, the median and the upper quarter of the ratios of single rounds.
fn ratios(found: &[f64], against: &[f64]) -> [f64; 3] {
    let mut ratios: Vec<f64> = found.iter().zip(against).map(|(one, other)| one / other).collect();
    ratios.sort_by(f64::total_cmp);
    [1, 2, 3].map(|part| ratios[(ratios.len() - 1) * part / 4])
}

fn print_times(heading: &str, times: &Value) {
    print_against(heading, times, BASE);
}

/// A table: medians in milliseconds, and ratios to `base` with their interquartile range.
fn print_against(heading: &str, times: &Value, base: &str) {
    println!("\n{heading}");
    let against = numbers(&times[base]);
    for (name, found) in times.as_object().unwrap() {
        let found = numbers(found);
        let [low, middle, high] = ratios(&found, &against);
        println!("{name:<14}{:>10.2} ms   {middle:>5.2}  ({low:.2} to {high:.2})", median(&found));
    }
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}
