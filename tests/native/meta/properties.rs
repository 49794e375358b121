//! Properties of every meta: nothing is lost, nothing is invented.

use super::{facts, hazards::hazards};
use crate::corpora::{corpora, corpus};
use crate::support::{fixture, fixtures, meta_html};
use backmatter::{
    json::{self, Value},
    policy::text,
};
use std::{collections::BTreeSet, fs};

/// Metas of the fixtures and the hazards, and every document of the JSON corpus as one.
fn metas() -> Vec<String> {
    let meta_of = |text: &str| {
        let document = json::read(text).ok()?;
        document.value.get("meta").map(json::write)
    };
    let mut metas: Vec<String> = fixtures().iter().filter_map(|name| meta_of(&fixture(name))).collect();
    metas.extend(hazards().into_iter().map(|hazard| hazard.meta));
    let folder = fs::read_dir(corpora().join("jsontestsuite")).into_iter().flatten().flatten();
    let texts = folder.filter_map(|file| fs::read_to_string(file.path()).ok());
    metas.extend(corpus("blns.json"));
    metas.extend(
        texts
            .filter(|text| text.len() < 100_000)
            .filter_map(|text| json::read(&text).ok().map(|read| json::write(&read.value))),
    );
    metas
}

#[test]
fn no_value_but_a_masked_one_is_missing_from_the_json_of_the_box() {
    let mut compared = 0;
    for meta in metas() {
        let facts = facts(&meta);
        if facts.source.is_empty() || facts.source.contains("•••") {
            continue;
        }
        let whole = match json::read(&meta).unwrap().value {
            Value::Map(_) | Value::List(_) => meta.clone(),
            _ => format!("{{\"value\":{meta}}}"),
        };
        assert_eq!(facts.source, whole);
        compared += 1;
    }
    assert!(compared > 25, "{compared}");
}

#[test]
fn every_row_s_json_is_json() {
    for meta in metas() {
        let facts = facts(&meta);
        for row in facts.rows.iter().chain(&facts.empty).chain(&facts.internal) {
            assert!(json::read(&facts.json(row)).is_ok(), "{} in {meta}", facts.json(row));
        }
    }
}

/// The words of a text, in lower case; digits without group separators.
fn words(text: &str) -> BTreeSet<String> {
    let text = text.replace(|char: char| char == ',' || ('\u{300}'..='\u{36F}').contains(&char), "");
    let words = text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The texts between the tags.
fn shown_texts(html: &str) -> String {
    let html = html.replace("</span><span class=\"bm-identifier-tail\">", "");
    let inner = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    let text: Vec<&str> = inner.collect();
    text.join(" ")
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ")
}

#[test]
fn every_word_that_is_shown_was_given_or_is_a_label() {
    const OURS: &str = "January February March April May June July August September October November December
        About this post field fields empty internal Find View as JSON Copy Markdown yes no min Deeper levels Show the rest
        Content Quality Provenance Technical Image source by Licence views Source Unsplash value URL ID The image did not load \
        Wikimedia Commons open UTC";
    let ours = words(OURS);
    for meta in metas() {
        // As written, as JSON decodes it, and with keys split into words.
        let mut given = words(&meta.replace(',', " "));
        given.extend(words(&spelled(&meta)));
        given.extend(words(&facts(&meta).source));
        let counts: BTreeSet<String> = (0..2_100).map(|count: u32| count.to_string()).collect();
        let shown = words(&shown_texts(&meta_html(&meta)));
        let invented: Vec<_> = shown
            .iter()
            .filter(|word| !given.contains(*word) && !ours.contains(*word) && !counts.contains(*word))
            .collect();
        assert!(invented.is_empty() || is_date(&invented), "{invented:?}\n{meta}");
    }
}

/// The texts and keys of a meta: escapes and character references resolved, hidden characters gone, and capitals within
/// words as beginnings of words.
fn spelled(meta: &str) -> String {
    let read = json::read(meta).unwrap();
    let mut out = String::new();
    let mut open = vec![&read.value];
    while let Some(value) = open.pop() {
        match value {
            Value::Text(given) => {
                let decoded = given.replace("&#8211;", "–").replace("&amp;", "&").replace("&nbsp;", " ");
                out.extend([" ", decoded.as_str(), " ", text::prose(&decoded).as_str()]);
                if json::read(given.trim()).is_ok() {
                    out += &spelled(given.trim());
                }
            }
            Value::List(items) => open.extend(items),
            Value::Map(entries) => {
                for (key, item) in entries {
                    let apart =
                        |char: char| if char.is_ascii_uppercase() { format!(" {char}") } else { char.to_string() };
                    out.extend([" ", key, " ", &text::prose(key), " ", &key.chars().map(apart).collect::<String>()]);
                    open.push(item);
                }
            }
            _ => {}
        }
        out += " ";
    }
    out
}

/// Numbers of a date are written in another way: years, days, hours.
fn is_date(words: &[&String]) -> bool {
    let is_part = |word: &str| matches!(word.parse::<u16>(), Ok(0..=59 | 1970..=2100));
    words.iter().all(|word| is_part(word) || *word == "z")
}
