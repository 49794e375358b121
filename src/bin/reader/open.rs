//! Ways to bring JSON here: a file, a drop, a paste, an address, the sample. Nothing leaves the machine.

use backmatter::{
    Options,
    policy::{Sink, url::SafeUrl},
};
use gloo::file::{Blob, callbacks::read_as_text};
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

/// Takes what was opened, or why it could not be.
pub type Opened = Callback<(Result<Posts, String>,)>;

/// The options for posts whose relative addresses are joined to `base`.
pub fn options(base: &str) -> Options {
    Options { base_url: SafeUrl::parse(base, Sink::Page, None).ok(), ..Options::default() }
}

/// Reads the first of `files`.
pub fn file(files: Option<web_sys::FileList>, opened: Opened) {
    let Some(file) = files.and_then(|files| files.get(0)) else { return };
    let name = file.name();
    let reading = StoredValue::new_local(None);
    reading.set_value(Some(read_as_text(&Blob::from(file), move |text| {
        let posts = text.map(|text| Posts { text, base: String::new() });
        opened.run((posts.map_err(|error| format!("{name} could not be read: {error}")),));
    })));
}

/// Fetches `address`.
pub fn address(address: String, opened: Opened) {
    leptos::task::spawn_local(async move {
        let text = fetched(&address).await;
        opened.run((text.map_err(|why| format!("{address} {why}")).map(|text| Posts { text, base: address }),));
    });
}

async fn fetched(address: &str) -> Result<String, String> {
    let said = |error: JsValue| format!("could not be fetched: {}", error.unchecked_into::<js_sys::Error>().message());
    let response = JsFuture::from(window().fetch_with_str(address)).await.map_err(said)?;
    let response: web_sys::Response = response.unchecked_into();
    if !response.ok() {
        return Err(format!("answered {} {}", response.status(), response.status_text()));
    }
    let text = JsFuture::from(response.text().map_err(said)?).await.map_err(said)?;
    let text = text.as_string().unwrap_or_default();
    if text.trim_start().starts_with('<') { Err("answered with a page, not with JSON".into()) } else { Ok(text) }
}

/// The offers, as they stand in the empty state and at the side.
#[component]
pub fn Offers(opened: Opened, sample: Callback<()>) -> impl IntoView {
    let asked = RwSignal::new(String::new());
    let pasted = RwSignal::new(String::new());
    let chosen =
        move |event: leptos::ev::Event| file(event_target::<web_sys::HtmlInputElement>(&event).files(), opened);
    let fetch = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        address(asked.get_untracked(), opened);
    };
    let show = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        opened.run((Ok(Posts { text: pasted.get_untracked(), base: String::new() }),));
    };
    view! { class = "in-reader",
        <div class="reader-offers">
            <label class="reader-button">{"Open a file"}<input class="reader-file" type="file" accept=".json,application/json,.txt" on:change=chosen /></label>
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
