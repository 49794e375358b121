//! A post in a Leptos application: signals in, the tree of [`components`](crate::components) out. Client-side, server-rendered
//! and hydrated.
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
/// What a reader does in it is served without JavaScript of the application: search and sorting in the meta box, copying, links
/// to headings, the lightbox. It ends with the component.
#[component]
pub fn Post(
    /// JSON text in any accepted format; empty for nothing.
    #[prop(into)]
    json: Signal<String>,
    /// How it is shown.
    #[prop(optional, into)]
    options: Signal<Options>,
    /// Hears of the report on each text, in the page.
    #[prop(optional, into)]
    on_report: Option<Callback<Report>>,
    /// Is asked before an image opens; false keeps it closed.
    #[prop(optional, into)]
    on_image: Option<Callback<ImageClick, bool>>,
    /// Is asked before a link of the post is followed; false keeps the reader here.
    #[prop(optional, into)]
    on_link: Option<Callback<LinkClick, bool>>,
    /// Hears that a new root stands on the page and is served.
    #[prop(optional, into)]
    on_served: Option<Callback<web_sys::Element>>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let given = (json.get_untracked(), options.get_untracked());
    let (first, report) = shown::read(&given.0, given.1.clone());
    // Another text was drawn: what the reader does in it draws parts anew, and is no such thing.
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
    // On a server there is nobody to serve.
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

/// Serves what stands in `place` as long as the component is there.
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
