//! The components are Leptos views, whose leaves are drawings.

use crate::support::{fixture, options, post};
use backmatter::{
    Content, Localizer, PLAIN,
    components::{Everything, Post},
    markup::{Markup, Tag},
    paint::Leaf,
};
use leptos::prelude::*;
use std::sync::Arc;

#[test]
fn a_view_holds_a_drawing_and_writes_its_html() {
    let mut drawing = Markup::new(Tag::P, "bm-a");
    drawing.text("x < y");
    let view = view! { class = "bm", <section>{Leaf::from(drawing)}{Leaf::nothing()}</section> };
    assert_eq!(view.to_html(), "<section class=\"bm\"><p class=\"bm-a\">x &lt; y</p></section>");
}

#[test]
fn a_post_stands_in_the_view_of_an_application() {
    let (post, _) = post(&fixture("full"));
    let given = options(r#"{ "sections": "similar body", "theme": "dark", "lang": "en-GB" }"#);
    let localizer = Localizer { lang: String::new(), labels: given.labels.clone(), locale: PLAIN };
    let content = Arc::new(Content::new(post, given, localizer, &Everything));
    let html = view! { class = "app", <main><Post content /></main> }.to_html();
    let places = [
        "<main class=\"app\"><article",
        "<section class=\"bm-similar-posts\"",
        "<header class=\"bm-header\"",
        "<dialog",
    ];
    let found: Vec<_> =
        places.iter().map(|part| html.find(part).unwrap_or_else(|| panic!("{part} in {html}"))).collect();
    assert!(found.is_sorted(), "{found:?}");
    assert!(html.contains("lang=\"en-GB\"") && html.contains("data-theme=\"dark\"") && !html.contains("bm-gallery"));
}
