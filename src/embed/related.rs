//! The program that ranks candidates: text in, the same text with cards in the place of candidates out.
//!
//! A post with thousands of candidates is read and compared in parts ([`go_on`]): between them the page answers its reader.

use super::{Answer, filling::Parsed};
use crate::{
    Options,
    coerce::{field, items, same_name},
    context::Context,
    formats::{self, Comparison},
    json::{self, Value},
    model::Card,
    report::Notice,
    tools::FirstPaint,
};
use serde::{Serialize, Serializer, ser::SerializeMap};
use std::cell::RefCell;

/// The work of one part, in bytes of text: some ten milliseconds.
const PART: usize = 200_000;

struct Job {
    parsed: Parsed,
    options: Options,
    comparison: Option<Comparison>,
    notices: Vec<Notice>,
    /// Notices beyond the most that are kept.
    unsaid: usize,
}

thread_local! {
    static JOB: RefCell<Option<Job>> = const { RefCell::new(None) };
}

/// A post whose candidates have become cards.
#[derive(Debug, Default)]
pub struct Completed {
    /// The post, as JSON text in the native format.
    pub text: String,
    /// About its candidates.
    pub notices: Vec<Notice>,
}

impl Serialize for Completed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", &self.text)?;
        map.serialize_entry("notices", &self.notices)?;
        map.end()
    }
}

/// Reads a post in the native format. One that was begun before is given up.
pub fn begin(text: String, options: &str) -> Answer<()> {
    let job = Parsed::of(text).map(|parsed| {
        let base_url = json::read(options).ok().and_then(|given| Options::base_of(&given.value));
        let options = Options { base_url, ..Options::default() };
        let mut job = Job { parsed, options, comparison: None, notices: Vec::new(), unsaid: 0 };
        job.comparison = job.read(Comparison::of_words);
        job
    });
    Answer(job.map(|job| JOB.set(Some(job))))
}

/// Goes on with it. False when everything is compared.
pub fn go_on() -> Answer<bool> {
    Answer(Ok(JOB.with_borrow_mut(|job| job.as_mut().is_some_and(Job::go_on))))
}

/// The post with its cards.
pub fn finish() -> Answer<Completed> {
    Answer(Ok(JOB.take().map(Job::finish).unwrap_or_default()))
}

impl Job {
    fn read<T>(&mut self, read: impl FnOnce(&Value<'_>, &mut Context<'_>) -> T) -> T {
        let mut context = Context::new(&self.options, &FirstPaint, std::mem::take(&mut self.notices));
        context.unsaid = self.unsaid;
        let found = self.parsed.with(|document| read(formats::only_post(&document.value), &mut context));
        (self.notices, self.unsaid) = (context.notices, context.unsaid);
        found
    }

    fn go_on(&mut self) -> bool {
        let Some(mut comparison) = self.comparison.take() else { return false };
        let more = self.read(|post, context| comparison.go_on(post, context, PART));
        self.comparison = Some(comparison);
        more
    }

    fn finish(mut self) -> Completed {
        let cards = self.comparison.take().map(Comparison::finish).unwrap_or_default();
        let text = self.parsed.with(|document| written(&document.value, &cards));
        let mut notices = self.notices;
        if self.unsaid > 0 {
            notices.push(Notice::of_more(self.unsaid));
        }
        Completed { text, notices }
    }
}

/// The input as it was, with `cards` in the place of the candidates of its post.
fn written(input: &Value<'_>, cards: &[(usize, Card)]) -> String {
    let Value::List(posts) = input else { return json::write(&with_cards(input, cards)) };
    let first = posts.first().map(|post| with_cards(post, cards));
    json::write(&Value::List(first.into_iter().chain(posts.iter().skip(1).cloned()).collect()))
}

fn with_cards<'v>(post: &'v Value<'v>, cards: &'v [(usize, Card)]) -> Value<'v> {
    let Value::Map(fields) = post else { return post.clone() };
    let of = |name: &str| field(post, name).map(items).unwrap_or_default();
    let candidates = of("candidates");
    let card = |(place, card): &'v (usize, Card)| with_image(formats::write_card(card), candidates.get(*place));
    let all = of("similar").iter().cloned().chain(cards.iter().map(card)).collect();
    let is_of_strip = |key: &str| same_name(key, "similar") || same_name(key, "candidates");
    let others = fields.iter().filter(|(key, _)| !is_of_strip(key)).cloned();
    Value::Map(others.chain([("similar".into(), Value::List(all))]).collect())
}

/// A card with the image of its candidate, as given: the program that shows it reads images.
fn with_image<'v>(card: Value<'v>, candidate: Option<&Value<'v>>) -> Value<'v> {
    let image = candidate.and_then(|candidate| field(candidate, "image"));
    match (card, image) {
        (Value::Map(fields), Some(image)) => {
            Value::Map(fields.into_iter().chain([("image".into(), image.clone())]).collect())
        }
        (card, _) => card,
    }
}
