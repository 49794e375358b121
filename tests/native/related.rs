//! Ranking of candidates.

use crate::support::{assert_has, assert_lacks, fixture, fixtures, html, post};
use backmatter::{
    NATIVE, Options,
    embed::related as program,
    model::{Card, Why},
    rendering::read,
};
use std::fmt::Write;

fn strip(text: &str) -> Vec<Card> {
    post(text).0.similar
}

pub fn similar(text: &str) -> Vec<String> {
    strip(text).into_iter().map(|card| card.title).collect()
}

#[test]
fn candidates_come_by_what_they_share_and_never_the_post_itself() {
    assert_eq!(similar(&fixture("candidates")), ["Spring tides", "Paper charts"]);
}

#[test]
fn what_the_host_chose_comes_first_and_once() {
    let text = r#"{ "title": "Paper tides", "tags": ["paper"], "similar": [{ "id": "x", "title": "Chosen" }],
        "candidates": [{ "id": "x", "title": "Paper again" }, { "id": "y", "title": "Paper boats" }, { "id": "z", "title": "Iron" }] }"#;
    assert_eq!(similar(text), ["Chosen", "Paper boats"]);
}

const STAGING: &str = r#"{ "id": "1", "title": "Keeping staging close to production", "published": "2024-01-10",
    "tags": ["deploy", "staging"],
    "body": "A staging server drifts from production. Copy the database each night and deploy the same build to staging first.",
    "candidates": [CANDIDATES] }"#;

const OTHERS: [&str; 4] = [
    r#"{ "id": "2", "title": "Why ours drifted", "published": "2024-02-10", "tags": ["staging"],
        "body": "The database was old and the build was different. After the rollback we copy production each night." }"#,
    r#"{ "id": "3", "title": "Sourdough for beginners", "published": "2024-01-20",
        "body": "Mix flour, water and starter. Let the dough rest, then bake the bread." }"#,
    r#"{ "id": "4", "title": "A better rye bread", "published": "2024-03-01",
        "body": [{ "type": "paragraph", "text": "Rye flour needs water. The starter does the work." }] }"#,
    r#"{ "id": "5", "title": "Copies of a database", "published": "2024-03-05",
        "body": [{ "type": "html", "html": "<p>Copy the <b>database</b> of production at night.</p><script>flour</script>" }] }"#,
];

pub fn staging(others: &[&str]) -> String {
    STAGING.replace("CANDIDATES", &others.join(","))
}

#[test]
fn whole_posts_are_compared_by_their_texts() {
    assert_eq!(similar(&staging(&OTHERS)), ["Why ours drifted", "Copies of a database"]);
}

#[test]
fn a_post_with_an_html_body_has_candidates_too() {
    let text = staging(&OTHERS)
        .replace(r#""body": "A staging"#, r#""body": "<p>A staging"#)
        .replace(r#"staging first.""#, r#"staging first.</p>""#);
    let shown = read(&text, &Options::default(), NATIVE.parse_html).unwrap().post;
    assert_eq!(shown.similar.len(), 2);
    assert!(shown.meta.facts.is_none_or(|facts| !format!("{facts:?}").contains("Sourdough")));
}

#[test]
fn the_picture_of_a_whole_post_is_its_first_image() {
    let text = r#"{ "title": "Paper", "candidates": [{ "title": "Paper boats", "images": ["/a.png", "/b.png"] }] }"#;
    for text in [text, &completed(text).0] {
        let card = &strip(text)[0];
        assert_eq!(card.image.as_ref().and_then(|image| image.src.as_ref()).unwrap().as_str(), "/a.png", "{text}");
    }
}

#[test]
fn the_order_of_the_input_does_not_matter() {
    let mut turned = OTHERS;
    turned.reverse();
    assert_eq!(strip(&staging(&OTHERS)), strip(&staging(&turned)));
}

#[test]
fn a_card_says_what_it_shares_and_how_long_it_takes_to_read() {
    let cards = strip(&staging(&OTHERS));
    let Why::Shared(why) = &cards.first().unwrap().why else { panic!("no reason") };
    assert_eq!(why.first().map(String::as_str), Some("staging"), "a shared tag comes first: {why:?}");
    assert_eq!(why.len(), 3);
    assert_eq!(cards.first().unwrap().minutes, 1);
    let drawn = html(&staging(&OTHERS));
    assert_has(&drawn, "Both: <bdi>staging, ");
    assert_has(&drawn, "1 min");
}

/// Among many posts in another language the small words of this one are as rare as its topic.
#[test]
fn short_words_are_no_reason_for_a_card() {
    let german = |number: usize| {
        format!(r#"{{ "title": "Brot {number}", "body": "Mehl, Wasser, Salz und Zeit für Laib {number}." }}"#)
    };
    let others: Vec<String> = (0..60).map(german).collect();
    let text = format!(
        r#"{{ "title": "The SAP", "body": "The SAP and you and the old way.", "candidates": [{},
            {{ "title": "You and SAP", "body": "And you, the SAP and the old way." }}] }}"#,
        others.join(",")
    );
    let first = strip(&text).into_iter().next().unwrap();
    assert_eq!(first.why, Why::Shared(vec!["SAP".into()]));
}

