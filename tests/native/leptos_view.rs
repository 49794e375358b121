//! A drawing is a Leptos view.

use backmatter::markup::{Markup, Tag};
use leptos::prelude::*;

#[test]
fn a_view_holds_a_drawing_and_writes_its_html() {
    let mut drawing = Markup::new(Tag::P, "bm-a");
    drawing.text("x < y");
    let view = view! { class = "bm", <section>{drawing}</section> };
    assert_eq!(view.to_html(), "<section class=\"bm\"><p class=\"bm-a\">x &lt; y</p></section>");
}
