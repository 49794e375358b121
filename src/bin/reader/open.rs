//! Ways to bring JSON here: a file, a drop, a paste, an address, the sample. Nothing leaves the machine.

use crate::{library::Library, made_up, problem::Problem};
use backmatter::{
    Options,
    json::Elements,
    policy::{Sink, url::SafeUrl},
};
use js_sys::{Promise, futures::JsFuture};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/embed/pause.js")]
extern "C" {
    fn pause() -> Promise;
}

/// Text that holds posts, and what their relative addresses are joined to; empty for the page's own.
pub struct Posts {
    /// JSON.
    pub text: String,
    /// An address.
    pub base: String,
}

/// Files above `LONG` bytes are read in parts of `PART` bytes, so that the page stays responsive.
const LONG: f64 = 4_000_000.0;
const PART: f64 = 250_000.0;

/// How much of a long file has been read, and how long it is, in bytes.
#[derive(Clone, Copy, PartialEq)]
pub struct Progress {
    read: f64,
    all: f64,
}

/// Receives what is opened, or the error. Only the last request is shown.
#[derive(Clone, Copy)]
pub struct Opening {
    take: Callback<(Result<Library, Problem>,)>,
    turn: StoredValue<usize>,
    /// A long file that is being read.
    pub progress: RwSignal<Option<Progress>>,
    /// The file that is open, if it is one.
    pub file_open: RwSignal<Option<web_sys::File>, LocalStorage>,
    /// Is it kept for the next visit?
    pub is_kept: RwSignal<bool>,
    /// Is any file kept?
    pub has_kept: RwSignal<bool>,
}

impl Opening {
    /// Hands everything to `take`.
    pub fn new(take: impl Fn(Result<Library, Problem>) + Send + Sync + 'static) -> Opening {
        Opening {
            take: Callback::new(move |(library,)| take(library)),
            turn: StoredValue::new(0),
            progress: RwSignal::new(None),
            file_open: RwSignal::new_local(None),
            is_kept: RwSignal::new(false),
            has_kept: RwSignal::new(false),
        }
    }

    /// Starts a request and cancels the one before.
    fn begin(self) -> usize {
        self.progress.set(None);
        self.file_open.set(None);
        self.is_kept.set(false);
        self.turn.update_value(|turn| *turn += 1);
        self.turn.get_value()
    }

    /// Has nothing been asked for yet?
    pub fn is_unused(self) -> bool {
        self.turn.get_value() == 0
    }

    /// Cancels the current request.
    pub fn cancel(self) {
        self.begin();
    }

    /// Opens a text that is here.
    pub fn text(self, text: String, base: &str) {
        self.begin();
        self.take.run((Library::read(Posts { text, base: base.into() }),));
    }

    /// Reads the first of `files`.
    pub fn file(self, files: Option<web_sys::FileList>) {
        if let Some(file) = files.and_then(|files| files.get(0)) {
            self.read(file);
        }
    }

    /// Opens the made-up posts, as the file that they would be.
    pub fn made_up(self) {
        let parts = js_sys::Array::of1(&made_up::library().into());
        if let Ok(file) = web_sys::File::new_with_str_sequence(&parts, "made-up.json") {
            self.read(file);
        }
    }

    /// Opens a file.
    pub fn read(self, file: web_sys::File) {
        self.later(move |turn| async move {
            let failed = |error| format!("{} could not be read: {}", file.name(), said(error));
            if file.size() > LONG {
                let library = self.long(&file, turn).await.map_err(failed)?;
                if !library.entries.is_empty() {
                    self.opened(file, turn);
                    return Ok(library);
                }
            }
            let text = JsFuture::from(file.text()).await.map_err(failed)?;
            let read = Library::read(Posts { text: text.as_string().unwrap_or_default(), base: String::new() })?;
            self.opened(file, turn);
            Ok(read)
        });
    }

    fn opened(self, file: web_sys::File, turn: usize) {
        if self.turn.get_value() == turn {
            self.file_open.set(Some(file));
        }
    }

    /// The posts of a long file, in parts. Empty where the file is no list of posts, and where it was given up.
    async fn long(self, file: &web_sys::File, turn: usize) -> Result<Library, JsValue> {
        let (mut elements, mut library, mut read) = (Elements::default(), Library::default(), 0.0);
        while read < file.size() && self.turn.get_value() == turn {
            let part = file.slice_with_f64_and_f64(read, read + PART)?;
            let bytes = JsFuture::from(part.array_buffer()).await?;
            let mut posts = elements.take(&js_sys::Uint8Array::new(&bytes).to_vec()).into_iter();
            if !posts.all(|post| library.add(post)) {
                return Ok(Library::default());
            }
            read += PART;
            if self.turn.get_value() == turn {
                self.progress.set(Some(Progress { read: read.min(file.size()), all: file.size() }));
            }
            JsFuture::from(pause()).await?;
        }
        Ok(if self.turn.get_value() == turn { library.named() } else { Library::default() })
    }

