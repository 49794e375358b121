//! `cargo xtask weigh`: what every module, dependency, script and stylesheet costs in the package.
//!
//! Weights are bytes before compression, because compressed bytes cannot be attributed to one piece. Rust code is
//! attributed by function name after the last optimisation; an inlined function counts for its caller.

use crate::{
    bytes::brotli,
    command::{Outcome, output},
    pkg, root, tools,
};
use std::{collections::BTreeMap, fs, path::Path};

/// The modules and stylesheets of the gallery, the lightbox and their credits.
const IMAGES: [&str; 18] = [
    "components::consent",
    "components::credit",
    "components::figure",
    "components::gallery",
    "components::lightbox",
    "credits",
    "images",
    "model::color",
    "model::credit",
    "model::image",
    "policy::image",
    "figure.js",
    "lightbox.js",
    "slide.js",
    "consent.css",
    "figure.css",
    "gallery.css",
    "lightbox.css",
];
/// They may be at most one part in this many of the whole.
const PART: usize = 5;

/// Bytes by name: of what a page loads before its content, of what it loads later.
type Weights = BTreeMap<String, [usize; 2]>;

/// Code of signals and effects, which no program of a page may link.
const REACTIVE: [&str; 2] = ["reactive_graph::effect", "any_spawner"];

/// Writes the package and prints what its pieces weigh.
pub fn weigh() -> Outcome {
    let folder = root().join("pkg");
    pkg::pkg(&folder)?;
    let mut weights = Weights::new();
    for (program, name) in pkg::PROGRAMS.iter().enumerate() {
        for (function, bytes) in functions(name)? {
            add(&mut weights, &piece(&function), program, bytes);
        }
    }
    // Scripts that both programs use count for the first.
    for (program, name) in [(0, "embed"), (0, "elements"), (0, "programs"), (0, "shared"), (1, "widget")] {
        for (script, bytes) in pkg::scripts(&folder, name)? {
            add(&mut weights, &script, program, bytes);
        }
    }
    for (program, names) in [pkg::STYLES.as_slice(), pkg::LIVE_STYLES.as_slice()].into_iter().enumerate() {
        for name in names {
            add(&mut weights, &format!("{name}.css"), program, pkg::minified_style(name)?.len());
        }
    }
    print(&weights);
    images(&weights, &folder)
}

fn add(weights: &mut Weights, name: &str, program: usize, bytes: usize) {
    if let Some(weight) = weights.entry(name.to_string()).or_default().get_mut(program) {
        *weight += bytes;
    }
}

/// The functions of a program with their bytes, and what its constants weigh, as wasm-opt counts them.
fn functions(program: &str) -> Outcome<Vec<(String, usize)>> {
    let named = root().join(format!("target/glue/named_{program}.wasm"));
    pkg::optimise(program, &["-g"], &named)?;
    let arguments = ["--all-features", "--func-metrics", &named.display().to_string()];
    let metrics = output(tools::npm_program("wasm-opt"), &arguments).ok_or("wasm-opt counts nothing")?;
    let mut found = Vec::new();
    let mut name = "";
    for line in metrics.lines() {
        if let Some(function) = line.strip_prefix("func: ") {
            name = function;
        } else if let Some((what, count)) = line.split_once(':') {
            let bytes = count.trim().parse().unwrap_or_default();
            match what.trim() {
                "[binary-bytes]" => found.push((name.to_string(), bytes)),
                "[memory-data]" => found.push(("(constants)".to_string(), bytes)),
                _ => {}
            }
        }
    }
    match found.iter().find(|(name, _)| REACTIVE.iter().any(|module| name.contains(module))) {
        Some((name, _)) => Err(format!("{program} links {name}: a page needs no signals")),
        None => Ok(found),
    }
}

/// The piece that a function belongs to: a module of ours, by two names at most below its top, or a dependency.
fn piece(function: &str) -> String {
    let Some((_, ours)) = function.split_once("backmatter::") else { return dependency(function) };
    let is_module = |name: &&str| name.starts_with(|first: char| first.is_ascii_lowercase());
    let mut path: Vec<&str> =
        ours.split("::").take_while(|name| is_module(name) && name.chars().all(is_letter)).collect();
    // The last name is the function; a hash behind it is dropped.
    if path.last().is_some_and(|last| last.len() == 17 && last.starts_with('h')) {
        path.truncate(path.len() - 2);
    }
    let depth = if path.starts_with(&["formats"]) {
        3
    } else if path.starts_with(&["facts"]) || path.starts_with(&["credits"]) {
        1
    } else {
        2
    };
    path.truncate(depth);
    if path.is_empty() { "(crate)".into() } else { path.join("::") }
}

const fn is_letter(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '_'
}

fn dependency(function: &str) -> String {
    if function.starts_with('(') {
        return function.into();
    }
    let start =
        function.trim_start_matches(['<', '&', '[', '(', '*']).trim_start_matches("dyn ").trim_start_matches("mut ");
    let name: String = start.chars().take_while(|char| is_letter(*char)).collect();
    let known =
        ["core", "alloc", "std", "serde", "serde_core", "serde_wasm_bindgen", "wasm_bindgen", "js_sys", "web_sys"];
    let known = known.iter().chain(&["leptos", "tachys", "rlsf", "reactive_graph", "any_spawner"]);
    match known.into_iter().find(|known| **known == name) {
        Some(known) => format!("crate {known}"),
        None => "(glue, exports)".into(),
    }
}

fn print(weights: &Weights) {
    let mut rows: Vec<_> = weights.iter().collect();
    rows.sort_by_key(|(_, [first, later])| std::cmp::Reverse(first + later));
    println!("\n{:<34}{:>10}{:>10}", "bytes, not compressed", "first", "later");
    for (name, [first, later]) in rows {
        println!("{name:<34}{first:>10}{later:>10}");
    }
    let [first, later] = sum(weights.values());
    println!("{:<34}{first:>10}{later:>10}", "together");
}

fn sum<'w>(weights: impl Iterator<Item = &'w [usize; 2]>) -> [usize; 2] {
    weights.fold([0, 0], |[first, later], [more, behind]| [first + more, later + behind])
}

/// Says what gallery, lightbox and credit weigh, and fails when that is more than their part.
fn images(weights: &Weights, folder: &Path) -> Outcome {
    let own = weights.iter().filter(|(name, _)| IMAGES.iter().any(|known| name == known));
    let (own, all): (usize, usize) =
        (sum(own.map(|(_, weight)| weight)).iter().sum(), sum(weights.values()).iter().sum());
    let mut packed = 0;
    for name in crate::bytes::FIRST.iter().chain(&crate::bytes::LATER) {
        packed += brotli(&fs::read(folder.join(name)).map_err(|error| format!("{name}: {error}"))?)?;
    }
    let share = own * 1000 / all.max(1);
    println!(
        "\ngallery, lightbox and credit: {own} of {all} bytes, {}.{} %; of {packed} bytes of brotli about {}",
        share / 10,
        share % 10,
        packed * own / all.max(1)
    );
    if own * PART > all { Err(format!("that is more than a part in {PART}")) } else { Ok(()) }
}
