//! A post that is larger than real posts.

use std::fmt::Write;

/// Names of the drawings.
const IMAGES: [&str; 7] = ["boat", "curve", "gauge", "harbour", "lead", "night", "sill"];

/// 800 blocks, 2,000 meta fields, 120 images, 60 cards.
pub fn huge() -> String {
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
    let pictures = pictures(120);
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

/// A meta with this many rows.
pub fn rows(count: usize) -> String {
    let rows = list(count, &|text, n| {
        let _ = write!(text, r#""gauge_{n}_count": {}"#, n * 37);
    });
    format!("{{ {rows} }}")
}

/// A post with this many images.
pub fn gallery(count: usize) -> String {
    format!(r#"{{ "title": "The log in pictures", "images": [{}] }}"#, pictures(count))
}

fn pictures(count: usize) -> String {
    list(count, &|text, n| {
        let (width, height) = if n % 5 == 0 { (400, 600) } else { (600, 400) };
        let _ = write!(
            text,
            r#"{{ "src": "images/{}.svg", "width": {width}, "height": {height}, "alt": "Drawing {n}", "caption": "Drawing {n} of the log", "source": "pexels" }}"#,
            IMAGES.get(n % IMAGES.len()).unwrap_or(&"sill")
        );
    })
}

/// This many items, with commas between.
fn list(count: usize, item: &dyn Fn(&mut String, usize)) -> String {
    let mut text = String::new();
    for n in 1..=count {
        text.push_str(if n > 1 { ", " } else { "" });
        item(&mut text, n);
    }
    text
}
