//! `cargo xtask pkg`: the package that a host page embeds, and its bytes.
//! Built by cargo, wasm-bindgen, wasm-opt and esbuild.

mod contract;
pub mod integrity;

use crate::{
    bytes,
    command::{Outcome, command, copy, output, read, run, write},
    root, tools,
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The programs of a page: what paints first, what keeps posts alive, what reads other formats, what ranks
/// candidates.
pub const PROGRAMS: [&str; 4] = ["first", "widget", "formats", "related"];

/// The program of servers.
const SERVER: &str = "render";

/// Stylesheets in the order of the cascade.
pub const STYLES: [&str; 9] =
    ["tokens", "prose", "chrome", "article_body", "post_meta", "figure", "gallery", "similar_posts", "print"];

/// Stylesheets of parts that are drawn on demand, but that HTML rendered ahead contains from the start.
const AHEAD_STYLES: [&str; 4] = ["facts", "fact", "records", "consent"];

/// Stylesheets of all parts that are drawn on demand: a text in the script of `widget`.
pub const LIVE_STYLES: [&str; 6] = ["facts", "facts_views", "fact", "records", "lightbox", "consent"];

/// Scripts that share nothing, and what each begins with. Those of a page share much: `xtask/rollup.mjs` tells them apart.
const ALONE: [(&str, &str); 9] = [
    ("formats", "convert.js"),
    ("related", "ranking.js"),
    ("css", "css.js"),
    ("box_css", "box_css.js"),
    ("normalize", "normalize.js"),
    ("serving", "serving.js"),
    ("server", "server.js"),
    ("server.node", "server.node.js"),
    ("server.workerd", "server.workerd.js"),
];

/// Imports that are not bundled: other files of the package.
const EXTERNAL: [&str; 3] = ["./index.js", "./serving.js", "./render_bg.wasm"];

/// Features that Rust emits and every browser since 2023 supports. `-all` would write a module that Chromium rejects.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Writes the package to `folder` and prints its bytes.
pub fn pkg(folder: &Path) -> Outcome {
    tools::wasm_target()?;
    tools::wasm_bindgen()?;
    tools::npm()?;
    let _ = fs::remove_dir_all(glue());
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    compile()?;
    for program in PROGRAMS.into_iter().chain([SERVER]) {
        bind(program)?;
        let names = format!("--symbolmap={}", folder.join(format!("{program}_bg.wasm.symbols")).display());
        let last = [&names, "--strip-debug", "--strip-producers", "--strip-target-features"];
        optimise(program, &last, &wasm(folder, program))?;
    }
    style("backmatter", &STYLES, &folder.join("backmatter.css"))?;
    style("live", &LIVE_STYLES, &glue().join("live.css"))?;
    style("all", &[STYLES.as_slice(), &AHEAD_STYLES].concat(), &folder.join("backmatter.all.css"))?;
    copy(&folder.join("backmatter.css"), &glue().join("backmatter.css"))?;
    bundle(folder)?;
    languages(folder)?;
    describe(folder)?;
    integrity::write_hashes(folder)?;
    bytes::weigh(folder)
}

/// Where wasm-bindgen writes, and esbuild reads.
fn glue() -> PathBuf {
    root().join("target/glue")
}

/// Where the scripts of a page stand before they are minified.
fn bundled() -> PathBuf {
    glue().join("bundled")
}

fn wasm(folder: &Path, program: &str) -> PathBuf {
    folder.join(format!("{program}_bg.wasm"))
}

fn compile() -> Outcome {
    let mut cargo =
        command("cargo", &["build", "--release", "--target", "wasm32-unknown-unknown", "--features", "web,server"]);
    for program in PROGRAMS.into_iter().chain([SERVER]) {
        cargo.args(["--bin", program]);
    }
    let mut flags =
        vec!["-Clink-arg=--max-memory=1073741824".to_string(), "-Clink-arg=-zstack-size=262144".to_string()];
    flags.extend(remapped_paths());
    run(cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")))
}

/// Flags that keep the paths of this machine out of the package.
fn remapped_paths() -> Vec<String> {
    let home = std::env::var("HOME").unwrap_or_default();
    let cargo_home = std::env::var("CARGO_HOME").unwrap_or_else(|_| format!("{home}/.cargo"));
    let sysroot = output("rustc", &["--print", "sysroot"]).unwrap_or_default();
    let registries = fs::read_dir(Path::new(&cargo_home).join("registry/src")).into_iter().flatten().flatten();
    let registries = registries.map(|folder| (folder.path().display().to_string(), "crates"));
    // If several prefixes match, the last one wins.
    let paths =
        [(home.clone(), "~"), (cargo_home.clone(), "cargo"), (sysroot, "rust"), (root().display().to_string(), ".")];
    let paths = paths.into_iter().chain(registries).filter(|(path, _)| !path.is_empty());
    paths.map(|(path, name)| format!("--remap-path-prefix={path}={name}")).collect()
}

/// Writes the JavaScript of a program. Both go to one folder, so that they share the scripts that they import.
fn bind(program: &str) -> Outcome {
    let linked = root().join(format!("target/wasm32-unknown-unknown/release/{program}.wasm"));
    // `runtime.js` names the wasm. If wasm-bindgen did so too, bundlers would emit each wasm twice.
    let options = ["--target", "web", "--no-typescript", "--omit-default-module-path"];
    let mut bind = command("wasm-bindgen", &options);
    run(bind.args(["--experimental-reset-state-function", "--out-name", program, "--out-dir"]).arg(glue()).arg(linked))
}

/// Optimises the wasm of a program that was compiled just now; `last` says what becomes of names.
pub fn optimise(program: &str, last: &[&str], to: &Path) -> Outcome {
    // `-Oz` twice on flattened code: 3 % less than once (brotli). Our programs use no memory below address 1,024.
    let passes = ["--flatten", "--rereloop", "-Oz", "-Oz", "--low-memory-unused"];
    let mut optimise = command(tools::npm_program("wasm-opt"), &passes);
    run(optimise.args(last).args(WASM_FEATURES).arg(wasm(&glue(), program)).arg("-o").arg(to))
}

/// What each source of a script that was bundled just now weighs in it: its share of what the script weighs.
pub fn scripts(folder: &Path, name: &str) -> Outcome<Vec<(String, usize)>> {
    let file = format!("{name}.js");
    let account: BTreeMap<String, BTreeMap<String, usize>> =
        serde_json::from_str(&read(&bundled().join("lengths.json"))?).map_err(|error| error.to_string())?;
    let lengths = account.get(&file).cloned().unwrap_or_default();
    let (packed, whole) = (read(&folder.join(file))?.len(), lengths.values().sum::<usize>().max(1));
    Ok(lengths.into_iter().map(|(source, length)| (source, packed * length / whole)).collect())
}

/// One stylesheet as it is packed.
pub fn minified_style(name: &str) -> Outcome<String> {
    let style = root().join(format!("style/{name}.css"));
    output(tools::npm_program("esbuild"), &[&style.display().to_string(), "--minify", "--log-level=warning"])
        .ok_or_else(|| format!("{} cannot be minified", style.display()))
}

/// Several stylesheets as one.
fn style(name: &str, names: &[&str], to: &Path) -> Outcome {
    let all = glue().join(format!("{name}.all.css"));
    let texts: Outcome<String> = names.iter().map(|name| read(&root().join(format!("style/{name}.css")))).collect();
    write(&all, texts?)?;
    run(command(tools::npm_program("esbuild"), &["--minify", "--log-level=warning"])
        .arg(&all)
        .arg(format!("--outfile={}", to.display())))
}

/// Copies our scripts beside those that the wasm imports, so that the package has each once. Names with `#` are
/// generated files.
fn bundle(folder: &Path) -> Outcome {
    let sources = snippets()?.join("src");
    for script in scripts_in(&root().join("src"))? {
        let to = sources.join(script.strip_prefix(root().join("src")).unwrap_or(&script));
        fs::create_dir_all(to.parent().unwrap_or(&sources)).map_err(|error| error.to_string())?;
        copy(&script, &to)?;
    }
    let made = ["first.js", "widget.js", "formats.js", "related.js", "render.js", "live.css", "backmatter.css"];
    let imports = made.map(|file| format!(r##""#{}": "./{file}""##, file.trim_end_matches(".js")));
    write(&glue().join("package.json"), format!(r#"{{ "imports": {{ {} }} }}"#, imports.join(", ")))?;
    write(&glue().join("attributes.js"), contract::names(&contract::contract()?))?;
    run(command(tools::npm_program("rollup"), &["--silent", "--config"]).arg(root().join("xtask/rollup.mjs")).envs([
        ("GLUE", glue()),
        ("SOURCES", sources.clone()),
        ("BUNDLED", bundled()),
    ]))?;
    let mut minify = esbuild(folder);
    run(minify.args(scripts_in(&bundled())?))?;
    let entry = |(name, source): (&str, &str)| format!("{name}={}", sources.join("embed").join(source).display());
    let mut bundle = esbuild(folder);
    bundle.arg("--bundle").args(EXTERNAL.map(|other| format!("--external:{other}"))).arg("--external:node:*");
    run(bundle.args(ALONE.map(entry)))
}

fn esbuild(folder: &Path) -> std::process::Command {
    let options =
        ["--loader:.css=text", "--format=esm", "--minify", "--charset=utf8", "--target=es2022", "--log-level=warning"];
    let mut esbuild = command(tools::npm_program("esbuild"), &options);
    esbuild.arg(format!("--define:PACKAGE_VERSION=\"{}\"", env!("CARGO_PKG_VERSION")));
    esbuild.arg(format!("--outdir={}", folder.display()));
    esbuild
}

/// The scripts in a folder of sources and in those below it.
fn scripts_in(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "js") {
                found.push(path);
            }
        }
    }
    Ok(found)
}

/// The folder of the scripts that the wasm imports from this crate.
fn snippets() -> Outcome<PathBuf> {
    let folders = fs::read_dir(glue().join("snippets")).map_err(|error| format!("snippets: {error}"))?;
    let ours: Vec<PathBuf> = folders
        .flatten()
        .map(|folder| folder.path())
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("backmatter-")))
        .collect();
    match ours.as_slice() {
        [only] => Ok(only.clone()),
        others => Err(format!("the programs import the scripts of {} crates of this name", others.len())),
    }
}

/// Copies a folder of files, and the folders in it.
pub fn copy_folder(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to).map_err(|error| format!("{}: {error}", to.display()))?;
    for entry in fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))?.flatten() {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() { copy_folder(&path, &to)? } else { copy(&path, &to)? }
    }
    Ok(())
}

