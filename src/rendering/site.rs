//! The posts of a whole site, each with those to read next.

use crate::{
    Options,
    coerce::{field, items},
    formats::{self, Converted},
    html::Parser,
    json::{self, Elements, Value},
    model::{Card, Post, Subject, plain_text},
    related,
    report::Failure,
    tools::converting,
};
use serde::Serialize;

/// The longest excerpt on a card, in characters.
const EXCERPT: usize = 160;
/// The fields that may hold the topics of a post; the first present one is used.
const TOPICS: [&str; 6] = ["tags", "categories", "category", "topics", "topic", "stack"];

/// A post of a site, and the posts to read next.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Neighbours {
    /// The post's id or, without one, its address. Empty where it has neither.
    pub of: String,
    /// The cards of the posts to read next, the most alike first, as a list in the native format.
    pub similar: String,
}

/// For each post of a site, the posts to read next. `compared` is called with the number of posts that are compared so
/// far: a large site takes minutes.
///
/// ```
/// use backmatter::{NATIVE, Options, rendering::{neighbours, subjects}};
///
/// let site = r#"[{ "id": "a", "title": "Tides at dawn" }, { "id": "b", "title": "Dawn tides" }, { "id": "c", "title": "Bread" }]"#;
/// let strips = neighbours(&subjects(site, &Options::default(), NATIVE.parse_html)?, &mut |_| ());
/// assert_eq!(strips[0].of, "a");
/// assert!(strips[0].similar.contains("Dawn tides"));
/// # Ok::<(), backmatter::report::Failure>(())
/// ```
pub fn neighbours(site: &[Subject], compared: &mut dyn FnMut(usize)) -> Vec<Neighbours> {
    let named = site.iter().zip(related::of_site(site, compared));
    named.map(|(Subject { card, .. }, cards)| Neighbours { of: name(card), similar: written(&cards) }).collect()
}

/// The posts of a text (a list, a feed, an export), ready for comparison. Anything else is left out.
///
/// # Errors
/// When the text cannot be read.
pub fn subjects(text: &str, options: &Options, parse_html: Parser) -> Result<Vec<Subject>, Failure> {
    Ok(posts(text, options)?.iter().filter_map(|post| subject(post, options, parse_html)).collect())
}

/// A text that is too long for one input is split into its posts.
fn posts(text: &str, options: &Options) -> Result<Vec<String>, Failure> {
    if text.len() <= formats::TEXT_LIMIT {
        return formats::posts(text, options);
    }
    let posts = Elements::default().take(text.as_bytes());
    if posts.is_empty() { formats::posts(text, options) } else { Ok(posts) }
}

fn name(card: &Card) -> String {
    let url = card.url.as_ref().map_or("", AsRef::as_ref);
    if card.id.is_empty() { url.to_string() } else { card.id.clone() }
}

fn written(cards: &[Card]) -> String {
    json::write(&Value::List(cards.iter().map(formats::write_card).collect()))
}

/// A post as it is compared, and as its card shows it.
fn subject(given: &str, options: &Options, parse_html: Parser) -> Option<Subject> {
    let Converted { text, post, .. } = formats::convert(given, options, &converting(parse_html)).ok()?;
    let words = post.words(usize::MAX);
    // Tags beside a title are not a field of the native format, but they are meant as topics.
    let tags = Some(topics(&text)).filter(|tags| !tags.is_empty()).unwrap_or_else(|| topics(given));
    let card = Card { tags, excerpt: excerpt(&post, &words), ..card(post) };
    (!card.title.is_empty()).then_some(Subject { card, text: words })
}

fn card(post: Post) -> Card {
    let image = post.images.first().or(post.body_images().first().copied()).cloned();
    Card { id: post.id, url: post.url, title: post.title, image, published: post.published, ..Card::default() }
}

/// The introduction, or else the beginning of the article.
fn excerpt(post: &Post, words: &str) -> String {
    let intro = plain_text(&post.intro);
    let text = if intro.is_empty() { words.trim() } else { &intro };
    match text.char_indices().nth(EXCERPT).and_then(|(at, _)| text.get(..at)) {
        // Cut between words, if there are spaces.
        Some(head) => [head.rsplit_once(' ').map_or(head, |(words, _)| words), "…"].concat(),
        None => text.to_string(),
    }
}

fn topics(post: &str) -> Vec<String> {
    let Ok(document) = json::read(post) else { return Vec::new() };
    let meta = field(&document.value, "meta");
    let of = |name: &&str| field(&document.value, name).or_else(|| field(meta?, name));
    let found = TOPICS.iter().find_map(of).map(items).unwrap_or_default();
    found.iter().filter_map(|tag| if let Value::Text(tag) = tag { Some(tag.to_string()) } else { None }).collect()
}
