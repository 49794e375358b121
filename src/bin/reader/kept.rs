//! A library that is kept for the next visit, if the reader wants it.

use crate::open::Opening;
use js_sys::{Promise, futures::JsFuture};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::File;

#[wasm_bindgen(module = "/src/bin/reader/kept.js")]
extern "C" {
    fn keep(file: &File) -> Promise;
    fn forget() -> Promise;
    fn kept() -> Promise;
}

/// Opens the library that was kept, if nothing else is opened before it is found.
pub fn open_kept(opening: Opening) {
    leptos::task::spawn_local(async move {
        let found = JsFuture::from(kept()).await.ok().and_then(|found| found.dyn_into::<File>().ok());
        if let (Some(file), true) = (found, opening.is_unused()) {
            opening.read(file);
            opening.is_kept.set(true);
        }
    });
}

/// Whether the file that is open is kept.
#[component]
pub fn Keep(opening: Opening) -> impl IntoView {
    let failed = RwSignal::new(false);
    let changed = move |event: leptos::ev::Event| {
        let wanted = event_target_checked(&event);
        failed.set(false);
        opening.is_kept.set(wanted);
        let Some(file) = opening.file_open.get_untracked() else { return };
        let done = if wanted { keep(&file) } else { forget() };
        leptos::task::spawn_local(async move {
            let is_done = JsFuture::from(done).await;
            if wanted && !is_done.is_ok_and(|is_done| is_done.is_truthy()) {
                opening.is_kept.set(false);
                failed.set(true);
            }
        });
    };
    let is_absent = move || opening.file_open.with(Option::is_none);
    view! { class = "in-reader",
        <div class="reader-keep" class:reader-absent=is_absent>
            <label class="reader-check"><input type="checkbox" prop:checked=opening.is_kept on:change=changed />{"Keep these posts in this browser"}</label>
            <p class="reader-hint" role="status">{move || failed.get().then_some("This browser has no room for them.")}</p>
        </div>
    }
}