    /// Fetches `address`.
    pub fn address(self, address: String) {
        self.later(move |_| async move {
            let text = fetched(&address).await.map_err(|why| format!("{address} {why}"))?;
            let named = |problem: Problem| Problem { said: format!("{address}: {}", problem.said), ..problem };
            Library::read(Posts { text, base: address.clone() }).map_err(named)
        });
    }

    fn later<Reading: Future<Output = Result<Library, Problem>> + 'static>(self, read: impl FnOnce(usize) -> Reading) {
        let turn = self.begin();
        let reading = read(turn);
        leptos::task::spawn_local(async move {
            let library = reading.await;
            if self.turn.get_value() == turn {
                self.progress.set(None);
                self.take.run((library,));
            }
        });
    }
}

/// How far the reading of a long file is.
#[component]
pub fn OpeningProgress(opening: Opening) -> impl IntoView {
    let megabytes = |bytes: f64| format!("{:.0}", bytes / 1_000_000.0);
    move || {
        opening.progress.get().map(|Progress { read, all }| {
            view! { class = "in-reader",
                <div class="reader-progress">
                    <progress aria-label="Reading the file" value=read max=all></progress>
                    <span>{format!("{} of {} MB", megabytes(read), megabytes(all))}</span>
                    <button type="button" class="reader-button" on:click=move |_| opening.cancel()>{"Cancel"}</button>
                </div>
            }
        })
    }
}

/// The options for posts whose relative addresses are joined to `base`.
pub fn options(base: &str) -> Options {
    Options { base_url: SafeUrl::parse(base, Sink::Page, None).ok(), ..Options::default() }
}

fn said(error: JsValue) -> String {
    String::from(error.unchecked_into::<js_sys::Error>().message())
}

async fn fetched(address: &str) -> Result<String, String> {
    let failed = |error| format!("could not be fetched: {}", said(error));
    // Browsers say no more than that it failed.
    let refused = |_| {
        "could not be fetched: the server is not there, or it does not allow other pages to read its answer \
                       (it must send the header Access-Control-Allow-Origin)"
    };
    let response = JsFuture::from(window().fetch_with_str(address)).await.map_err(refused)?;
    let response: web_sys::Response = response.unchecked_into();
    if !response.ok() {
        return Err(format!("answered {} {}", response.status(), response.status_text()));
    }
    let text = JsFuture::from(response.text().map_err(failed)?).await.map_err(failed)?;
    let text = text.as_string().unwrap_or_default();
    if text.trim_start().starts_with('<') { Err("answered with a page, not with JSON".into()) } else { Ok(text) }
}

/// The offers, as they stand in the empty state and at the side.
#[component]
pub fn Offers(opening: Opening, sample: Callback<()>) -> impl IntoView {
    let asked = RwSignal::new(String::new());
    let pasted = RwSignal::new(String::new());
    let chosen = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        opening.file(input.files());
        // Reset, so that the same file can be chosen again.
        input.set_value("");
    };
    let fetch = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        opening.address(asked.get_untracked());
    };
    let show = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        opening.text(pasted.get_untracked(), "");
    };
    view! { class = "in-reader",
        <div class="reader-offers">
            <label class="reader-button">{"Open a file"}<input class="reader-file" type="file" accept=".json,application/json,.jsonl,.txt,.html" on:change=chosen /></label>
            <button type="button" class="reader-button" on:click=move |_| sample.run(())>{"Show the sample"}</button>
            <button type="button" class="reader-button" on:click=move |_| opening.made_up()>{"Show 10,000 made-up posts"}</button>
            <form class="reader-form" on:submit=fetch>
                <label class="reader-field">{"Address of JSON"}<input type="text" inputmode="url" required=true placeholder="https://" on:input=move |event| asked.set(event_target_value(&event)) /></label>
                <button class="reader-button">{"Fetch"}</button>
            </form>
            <form class="reader-form" on:submit=show>
                <label class="reader-field">{"JSON"}<textarea class="reader-paste" rows="3" required=true spellcheck="false" on:input=move |event| pasted.set(event_target_value(&event))></textarea></label>
                <button class="reader-button">{"Show"}</button>
            </form>
        </div>
    }
}
