//! A post on the page, or why there is none, and the report on it.

use crate::attached::Attached;
use backmatter::{
    Content, Decoded, INTL, Localizer, Options, Report,
    components::{Everything, Post, failure},
    decode,
    embed::widget::parse_html,
    formats,
    paint::Leaf,
    report::{Failure, FailureCode, Need, Notice},
    tools::{ReadFacts, Whole, converting},
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
    let report = RwSignal::new(Report::default());
    Effect::new(move || {
        let (now, said) = read(&reading.text.get(), reading.options.get());
        shown.update(|shown| *shown = after(shown, now));
        report.set(said);
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
        let count = report.with(|report| report.notices.len());
        format!("Report: {count} {}", if count == 1 { "notice" } else { "notices" })
    };
    let is_complete = move || report.with(|report| report.notices.is_empty());
    view! { class = "in-reader",
        <div class="reader-post" node_ref=place>{post}</div>
        <details class="reader-report" open=report_open class:reader-absent=move || reading.text.with(|text| text.trim().is_empty())>
            <summary>{summary}</summary>
            <p>{move || report.with(looks)}</p>
            <ul>{move || report.get().notices.into_iter().map(row).collect_view()}</ul>
            <p class:reader-absent=move || !is_complete()>{"Everything was read and is shown."}</p>
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

/// What the input looks like, where it is not in the native format.
fn looks(report: &Report) -> Option<String> {
    let name = formats::proper_name(&report.format);
    let is_foreign = !matches!(report.format.as_str(), "" | "backmatter/1");
    is_foreign.then(|| format!("This looks like {name}: {}.", report.reasons.join(", ")))
}

/// Reads `text`: what is shown of it, and the report.
fn read(text: &str, options: Options) -> (Shown, Report) {
    if text.trim().is_empty() {
        return (Shown::Nothing, Report::default());
    }
    let localizer = |lang| Localizer { lang, labels: options.labels.clone(), locale: INTL };
    match decoded(text, &options) {
        Ok(decoded) => {
            let localizer = localizer(decoded.post.lang.clone().unwrap_or_default());
            let content = Content::new(decoded.post, options, localizer, &Everything);
            (Shown::Post(Arc::new(content)), decoded.report)
        }
        Err(failure) => (Shown::Failure(failure.message, localizer(String::new())), Report::default()),
    }
}

/// Reads a post in any format.
fn decoded(text: &str, options: &Options) -> Result<Decoded, Failure> {
    let tools = Whole { parse_html, facts: ReadFacts::Now };
    let native = decode(text, options, &tools);
    let may_be_other = match &native {
        Ok(native) => native.needs.has(Need::Format),
        Err(failure) => matches!(failure.code, FailureCode::NotAPost | FailureCode::BadJson),
    };
    if !may_be_other {
        return native;
    }
    let converted = formats::convert(text, options, &converting(parse_html))?;
    let native = decode(&converted.text, options, &tools)?;
    let notices = [converted.report.notices, native.report.notices].concat();
    Ok(Decoded { report: Report { notices, ..converted.report }, ..native })
}
