//! The reader: a list of posts with search at the side, one reading column.

use crate::{
    kept::{Keep, open_kept},
    library::{Entry, Library},
    list::PostList,
    open::{self, Offers, Opening, OpeningProgress},
    page::{Page, Reading},
    problem::Problem,
    settings::{Settings, SettingsPanel},
    similar::similar,
    source::Source,
};
use backmatter::{Options, json};
use leptos::{
    ev,
    html::{Header, Input, Main},
    prelude::*,
};
use std::{sync::Arc, time::Duration};
use wasm_bindgen::JsCast;

const SAMPLE: [&str; 4] = [
    include_str!("../../../tests/fixtures/full.json"),
    include_str!("../../../tests/fixtures/cjk.json"),
    include_str!("../../../tests/fixtures/rtl.json"),
    include_str!("../../../tests/fixtures/failing_image.json"),
];

/// What the sample's relative addresses are joined to.
const SAMPLE_BASE: &str = "tests/fixtures/";

/// The whole page; `src` is the address to begin with.
#[component]
pub fn Reader(src: Option<String>) -> impl IntoView {
    let library = RwSignal::new(Arc::new(Library::default()));
    let problem = RwSignal::new(None::<Problem>);
    let settings = RwSignal::new(Settings::kept());
    let reading = Reading { text: RwSignal::new(String::new()), options: RwSignal::new(Options::default()) };
    let chosen = chosen_by_hash(library);
    let opening = Opening::new(move |read: Result<Library, Problem>| match read {
        Ok(read) => {
            problem.set(None);
            library.set(Arc::new(read));
        }
        Err(why) => problem.set(Some(why)),
    });
    let column = NodeRef::<Main>::new();
    Effect::new(move |before: Option<()>| {
        let (entry, base) = library
            .with(|library| (library.entries.get(chosen.get()).cloned().unwrap_or_default(), library.base.clone()));
        document().set_title(if entry.title.is_empty() { "Backmatter" } else { &entry.title });
        reading.options.set(open::options(&base));
        // A post of a list was cut out of it, without its line breaks.
        let is_listed = library.with(|library| library.entries.len() > 1);
        reading.text.set(if is_listed { json::indented(&entry.text) } else { entry.text });
        if let (Some(()), Some(column)) = (before, column.get_untracked()) {
            column.scroll_into_view();
        }
    });
    let like = RwSignal::new(String::new());
    // After the post is shown: it is what the reader waits for.
    Effect::new(move || {
        let (of, place) = (library.get(), chosen.get());
        like.set(String::new());
        set_timeout(move || like.set(similar(&of, place)), Duration::ZERO);
    });
    match src {
        Some(address) => opening.address(address),
        None => open_kept(opening),
    }
    let search = NodeRef::<Input>::new();
    let dropping = RwSignal::new(false);
    listen(library, chosen, search, opening, dropping);
    let side = NodeRef::<Header>::new();
    let back = move |_| side.get_untracked().into_iter().for_each(|side| side.scroll_into_view());
    let is_alone = move || library.with(|library| library.entries.len() < 2);
    let sample = Callback::new(move |()| opening.text(format!("[{}]", SAMPLE.join(",")), SAMPLE_BASE));
    let is_empty = Memo::new(move |_| library.with(|library| library.entries.is_empty()));
    let size = move || settings.with(|now| format!("{}%", now.size));
    let measure = move || settings.with(|now| format!("{}ch", now.measure));
    view! { class = "in-reader",
        <div class="reader" class:reader-dropping=dropping data-theme=move || settings.with(|now| now.theme.clone())>
            <header class="reader-side" node_ref=side>
                <h1 class="reader-name"><a href="?">{"Backmatter"}</a></h1>
                <div class="reader-problem" role="alert">{move || problem.get().map(|problem| view! { <Why problem /> })}</div>
                <OpeningProgress opening />
                <PostList library chosen search />
                <div class="reader-tools">
                    <details class="reader-more" class:reader-absent=is_empty><summary>{"Open other posts"}</summary><Offers opening sample /></details>
                    <Keep opening />
                    <details class="reader-more" class:reader-absent=is_empty><summary>{"JSON of this post"}</summary><Source text=reading.text /></details>
                    <SettingsPanel settings />
                    <a class="reader-link" href="?demos">{"Demos of every part"}</a>
                    <a class="reader-link" href="?docs">{"Documentation"}</a>
                </div>
            </header>
            <main class="reader-page" node_ref=column style:font-size=size style:--reader-measure=measure>
                <button type="button" class="reader-button reader-back" class:reader-absent=is_alone on:click=back>{"All posts"}</button>
                <section class="reader-empty" class:reader-absent=move || !is_empty.get()>
                    <p class="reader-lead">{"Backmatter shows posts from JSON: open a file, drop or paste one here, or fetch an address. It stays on this machine."}</p>
                    <Offers opening sample />
                </section>
                <Page reading similar=like />
            </main>
        </div>
    }
}

