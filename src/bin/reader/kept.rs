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
        opening.has_kept.set(found.is_some());
        if let (Some(file), true) = (found, opening.is_unused()) {
            opening.read(file);
            opening.is_kept.set(true);
        }
    });
}

fn forgotten(opening: Opening) {
    opening.is_kept.set(false);
    opening.has_kept.set(false);
    drop(forget());
}

/// Whether the file that is open is kept.
#[component]
pub fn Keep(opening: Opening) -> impl IntoView {
    let failed = RwSignal::new(false);
    let changed = move |event: leptos::ev::Event| {
        let wanted = event_target_checked(&event);
        failed.set(false);
        opening.is_kept.set(wanted);
        let Some(file) = opening.file_open.get_untracked().filter(|_| wanted) else { return forgotten(opening) };
        let done = keep(&file);
        leptos::task::spawn_local(async move {
            let is_done = JsFuture::from(done).await.is_ok_and(|is_done| is_done.is_truthy());
            opening.is_kept.set(is_done);
            opening.has_kept.set(is_done);
            failed.set(!is_done);
        });
    };
    let is_absent = move || opening.file_open.with(Option::is_none);
    // Others may be kept than those that are open.
    let are_others = move || opening.has_kept.get() && !opening.is_kept.get();
    view! { class = "in-reader",
        <div class="reader-keep">
            <label class="reader-check" class:reader-absent=is_absent><input type="checkbox" prop:checked=opening.is_kept on:change=changed />{"Keep these posts in this browser"}</label>
            <button type="button" class="reader-button" class:reader-absent=move || !are_others() on:click=move |_| forgotten(opening)>{"Forget the posts that are kept"}</button>
            <p class="reader-hint" role="status">{move || failed.get().then_some("This browser has no room for them.")}</p>
        </div>
    }
}
