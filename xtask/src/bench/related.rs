//! `cargo xtask bench related [DUMP…]`: how good the strip is, beside other ways to fill it.
//!
//! A dump is a list of posts in any accepted format. Two posts are taken for related where they share a tag. `hidden`: no way
//! sees a tag. `half`: each sees half of the tags of a post, and the other half is the judge.

mod judge;
mod rivals;

use crate::{
    command::{Outcome, read},
    synth::{Script, Shape, post},
};
use backmatter::{
    NATIVE, Options,
    coerce::{field, items},
    formats::{convert, posts},
    json::{self, Value},
    model::{Card, Subject},
    tools::converting,
};
use judge::{Judge, Measures};
use rivals::{Rival, rivals};

/// Posts that are compared: each with each.
const MOST: usize = 1_500;

/// Posts of the synthesised corpus, and its seed.
const SYNTHESISED: (u64, u64) = (300, 7);

/// Measures each dump, or without one the synthesised corpus.
pub fn related(dumps: &[&str]) -> Outcome {
    if dumps.is_empty() {
        let texts =
            (0..SYNTHESISED.0).map(|index| post(SYNTHESISED.1 + index, Script::Ascii, Shape::ORDINARY).to_string());
        let subjects: Vec<Subject> = texts.filter_map(|text| subject(&text)).collect();
        measure("synthesised", &subjects);
    }
    for dump in dumps {
        let texts =
            posts(&read(std::path::Path::new(dump))?, &Options::default()).map_err(|failure| failure.message)?;
        let subjects: Vec<Subject> = texts.iter().take(MOST).filter_map(|text| subject(text)).collect();
        measure(dump.rsplit('/').next().unwrap_or(dump), &subjects);
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

/// A post as it is compared, with its tags.
fn subject(text: &str) -> Option<Subject> {
    let converted = convert(text, &Options::default(), &converting(NATIVE.parse_html)).ok()?;
    let post = converted.post;
    let text = post.words(usize::MAX);
    let native = json::read(&converted.text).ok()?.value;
    let meta = field(&native, "meta").cloned().unwrap_or(Value::Null);
    let tags = ["tags", "categories", "category", "topics", "topic", "tools", "stack"]
        .iter()
        .find_map(|name| field(&meta, name))?;
    let tags = items(tags).iter().filter_map(|tag| match tag {
        Value::Text(tag) => Some(tag.to_string()),
        _ => None,
    });
    let card = Card {
        id: post.id,
        url: post.url,
        title: post.title,
        published: post.published,
        tags: tags.collect(),
        ..Card::default()
    };
    Some(Subject { card, text })
}
