//! The program that ranks candidates: text in, the same text with cards in the place of candidates out.
//!
//! A post with thousands of candidates is read and compared in parts ([`go_on`]): between them the page answers its reader.

use super::{Answer, filling::Parsed};
use crate::{
    Options,
    coerce::{field, items, same_name},
    context::Context,
    formats::{self, Comparison, is_address},
    json::{self, Document, Value},
    model::Card,
    policy::Sink,
    report::{Notice, Path},
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

/// A post whose candidates have become cards, or a list of candidates.
#[derive(Debug, Default)]
pub struct Noted {
    /// JSON text in the native format.
    pub text: String,
    /// About the candidates.
    pub notices: Vec<Notice>,
}

impl Serialize for Noted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", &self.text)?;
        map.serialize_entry("notices", &self.notices)?;
        map.end()
    }
}

/// Reads a post in the native format: the names and addresses of its lists of cards that are to be fetched. A post that was
/// begun before is given up.
pub fn begin(text: String, options: &str) -> Answer<Vec<(&'static str, String)>> {
    let begun = Parsed::of(text).map(|parsed| {
        let base_url = json::read(options).ok().and_then(|given| Options::base_of(&given.value));
        let options = Options { base_url, ..Options::default() };
        // The text that becomes of it has no oddities: these are said here.
        let notices = parsed.with(|document| formats::oddities(&document.oddities));
        let mut job = Job { parsed, options, comparison: None, notices, unsaid: 0 };
        let addresses = job.read(addresses);
        JOB.set(Some(job));
        addresses
    });
    Answer(begun)
}

/// May a list of cards, as JSON text, be in another format?
pub fn is_foreign(list: &str) -> Answer<bool> {
    let has_other_title = |post: &Value<'_>| matches!(field(post, "title"), Some(Value::Map(_)));
    Answer(Ok(formats::document(list).is_ok_and(|list| match list.value {
        Value::Map(_) => true,
        cards => items(&cards).first().is_some_and(has_other_title),
    })))
}

/// Takes the list of cards that was fetched for a name.
pub fn take(name: &str, list: &str) -> Answer<()> {
    let taken = formats::document(list).and_then(|list| {
        JOB.with_borrow_mut(|job| {
            let Some(job) = job else { return Ok(()) };
            job.parsed = Parsed::of(job.with_list(name, &list.value))?;
            Ok(())
        })
    });
    Answer(taken)
}

/// Goes on with it. False when everything is compared.
pub fn go_on() -> Answer<bool> {
    Answer(Ok(JOB.with_borrow_mut(|job| job.as_mut().is_some_and(Job::go_on))))
}

/// The post with its cards.
pub fn finish() -> Answer<Noted> {
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

    /// The post with `list` in the place of its address.
    fn with_list(&self, name: &str, list: &Value<'_>) -> String {
        self.parsed.with(|document| json::write(&with_field(&document.value, &[name], name, list.clone())))
    }

    fn go_on(&mut self) -> bool {
        let begun = self.comparison.take().or_else(|| self.read(Comparison::of_words));
        let Some(mut comparison) = begun else { return false };
        let more = self.read(|post, context| comparison.go_on(post, context, PART));
        self.comparison = Some(comparison);
        more
    }

    fn finish(mut self) -> Noted {
        let cards = self.comparison.take().map(Comparison::finish).unwrap_or_default();
        let text = self.parsed.with(|Document { value, .. }| {
            let all = all_cards(formats::only_post(value), &cards);
            json::write(&with_field(value, &["similar", "candidates"], "similar", all))
        });
        let mut notices = self.notices;
        if self.unsaid > 0 {
            notices.push(Notice::of_more(self.unsaid));
        }
        Noted { text, notices }
    }
}

/// The lists of cards that a post names by their addresses.
fn addresses(post: &Value<'_>, context: &mut Context<'_>) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for name in ["similar", "candidates"] {
        if let Some(value) = field(post, name).filter(|value| is_address(value))
            && let Some(address) = context.url(value, Sink::Page, &Path::Root.key(name))
        {
            found.push((name, address.as_str().to_string()));
        }
    }
    found
}

/// An input whose post has `value` in the field `name`, and none in the fields `gone`.
fn with_field<'v>(input: &Value<'v>, gone: &[&str], name: &'v str, value: Value<'v>) -> Value<'v> {
    let mut others = Vec::new();
    match input {
        Value::List(posts) => {
            let Some((first, rest)) = posts.split_first() else { return Value::Null };
            others.push(with_field(first, gone, name, value));
            others.extend_from_slice(rest);
            Value::List(others)
        }
        Value::Map(fields) => {
            let mut kept = Vec::new();
            for (key, value) in fields {
                if !gone.iter().any(|gone| same_name(key, gone)) {
                    kept.push((key.clone(), value.clone()));
                }
            }
            kept.push((name.into(), value));
            Value::Map(kept)
        }
        other => other.clone(),
    }
}

/// The cards of a post: those that the host has chosen, then the best candidates.
fn all_cards<'v>(post: &'v Value<'v>, cards: &'v [(usize, Card)]) -> Value<'v> {
    let of = |name: &str| field(post, name).filter(|value| !is_address(value)).map(items).unwrap_or_default();
    let candidates = of("candidates");
    let card = |(place, card): &'v (usize, Card)| with_images(formats::write_card(card), candidates.get(*place));
    Value::List(of("similar").iter().cloned().chain(cards.iter().map(card)).collect())
}

/// A card with the images of its candidate, as given: the program that shows it reads the first.
fn with_images<'v>(mut card: Value<'v>, candidate: Option<&Value<'v>>) -> Value<'v> {
    let of = |name: &str| candidate.and_then(|candidate| candidate.get(name));
    if let (Value::Map(fields), Some(images)) = (&mut card, of("image").or_else(|| of("images"))) {
        fields.push(("images".into(), images.clone()));
    }
    card
}
