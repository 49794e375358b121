//! `cargo xtask synth`: synthetic posts in the shape of real ones, the same for the same seed. They are data for
//! benchmarks, demos and the reader; every sentence is our own.

mod post;
mod words;

pub use post::{Shape, post};
pub use words::{Chance, Script};

use crate::command::Outcome;
use serde_json::{Value, json};
use std::{fs, path::PathBuf};

/// Options of the command line.
struct Order {
    posts: u64,
    seed: u64,
    script: Script,
    shape: Shape,
    out: Option<PathBuf>,
}

/// Writes `{ "posts": […] }` to a file, or to the terminal.
pub fn synth(arguments: &[&str]) -> Outcome {
    let order = read(arguments)?;
    let posts: Vec<Value> =
        (0..order.posts).map(|number| post(order.seed.wrapping_add(number), order.script, order.shape)).collect();
    let text = json!({ "posts": posts }).to_string();
    let Some(out) = order.out else {
        println!("{text}");
        return Ok(());
    };
    fs::write(&out, &text).map_err(|error| format!("{}: {error}", out.display()))?;
    println!("{} posts, {} bytes: {}", order.posts, text.len(), out.display());
    Ok(())
}

fn read(arguments: &[&str]) -> Outcome<Order> {
    let mut order = Order { posts: 100, seed: 1, script: Script::Ascii, shape: Shape::ORDINARY, out: None };
    let mut rest = arguments.iter();
    while let Some(name) = rest.next() {
        if *name == "--non-latin" {
            order.script = Script::NonLatin;
            continue;
        }
        let value = rest.next().ok_or_else(|| format!("{name} needs a value"))?;
        let number = || value.parse().map_err(|_| format!("{name} is no number: {value}"));
        match *name {
            "--posts" => order.posts = number()?,
            "--seed" => order.seed = number()?,
            "--blocks" => order.shape.blocks = number()? as usize,
            "--rows" => order.shape.rows = Some(number()? as usize),
            "--out" => order.out = Some(PathBuf::from(value)),
            _ => {
                return Err(format!(
                    "{name} is not known; there are --posts, --seed, --blocks, --rows, --non-latin and --out"
                ));
            }
        }
    }
    Ok(order)
}
