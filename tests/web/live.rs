//! A post on the page: opening, updating, leaving.

use crate::support::{
    click, content, count, find, is_open, mark, marked, nodes, pause, place, press, printing, set_open, text,
};
use backmatter::{
    Content,
    components::{LightboxAction, Query},
    embed::Live,
};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::Element;

const POST: &str = include_str!("../fixtures/full.json");

// `lightbox.js` copies with it.
#[wasm_bindgen(module = "/src/components/article_body.js")]
extern "C" {
    #[wasm_bindgen(js_name = attachArticle)]
    // Spelled differently from the library: the linker would merge two imports with the same signature.
    fn attach_article(root: &web_sys::Element) -> js_sys::Function;
}

#[wasm_bindgen(module = "/src/components/lightbox.js")]
extern "C" {
    #[wasm_bindgen(js_name = attachLightbox)]
    fn attach_lightbox(root: &Element, act: &Act, credit: &js_sys::Function, options: &js_sys::Function);
    #[wasm_bindgen(js_name = settleLightbox)]
    fn settle_lightbox(root: &web_sys::Element, act: &Act);
}

type Act = Closure<dyn Fn(String, i32)>;

/// A mounted post whose lightbox is served.
struct Served {
    live: Rc<RefCell<Live>>,
    root: Element,
    act: Act,
}

impl Served {
    fn update(&self, content: Content) {
        self.live.borrow_mut().update(content);
        settle_lightbox(&self.root, &self.act);
    }
}

fn live(post: &str, options: &str) -> (Served, Element) {
    let place = place();
    let live = Rc::new(RefCell::new(Live::mount(&place, content(post, options))));
    let root = place.last_element_child().unwrap();
    let _ = attach_article(&root);
    let told = Rc::downgrade(&live);
    let act: Act = Closure::new(move |name: String, number| {
        if let (Some(live), Some(action)) = (told.upgrade(), LightboxAction::parse(&name)) {
            live.borrow_mut().lightbox_action(action, number);
        }
    });
    let nothing = js_sys::Function::new_no_args("return {}");
    attach_lightbox(&root, &act, &nothing, &nothing);
    (Served { live, root, act }, place)
}

#[test]
fn the_parts_stand_in_the_order_of_the_host() {
    let parts = |sections: &str| {
        let (live, place) = live(POST, &format!("{{ \"sections\": \"{sections}\" }}"));
        let names: Vec<String> = nodes(&nodes(&place)[0]).iter().map(web_sys::Element::class_name).collect();
        Rc::into_inner(live.live).unwrap().into_inner().unmount();
        assert!(nodes(&place).is_empty(), "nothing is left");
        names.join(" ")
    };
    assert_eq!(
        parts("body gallery meta similar"),
        "bm-header bm-article-body bm-gallery bm-about bm-similar-posts bm-lightbox"
    );
    assert_eq!(parts("similar meta"), "bm-similar-posts bm-about bm-lightbox");
}

#[test]
fn facts_that_are_read_later_fill_the_box() {
    let place = place();
    let mut content = content(POST, "{}");
    let facts = content.post.meta.facts.take().unwrap();
    let mut live = Live::mount(&place, content);
    let box_before = find(&place, ".bm-post-meta").unwrap();
    assert_eq!(count(&place, ".bm-fact"), 0);
    live.fill(false, |read, _| {
        *read = facts;
        false
    });
    let filled = find(&place, ".bm-post-meta").unwrap();
    assert!(count(&filled, ".bm-fact") > 10 && filled.is_same_node(Some(&box_before)));
}

#[test]
fn a_box_with_nothing_in_it_goes() {
    let place = place();
    let mut content = content(POST, "{}");
    content.post.meta.facts = None;
    let mut live = Live::mount(&place, content);
    assert!(find(&place, ".bm-post-meta").is_some());
    live.fill(false, |read, _| {
        read.is_whole = true;
        false
    });
    assert!(find(&place, ".bm-post-meta").is_none());
}

