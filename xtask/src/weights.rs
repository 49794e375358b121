//! `cargo xtask weigh`: what every module, dependency, script and stylesheet costs in the package.
//!
//! Weights are bytes before compression: what compresses together cannot be told apart. Rust is told apart by the names of
//! its functions after the last optimisation; a function that was inlined weighs where it stands.

use crate::{bytes::brotli, command::Outcome, pkg, root};
use std::{collections::BTreeMap, fs, path::Path};
use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

/// What makes the gallery, the lightbox and their credits.
const IMAGES: [&str; 17] = [
    "components::consent",
    "components::credit",
    "components::figure",
    "components::gallery",
    "components::lightbox",
    "credits",
    "formats::native::image",
    "model::color",
    "model::credit",
    "model::image",
    "policy::image",
    "lightbox.js",
    "slide.js",
    "consent.css",
    "figure.css",
    "gallery.css",
    "lightbox.css",
];
/// A part of the whole that they may be at most: one in so many.
const PART: usize = 5;

/// Bytes by name: of the eager half, of the lazy one.
type Weights = BTreeMap<String, [usize; 2]>;

/// Writes the package and prints what its pieces weigh.
pub fn weigh() -> Outcome {
    let folder = root().join("pkg");
    pkg::pkg(&folder)?;
    let mut weights = Weights::new();
    for (half, name) in pkg::WASM.iter().enumerate() {
        let named = root().join("target/glue").join(format!("named_{name}"));
        pkg::optimise_with_names(name, &named)?;
        let wasm = fs::read(&named).map_err(|error| format!("{name}: {error}"))?;
        for (function, bytes) in functions(&wasm)? {
            add(&mut weights, &piece(&function), half, bytes);
        }
    }
    for (half, name) in ["index", "lazy"].into_iter().enumerate() {
        for (script, bytes) in pkg::scripts(name)? {
            add(&mut weights, &script, half, bytes);
        }
    }
    for (half, names) in [pkg::STYLES.as_slice(), pkg::LAZY_STYLES.as_slice()].into_iter().enumerate() {
        for name in names {
            add(&mut weights, &format!("{name}.css"), half, pkg::minified_style(name)?.len());
        }
    }
    print(&weights);
    images(&weights, &folder)
}

fn add(weights: &mut Weights, name: &str, half: usize, bytes: usize) {
    if let Some(weight) = weights.entry(name.to_string()).or_default().get_mut(half) {
        *weight += bytes;
    }
}

/// The functions of a module with their bytes, and what its constants weigh.
fn functions(wasm: &[u8]) -> Outcome<Vec<(String, usize)>> {
    let (mut index, mut sizes, mut names, mut data) = (0, BTreeMap::new(), BTreeMap::new(), 0);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(|error| error.to_string())? {
            Payload::ImportSection(imports) => {
                let imports = imports.into_imports().flatten();
                index = imports.filter(|import| matches!(import.ty, TypeRef::Func(_) | TypeRef::FuncExact(_))).count()
                    as u32;
            }
            Payload::CodeSectionEntry(body) => {
                sizes.insert(index, body.range().len());
                index += 1;
            }
            Payload::DataSection(section) => data += section.range().len(),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    names.extend(function_names(section));
                }
            }
            _ => {}
        }
    }
    let named = sizes.into_iter().map(|(index, bytes)| (names.remove(&index).unwrap_or_default(), bytes));
    Ok(named.chain([("(constants)".to_string(), data)]).collect())
}

fn function_names(section: NameSectionReader<'_>) -> Vec<(u32, String)> {
    let mut found = Vec::new();
    for part in section.into_iter().flatten() {
        if let Name::Function(map) = part {
            found.extend(map.into_iter().flatten().map(|naming| (naming.index, naming.name.to_string())));
        }
    }
    found
}

/// The piece that a function belongs to: a module of ours, by two names at most below its top, or a dependency.
fn piece(function: &str) -> String {
    let Some((_, ours)) = function.split_once("backmatter::") else { return dependency(function) };
    let is_module = |name: &&str| name.starts_with(|first: char| first.is_ascii_lowercase());
    let mut path: Vec<&str> =
        ours.split("::").take_while(|name| is_module(name) && name.chars().all(is_letter)).collect();
    // The last one is the function, the hash behind it is none.
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
    let known = known.iter().chain(&["leptos", "tachys", "rlsf", "reactive_graph", "any_spawner", "embed"]);
    match known.into_iter().find(|known| **known == name) {
        Some(known) => format!("crate {known}"),
        None => "(glue, exports)".into(),
    }
}

fn print(weights: &Weights) {
    let mut rows: Vec<_> = weights.iter().collect();
    rows.sort_by_key(|(_, [eager, lazy])| std::cmp::Reverse(eager + lazy));
    println!("\n{:<34}{:>10}{:>10}", "bytes, not compressed", "eager", "lazy");
    for (name, [eager, lazy]) in rows {
        println!("{name:<34}{eager:>10}{lazy:>10}");
    }
    let [eager, lazy] = sum(weights.values());
    println!("{:<34}{eager:>10}{lazy:>10}", "together");
}

fn sum<'w>(weights: impl Iterator<Item = &'w [usize; 2]>) -> [usize; 2] {
    weights.fold([0, 0], |[eager, lazy], [more, later]| [eager + more, lazy + later])
}

/// Says what gallery, lightbox and credit weigh, and fails when that is more than their part.
fn images(weights: &Weights, folder: &Path) -> Outcome {
    let own = weights.iter().filter(|(name, _)| IMAGES.iter().any(|known| name == known));
    let (own, all): (usize, usize) =
        (sum(own.map(|(_, weight)| weight)).iter().sum(), sum(weights.values()).iter().sum());
    let mut packed = 0;
    for name in crate::bytes::EAGER.iter().chain(&crate::bytes::LATER) {
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
