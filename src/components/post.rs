//! The whole widget: its parts in the order the host asks for.

use super::{ArticleBody, Content, Gallery, Header, Lightbox, PostMeta, SimilarPosts};
use crate::{
    labels::{Localizer, Word},
    markup::{Attr, Markup, Tag},
    model::Dir,
    options::Section,
    paint::{Frame, Leaf},
    scan::joined,
};
use leptos::{either::EitherOf5, prelude::*};
use std::sync::Arc;

/// A post.
#[component]
pub fn Post(
    /// What is shown. Nothing in it is a signal: to change it, the tree is built again and the parts that differ are repainted.
    content: Arc<Content>,
) -> impl IntoView {
    let places = places(&content).map(|section| view! { <Place content=content.clone() section /> });
    Frame::new(root(&content), view! { {places}<Lightbox content /> })
}

/// The element around the parts.
fn root(content: &Content) -> Markup {
    let mut root = Markup::new(Tag::Article, "bm-post");
    root.attr(Attr::Root, "").attr(Attr::Words, &words(&content.localizer));
    let lang = (Attr::Lang, content.lang());
    let dir = (Attr::Dir, content.dir().map(Dir::as_str));
    let theme = (Attr::Theme, content.options.theme.as_str());
    let align = (Attr::Align, content.options.align.as_str());
    let name = (Attr::AriaLabel, Some(content.post.title.as_str()).filter(|title| !title.is_empty()));
    for (name, value) in [lang, dir, theme, align, name] {
        if let Some(value) = value {
            root.attr(name, value);
        }
    }
    root
}

/// The sections of a post in order.
fn places(content: &Content) -> [Option<Section>; Section::ALL.len()] {
    let mut sections = content.options.sections.iter().copied();
    [(); Section::ALL.len()].map(|()| sections.next())
}

/// The section that the host wants in one place.
#[component]
fn Place(content: Arc<Content>, section: Option<Section>) -> impl IntoView {
    match section {
        Some(Section::Body) => EitherOf5::A(view! { <Header content=content.clone() /><ArticleBody content /> }),
        Some(Section::Gallery) => EitherOf5::B(view! { <Gallery content /> }),
        Some(Section::Meta) => EitherOf5::C(view! { <PostMeta content /> }),
        Some(Section::Similar) => EitherOf5::D(view! { <SimilarPosts content /> }),
        None => EitherOf5::E(Leaf::nothing()),
    }
}

/// Messages after copying, and names of scroll containers, for `article_body.js`, one per line.
fn words(localizer: &Localizer) -> String {
    let words = [Word::Copied, Word::NotCopied, Word::Code, Word::Table].map(|word| localizer.word(word));
    joined(&mut words.into_iter(), "\n")
}
