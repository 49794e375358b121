//! Painting and repainting.

use crate::support::{
    count, find, html, interfere, mark, marked, nodes, paragraphs, pause, place, printing, property, text,
};
use backmatter::{
    markup::{Attr, Markup, Prop, Tag},
    paint::{Leaf, Painted, Revision},
};
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::Element;

/// Paints a drawing into a place of its own.
fn painted(markup: Markup) -> (Painted, Element) {
    let place = place();
    let mut painted = Leaf::from(markup).build();
    painted.mount(&place, None);
    (painted, place)
}

fn root(place: &Element) -> Element {
    nodes(place).remove(0)
}

#[test]
fn the_page_shows_what_the_html_says() {
    let mut markup = Markup::new(Tag::Section, "bm-a");
    markup.attr(Attr::AriaLabel, "\"é\" & <b>").leaf(Tag::P, "bm-b", "x < y 😀 é").open(Tag::Ul, "");
    markup.leaf(Tag::Li, "bm-b", "one").leaf(Tag::Li, "", "two").close().leaf(Tag::P, "bm-b", "end");
    let (written, (_painted, place)) = (markup.to_html(), painted(markup));
    assert_eq!(html(&root(&place)), written);
}

#[test]
fn properties_are_set_without_a_style_attribute_in_the_drawing() {
    let mut markup = Markup::new(Tag::Div, "");
    markup.open(Tag::Span, "").prop(Prop::Value, "73").close();
    let (_painted, place) = painted(markup);
    assert_eq!(property(&find(&place, "span").unwrap(), "--bm-value"), "73");
}

#[test]
fn children_that_show_the_same_keep_their_nodes() {
    let cases: [(&[&str], &[&str], &[bool]); 7] = [
        (&["a", "b", "c"], &["a", "x", "c"], &[true, false, true]),
        (&["a", "b", "c"], &["x", "a", "b", "c"], &[false, true, true, true]),
        (&["a", "b", "c"], &["a", "c"], &[true, true]),
        (&["a", "b", "c"], &["c", "a", "b"], &[false, true, true]),
        (&["a", "b", "c"], &["x", "y", "a", "z", "c", "w"], &[false, false, true, false, true, false]),
        (&["a"], &[], &[]),
        (&[], &["a"], &[false]),
    ];
    for (before, after, kept) in cases {
        let (mut painted, place) = painted(paragraphs(before));
        let root = root(&place);
        nodes(&root).iter().for_each(mark);
        Leaf::from(paragraphs(after)).rebuild(&mut painted);
        let children = nodes(&root);
        assert_eq!(children.iter().map(text).collect::<Vec<_>>(), after, "{before:?} → {after:?}");
        assert_eq!(children.iter().map(marked).collect::<Vec<_>>(), kept, "{before:?} → {after:?}");
    }
}

#[test]
fn a_child_is_the_same_when_it_looks_the_same() {
    let drawing = |templates: &[(Tag, &'static str)]| {
        let mut markup = Markup::new(Tag::Div, "");
        for (tag, class) in templates {
            markup.leaf(*tag, class, "text");
        }
        markup
    };
    let (mut painted, place) = painted(drawing(&[(Tag::P, "bm-a"), (Tag::P, "bm-b")]));
    let root = root(&place);
    nodes(&root).iter().for_each(mark);
    // The second template has another number now, and the first one's number another template.
    let after = drawing(&[(Tag::Div, "bm-a"), (Tag::P, "bm-a bm-c"), (Tag::P, "bm-b")]);
    Leaf::from(after).rebuild(&mut painted);
    assert_eq!(nodes(&root).iter().map(marked).collect::<Vec<_>>(), [false, false, true]);
    assert_eq!(nodes(&root)[1].class_name(), "bm-a bm-c");
}

#[test]
fn another_root_is_painted_in_its_place() {
    let (mut painted, place) = painted(paragraphs(&["a"]));
    let mut other = Markup::new(Tag::Section, "bm-a");
    other.leaf(Tag::P, "", "b");
    Leaf::from(other).rebuild(&mut painted);
    assert_eq!(html(&root(&place)), "<section class=\"bm-a\"><p>b</p></section>");
    painted.unmount();
    assert!(nodes(&place).is_empty());
}

fn long() -> Markup {
    let texts: Vec<String> = (0..5_000).map(|index| format!("paragraph {index}")).collect();
    paragraphs(&texts.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
async fn a_long_drawing_is_painted_at_first_in_part_then_in_idle_time() {
    let (_painted, place) = painted(long());
    let first = count(&place, "p");
    assert!(first > 100 && first < 1_000, "{first}");
    pause(1_500).await;
    assert_eq!(count(&place, "p"), 5_000);
}

#[test]
fn printing_paints_the_rest_at_once() {
    let (_painted, place) = painted(long());
    printing();
    assert_eq!(count(&place, "p"), 5_000);
}

#[test]
async fn a_drawing_that_is_taken_away_is_painted_no_further() {
    let (mut painted, place) = painted(long());
    let root = root(&place);
    let first = count(&root, "p");
    painted.unmount();
    pause(300).await;
    assert_eq!((count(&place, "p"), count(&root, "p")), (0, first));
}

#[test]
fn an_update_before_the_rest_is_painted_shows_the_whole() {
    let (mut painted, place) = painted(long());
    nodes(&root(&place)).iter().for_each(mark);
    let first = count(&place, "p");
    Leaf::from(long()).rebuild(&mut painted);
    let mut changed = long();
    changed.leaf(Tag::P, "", "one more");
    Leaf::from(changed).rebuild(&mut painted);
    let children = nodes(&root(&place));
    assert_eq!(children.len(), 5_001);
    assert_eq!(children.iter().filter(|node| marked(node)).count(), first);
}

#[test]
fn a_state_that_is_shown_already_is_not_drawn_again() {
    let revision = Revision::new();
    let mut painted = Leaf::new(revision, |_| Some(paragraphs(&["a"]))).build();
    let place = place();
    painted.mount(&place, None);
    Leaf::new(revision, |_| unreachable!("it is shown")).rebuild(&mut painted);
    assert_eq!(text(&place), "a");
}

#[test]
fn what_has_nothing_to_show_keeps_its_place() {
    let place = place();
    let leaf = |markup: Option<Markup>| Leaf::new(Revision::new(), |_| markup);
    let mut first = leaf(None).build();
    let mut second = leaf(Some(paragraphs(&["b"]))).build();
    first.mount(&place, None);
    second.mount(&place, None);
    leaf(Some(paragraphs(&["a"]))).rebuild(&mut first);
    assert_eq!(text(&place), "ab");
    leaf(None).rebuild(&mut second);
    leaf(Some(paragraphs(&["c"]))).rebuild(&mut second);
    assert_eq!(text(&place), "ac");
}

/// A host whose blur listener moves or removes the nodes that are being painted.
#[test]
fn a_host_that_interferes_does_no_harm() {
    for deed in ["remove", "empty", "throw"] {
        let (mut painted, place) = painted(paragraphs(&["a", "b", "c"]));
        let root = root(&place);
        interfere(&nodes(&root)[1], deed);
        Leaf::from(paragraphs(&["a", "x", "c", "d"])).rebuild(&mut painted);
        assert_eq!(nodes(&root).iter().map(text).collect::<Vec<_>>(), ["a", "x", "c", "d"], "{deed}");
    }
}
