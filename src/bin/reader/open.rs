//! Ways to bring JSON here: a file, a drop, a paste, an address, the sample. Nothing leaves the machine.

use backmatter::{
    Options,
    policy::{Sink, url::SafeUrl},
};
use js_sys::futures::JsFuture;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// Text that holds posts, and what their relative addresses are joined to; empty for the page's own.
pub struct Posts {
    /// JSON.
    pub text: String,
    /// An address.
    pub base: String,
}

/// Takes what is opened, or why it could not be. What was asked for last is what is shown.
#[derive(Clone, Copy)]
pub struct Opening {
    take: Callback<(Result<Posts, String>,)>,
    turn: StoredValue<usize>,
}

impl Opening {
    /// Hands everything to `take`.
    pub fn new(take: impl Fn(Result<Posts, String>) + Send + Sync + 'static) -> Opening {
        Opening { take: Callback::new(move |(posts,)| take(posts)), turn: StoredValue::new(0) }
    }

    /// Opens a text that is here.
    pub fn text(self, text: String, base: &str) {
        self.turn.update_value(|turn| *turn += 1);
        self.take.run((Ok(Posts { text, base: base.into() }),));
    }

    /// Reads the first of `files`.
    pub fn file(self, files: Option<web_sys::FileList>) {
        let Some(file) = files.and_then(|files| files.get(0)) else { return };
        self.later(async move {
            let text = JsFuture::from(file.text()).await;
            let text = text.map_err(|error| format!("{} could not be read: {}", file.name(), said(error)))?;
            Ok(Posts { text: text.as_string().unwrap_or_default(), base: String::new() })
        });
    }

    /// Fetches `address`.
    pub fn address(self, address: String) {
        self.later(async move {
            let text = fetched(&address).await.map_err(|why| format!("{address} {why}"))?;
            Ok(Posts { text, base: address })
        });
    }

    fn later(self, posts: impl Future<Output = Result<Posts, String>> + 'static) {
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        leptos::task::spawn_local(async move {
            let posts = posts.await;
            if self.turn.get_value() == turn {
                self.take.run((posts,));
            }
        });
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
    let response = JsFuture::from(window().fetch_with_str(address)).await.map_err(failed)?;
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
        // The same file again is a change, too.
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
