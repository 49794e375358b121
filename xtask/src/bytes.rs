//! What the package weighs, and whether it keeps to its budget.

use crate::command::Outcome;
use std::{fs, path::Path};

/// What a page with one post may load, in bytes of brotli.
const BUDGET: usize = 48_000;
/// What is fetched when something asks for it.
pub const LATER: [&str; 2] = ["lazy.js", "backmatter_lazy.wasm"];
/// What every page with a post loads.
pub const EAGER: [&str; 4] = ["embed.js", "index.js", "backmatter_bg.wasm", "backmatter.css"];

/// Prints what the package weighs, and fails when what a page with one post loads is over the budget.
pub fn weigh(folder: &Path) -> Outcome {
    let eager = table(folder, "eager", &EAGER)?;
    table(folder, "lazy", &LATER)?;
    println!("\na page with one post loads {eager} of {BUDGET} bytes");
    if eager > BUDGET { Err(format!("the package is {} bytes over its budget", eager - BUDGET)) } else { Ok(()) }
}

/// Prints a table of bytes; the sum of the compressed ones.
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

/// Its size in brotli 11.
pub fn brotli(bytes: &[u8]) -> Outcome<usize> {
    Ok(brotli_bytes(bytes)?.len())
}

/// The same packed.
pub fn brotli_bytes(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    let options = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &options).map_err(|error| error.to_string())?;
    Ok(packed)
}
