//! A post on the page, or why there is none, and the report on it.

use backmatter::{
    Options, Report, formats,
    leptos::{Post, PostProps, SimilarPosts},
    report::Notice,
};
use leptos::prelude::*;
use web_sys::Element;

/// What is read.
#[derive(Clone, Copy)]
pub struct Reading {
    /// JSON of one post; empty for none.
    pub text: RwSignal<String>,
    /// How it is shown.
    pub options: RwSignal<Options>,
}

/// The post and its report.
#[component]
pub fn Page(
    /// What is read.
    reading: Reading,
    /// A post with candidates, as JSON: the best follow the post.
    #[prop(optional, into)]
    similar: Signal<String>,
    /// Is the report open at first?
    #[prop(optional)]
    report_open: bool,
    /// Called when a post stands on the page and is served.
    #[prop(optional, into)]
    on_served: Option<Callback<Element>>,
) -> impl IntoView {
    let report = RwSignal::new(Report::default());
    let row = |notice: Notice| view! { class = "in-reader", <li><code>{notice.r#where}</code>{" "}{notice.what}{": "}{notice.why}</li> };
    let summary = move || {
        let count = report.with(|report| report.notices.len());
        format!("Report: {count} {}", if count == 1 { "notice" } else { "notices" })
    };
    let is_complete = move || report.with(|report| report.notices.is_empty());
    let post = Post(PostProps {
        json: reading.text.into(),
        options: reading.options.into(),
        on_report: Some(Callback::new(move |said| report.set(said))),
        on_image: None,
        on_link: None,
        on_served,
    });
    view! { class = "in-reader",
        <div class="reader-post">{post}</div>
        <div class="reader-similar"><SimilarPosts json=similar /></div>
        <details class="reader-report" open=report_open class:reader-absent=move || reading.text.with(|text| text.trim().is_empty())>
            <summary>{summary}</summary>
            <p>{move || report.with(looks)}</p>
            <ul>{move || report.get().notices.into_iter().map(row).collect_view()}</ul>
            <p class:reader-absent=move || !is_complete()>{"Everything was read and is shown."}</p>
        </details>
    }
}

/// What the input looks like, where it is not in the native format.
fn looks(report: &Report) -> Option<String> {
    let name = formats::proper_name(&report.format);
    let is_foreign = !matches!(report.format.as_str(), "" | "backmatter/1");
    is_foreign.then(|| format!("This looks like {name}: {}.", report.reasons.join(", ")))
}
