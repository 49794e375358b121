//! Problematic metas of real sites with the expected result of each: `tests/fixtures/metas/hazards.json`.

use crate::support::{fixture, html, notices_of};
use backmatter::json::{self, Value};

/// A hazard and what is expected of it.
pub struct Hazard {
    name: String,
    post: String,
    /// Its meta as JSON; `null` where it is about another part.
    pub meta: String,
    shows: Vec<String>,
    lacks: Vec<String>,
    /// Beginnings of its notices; `None` where they do not matter.
    notices: Option<Vec<String>>,
    once: Option<String>,
}

pub fn hazards() -> Vec<Hazard> {
    let text = fixture("metas/hazards");
    let document = json::read(&text).unwrap();
    let Value::List(hazards) = document.value else { panic!("it is a list") };
    hazards.iter().map(hazard).collect()
}

fn hazard(value: &Value<'_>) -> Hazard {
    let word = |name: &str| match value.get(name) {
        Some(Value::Text(word)) => Some(word.to_string()),
        _ => None,
    };
    let words = |name: &str| match value.get(name) {
        Some(Value::List(words)) => {
            Some(words.iter().map(|word| json::write(word)).map(|word| unquoted(&word)).collect())
        }
        _ => None,
    };
    let post = value.get("post").unwrap();
    Hazard {
        name: format!("{}: {}", word("id").unwrap(), word("what").unwrap()),
        post: json::write(post),
        meta: json::write(post.get("meta").unwrap_or(&Value::Null)),
        shows: words("shows").unwrap_or_default(),
        lacks: words("lacks").unwrap_or_default(),
        notices: words("notices"),
        once: word("once"),
    }
}

fn unquoted(json: &str) -> String {
    match json::read(json).unwrap().value {
        Value::Text(text) => text.to_string(),
        other => panic!("{other:?} is no text"),
    }
}

#[test]
fn each_hazard_has_its_form() {
    for Hazard { name, post, shows, lacks, notices, once, .. } in hazards() {
        let drawn = html(&post);
        // All tags are ours: markup in the input is shown as text.
        assert!(!drawn.contains("<script") && !drawn.contains("</script") && !drawn.contains("<form"), "{name}");
        let html = drawn.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        let html = html.replace("<bdi class=\"bm-text\">", "").replace("</bdi></dd>", "</dd>");
        for part in shows {
            assert!(html.contains(&part), "{name}: {part} is not in\n{html}");
        }
        for part in lacks {
            // The JSON view of the box may contain it.
            let shown = html.split("bm-facts-away").next().unwrap();
            assert!(!shown.contains(&part), "{name}: {part} is in\n{html}");
        }
        let found = notices_of(&post);
        for begin in notices.iter().flatten() {
            assert!(
                found.iter().any(|notice| notice.contains(begin.as_str())),
                "{name}: {begin} is not among {found:#?}"
            );
        }
        assert!(notices.is_none_or(|expected| !expected.is_empty() || found.is_empty()), "{name}: {found:#?}");
        assert!(once.is_none_or(|part| html.matches(&part).count() == 1), "{name}");
    }
}

#[test]
fn every_hazard_of_the_list_is_here() {
    let names: String = hazards().iter().map(|hazard| hazard.name.clone() + "\n").collect();
    for number in 1..=23 {
        assert!(names.contains(&format!("H{number}:")), "H{number}");
    }
}
