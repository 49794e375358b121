//! The similar-posts strip: cards with one link each.

use super::{Content, consent::waits, credit, figure::picture, spans::maybe_link};
use crate::{
    labels::Word,
    markup::{Attr, Markup, Tag},
    model::Card,
};

/// The strip. `None` without cards.
pub fn similar_posts(content: &Content) -> Option<Markup> {
    let cards = &content.post.similar;
    if cards.is_empty() {
        return None;
    }
    let heading = content.localizer.word(Word::Similar);
    let mut markup = Markup::new(Tag::Section, "bm-similar-posts");
    markup.leaf(Tag::heading(content.options.heading_base + 1), "bm-section-title", heading);
    markup.open(Tag::Ul, "bm-cards|role=list");
    for found in cards {
        card(&mut markup, found, content);
    }
    markup.close();
    Some(markup)
}

/// The link stands around the title and is stretched over the card, so its name is the title alone.
fn card(markup: &mut Markup, card: &Card, content: &Content) {
    markup.open(Tag::Li, "bm-card");
    if let Some(image) = card.image.as_ref().filter(|image| !waits(image, content)) {
        picture(markup, image, "bm-card-image|decoding=async|loading=lazy", content);
    }
    markup.open(Tag::heading(content.options.heading_base + 2), "bm-card-title");
    maybe_link(markup, card.url.as_ref(), "bm-card-link", &card.title);
    markup.close();
    if !card.excerpt.is_empty() {
        markup.leaf(Tag::P, "bm-card-excerpt", &card.excerpt);
    }
    if let Some(found) = card.image.as_ref().and_then(|image| image.credit.as_ref()) {
        credit(markup, found, &content.localizer);
    }
    if card.published.is_some() || !card.tags.is_empty() {
        markup.open(Tag::P, "bm-card-facts");
        if let Some(date) = &card.published {
            markup.open(Tag::Time, "bm-card-fact").attr(Attr::Datetime, &date.iso());
            markup.text(&content.localizer.date(date)).close();
        }
        for tag in &card.tags {
            markup.leaf(Tag::Span, "bm-card-fact", tag);
        }
        markup.close();
    }
    markup.close();
}
