//! `widget` takes over what `first` has painted, even if the page has changed it since.

use crate::support::{
    alter, alter_at_random, begun, content, count, find, first, is_open, mark, marked, missing, nodes, place, printing,
    set_open, shape, text,
};
use backmatter::{
    components::Part,
    embed::{Live, Tree},
};
use std::sync::Arc;
use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::Element;

const POST: &str = include_str!("../fixtures/full.json");
/// What `first` leaves to be drawn again.
const UNFINISHED: [Part; 4] = [Part::ArticleBody, Part::Gallery, Part::SimilarPosts, Part::PostMeta];

/// A post as `first` leaves it on the page.
fn painted(post: &str) -> Element {
    let place = place();
    Tree::leave(&place, Arc::new(first(post)));
    printing();
    place.last_element_child().unwrap()
}

/// The same post as `widget` alone shows it.
fn alone(post: &str) -> String {
    let place = place();
    let live = Live::mount(&place, begun(post, "{}"));
    printing();
    let shown = shape(&place.last_element_child().unwrap());
    live.unmount();
    shown
}

#[test]
fn the_post_is_whole_whatever_the_page_has_done_to_it() {
    for how in [
        "nothing",
        "comments stripped",
        "white space added",
        "text wrapped",
        "a part removed",
        "a part added",
        "a block removed",
        "everything removed",
    ] {
        let root = painted(POST);
        alter(&root, how);
        let live = Live::take_over(&root, begun(POST, "{}").with_unfinished(UNFINISHED.to_vec()));
        printing();
        assert_eq!(shape(&root), alone(POST), "{how}");
        live.unmount();
    }
}

/// Four alterations at random places, two hundred times. What the page has made of our nodes may stay beside them.
#[test]
fn nothing_is_missing_after_alterations_at_random() {
    let place = place();
    let whole = Live::mount(&place, begun(POST, "{}"));
    printing();
    for seed in 0..200 {
        let root = painted(POST);
        alter_at_random(&root, seed);
        let mut live = Live::take_over(&root, begun(POST, "{}").with_unfinished(UNFINISHED.to_vec()));
        printing();
        assert_eq!(missing(&root, &place), "", "seed {seed}");
        live.update(content(r#"{ "title": "Another", "body": "Later words." }"#, "{}"));
        assert!(text(&root).contains("Later words."), "seed {seed}");
        live.unmount();
    }
    whole.unmount();
}

/// A post painted by `first` and taken over by `widget` is the tree that `widget` paints alone.
#[test]
fn both_ways_lead_to_one_tree() {
    for post in [
        POST,
        include_str!("../fixtures/cjk.json"),
        include_str!("../fixtures/credits.json"),
        include_str!("../fixtures/empty.json"),
        include_str!("../fixtures/gallery.json"),
        include_str!("../fixtures/hostile.json"),
        include_str!("../fixtures/minimal.json"),
        include_str!("../fixtures/one_or_many.json"),
        include_str!("../fixtures/rtl.json"),
    ] {
        let root = painted(post);
        let live = Live::take_over(&root, begun(post, "{}").with_unfinished(UNFINISHED.to_vec()));
        printing();
        assert_eq!(shape(&root), alone(post), "{post:.60}");
        live.unmount();
    }
}

#[test]
fn what_shows_the_same_keeps_its_nodes_and_what_is_open_stays_open() {
    // Without the `html` block, which the first paint does not show.
    let post = &POST.replace(r#""type": "html""#, r#""type": "paragraph", "text": "Low""#);
    let root = painted(post);
    set_open(&find(&root, ".bm-post-meta").unwrap());
    let blocks = nodes(&find(&root, ".bm-article-body").unwrap());
    blocks.iter().for_each(mark);
    let mut live = Live::take_over(&root, begun(post, "{}").with_unfinished(UNFINISHED.to_vec()));
    let anew: Vec<String> = nodes(&find(&root, ".bm-article-body").unwrap())
        .iter()
        .filter(|block| !marked(block))
        .map(Element::outer_html)
        .collect();
    assert_eq!(anew, Vec::<String>::new(), "painted anew");
    let facts = content(post, "{}").post.meta.facts.unwrap();
    live.fill(false, |read, _| {
        *read = facts;
        false
    });
    let meta = find(&root, ".bm-post-meta").unwrap();
    assert!(is_open(&meta) && count(&meta, ".bm-fact") > 10);
    live.update(content(&post.replace("24635", "24636"), "{}"));
    assert!(text(&meta).contains("24,636"));
}
