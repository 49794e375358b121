//! The application: a post, a button that changes it, and the post's report and events.

use backmatter::leptos::Post;
use leptos::prelude::*;

const LOW: &str = include_str!("../posts/low.json");
const HIGH: &str = include_str!("../posts/high.json");

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let is_high = RwSignal::new(false);
    let json = Signal::derive(move || if is_high.get() { HIGH } else { LOW }.to_string());
    let format = RwSignal::new(String::new());
    let followed = RwSignal::new(String::new());
    view! {
        <style inner_html=backmatter::CSS></style>
        <main>
            <button id="change" on:click=move |_| is_high.update(|is_high| *is_high = !*is_high)>{"Another post"}</button>
            <Post
                json
                on_report=move |report: backmatter::Report| format.set(report.format)
                on_link=move |link: backmatter::leptos::LinkClick| {
                    followed.set(link.url);
                    false
                }
            />
            <p id="format">{format}</p>
            <p id="followed">{followed}</p>
        </main>
    }
}
