//! The similar-posts strip: cards with one link each.

use super::{
    Content, Part,
    consent::waits,
    credit,
    figure::{LAZY, picture},
    spans::maybe_link,
};
use crate::{
    labels::Word,
    markup::{Attr, Markup, Tag, Template},
    model::{Card, Why},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The strip of similar posts.
#[component]
pub fn SimilarPosts(
    /// The post.
    content: Arc<Content>,
) -> impl IntoView {
    content.leaf(Part::SimilarPosts, |content, _| similar_posts(content))
}

/// The strip. `None` without cards.
fn similar_posts(content: &Content) -> Option<Markup> {
    let cards = &content.post.similar;
    if cards.is_empty() {
        return None;
    }
    // Recent posts are not called similar.
    let is_recent = cards.iter().all(|card| card.why == Why::Recent);
    let heading = content.localizer.word(if is_recent { Word::Recent } else { Word::Similar });
    let mut markup = Markup::new(Tag::Section, "bm-similar-posts");
    markup.leaf(content.section_heading(), "bm-section-title", heading);
    markup.open_as(Template::new(Tag::Ul, "bm-cards", &[(Attr::Role, "list")]));
    for found in cards {
        card(&mut markup, found, content);
    }
    markup.close();
    Some(markup)
}

/// The link wraps only the title and is stretched over the card, so its accessible name is the title.
fn card(markup: &mut Markup, card: &Card, content: &Content) {
    markup.open(Tag::Li, "bm-card");
    if let Some(image) = card.image.as_ref().filter(|image| !waits(image, content)) {
        picture(markup, image, &Template::new(Tag::Img, "bm-card-image", LAZY), content);
    }
    markup.open(Tag::heading(content.section_level() + 1), "bm-card-title");
    maybe_link(markup, card.url.as_ref(), "bm-card-link", &card.title);
    markup.close();
    if !card.excerpt.is_empty() {
        markup.leaf(Tag::P, "bm-card-excerpt", &card.excerpt);
    }
    if let Some(found) = card.image.as_ref().and_then(|image| image.credit.as_ref()) {
        credit(markup, found, &content.localizer);
    }
    if let Why::Shared(shared) = &card.why {
        why(markup, shared, content);
    }
    if card.published.is_some() || card.minutes > 0 || !card.tags.is_empty() {
        markup.open(Tag::P, "bm-card-facts");
        if let Some(date) = &card.published {
            markup.open(Tag::Time, "bm-card-fact").attr(Attr::Datetime, &date.iso());
            markup.text(&content.localizer.date(date)).close();
        }
        if card.minutes > 0 {
            let minutes = content.localizer.count(Word::Minutes, &card.minutes.to_string());
            markup.leaf(Tag::Bdi, "bm-card-fact", &minutes);
        }
        for tag in &card.tags {
            markup.leaf(Tag::Span, "bm-card-fact", tag);
        }
        markup.close();
    }
    markup.close();
}

/// What the card has in common with the post.
fn why(markup: &mut Markup, shared: &[String], content: &Content) {
    if shared.is_empty() {
        return;
    }
    let (before, after) = content.localizer.around(Word::Both, "words");
    let shared: Vec<&str> = shared.iter().map(String::as_str).collect();
    markup.open(Tag::P, "bm-card-why").text(before);
    markup.leaf(Tag::Bdi, "", &shared.join(", ")).text(after).close();
}
