//! A post in a Leptos application: turns signals into the tree of [`components`](crate::components). Supports
//! client-side rendering, server rendering and hydration.
//!
//! ```no_run
//! use backmatter::leptos::{LinkClick, Post};
//! use leptos::prelude::*;
//!
//! #[component]
//! fn App() -> impl IntoView {
//!     let json = RwSignal::new(r#"{ "title": "Low water", "body": "The ferry leaves at five." }"#.to_string());
//!     let on_link = |link: LinkClick| {
//!         leptos::logging::log!("{}", link.url);
//!         true
//!     };
//!     view! { <Post json on_link /> }
//! }
//! ```
#![allow(clippy::needless_pass_by_value)] // Leptos components own what they are given.

mod attached;
mod clicks;
mod parts;
mod shown;

pub use clicks::{ImageClick, LinkClick};
pub use parts::{
    ArticleBody, ArticleBodyProps, Gallery, GalleryProps, PostMeta, PostMetaProps, SimilarPosts, SimilarPostsProps,
};
pub use shown::Shown;

use crate::{
    Options, Report,
    components::{self, failure},
    paint::Leaf,
};
use ::leptos::{either::EitherOf3, html::Div, prelude::*};
use attached::Attached;
use clicks::Heard;

/// A post, or why there is none.
///
/// All interactions work without JavaScript of the application: search and sorting in the meta box, copying, links to
/// headings, the lightbox. Listeners are removed with the component.
#[component]
pub fn Post(
    /// JSON text in any accepted format; empty for nothing.
    #[prop(into)]
    json: Signal<String>,
    /// How it is shown.
    #[prop(optional, into)]
    options: Signal<Options>,
    /// Called with the report on each text, in the browser only.
    #[prop(optional, into)]
    on_report: Option<Callback<Report>>,
    /// Called before an image opens; return false to keep it closed.
    #[prop(optional, into)]
    on_image: Option<Callback<ImageClick, bool>>,
    /// Called before a link of the post is followed; return false to prevent that.
    #[prop(optional, into)]
    on_link: Option<Callback<LinkClick, bool>>,
    /// Called when a new root is on the page and its listeners are attached.
    #[prop(optional, into)]
    on_served: Option<Callback<web_sys::Element>>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let given = (json.get_untracked(), options.get_untracked());
    let (first, report) = shown::read(&given.0, given.1.clone());
    // Notified for a new text or new options only, not when the reader's actions redraw parts.
    let drawn = Trigger::new();
    let (shown, report, read) = (RwSignal::new(first), StoredValue::new(report), StoredValue::new(given));
    Effect::new(move || {
        let given = (json.get(), options.get());
        if read.with_value(|read| *read != given) {
            let (now, said) = shown::read(&given.0, given.1.clone());
            shown.update(|shown| *shown = now.after(shown));
            report.set_value(said);
            read.set_value(given);
            drawn.notify();
        }
        if let Some(on_report) = on_report {
            untrack(|| on_report.run(report.get_value()));
        }
    });
    // A server has no events.
    if cfg!(target_arch = "wasm32") {
        serve(place, shown, drawn, Heard { on_image, on_link }, on_served);
    }
    let post = move || match shown.get() {
        Shown::Nothing => EitherOf3::A(()),
        Shown::Post(content) => EitherOf3::B(components::Post(components::PostProps { content })),
        Shown::Failure(why, localizer) => EitherOf3::C(Leaf::from(failure(&why, &localizer))),
    };
    view! { <div class="bm-place" node_ref=place>{post}</div> }
}

/// Attaches listeners to the content of `place` for the lifetime of the component.
fn serve(
    place: NodeRef<Div>,
    shown: RwSignal<Shown>,
    drawn: Trigger,
    heard: Heard,
    on_served: Option<Callback<web_sys::Element>>,
) {
    let attached = StoredValue::new_local(None::<Attached>);
    Effect::new(move || {
        drawn.track();
        // When it has been painted.
        request_animation_frame(move || {
            let root = place
                .try_get_untracked()
                .flatten()
                .and_then(|place| place.query_selector(":scope > .bm-post").ok().flatten());
            let is_new = attached.try_update_value(|attached| Attached::to(attached, root.clone(), shown, heard));
            if let (Some(true), Some(root), Some(on_served)) = (is_new, root, on_served) {
                on_served.run(root);
            }
        });
    });
    on_cleanup(move || drop(attached.try_update_value(Option::take)));
}
