//! A post that is larger than posts are.

use std::fmt::Write;

/// 800 blocks, 2,000 meta fields, 120 images, 60 cards.
pub fn huge() -> String {
    let images = ["boat", "curve", "gauge", "harbour", "lead", "night", "sill"];
    let list = |count: usize, item: &dyn Fn(&mut String, usize)| {
        let mut text = String::new();
        for n in 1..=count {
            text.push_str(if n > 1 { ", " } else { "" });
            item(&mut text, n);
        }
        text
    };
    let body = list(400, &|text, n| {
        let _ = write!(
            text,
            r#"{{ "type": "heading", "level": {}, "text": "Watch {n}" }}, {{ "type": "paragraph", "text": "At watch {n} the gauge stood {} centimetres above the sill, and the wind had not changed since the hour before." }}"#,
            2 + n % 2,
            n % 97
        );
    });
    let meta = list(2_000, &|text, n| {
        let _ = write!(text, r#""gauge_{n}_count": {}"#, n * 37);
    });
    let pictures = list(120, &|text, n| {
        let _ = write!(
            text,
            r#"{{ "src": "images/{}.svg", "width": 600, "height": 400, "alt": "Drawing {n}", "caption": "Drawing {n} of the log", "source": "pexels" }}"#,
            images.get(n % images.len()).unwrap_or(&"sill")
        );
    });
    let cards = list(60, &|text, n| {
        let _ = write!(
            text,
            r#"{{ "url": "/log/{n}", "title": "The log of week {n}", "excerpt": "What the gauge said in week {n}.", "published": "2025-01-{:02}" }}"#,
            1 + n % 28
        );
    });
    format!(
        r#"{{ "title": "A year at the gauge", "intro": "Every watch of a year, to see how long posts behave.", "body": [{body}], "meta": {{ {meta} }}, "images": [{pictures}], "similar": [{cards}] }}"#
    )
}

/// A meta with so many rows.
pub fn rows(count: usize) -> String {
    let mut text = String::from("{ ");
    for n in 1..=count {
        text.push_str(if n > 1 { ", " } else { "" });
        let _ = write!(text, r#""gauge_{n}_count": {}"#, n * 37);
    }
    text + " }"
}
