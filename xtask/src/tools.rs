//! The tools that a build or test needs: each is looked for, and installed when it is missing, saying what and why.

use crate::{
    command::{Outcome, command, output, run},
    root,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

const TRUNK: &str = "0.21.14";
/// Packages of npm: bundler, minifier, wasm optimiser, accessibility checker, and stylesheets that hosts use.
const NPM: [(&str, &str); 11] = [
    ("rollup", "4.68.8"),
    ("esbuild", "0.28.2"),
    ("binaryen", "132.0.0"),
    ("axe-core", "4.14.1"),
    ("@picocss/pico", "2.1.1"),
    ("bootstrap", "5.3.9"),
    ("bulma", "1.0.4"),
    ("foundation-sites", "6.9.0"),
    ("normalize.css", "8.0.1"),
    ("tailwindcss", "4.3.5"),
    ("water.css", "2.1.1"),
];
/// The stylesheets of `WordPress`. Only the files of the package are fetched: it depends on hundreds of others.
const WORDPRESS: (&str, &str) = ("@wordpress/block-library", "11.1.0");

/// The standard library for the browser.
pub fn wasm_target() -> Outcome {
    let installed = output("rustup", &["target", "list", "--installed"]).unwrap_or_default();
    if installed.lines().any(|target| target == "wasm32-unknown-unknown") {
        return Ok(());
    }
    say("Rust's standard library for WebAssembly", "the widget is compiled to it", "15 seconds");
    run(&mut command("rustup", &["target", "add", "wasm32-unknown-unknown"]))
}

/// The generator of JavaScript glue, in the version of `Cargo.lock`.
pub fn wasm_bindgen() -> Outcome {
    let wanted = locked_version("wasm-bindgen")?;
    if output("wasm-bindgen", &["--version"]).is_some_and(|found| found.ends_with(&wanted)) {
        return Ok(());
    }
    say(&format!("wasm-bindgen-cli {wanted}"), "it writes the JavaScript around the wasm", "2 minutes");
    // Without --locked: a dependency in its lock file is no longer available.
    run(&mut command("cargo", &["install", "wasm-bindgen-cli", "--version", &wanted, "--force"]))
}

/// The development server of the standalone reader.
pub fn trunk() -> Outcome {
    if output("trunk", &["--version"]).is_some_and(|found| found.ends_with(TRUNK)) {
        return Ok(());
    }
    say(&format!("Trunk {TRUNK}"), "it builds and serves index.html", "3 minutes");
    // Not optimised: that takes twice as long, and it only runs other programs.
    run(&mut command("cargo", &["install", "trunk", "--version", TRUNK, "--locked", "--force", "--debug"]))
}

/// The tools from npm, in `target/tools`.
pub fn npm() -> Outcome {
    let folder = root().join("target/tools");
    let mut missing: Vec<String> = NPM
        .iter()
        .filter(|(name, version)| !is_installed(&folder, name, version))
        .map(|(name, version)| format!("{name}@{version}"))
        .collect();
    if !has_version(&folder.join("package"), WORDPRESS.1) {
        missing.push(format!("{}@{}", WORDPRESS.0, WORDPRESS.1));
    }
    if missing.is_empty() {
        return Ok(());
    }
    if output("npm", &["--version"]).is_none() {
        return Err("npm is missing: install Node.js 20 or newer, which brings it".into());
    }
    say(&missing.join(", "), "they bundle, optimise and test the package", "30 seconds");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let every: Vec<String> = NPM.iter().map(|(name, version)| format!("{name}@{version}")).collect();
    let mut install =
        command("npm", &["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]);
    run(install.arg(&folder).args(every))?;
    wordpress(&folder)
}

/// The stylesheets of `WordPress`, in `target/tools/package`.
fn wordpress(folder: &Path) -> Outcome {
    let (name, version) = WORDPRESS;
    let package = format!("{name}@{version}");
    let archive = format!("wordpress-block-library-{version}.tgz");
    run(command("npm", &["pack", "--silent", &package]).current_dir(folder))?;
    run(command("tar", &["-xzf", &archive, "package/build-style", "package/package.json"]).current_dir(folder))
}

/// A program of the npm packages.
pub fn npm_program(name: &str) -> PathBuf {
    root().join("target/tools/node_modules/.bin").join(name)
}

/// Chromium and its driver; false where they are missing and cannot be installed here.
pub fn chromium() -> Outcome<bool> {
    debian(
        "Chromium and its driver",
        "the browser and end-to-end tests run in it",
        &["chromium", "chromedriver"],
        &["chromium", "chromium-driver"],
    )
}

/// Firefox and its driver, and Poppler, which turns PDF into pictures; false as above.
pub fn firefox() -> Outcome<bool> {
    let is_here = debian(
        "Firefox and Poppler",
        "the end-to-end tests run in it, pictures are taken in it, and of print",
        &["firefox-esr", "pdftoppm"],
        &["firefox-esr", "poppler-utils"],
    )?;
    if is_here && output("geckodriver", &["--version"]).is_none() {
        say("geckodriver", "it drives Firefox", "1 minute");
        run(&mut command("cargo", &["install", "geckodriver", "--version", "0.37.1", "--locked", "--debug"]))?;
    }
    Ok(is_here)
}

/// `WebKitGTK`, its driver and a virtual screen; false as above.
pub fn webkit() -> Outcome<bool> {
    debian(
        "WebKitGTK",
        "the end-to-end tests run in it, and pictures are taken",
        &["WebKitWebDriver", "Xvfb"],
        &["webkit2gtk-driver", "xvfb"],
    )
}

/// Hugo and Jekyll; false as above.
pub fn sites() -> Outcome<bool> {
    debian("Hugo and Jekyll", "the matrix builds a site with each", &["hugo", "jekyll"], &["hugo", "jekyll"])
}

/// Programs from Debian's packages; false where they are missing and cannot be installed here.
fn debian(what: &str, why: &str, programs: &[&str], packages: &[&str]) -> Outcome<bool> {
    let is_here =
        |program: &&str| output("sh", &["-c", &format!("command -v {program}")]).is_some_and(|path| !path.is_empty());
    if programs.iter().all(is_here) {
        return Ok(true);
    }
    let is_root = output("id", &["-u"]).as_deref() == Some("0");
    if !is_root || output("apt-get", &["--version"]).is_none() {
        println!("\n!! SKIPPED: {what}; {why}. Needed on the PATH: {}", programs.join(", "));
        println!("!! on Debian: apt-get install {}\n", packages.join(" "));
        return Ok(false);
    }
    say(what, why, "1 minute");
    run(&mut command("apt-get", &["update", "-qq"]))?;
    let mut install = command("apt-get", &["install", "-y", "-qq", "--no-install-recommends"]);
    run(install.args(packages).env("DEBIAN_FRONTEND", "noninteractive"))?;
    Ok(true)
}

fn say(what: &str, why: &str, time: &str) {
    println!("\n● Installing {what}: {why}. About {time}.");
}

fn is_installed(folder: &Path, name: &str, version: &str) -> bool {
    has_version(&folder.join("node_modules").join(name), version)
}

fn has_version(package: &Path, version: &str) -> bool {
    let manifest = fs::read_to_string(package.join("package.json"));
    manifest.is_ok_and(|text| text.contains(&format!("\"version\": \"{version}\"")))
}

/// The version of a package in `Cargo.lock`.
fn locked_version(package: &str) -> Outcome<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let entry = format!("name = \"{package}\"\nversion = \"");
    let version =
        lock.split_once(&entry).and_then(|(_, rest)| rest.split_once('"')).map(|(version, _)| version.to_string());
    version.ok_or_else(|| format!("{package} is not in Cargo.lock"))
}
