//! A post on the page, or why there is none, and the report on it.

use crate::attached::Attached;
use backmatter::{
    Content, INTL, Localizer, Options,
    components::{Everything, Post, failure},
    decode,
    embed::widget::parse_html,
    paint::Leaf,
    report::Notice,
    tools::{ReadFacts, Whole},
};
use leptos::{either::EitherOf3, html::Div, prelude::*};
use std::sync::Arc;
use web_sys::Element;

/// What is read.
#[derive(Clone, Copy)]
pub struct Reading {
    /// JSON of one post; empty for none.
    pub text: RwSignal<String>,
    /// How it is shown.
    pub options: RwSignal<Options, LocalStorage>,
}

/// What stands on the page.
#[derive(Clone)]
pub enum Shown {
    /// Nothing.
    Nothing,
    /// A post.
    Post(Arc<Content>),
    /// Why there is none.
    Failure(String, Localizer),
}

/// The post and its report.
#[component]
pub fn Page(
    /// What is read.
    reading: Reading,
    /// Is the report open at first?
    #[prop(optional)]
    report_open: bool,
    /// Called when a post stands on the page and is served.
    #[prop(optional, into)]
    on_served: Option<Callback<Element>>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let shown = RwSignal::new(Shown::Nothing);
    let notices = RwSignal::new(Vec::<Notice>::new());
    Effect::new(move || {
        let (now, said) = read(&reading.text.get(), reading.options.get());
        shown.update(|shown| *shown = after(shown, now));
        notices.set(said);
    });
    let attached = StoredValue::new_local(None::<Attached>);
    Effect::new(move || {
        shown.track();
        // When it has been painted.
        request_animation_frame(move || {
            let root = place.get_untracked().and_then(|place| place.query_selector(":scope > .bm-post").ok().flatten());
            let is_new = attached.try_update_value(|attached| Attached::to(attached, root.clone(), shown));
            if let (Some(true), Some(root), Some(on_served)) = (is_new, root, on_served) {
                on_served.run(root);
            }
        });
    });
    let post = move || match shown.get() {
        Shown::Nothing => EitherOf3::A(()),
        Shown::Post(content) => EitherOf3::B(view! { <Post content /> }),
        Shown::Failure(why, localizer) => EitherOf3::C(Leaf::from(failure(&why, &localizer))),
    };
    let row = |notice: Notice| view! { class = "in-reader", <li><code>{notice.r#where}</code>{" "}{notice.what}{": "}{notice.why}</li> };
    let summary = move || {
        notices.with(|notices| {
            format!("Report: {} {}", notices.len(), if notices.len() == 1 { "notice" } else { "notices" })
        })
    };
    view! { class = "in-reader",
        <div class="reader-post" node_ref=place>{post}</div>
        <details class="reader-report" open=report_open class:reader-absent=move || reading.text.with(|text| text.trim().is_empty())>
            <summary>{summary}</summary>
            <ul>{move || notices.get().into_iter().map(row).collect_view()}</ul>
            <p class:reader-absent=move || notices.with(|notices| !notices.is_empty())>{"Everything was read and is shown."}</p>
        </details>
    }
}

/// What stands there next: what the reader has opened stays open.
fn after(before: &Shown, now: Shown) -> Shown {
    match (before, now) {
        (Shown::Post(before), Shown::Post(now)) => Shown::Post(Arc::new(Arc::unwrap_or_clone(now).after(before))),
        (_, now) => now,
    }
}

/// Reads `text`: what is shown of it, and the notices of the report.
fn read(text: &str, options: Options) -> (Shown, Vec<Notice>) {
    if text.trim().is_empty() {
        return (Shown::Nothing, Vec::new());
    }
    let localizer = |lang| Localizer { lang, labels: options.labels.clone(), locale: INTL };
    match decode(text, &options, &Whole { parse_html, facts: ReadFacts::Now }) {
        Ok(decoded) => {
            let localizer = localizer(decoded.post.lang.clone().unwrap_or_default());
            let content = Content::new(decoded.post, options, localizer, &Everything);
            (Shown::Post(Arc::new(content)), decoded.report.notices)
        }
        Err(failure) => (Shown::Failure(failure.message, localizer(String::new())), Vec::new()),
    }
}
