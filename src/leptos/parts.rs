//! The single parts of a post.

use super::{ImageClick, LinkClick, Post, PostProps};
use crate::{Options, Report, options::Section};
use ::leptos::prelude::*;

/// Options that show one part only.
fn only(section: Section, options: Signal<Options>) -> Signal<Options> {
    Signal::derive(move || Options { sections: vec![section], ..options.get() })
}

macro_rules! parts {
    ($($(#[doc = $doc:literal])* $name:ident: $section:ident;)*) => { $(
        $(#[doc = $doc])*
        #[component]
        pub fn $name(
            /// JSON text in any accepted format; empty for nothing.
            #[prop(into)]
            json: Signal<String>,
            /// How it is shown.
            #[prop(optional, into)]
            options: Signal<Options>,
            /// Called with the report on each text, in the page.
            #[prop(optional, into)]
            on_report: Option<Callback<Report>>,
            /// Called before an image opens; false keeps it closed.
            #[prop(optional, into)]
            on_image: Option<Callback<ImageClick, bool>>,
            /// Called before a link of the post is followed; false cancels it.
            #[prop(optional, into)]
            on_link: Option<Callback<LinkClick, bool>>,
        ) -> impl IntoView {
            let options = only(Section::$section, options);
            Post(PostProps { json, options, on_report, on_image, on_link, on_served: None })
        }
    )* };
}

parts! {
    /// Title, introduction and article.
    ///
    /// ```no_run
    /// use backmatter::leptos::ArticleBody;
    /// use leptos::prelude::*;
    ///
    /// fn part(json: RwSignal<String>) -> impl IntoView {
    ///     view! { <ArticleBody json /> }
    /// }
    /// ```
    ArticleBody: Body;
    /// The meta box.
    ///
    /// ```no_run
    /// use backmatter::leptos::PostMeta;
    /// use leptos::prelude::*;
    ///
    /// fn part(json: RwSignal<String>) -> impl IntoView {
    ///     view! { <PostMeta json /> }
    /// }
    /// ```
    PostMeta: Meta;
    /// The gallery.
    ///
    /// ```no_run
    /// use backmatter::leptos::Gallery;
    /// use leptos::prelude::*;
    ///
    /// fn part(json: RwSignal<String>) -> impl IntoView {
    ///     view! { <Gallery json /> }
    /// }
    /// ```
    Gallery: Gallery;
    /// The similar posts.
    ///
    /// ```no_run
    /// use backmatter::leptos::SimilarPosts;
    /// use leptos::prelude::*;
    ///
    /// fn part(json: RwSignal<String>) -> impl IntoView {
    ///     view! { <SimilarPosts json /> }
    /// }
    /// ```
    SimilarPosts: Similar;
}