#[test]
fn a_long_box_is_filled_part_by_part() {
    let place = place();
    let rows: Vec<String> = (0..1_200).map(|index| format!("\"note{index}\": {index}")).collect();
    let mut content = content(&format!("{{ \"title\": \"T\", \"meta\": {{ {} }} }}", rows.join(",")), "{}");
    let whole = content.post.meta.facts.take().unwrap();
    let mut live = Live::mount(&place, content);
    let mut part = |rows: std::ops::Range<usize>, is_whole: bool| {
        live.fill(false, |read, _| {
            read.given = 1_200;
            read.is_whole = is_whole;
            read.rows.extend_from_slice(&whole.rows[rows]);
            !is_whole
        })
    };
    assert!(part(0..500, false));
    let first = find(&place, ".bm-facts").unwrap();
    // Rows after the first chunk are painted in idle time, or before printing.
    printing();
    assert_eq!((count(&place, ".bm-fact"), count(&place, ".bm-facts-actions")), (500, 0));
    assert!(part(500..1_000, false) && !part(1_000..1_200, true));
    assert_eq!((count(&place, ".bm-fact"), count(&place, ".bm-facts-actions")), (1_200, 1));
    assert!(find(&place, ".bm-facts").unwrap().is_same_node(Some(&first)));
    assert_eq!(text(&find(&place, ".bm-post-meta-digest").unwrap()), "1,200 fields");
}

#[test]
fn a_box_that_was_filled_in_parts_is_updated_as_a_whole() {
    let place = place();
    let post = |changed: &str| {
        let rows: Vec<String> = (0..120).map(|index| format!("\"note{index}\": {index}")).collect();
        let rows = rows.join(",").replace(": 110", changed);
        content(&format!("{{ \"title\": \"T\", \"meta\": {{ {rows} }} }}"), "{}")
    };
    let mut begun = post(": 110");
    let whole = begun.post.meta.facts.take().unwrap();
    let mut live = Live::mount(&place, begun);
    // Lists have 50 rows: the first part ends in the middle of a list.
    for rows in [0..70, 70..120] {
        live.fill(false, |read, _| {
            (read.given, read.is_whole) = (120, rows.end == 120);
            read.rows.extend_from_slice(&whole.rows[rows.clone()]);
            rows.end < 120
        });
    }
    printing();
    set_open(&find(&place, ".bm-post-meta").unwrap());
    nodes(&find(&place, ".bm-post-meta").unwrap()).iter().for_each(mark);
    live.update(post(": 110"));
    let kept = nodes(&find(&place, ".bm-post-meta").unwrap()).iter().filter(|node| marked(node)).count();
    assert!(kept >= 4, "the summary, the search, the first list and the buttons: {kept}");
    live.update(post(": 7777"));
    printing();
    assert!(is_open(&find(&place, ".bm-post-meta").unwrap()));
    let shown = text(&find(&place, ".bm-post-meta").unwrap());
    assert_eq!(count(&place, ".bm-fact"), 120);
    assert!(shown.contains("7777") && shown.contains("Note119"), "{shown}");
}

#[test]
fn what_is_found_is_shown_alone() {
    let (live, place) = live(POST, r#"{ "metaOpen": true }"#);
    let all = count(&place, ".bm-facts > .bm-fact");
    live.live.borrow_mut().query(Query::Find, None, Some(vec![0, 3]));
    assert_eq!(text(&find(&place, ".bm-facts-found").unwrap()), "2 of 18 fields");
    live.live.borrow_mut().query(Query::Find, None, None);
    assert_eq!(count(&place, ".bm-facts > .bm-fact"), all);
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
    assert_eq!(names.join(" "), "bm-header bm-article-body bm-gallery bm-about bm-similar-posts bm-lightbox");
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
    assert_eq!(
        names.join(" "),
        "bm-lightbox-count bm-lightbox-close bm-slide bm-lightbox-previous bm-lightbox-next bm-lightbox-zoom bm-status"
    );
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
