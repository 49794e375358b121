//! A post on the page: opening, updating, leaving.

use crate::support::{
    click, content, count, find, is_open, mark, marked, nodes, pause, place, press, printing, set_open, text,
};
use backmatter::components::Live;
use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::Element;

const POST: &str = include_str!("../fixtures/full.json");

fn live(post: &str, options: &str) -> (Live, Element) {
    let place = place();
    let live = Live::mount(&place, content(post, options));
    (live, place)
}

#[test]
fn the_parts_stand_in_the_order_of_the_host() {
    let parts = |sections: &str| {
        let (live, place) = live(POST, &format!("{{ \"sections\": \"{sections}\" }}"));
        let names: Vec<String> = nodes(&nodes(&place)[0]).iter().map(web_sys::Element::class_name).collect();
        drop(live);
        assert!(nodes(&place).is_empty(), "nothing is left");
        names.join(" ")
    };
    assert_eq!(
        parts("body gallery meta similar"),
        "bm-header bm-article-body bm-gallery bm-post-meta bm-similar-posts bm-lightbox"
    );
    assert_eq!(parts("similar meta"), "bm-similar-posts bm-post-meta bm-lightbox");
}

#[test]
async fn the_facts_are_drawn_in_idle_time_on_opening_or_before_printing() {
    let drawn = |place: &Element| count(place, ".bm-fact") > 0;
    let (_idle, idle_place) = live(POST, "{}");
    let (_printed, printed_place) = live(POST, "{}");
    let (_open, open_place) = live(POST, r#"{ "metaOpen": true }"#);
    assert!(drawn(&open_place));
    assert!(!drawn(&idle_place) && !drawn(&printed_place));
    printing();
    assert!(drawn(&printed_place));
    let (_opened, opened_place) = live(POST, "{}");
    set_open(&find(&opened_place, "details").unwrap());
    pause(1_000).await;
    assert!(drawn(&opened_place) && drawn(&idle_place));
    assert!(is_open(&find(&opened_place, "details").unwrap()));
}

#[test]
async fn an_update_keeps_what_the_reader_has_opened() {
    let (live, place) = live(POST, "{}");
    let details = find(&place, "details").unwrap();
    set_open(&details);
    pause(50).await;
    mark(&details);
    live.update(content(&POST.replace("24635", "24636"), "{}"));
    let after = find(&place, "details").unwrap();
    assert!(marked(&after) && is_open(&after));
    assert!(text(&after).contains("24,636 views") && text(&after).contains("Summary"));
}

#[test]
fn parts_come_and_go() {
    let (live, place) = live(POST, "{}");
    live.update(content(r#"{ "title": "Only a title" }"#, "{}"));
    assert_eq!(text(&place), "Only a title");
    live.update(content(POST, "{}"));
    assert_eq!(count(&place, ".bm-gallery"), 1);
    let names: Vec<String> = nodes(&nodes(&place)[0]).iter().map(web_sys::Element::class_name).collect();
    assert_eq!(names.join(" "), "bm-header bm-article-body bm-gallery bm-post-meta bm-similar-posts bm-lightbox");
}

#[test]
async fn an_image_opens_in_the_dialog_and_keys_go_on() {
    let (_live, place) = live(POST, "{}");
    let dialog = find(&place, "dialog").unwrap();
    click(&find(&place, "[data-bm-image='2'] img").unwrap());
    assert!(is_open(&dialog));
    assert!(text(&dialog).contains("3 of 6"));
    let next = find(&dialog, ".bm-lightbox-next").unwrap();
    press(&dialog, "ArrowRight");
    assert!(text(&dialog).contains("4 of 6"));
    let names: Vec<String> = nodes(&dialog).iter().map(web_sys::Element::class_name).collect();
    assert_eq!(names.join(" "), "bm-lightbox-count bm-lightbox-close bm-slide bm-lightbox-previous bm-lightbox-next");
    assert!(find(&dialog, ".bm-lightbox-next").unwrap().is_same_node(Some(&next)), "it may have the focus");
    press(&dialog, "ArrowLeft");
    press(&dialog, "ArrowLeft");
    press(&dialog, "ArrowLeft");
    press(&dialog, "ArrowLeft");
    assert!(text(&dialog).contains("6 of 6"), "around the end");
    click(&find(&dialog, ".bm-lightbox-next").unwrap());
    assert!(text(&dialog).contains("1 of 6"));
    click(&find(&dialog, ".bm-lightbox-close").unwrap());
    pause(50).await;
    assert!(!is_open(&dialog));
    assert_eq!(text(&dialog), "");
}

#[test]
fn in_right_to_left_text_the_left_key_leads_on() {
    let (_live, place) = live(include_str!("../fixtures/rtl.json"), "{}");
    let dialog = find(&place, "dialog").unwrap();
    click(&find(&place, "[data-bm-image='0'] img").unwrap());
    press(&dialog, "ArrowLeft");
    assert!(text(&dialog).contains("2 of 2"));
}

#[test]
async fn an_image_that_an_update_takes_away_closes_its_dialog() {
    let (live, place) = live(POST, "{}");
    click(&find(&place, "[data-bm-image='5'] img").unwrap());
    let dialog = find(&place, "dialog").unwrap();
    assert!(is_open(&dialog));
    live.update(content(r#"{ "title": "T", "images": ["a.png"] }"#, "{}"));
    assert!(!is_open(&find(&place, "dialog").unwrap()));
    click(&find(&place, "[data-bm-image='0']").unwrap());
    live.update(content(r#"{ "title": "T", "images": ["a.png"] }"#, r#"{ "labels": { "gallery": "Bilder" } }"#));
    let dialog = find(&place, "dialog").unwrap();
    assert_eq!((is_open(&dialog), text(&dialog)), (false, String::new()));
}
