//! Credits as sites write them, and how they are read.

mod asked;
mod forms;
mod licenses;
mod lines;
mod records;

use crate::support::{options, post};
use backmatter::{
    Localizer, PLAIN,
    model::{Credit, Image},
};

/// The only image of a gallery, from its JSON.
#[track_caller]
fn image(json: &str) -> Image {
    let (mut post, _) = post(&format!(r#"{{ "title": "T", "images": [{json}] }}"#));
    post.images.remove(0)
}

/// The credit of an image with this `credit` or `source`.
#[track_caller]
fn credit(name: &str, value: &str) -> Credit {
    let image = image(&format!(r#"{{ "src": "a.png", "{name}": {value} }}"#));
    image.credit.map(|credit| *credit).unwrap_or_default()
}

fn localizer() -> Localizer {
    Localizer { lang: String::new(), labels: options("{}").labels, locale: PLAIN }
}

/// A credit on one line: creator | source | licence | notice.
fn told(credit: &Credit) -> String {
    [&credit.creator, &credit.source, &credit.license, &credit.notice].map(String::as_str).join(" | ")
}