/// Writes the words of each language as a script: a policy that allows scripts allows them.
fn languages(folder: &Path) -> Outcome {
    let sources = root().join("src/labels/languages");
    for file in fs::read_dir(&sources).map_err(|error| format!("{}: {error}", sources.display()))?.flatten() {
        let words: serde_json::Value = serde_json::from_str(&read(&file.path())?).map_err(|error| error.to_string())?;
        let name = file.file_name().to_string_lossy().to_lowercase().replace(".json", ".js");
        write(&folder.join(format!("labels.{name}")), format!("export default {words};\n"))?;
    }
    Ok(())
}

/// Writes the manifest, the types, and the texts for people.
fn describe(folder: &Path) -> Outcome {
    let sources = root().join("src/embed");
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    let manifest = read(&sources.join("package.json"))?.replace("\"version\": \"\"", &version);
    write(&folder.join("package.json"), manifest)?;
    for types in fs::read_dir(sources.join("types")).map_err(|error| error.to_string())?.flatten() {
        copy(&types.path(), &folder.join(types.file_name()))?;
    }
    let contract = contract::contract()?;
    write(&folder.join("attributes.d.ts"), contract::types(&contract))?;
    write(&folder.join("custom-elements.json"), contract::manifest(&contract))?;
    write(&folder.join("empty.js"), "export {};\n")?;
    copy_folder(&root().join("docs"), &folder.join("docs"))?;
    for text in ["README.md", "CHANGELOG.md", "SECURITY.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&root().join(text), &folder.join(text))?;
    }
    Ok(())
}
