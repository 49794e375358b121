//! `cargo xtask bench related [DUMP…]`: the quality of the ranking of similar posts, compared with other methods.
//!
//! A dump is a list of posts in any accepted format. Two posts count as related if they share a tag. `hidden`: no
//! method sees a tag. `half`: each method sees half of the tags of a post; the other half is used to judge.

mod judge;
mod rivals;

use crate::{
    command::{Outcome, read},
    synth::{Script, Shape, post},
};
use backmatter::{NATIVE, Options, model::Subject, rendering::subjects};
use judge::{Judge, Measures};
use rivals::{Rival, rivals};
use serde_json::Value;

/// At most this many posts of a dump are compared, each with each.
const MOST: usize = 1_500;

/// Posts of the synthesised corpus, and its seed.
const SYNTHESISED: (u64, u64) = (300, 7);

/// Measures each dump, or without one the synthesised corpus.
pub fn related(dumps: &[&str]) -> Outcome {
    if dumps.is_empty() {
        let posts: Vec<Value> =
            (0..SYNTHESISED.0).map(|index| post(SYNTHESISED.1 + index, Script::Ascii, Shape::ORDINARY)).collect();
        measure("synthesised", &tagged(&Value::from(posts).to_string())?);
    }
    for dump in dumps {
        measure(dump.rsplit('/').next().unwrap_or(dump), &tagged(&read(std::path::Path::new(dump))?)?);
    }
    Ok(())
}

fn measure(name: &str, subjects: &[Subject]) {
    println!("\n{name}: {} posts", subjects.len());
    println!("{:<24}{}", "", Measures::HEAD);
    for (setting, judge) in [("hidden", Judge::of_all(subjects)), ("half", Judge::of_half(subjects))] {
        if judge.is_blind() {
            println!("{setting}: too few posts share tags");
            continue;
        }
        for Rival { name, ranks } in rivals() {
            let strips = ranks(&judge.seen);
            println!("{:<24}{}", format!("{setting} {name}"), judge.measure(&strips));
        }
    }
}

/// The posts of a dump that have tags: the others cannot be judged.
fn tagged(text: &str) -> Outcome<Vec<Subject>> {
    let all = subjects(text, &Options::default(), NATIVE.parse_html).map_err(|failure| failure.message)?;
    Ok(all.into_iter().filter(|subject| !subject.card.tags.is_empty()).take(MOST).collect())
}
