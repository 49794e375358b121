//! The standalone reader and the demos. Nothing leaves the machine.
//!
//! | address | page |
//! |---|---|
//! | `index.html` | the reader, empty |
//! | `?src=URL` | the reader with the posts of that address |
//! | `#ID` behind these | one of the posts |
//! | `?demos` | the index of the demos |
//! | `?demo=NAME` | one demo |
//! | `?docs`, `?docs=NAME` | the documentation |
#![allow(clippy::needless_pass_by_value)] // Leptos components own what they are given.

mod cases;
mod demos;
mod docs;
mod formats;
mod huge;
mod kept;
mod library;
mod list;
mod made_up;
mod offline;
mod open;
mod page;
mod problem;
mod reader;
mod settings;
mod similar;
mod source;

use demos::{Demo, Demos};
use docs::Docs;
use leptos::prelude::*;
use reader::Reader;
use web_sys::UrlSearchParams;

fn main() {
    let search = window().location().search().unwrap_or_default();
    let asked = UrlSearchParams::new_with_str(&search).ok();
    let value = |name: &str| asked.as_ref().and_then(|asked| asked.get(name));
    if let Some(guide) = value("docs").as_deref().and_then(docs::named) {
        return mount_to_body(move || view! { <Docs guide /> });
    }
    match value("demo").as_deref().and_then(cases::named) {
        Some(case) => mount_to_body(move || view! { <Demo case /> }),
        None if value("demo").is_some() || value("demos").is_some() => mount_to_body(Demos),
        None => mount_to_body({
            let src = value("src");
            offline::prepare();
            move || view! { <Reader src=src.clone() /> }
        }),
    }
}
