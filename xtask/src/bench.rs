//! `cargo xtask bench [--quick] [--engine NAME]`: compares the package with its peers in one run; `--stages`: how the
//! time of a first render is spent; `--starts`: only cold starts, from navigation to painted content; `--attack [PART]`:
//! inputs that cost more than they look, and fails when one takes more than its share.
//!
//! This file prepares the inputs: the package, the peers of `benches/peers`, posts, and one page per peer
//! with its files compressed as servers send them. `benches/peers.rs` drives the browser and makes the tables.

mod related;

use crate::{
    bytes::{AHEAD, FIRST, LATER, brotli, brotli_bytes},
    command::{Outcome, command, copy, read, run, write},
    pkg, root,
    synth::{Script, Shape, post},
    tools,
};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The seed of every post.
const SEED: u64 = 7;
/// Peers, by the names of their files.
const PEERS: [&str; 8] = ["html", "element", "preact", "react", "solid", "lit", "svelte", "stack"];
/// Posts by name: number of blocks, number of meta fields, script.
const POSTS: [(&str, usize, usize, Script); 7] = [
    ("blocks-20", 20, 20, Script::Ascii),
    ("blocks-200", 200, 20, Script::Ascii),
    ("blocks-2000", 2_000, 20, Script::Ascii),
    ("rows-10000", 20, 10_000, Script::Ascii),
    ("rows-100000", 20, 100_000, Script::Ascii),
    ("blocks-200-non-latin", 200, 20, Script::NonLatin),
    ("rows-10000-non-latin", 20, 10_000, Script::NonLatin),
];

/// Measures; `--quick` with fewer rounds and without the longest posts, `--table` prints the last results for docs/benchmarks.md.
pub fn bench(arguments: &[&str]) -> Outcome {
    if let ["related", dumps @ ..] = arguments {
        return related::related(dumps);
    }
    let engine = match arguments.iter().position(|argument| *argument == "--engine") {
        Some(place) => arguments.get(place + 1).copied().unwrap_or_default(),
        None => "chromium",
    };
    if ["--stages", "--attack"].iter().any(|asked| arguments.contains(asked)) && engine != "chromium" {
        return Err("only Chromium tells what each stage and each task takes".into());
    }
    if !arguments.contains(&"--table") {
        prepare(engine)?;
    }
    if arguments.contains(&"--stages") {
        for program in pkg::PROGRAMS {
            pkg::optimise(program, &["-g"], &root().join(format!("target/glue/named_{program}.wasm")))?;
        }
    }
    let mut cargo =
        command("cargo", &["bench", "--quiet", "--profile", "dev", "--features", "e2e", "--bench", "peers", "--"]);
    run(cargo.args(arguments).env("BACKMATTER_ENGINE", engine))
}

/// Makes what is measured.
fn prepare(engine: &str) -> Outcome {
    tools::wasm_bindgen()?;
    tools::npm()?;
    let is_here = match engine {
        "chromium" => tools::chromium()?,
        "firefox" => tools::firefox()?,
        "webkit" => tools::webkit()?,
        _ => return Err("the engines are chromium, firefox and webkit".into()),
    };
    if !is_here {
        return Err("there is no browser to measure in".into());
    }
    pkg::pkg(&root().join("pkg"))?;
    peers()?;
    posts()?;
    sites()
}

fn folder(name: &str) -> Outcome<PathBuf> {
    let folder = root().join("target/bench").join(name);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// Bundles the peers with pinned versions of what they need.
fn peers() -> Outcome {
    let sources = folder("peers/src")?;
    for entry in fs::read_dir(root().join("benches/peers")).map_err(|error| format!("benches/peers: {error}"))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        copy(&path, &sources.join(path.file_name().unwrap_or_default()))?;
    }
    let in_sources = |program: &str, arguments: &[&str]| run(command(program, arguments).current_dir(&sources));
    in_sources("npm", &["install", "--no-audit", "--no-fund", "--loglevel=error"])?;
    in_sources("node", &["build.mjs", "../out"])
}

/// Writes the posts, and one that differs in a single field.
fn posts() -> Outcome {
    let folder = folder("posts")?;
    for (name, blocks, rows, script) in POSTS {
        let made = post(SEED, script, Shape { blocks, rows: Some(rows) });
        write(&folder.join(format!("{name}.json")), made.to_string())?;
        if name == "blocks-2000" {
            let mut other = made;
            if let Some(count) = other.pointer_mut("/meta/gauge_1_count") {
                *count = json!(4);
            }
            write(&folder.join("blocks-2000-one-field.json"), other.to_string())?;
            let anew = post(SEED + 1, script, Shape { blocks, rows: Some(rows) });
            write(&folder.join("blocks-2000-anew.json"), anew.to_string())?;
        }
    }
    write(&folder.join("ordinary.json"), post(SEED, Script::Ascii, Shape::ORDINARY).to_string())
}

