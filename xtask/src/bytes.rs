//! What the package weighs, and whether it keeps to its budget.

use crate::command::Outcome;
use std::{fs, path::Path};

/// What a page loads before its post is shown.
pub const FIRST: [&str; 6] = ["embed.js", "elements.js", "programs.js", "shared.js", "first_bg.wasm", "backmatter.css"];
/// What a page with posts that were rendered ahead loads.
pub const AHEAD: [&str; 4] = ["embed.js", "elements.js", "ahead.js", "backmatter.all.css"];
/// What it loads in idle time, or when something asks for it.
pub const LATER: [&str; 3] = ["widget.js", "box_css.js", "widget_bg.wasm"];
/// What it loads for an input in another format.
const FORMATS: [&str; 2] = ["formats.js", "formats_bg.wasm"];

/// What it loads for candidates.
const RELATED: [&str; 2] = ["related.js", "related_bg.wasm"];

/// Budgets in bytes of brotli. The order of functions in a wasm depends on the folder of the build: some 50 bytes.
const BEFORE_CONTENT: usize = 69 * 1024;
const RENDERED_AHEAD: usize = 12_800;
const WIDGET: usize = 142 * 1024;
const FORMATS_WASM: usize = 125 * 1024;
const RELATED_WASM: usize = 40 * 1024;
const IN_ALL: usize = 221 * 1024;

/// Prints what the package weighs, and fails when a part is over its budget.
pub fn weigh(folder: &Path) -> Outcome {
    let first = table(folder, "before content", &FIRST)?;
    let later = table(folder, "later", &LATER)?;
    table(folder, "for other formats", &FORMATS)?;
    table(folder, "for candidates", &RELATED)?;
    let ahead = table(folder, "rendered ahead", &AHEAD)?;
    let [widget, formats, related] =
        ["widget_bg.wasm", "formats_bg.wasm", "related_bg.wasm"].map(|name| packed(folder, name));
    let (widget, formats, related) = (widget?, formats?, related?);
    println!();
    within("before content", first, BEFORE_CONTENT)?;
    within("rendered ahead", ahead, RENDERED_AHEAD)?;
    within("widget_bg.wasm", widget, WIDGET)?;
    within("formats_bg.wasm", formats, FORMATS_WASM)?;
    within("related_bg.wasm", related, RELATED_WASM)?;
    within("in all", first + later, IN_ALL)
}

/// The size of a file in brotli 11.
fn packed(folder: &Path, name: &str) -> Outcome<usize> {
    brotli(&fs::read(folder.join(name)).map_err(|error| format!("{name}: {error}"))?)
}

fn within(what: &str, bytes: usize, budget: usize) -> Outcome {
    println!("{what}: {bytes} of {budget} bytes");
    if bytes > budget { Err(format!("{what}: {} bytes over the budget", bytes - budget)) } else { Ok(()) }
}

/// Prints a table of bytes; returns the sum of the compressed sizes.
fn table(folder: &Path, heading: &str, names: &[&str]) -> Outcome<usize> {
    println!("\n{heading:<22}{:>10}{:>10}", "raw", "brotli");
    let mut total = (0, 0);
    for name in names {
        let bytes = fs::read(folder.join(name)).map_err(|error| format!("{name}: {error}"))?;
        let packed = brotli(&bytes)?;
        println!("{name:<22}{:>10}{packed:>10}", bytes.len());
        total = (total.0 + bytes.len(), total.1 + packed);
    }
    println!("{:<22}{:>10}{:>10}", "together", total.0, total.1);
    Ok(total.1)
}

/// The size of these bytes in brotli 11.
pub fn brotli(bytes: &[u8]) -> Outcome<usize> {
    Ok(brotli_bytes(bytes)?.len())
}

/// These bytes, compressed with brotli 11.
pub fn brotli_bytes(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    let options = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &options).map_err(|error| error.to_string())?;
    Ok(packed)
}