#[component]
fn Why(problem: Problem) -> impl IntoView {
    let Problem { said, place } = problem;
    let has_place = !place.is_empty();
    view! { class = "in-reader",
        <p class="reader-problem-said">{said}</p>
        {has_place.then(|| view! { <pre class="reader-problem-place">{place}</pre> })}
    }
}

/// The post that the address names behind `#`, by its id or its number. So back, forward and a link to one post work.
fn chosen_by_hash(library: RwSignal<Arc<Library>>) -> Memo<usize> {
    let named = || {
        let hash = window().location().hash().unwrap_or_default();
        js_sys::decode_uri_component(hash.trim_start_matches('#')).map_or_else(|_| String::new(), String::from)
    };
    let name = RwSignal::new(named());
    window_event_listener(ev::hashchange, move |_| name.set(named()));
    Memo::new(move |before: Option<&usize>| {
        let place = library.with(|library| name.with(|name| library.place(name)));
        place.or(before.copied()).unwrap_or(0)
    })
}

/// Keys with Alt (single letters are the reader's own), a paste anywhere, a file dropped anywhere.
fn listen(
    library: RwSignal<Arc<Library>>,
    chosen: Memo<usize>,
    search: NodeRef<Input>,
    opening: Opening,
    dropping: RwSignal<bool>,
) {
    let go = move |step: isize| {
        library.with_untracked(|library| {
            let last = library.entries.len().saturating_sub(1);
            library.entries.get(chosen.get_untracked().saturating_add_signed(step).min(last)).map(Entry::go)
        });
    };
    window_event_listener(ev::keydown, move |event| {
        // AltGr is Control with Alt, and writes letters; in a field every key is the field's.
        let is_ours = event.alt_key() && !event.ctrl_key() && !event.meta_key() && !is_field(&event);
        match (is_ours, event.code().as_str()) {
            (true, "ArrowDown") => go(1),
            (true, "ArrowUp") => go(-1),
            (true, "KeyS") => search.get_untracked().into_iter().for_each(|field| drop(field.focus())),
            _ => return,
        }
        event.prevent_default();
    });
    window_event_listener(ev::paste, move |event| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
        if let (false, Some(text)) = (is_field(&event), text) {
            opening.text(text, "");
        }
    });
    window_event_listener(ev::dragover, move |event| {
        event.prevent_default();
        dropping.set(true);
    });
    // Also sent between elements of the page: outside of it there is no next one.
    window_event_listener(ev::dragleave, move |event| dropping.set(event.related_target().is_some()));
    window_event_listener(ev::drop, move |event| {
        event.prevent_default();
        dropping.set(false);
        opening.file(event.data_transfer().and_then(|data| data.files()));
    });
}

/// Does it happen where something is typed?
fn is_field(event: &web_sys::Event) -> bool {
    event.target().is_some_and(|target| {
        target.has_type::<web_sys::HtmlInputElement>() || target.has_type::<web_sys::HtmlTextAreaElement>()
    })
}