/// One page per peer and one for the package, each with its files and their compressed forms.
fn sites() -> Outcome {
    let given: Value = post(SEED, Script::Ascii, Shape { blocks: 20, rows: Some(20) });
    let data = given.to_string().replace('<', "\\u003c");
    let pkg = root().join("pkg");
    let ours = folder("site/backmatter")?;
    for name in FIRST.iter().chain(&LATER) {
        copy(&pkg.join(name), &ours.join(name))?;
    }
    let element = format!("<backmatter-post><script type=\"application/json\">{data}</script></backmatter-post>");
    page(&ours, "backmatter.css", "<script type=\"module\" src=\"embed.js\"></script>", &element)?;
    ahead(&given.to_string(), &data)?;
    for name in PEERS {
        let site = folder(&format!("site/{name}"))?;
        copy(&root().join("target/bench/peers/out").join(format!("{name}.js")), &site.join("peer.js"))?;
        let mut style = read(&pkg.join("backmatter.css"))?;
        if name == "stack" {
            let modules = root().join("target/bench/peers/src/node_modules");
            style += &read(&modules.join("photoswipe/dist/photoswipe.css"))?;
            style += &read(&modules.join("photoswipe-dynamic-caption-plugin/photoswipe-dynamic-caption-plugin.css"))?;
        }
        write(&site.join("style.css"), style)?;
        let script = "<script type=\"module\">import { mount } from \"./peer.js\"; mount(document.getElementById(\"place\"), document.getElementById(\"post\").textContent);</script>";
        let body = format!("<div id=\"place\"></div><script type=\"application/json\" id=\"post\">{data}</script>");
        page(&site, "style.css", script, &body)?;
    }
    let mut sizes = serde_json::Map::new();
    sizes.insert("backmatter".into(), pack(&ours, |file| FIRST.contains(&file))?);
    sizes.insert("… later".into(), pack(&ours, |file| LATER.contains(&file))?);
    for name in PEERS {
        // Peers use our stylesheet, which does not count for their size.
        sizes.insert(name.into(), pack(&folder(&format!("site/{name}"))?, |file| file == "peer.js")?);
    }
    write(&root().join("target/bench/sizes.json"), Value::Object(sizes).to_string())
}

/// The same post rendered ahead, with the element that resumes it, and the same page without scripts.
fn ahead(post: &str, data: &str) -> Outcome {
    let options = backmatter::json::Value::Map(Vec::new());
    let html = backmatter::render_ahead(post, &options, backmatter::NATIVE).map_err(|failure| failure.message)?.html;
    let pkg = root().join("pkg");
    for (name, script) in [("ahead", "<script type=\"module\" src=\"embed.js\"></script>"), ("ahead-still", "")] {
        let site = folder(&format!("site/{name}"))?;
        for file in AHEAD {
            copy(&pkg.join(file), &site.join(file))?;
        }
        let element =
            format!("<backmatter-post>{html}<script type=\"application/json\">{data}</script></backmatter-post>");
        page(&site, "backmatter.all.css", script, &element)?;
        pack(&site, |_| true)?;
    }
    Ok(())
}

/// A page that notes when its content has been painted.
fn page(site: &Path, style: &str, script: &str, body: &str) -> Outcome {
    const NOTE: &str = "<script>new MutationObserver((_, observer) => {
        if (!document.querySelector(\".bm-title\")) return;
        observer.disconnect();
        requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { window.first = performance.now(); }; port2.postMessage(0); });
    }).observe(document, { childList: true, subtree: true });</script>";
    let text = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Start</title>{NOTE}<link rel=\"stylesheet\" href=\"{style}\">{script}</head><body>{body}</body></html>\n"
    );
    write(&site.join("index.html"), text)
}

/// Compresses the files of a site; returns the bytes of those that count: `{ raw, gzip, brotli }`.
fn pack(site: &Path, counts: impl Fn(&str) -> bool) -> Outcome<Value> {
    let (mut raw, mut gzip, mut packed) = (0, 0, 0);
    for entry in fs::read_dir(site).map_err(|error| format!("{}: {error}", site.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|kind| kind == "br") {
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        write(&site.join(format!("{file}.br")), brotli_bytes(&bytes)?)?;
        if counts(&file) {
            raw += bytes.len();
            packed += brotli(&bytes)?;
            gzip += gzipped(&path)?;
        }
    }
    Ok(json!({ "raw": raw, "gzip": gzip, "brotli": packed }))
}

/// As `gzip -9` packs it.
fn gzipped(path: &Path) -> Outcome<usize> {
    let output = command("gzip", &["-9", "-c"]).arg(path).output().map_err(|error| format!("gzip: {error}"))?;
    Ok(output.stdout.len())
}