#[test]
fn where_nothing_is_alike_the_newest_are_shown_and_called_so() {
    let only_bread = staging(&OTHERS[1..3]);
    assert_eq!(similar(&only_bread), ["A better rye bread", "Sourdough for beginners"]);
    assert_has(&html(&only_bread), "Recent posts");
    assert_lacks(&html(&only_bread), "Similar posts");
}

/// Posts about two things, so many that posts take on words of their neighbours, or so many that they do not.
#[test]
fn many_candidates_are_told_apart_in_any_order() {
    for count in [60, 320] {
        let post = |number: usize| {
            let words = if number.is_multiple_of(2) { "tide gauge harbour datum" } else { "flour oven dough bread" };
            let own = format!("word{} word{} word{}", number % 7, number % 11, number % 13);
            format!(r#"{{ "id": "p{number}", "title": "Post {number}", "body": "{words} {own}" }}"#)
        };
        let text = |others: Vec<String>| {
            format!(
                r#"{{ "title": "Reading", "body": "A tide gauge and its datum.", "candidates": [{}] }}"#,
                others.join(",")
            )
        };
        let found = similar(&text((0..count).map(post).collect()));
        assert_eq!(found, similar(&text((0..count).rev().map(post).collect())), "{count}");
        assert_eq!(found.len(), 3);
        for title in found {
            let number: usize = title.trim_start_matches("Post ").parse().unwrap();
            assert!(number.is_multiple_of(2), "{title} of {count}");
        }
    }
}

#[test]
fn numbers_in_titles_make_other_posts() {
    let text = r#"{ "title": "Chapter 4", "candidates": [{ "title": "Chapter 1" }, { "title": "Chapter 2" }] }"#;
    assert_eq!(similar(text).len(), 2);
}

#[test]
fn one_post_twice_is_shown_once() {
    let again = OTHERS[0].replace("\"2\"", "\"22\"");
    assert_eq!(similar(&staging(&[OTHERS[0], &again])), ["Why ours drifted"]);
    // The posts of a series may share a title.
    let series = r#"{ "id": "6", "title": "Why ours drifted", "body": "The build of the harbour office: a database of tides, production, night." }"#;
    assert_eq!(similar(&staging(&[OTHERS[0], series])), ["Why ours drifted", "Why ours drifted"]);
}

#[test]
fn two_titles_that_share_their_only_word_are_two_posts() {
    assert_eq!(similar(r#"{ "title": "Rank me", "candidates": [{ "title": "How to rank" }] }"#), ["How to rank"]);
}

#[test]
fn there_is_no_strip_without_another_post() {
    assert!(similar(&staging(&[])).is_empty());
    assert!(similar(&staging(&[r#"{ "id": "1", "title": "Itself" }"#])).is_empty());
}

/// Languages with their own ways to write words: of three candidates, the first has the topic of the post.
#[test]
fn words_of_many_languages_are_known() {
    let cases = [
        ("Eine Gezeitentafel lesen", "Die Gezeitentafel im Hafen", "Brot backen"),
        ("Как читать таблицы приливов", "Таблицы для порта", "Хлеб на закваске"),
        ("潮汐表の読み方", "港の潮汐表", "朝のパン"),
        ("如何阅读潮汐表", "港口的潮汐表", "面包"),
        ("조석표 읽기", "항구의 조석표", "아침 빵"),
        ("วิธีอ่านตารางน้ำขึ้นน้ำลง", "ตารางน้ำขึ้นของท่าเรือ", "ขนมปัง"),
        ("قراءة جداول المد", "جداول المد في الميناء", "خبز"),
        ("קריאת טבלאות הגאות", "טבלאות הגאות בנמל", "לחם"),
        ("Lire les tables des marées", "Les tables du port", "Pain"),
        ("ज्वार की तालिका पढ़ना", "बंदरगाह की तालिका", "रोटी"),
    ];
    for (title, alike, other) in cases {
        let text = format!(
            r#"{{ "title": "{title}", "candidates": [{{ "id": "o", "title": "{other}" }}, {{ "id": "a", "title": "{alike}" }}] }}"#
        );
        assert_eq!(similar(&text), [alike], "{title}");
    }
}

#[test]
fn thousands_of_candidates_and_chosen_cards_take_no_time() {
    let mut cards = String::new();
    for number in 0..8_000 {
        let comma = if number > 0 { "," } else { "" };
        let _ = write!(cards, r#"{comma}{{ "id": "c{number}", "title": "Card {number}" }}"#);
    }
    let text = format!(r#"{{ "title": "Cards", "similar": [{cards}], "candidates": [{cards}] }}"#);
    assert_eq!(similar(&text).len(), 8_000);
}

#[test]
fn what_a_card_says_of_itself_is_text() {
    let text = r#"{ "title": "T", "similar": [{ "title": "A", "minutes": "9999999999999", "why": ["<img src=x onerror=alert(1)>", { "a": 1 }, "x\u202Ey", ["deep"]] },
        { "title": "B", "minutes": -1, "why": 7 }] }"#;
    let drawn = html(text);
    assert_has(&drawn, "Both: <bdi>&lt;img src=x onerror=alert(1)&gt;");
    assert_lacks(&drawn, "<img");
    assert_lacks(&drawn, "\u{202E}");
    assert_lacks(&drawn, " min<");
}

/// The text that the program `related` makes of a post, and in how many parts.
fn completed(text: &str) -> (String, usize) {
    assert_eq!(program::begin(text.into(), "{}").0, Ok(Vec::new()));
    let mut parts = 1;
    while program::go_on().0.unwrap() {
        parts += 1;
    }
    (program::finish().0.unwrap().text, parts)
}

#[test]
fn the_program_puts_the_same_cards_in_the_place_of_candidates() {
    for name in fixtures().into_iter().filter(|name| fixture(name).contains("\"candidates\"")) {
        let (text, _) = completed(&fixture(&name));
        assert_lacks(&text, "\"candidates\"");
        let (given, of_program) = (post(&fixture(&name)).0, post(&text).0);
        assert_eq!((given.similar, given.body), (of_program.similar, of_program.body), "{name}");
    }
    let (text, _) =
        completed(r#"[{ "title": "Paper", "Candidates": { "title": "Paper boats" } }, { "title": "Second" }]"#);
    assert_eq!(text, r#"[{"title":"Paper","similar":[{"title":"Paper boats","why":["Paper"]}]},{"title":"Second"}]"#);
}

/// Work grows with the candidates, and no part of it does.
#[test]
fn many_candidates_are_compared_in_as_many_parts() {
    let text = |count: usize| {
        let post =
            |number| format!(r#"{{ "title": "Post {number}", "body": "{}" }}"#, "tide gauge harbour ".repeat(60));
        let posts: Vec<String> = (0..count).map(post).collect();
        format!(r#"{{ "title": "Tide", "candidates": [{}] }}"#, posts.join(","))
    };
    let parts = [500, 1_000, 2_000].map(|count| completed(&text(count)).1);
    assert!(parts[0] > 10, "{parts:?}");
    for (few, many) in [(parts[0], parts[1]), (parts[1], parts[2])] {
        assert!((many as f64 / few as f64 - 2.0).abs() < 0.2, "{parts:?}");
    }
}

#[test]
fn lists_that_are_named_by_an_address_are_fetched_and_take_its_place() {
    let text = r#"{ "title": "Paper", "similar": "/cards.json", "candidates": "more.json" }"#;
    let base = r#"{ "baseUrl": "https://site.example/a/" }"#;
    let named = [("similar", "https://site.example/cards.json"), ("candidates", "https://site.example/a/more.json")];
    assert_eq!(program::begin(text.into(), base).0, Ok(named.map(|(name, at)| (name, at.to_string())).to_vec()));
    assert_eq!(program::take("similar", r#"[{ "title": "Chosen" }]"#).0, Ok(()));
    assert!(program::take("candidates", "<!doctype html>").0.is_err());
    while program::go_on().0.unwrap() {}
    // What could not be fetched costs its own cards alone.
    assert_eq!(program::finish().0.unwrap().text, r#"{"title":"Paper","similar":[{"title":"Chosen"}]}"#);
    let hostile = r#"{ "title": "T", "similar": "javascript:alert(1)", "candidates": ["a"] }"#;
    assert_eq!(program::begin(hostile.into(), "{}").0, Ok(Vec::new()));
    // What stands in a list is read as what stands in the post.
    assert!(program::begin(text.into(), base).0.is_ok());
    let list =
        r#"[{ "title": "<img src=x onerror=alert(1)>", "url": "javascript:alert(1)", "image": "data:text/html,x" }]"#;
    assert_eq!(program::take("similar", list).0, Ok(()));
    while program::go_on().0.unwrap() {}
    let drawn = html(&program::finish().0.unwrap().text);
    assert_has(&drawn, "&lt;img src=x");
    for sink in ["<img", "javascript:", "data:"] {
        assert_lacks(&drawn, sink);
    }
    // What is odd about the text is said, although the text that becomes of it has none of it.
    assert!(program::begin("\u{FEFF}{ \"title\": \"T\", \"candidates\": [] }".into(), "{}").0.is_ok());
    while program::go_on().0.unwrap() {}
    assert_eq!(program::finish().0.unwrap().notices.len(), 1);
    for (list, is_foreign) in [
        (r#"[{ "title": "A", "excerpt": "B" }]"#, false),
        (r#"[{ "title": { "rendered": "A" } }]"#, true),
        (r#"{ "posts": [] }"#, true),
        ("<!doctype html>", false),
    ] {
        assert_eq!(program::is_foreign(list).0, Ok(is_foreign), "{list}");
    }
    // Without a page there is nobody to fetch them, and nothing is wrong with the post.
    let text = r#"{ "title": "Paper", "similar": "/cards.json", "candidates": "more.json" }"#;
    assert!(post(text).1.notices.is_empty());
}
