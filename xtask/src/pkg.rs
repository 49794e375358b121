//! `cargo xtask pkg`: the package that a host page embeds, and what it weighs.

use crate::{
    bytes,
    command::{Outcome, command, output, run},
    constants::Constants,
    glue::trimmed,
    names::shorten,
    root,
    split::split,
    tools,
};
use std::{fs, path::Path};

/// Stylesheets in the order of the cascade.
pub const STYLES: [&str; 9] =
    ["tokens", "prose", "furniture", "article_body", "post_meta", "figure", "gallery", "similar_posts", "print"];

/// Those of what the lazy half draws: they are a text in its script.
pub const LAZY_STYLES: [&str; 5] = ["facts", "fact", "records", "lightbox", "consent"];

/// What Rust emits, and what every browser since 2023 takes. `-all` would write a module that Chromium refuses.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What the linker writes.
const LINKED: &str = "target/wasm32-unknown-unknown/release/embed.wasm";
/// The two halves of the wasm; the second is fetched when something in it is asked for.
pub const WASM: [&str; 2] = ["backmatter_bg.wasm", "backmatter_lazy.wasm"];
/// Where the lazy half begins: the names of its entries, as the compiler writes them.
const LAZY: [&str; 27] = [
    "review ",
    "look ",
    "backmatter::credits::read::h",
    "backmatter::credits::image::credit_of_image",
    "backmatter::credits::is_credit::h",
    "backmatter::credits::credit_of_caption::h",
    "backmatter::credits::check::missing::h",
    "fill ",
    "ask ",
    "backmatter::facts::read_all::h",
    "backmatter::facts::read_short::h",
    "backmatter::components::facts::fill",
    "normalize ",
    "detect ",
    "mountFailure ",
    "update ",
    "jsonLd ",
    "backmatter::components::live::Live::follow",
    "backmatter::components::live::Live::look",
    "backmatter::components::lightbox::fill",
    "backmatter::components::consent::host",
    "backmatter::components::consent::waiting",
    "backmatter::options::Options::read_nested",
    "backmatter::related::ranked",
    "backmatter::formats::native::add_ranked::h",
    "backmatter::html::blocks",
    "backmatter::html::read_tokens",
];
/// Writes the package to `folder` and prints its bytes.
pub fn pkg(folder: &Path) -> Outcome {
    tools::wasm_target()?;
    tools::wasm_bindgen()?;
    tools::npm()?;
    build()?;
    let glue = root().join("target/glue");
    bind(&glue)?;
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    halve(&glue)?;
    for name in WASM {
        optimise(&glue.join(name), &folder.join(name))?;
    }
    bundle(&glue, folder)?;
    write(
        &folder.join("backmatter.css"),
        fs::read_to_string(root().join("target/glue/backmatter.css")).map_err(|error| error.to_string())?,
    )?;
    copy(&root().join("src/embed/index.d.ts"), &folder.join("index.d.ts"))?;
    write(&folder.join("package.json"), manifest())?;
    bytes::weigh(folder)
}

fn build() -> Outcome {
    let mut cargo = command("cargo", &["build", "--release", "--target", "wasm32-unknown-unknown", "--bin", "embed"]);
    let mut flags = vec![
        "-Clink-arg=--max-memory=1073741824".to_string(),
        "-Clink-arg=-zstack-size=262144".to_string(),
        "-Clink-arg=--emit-relocs".to_string(),
    ];
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
    // Of several that fit, the last one counts.
    let paths =
        [(home.clone(), "~"), (cargo_home.clone(), "cargo"), (sysroot, "rust"), (root().display().to_string(), ".")];
    let paths = paths.into_iter().chain(registries).filter(|(path, _)| !path.is_empty());
    paths.map(|(path, name)| format!("--remap-path-prefix={path}={name}")).collect()
}

