//! Related posts for each post of a whole site.

use crate::support::post;
use backmatter::{
    NATIVE, Options,
    model::{Card, Why},
    rendering,
};
use std::collections::BTreeMap;

const SITE: &str = r#"[
    { "id": "a", "url": "/a", "title": "Keeping staging close to production", "tags": ["staging"],
      "body": "A staging server drifts from production. Copy the database each night and deploy the same build." },
    { "id": "b", "url": "/b", "title": "Why ours drifted", "tags": ["staging"], "images": [{ "src": "/b.png" }],
      "body": "The database was old and the build was different. After the rollback we copy production each night." },
    { "id": "c", "title": "Sourdough for beginners", "body": "Mix flour, water and starter. Let the dough rest, then bake." },
    "no post",
    { "url": "https://site.example/rye", "title": "Rye bread", "body": [{ "type": "paragraph", "text": "Rye flour needs water and a starter." }] },
    { "id": "d", "title": "Alone on a hill" }
]"#;

/// The cards below each post, read back from a post that gets them as `similar`.
fn strips(site: &str) -> BTreeMap<String, Vec<Card>> {
    let site = rendering::subjects(site, &Options::default(), NATIVE.parse_html).unwrap();
    let shown = |similar: &str| post(&format!("{{ \"title\": \"T\", \"similar\": {similar} }}")).0.similar;
    rendering::neighbours(&site, &mut |_| ()).into_iter().map(|one| (one.of, shown(&one.similar))).collect()
}

#[test]
fn each_post_has_those_that_are_like_it() {
    let strips = strips(SITE);
    let titles = |of: &str| strips[of].iter().map(|card| card.title.as_str()).collect::<Vec<_>>();
    assert_eq!(titles("a"), ["Why ours drifted"]);
    assert_eq!(titles("b"), ["Keeping staging close to production"]);
    assert_eq!(titles("https://site.example/rye"), ["Sourdough for beginners"]);
    let card = &strips["a"][0];
    assert_eq!(card.image.as_ref().unwrap().src.as_ref().unwrap().as_str(), "/b.png");
    assert_eq!(card.minutes, 1);
    assert!(matches!(&card.why, Why::Shared(shared) if shared[0] == "staging"), "{:?}", card.why);
}

#[test]
fn a_post_that_nothing_is_like_has_the_newest_and_says_so() {
    let strips = strips(SITE);
    assert_eq!(strips["d"].len(), 3);
    assert!(strips["d"].iter().all(|card| card.why == Why::Recent));
}

#[test]
fn the_order_of_the_posts_does_not_matter() {
    let mut posts: Vec<serde_json::Value> = serde_json::from_str(SITE).unwrap();
    posts.reverse();
    assert_eq!(strips(SITE), strips(&serde_json::Value::from(posts).to_string()));
}

#[test]
fn what_is_hostile_in_a_post_comes_to_no_card() {
    let strips = strips(
        r#"[{ "id": "a", "title": "Tides of the bay" },
            { "id": "../../x", "url": "javascript:alert(1)", "title": "Tides <img src=x onerror=alert(1)>", "tags": [{}, 7],
              "images": [{ "src": "data:text/html,x" }], "body": "<script>alert(1)</script> bay" }]"#,
    );
    let card = &strips["a"][0];
    assert_eq!((card.url.as_ref(), card.image.as_ref()), (None, None));
    assert_eq!(card.title, "Tides <img src=x onerror=alert(1)>", "it is a text");
}

#[test]
fn no_post_stands_below_too_many() {
    // Twenty topics of ten posts each, and one word in each of them that two posts share.
    let word = |number: u8| char::from(b'a' + number).to_string().repeat(5);
    let posts = (0..200_u8).map(|number| {
        let (topic, other) = (word(number % 20), format!("x{}", word(number / 10)));
        format!(
            r#"{{ "id": "{number}", "title": "On {topic}", "body": "All about {topic} and {other} at {number}." }}"#
        )
    });
    let posts: Vec<String> = posts.collect();
    let strips = strips(&format!("[{}]", posts.join(",")));
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    strips.values().flatten().for_each(|card| *times.entry(card.id.as_str()).or_default() += 1);
    assert!(times.len() > 100 && times.values().all(|times| *times <= 10), "{times:?}");
}

#[test]
fn a_site_of_one_post_or_none_has_nothing_to_read_next() {
    assert!(strips(r#"[{ "id": "a", "title": "Alone" }]"#)["a"].is_empty());
    assert!(rendering::subjects("[", &Options::default(), NATIVE.parse_html).is_err());
}