fn bind(glue: &Path) -> Outcome {
    let wasm = root().join(LINKED);
    let _ = fs::remove_dir_all(glue);
    let mut bind =
        command("wasm-bindgen", &["--target", "web", "--no-typescript", "--out-name", "backmatter", "--out-dir"]);
    run(bind.arg(glue).arg(wasm))
}

/// Splits the wasm of the glue in two.
fn halve(glue: &Path) -> Outcome {
    let whole = glue.join(WASM[0]);
    let bytes = fs::read(&whole).map_err(|error| format!("{}: {error}", whole.display()))?;
    let linked = fs::read(root().join(LINKED)).map_err(|error| format!("{LINKED}: {error}"))?;
    let mut halves = split(&bytes, &LAZY, &Constants::read(&linked)?)?;
    let script = glue.join("backmatter.js");
    write(&script, shorten(&mut halves.eager, &trimmed(&read(&script)?)?))?;
    write(&whole, halves.eager.emit_wasm())?;
    write(&glue.join(WASM[1]), halves.lazy.emit_wasm())
}

fn optimise(from: &Path, to: &Path) -> Outcome {
    optimise_with(&["--strip-debug", "--strip-producers", "--strip-target-features"], from, to)
}

/// The same with the names of functions, for a half that was packed just now.
pub fn optimise_with_names(half: &str, to: &Path) -> Outcome {
    optimise_with(&["-g", "--strip-producers", "--strip-target-features"], &root().join("target/glue").join(half), to)
}

fn optimise_with(last: &[&str], from: &Path, to: &Path) -> Outcome {
    let mut optimise =
        command(tools::npm_program("wasm-opt"), &["--flatten", "--rereloop", "-Oz", "-Oz", "--low-memory-unused"]);
    run(optimise.args(last).args(WASM_FEATURES).arg(from).arg("-o").arg(to))
}

/// What each source of a script that was bundled just now weighs in it.
pub fn scripts(name: &str) -> Outcome<Vec<(String, usize)>> {
    let account = read(&root().join(format!("target/glue/{name}.meta.json")))?;
    let account: serde_json::Value = serde_json::from_str(&account).map_err(|error| error.to_string())?;
    let objects =
        |value: Option<&serde_json::Value>| value.and_then(|value| value.as_object().cloned()).into_iter().flatten();
    let inputs = objects(account.get("outputs")).flat_map(|(_, output)| objects(output.get("inputs")));
    // Styles that stand in a script are weighed as styles.
    let weighed =
        inputs.filter(|(path, _)| Path::new(path).extension().is_some_and(|kind| kind == "js")).map(|(path, input)| {
            let name = path.rsplit_once('/').map_or(path.as_str(), |(_, name)| name);
            (
                name.to_string(),
                input.get("bytesInOutput").and_then(serde_json::Value::as_u64).unwrap_or_default() as usize,
            )
        });
    Ok(weighed.collect())
}

/// One stylesheet as it is packed.
pub fn minified_style(name: &str) -> Outcome<String> {
    let style = root().join(format!("style/{name}.css"));
    output(tools::npm_program("esbuild"), &[&style.display().to_string(), "--minify", "--log-level=warning"])
        .ok_or_else(|| format!("{} cannot be minified", style.display()))
}

/// One bundle of glue, snippets and elements; the script tag's file beside it; one stylesheet.
fn bundle(glue: &Path, folder: &Path) -> Outcome {
    for name in
        ["index", "elements", "widget", "meta_box", "links", "notices", "runtime", "lazy", "inert", "input", "snapshot"]
    {
        copy(&root().join(format!("src/embed/{name}.js")), &glue.join(format!("{name}.js")))?;
    }
    // Files that the wasm imports stand among its snippets: the bundle must hold each once.
    let snippets = snippets(glue)?;
    for path in [
        "embed/html",
        "paint/paint",
        "components/article_body",
        "components/post_meta",
        "components/lightbox",
        "components/slide",
    ] {
        let (_, name) = path.rsplit_once('/').unwrap_or(("", path));
        let source = root().join(format!("src/{path}.js"));
        let snippet = snippets.join(format!("src/{path}.js"));
        let text = if snippet.exists() {
            format!("export * from \"./{}\";\n", relative(&snippet, glue))
        } else {
            fs::read_to_string(source).map_err(|error| error.to_string())?
        };
        write(&glue.join(format!("{name}.js")), &text)?;
    }
    write(&glue.join("all.css"), styles(&STYLES)?)?;
    write(&glue.join("all_lazy.css"), styles(&LAZY_STYLES)?)?;
    let esbuild = |arguments: &[&str]| {
        run(command(tools::npm_program("esbuild"), arguments)
            .args(["--log-level=warning", "--charset=utf8"])
            .current_dir(glue))
    };
    esbuild(&["all.css", "--minify", "--outfile=backmatter.css"])?;
    esbuild(&["all_lazy.css", "--minify", "--outfile=lazy.css"])?;
    for name in ["index.js", "lazy.js"] {
        let out = format!("--outfile={}", folder.join(name).display());
        esbuild(&[
            name,
            "--bundle",
            "--external:./lazy.js",
            "--loader:.css=text",
            "--format=esm",
            "--minify",
            "--target=es2022",
            &format!("--metafile={}.meta.json", name.trim_end_matches(".js")),
            &out,
        ])?;
    }
    let source = root().join("src/embed/embed.js");
    let out = format!("--outfile={}", folder.join("embed.js").display());
    esbuild(&[&source.display().to_string(), "--format=esm", "--minify", "--target=es2022", &out])?;
    ["index.js", "lazy.js", "embed.js"].into_iter().try_for_each(|name| minify(&folder.join(name)))
}

/// Stylesheets, one behind the other.
fn styles(names: &[&str]) -> Outcome<String> {
    names.iter().map(|name| read(&root().join(format!("style/{name}.css")))).collect()
}

/// What the bundler has minified, once more: 3 % less (brotli).
fn minify(script: &Path) -> Outcome {
    let mut terser = command(tools::npm_program("terser"), &["--module", "--compress", "passes=3", "--mangle"]);
    run(terser.arg("--output").arg(script).arg("--").arg(script))
}

fn snippets(glue: &Path) -> Outcome<std::path::PathBuf> {
    let mut folders = fs::read_dir(glue.join("snippets")).map_err(|error| format!("snippets: {error}"))?;
    let first = folders.find_map(|folder| {
        folder.ok().filter(|folder| folder.file_name().to_string_lossy().starts_with("backmatter-"))
    });
    first.map(|folder| folder.path()).ok_or_else(|| "the glue has no snippets".to_string())
}

fn relative(path: &Path, base: &Path) -> String {
    path.strip_prefix(base).unwrap_or(path).display().to_string()
}

fn manifest() -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!(
        r#"{{
  "name": "backmatter",
  "version": "{version}",
  "description": "Renders a post from the JSON a page already has",
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "types": "./index.d.ts",
  "sideEffects": ["./embed.js", "./*.css"],
  "exports": {{
    ".": {{ "types": "./index.d.ts", "import": "./index.js" }},
    "./embed": "./embed.js",
    "./css": "./backmatter.css",
    "./wasm": "./backmatter_bg.wasm",
    "./lazy.wasm": "./backmatter_lazy.wasm",
    "./package.json": "./package.json"
  }}
}}
"#
    )
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to).map(drop).map_err(|error| format!("{}: {error}", from.display()))
}

fn read(from: &Path) -> Outcome<String> {
    fs::read_to_string(from).map_err(|error| format!("{}: {error}", from.display()))
}

fn write(to: &Path, content: impl AsRef<[u8]>) -> Outcome {
    fs::write(to, content).map_err(|error| format!("{}: {error}", to.display()))
}
