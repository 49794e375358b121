//! The posts that were opened: one, a list of them, or `{ "posts": […] }`; or what another system exports.

use crate::{open::Posts, problem::Problem};
use backmatter::{
    Options,
    coerce::field,
    components::anchor_prefix,
    embed::widget::parse_html,
    formats::{self, document},
    html::Token,
    json::{self, Value},
    policy::text::line,
    search::{Index, Query, Searched, plain, without_tags},
    tools::converting,
};
use leptos::prelude::window;
use std::collections::HashSet;

/// What was opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// What relative addresses are joined to; empty for the page's own.
    pub base: String,
    /// The posts, in their order.
    pub entries: Vec<Entry>,
    /// The same, as they are searched.
    pub index: Index,
}

/// One post: what its row in the list says, and its own text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The fragment of a link to it: its id, or its number from 1 if it has no id of its own.
    pub key: String,
    /// Is the key its id?
    has_id: bool,
    /// Its title, or what stands for one.
    pub title: String,
    /// When it was published: the day, as written.
    pub published: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its JSON.
    pub text: String,
}

impl Library {
    /// Reads posts.
    ///
    /// # Errors
    /// Why there is no post in it.
    pub fn read(given: Posts) -> Result<Library, Problem> {
        let mut library = Library { base: given.base, ..Library::default() };
        match document(&given.text) {
            Ok(document) if is_native(&document.value) => library.take_native(&document.value, &given.text),
            _ => library.take_foreign(&given.text).map_err(|said| Problem::of(&given.text, said))?,
        }
        if library.entries.is_empty() {
            Err("There is no post in it: the list is empty.".to_string().into())
        } else {
            Ok(library.named())
        }
    }

    /// The posts of an input in the native format. One post that is no list stays as it was written, to be edited.
    fn take_native(&mut self, value: &Value<'_>, text: &str) {
        match (field(value, "posts"), value) {
            (Some(Value::List(posts)), _) | (_, Value::List(posts)) => posts.iter().for_each(|post| self.push(post)),
            (_, one) => self.note(one, &plain(one), text.into()),
        }
    }

    /// The posts of an input in another format, each as it was given: it is converted again where it is read.
    fn take_foreign(&mut self, text: &str) -> Result<(), String> {
        let posts = formats::posts(text, &Options::default()).map_err(|failure| failure.message)?;
        for post in posts {
            self.convert(post);
        }
        if let [alone] = self.entries.as_mut_slice() {
            alone.text = text.into();
        }
        Ok(())
    }

    /// Takes in one more post, as text. The limits of one input hold for it alone. Says whether it was one, and not a block of the
    /// body of one.
    pub fn add(&mut self, post: String) -> bool {
        if self.entries.is_empty() && is_block(&post) {
            return false;
        }
        match document(&post) {
            Ok(document) if is_native(&document.value) => self.push(&document.value),
            _ => self.convert(post),
        }
        true
    }

    fn push(&mut self, post: &Value<'_>) {
        self.note(post, &plain(post), json::write(post));
    }

    /// Adds a post in another format. If it cannot be read, its page shows why.
    fn convert(&mut self, text: String) {
        let converted =
            formats::convert(&text, &Options::default(), &converting(parse_short)).map(|converted| converted.text);
        let native = converted.as_deref().ok().and_then(|converted| document(converted).ok());
        let given = document(&text).map_or_else(|_| without_tags(&text), |given| plain(&given.value));
        self.note(native.as_ref().map_or(&Value::Null, |native| &native.value), &given, text);
    }

    /// Adds an entry for a post: its native form, its words, its text.
    fn note(&mut self, post: &Value<'_>, words: &str, text: String) {
        let word = |name: &str| match field(post, name) {
            Some(Value::Text(text) | Value::Number(text)) => line(text),
            _ => String::new(),
        };
        let words_of = |field: Option<&Value<'_>>| field.map(plain).unwrap_or_default();
        let title = Some(word("title")).filter(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| format!("Post {}", self.entries.len() + 1));
        let published: String = word("published").chars().take(10).collect();
        let tags = words_of(field(post, "meta").and_then(|meta| field(meta, "tags")));
        self.index.add(&Searched {
            title: &title,
            tags: &tags,
            authors: &words_of(field(post, "authors")),
            day: &published,
            text: words,
        });
        let tags = tags.lines().map(String::from).collect();
        self.entries.push(Entry { key: word("id"), has_id: false, title, published, tags, text });
    }

    /// Gives every post that was added a key of its own.
    pub fn named(mut self) -> Library {
        name(&mut self.entries);
        self
    }

    /// The place of the post that `name` leads to: by its key, by the name of one of its headings, by its number from 1.
    /// `None` for the name of a heading of who knows which post; the first post for other names.
    pub fn place(&self, name: &str) -> Option<usize> {
        let last = self.entries.len().saturating_sub(1);
        let by_key = self.entries.iter().position(|entry| entry.key == name);
        if by_key.is_some() {
            return by_key;
        }
        if name.starts_with("bm-") {
            return self.entries.iter().position(|entry| entry.has_id && name.starts_with(&anchor_prefix(&entry.key)));
        }
        Some(name.parse().map_or(0, |number: usize| number.saturating_sub(1).min(last)))
    }

    /// The places of the posts that a query finds, the best first; without one, all in their order.
    pub fn places(&self, query: &Query) -> Vec<usize> {
        if query.is_empty() { (0..self.entries.len()).collect() } else { self.index.places(query) }
    }
}

/// Is it in our format, or in none that is known? What is no post has its place in a list too.
fn is_native(value: &Value<'_>) -> bool {
    matches!(formats::identify_value(value, None).format, "" | "backmatter/1")
}

/// Is a list of these one body, and no list of posts?
fn is_block(object: &str) -> bool {
    let all = formats::posts(&["[", object, "]"].concat(), &Options::default());
    all.is_ok_and(|posts| posts.iter().any(|post| post.starts_with('[')))
}

/// The parser for a list of posts, which shows no bodies: a long text is not parsed.
fn parse_short(html: &str) -> Option<Vec<Token>> {
    if html.len() < 1_000 { parse_html(html) } else { None }
}

/// Gives each post without an id of its own the first free key: its number, or that with a suffix.
fn name(entries: &mut [Entry]) {
    let mut taken = HashSet::new();
    for entry in entries.iter_mut() {
        entry.has_id = !entry.key.is_empty() && taken.insert(entry.key.clone());
    }
    for (index, entry) in entries.iter_mut().enumerate().filter(|(_, entry)| !entry.has_id) {
        entry.key = (index + 1).to_string();
        while !taken.insert(entry.key.clone()) {
            entry.key.push('+');
        }
    }
}

impl Entry {
    /// What a link to it says.
    pub fn address(&self) -> String {
        format!("#{}", js_sys::encode_uri_component(&self.key))
    }

    /// Shows it.
    pub fn go(&self) {
        drop(window().location().set_hash(&self.address()));
    }

    /// The words of the post below its title, to show the place of a find.
    pub fn words(&self) -> String {
        let all = document(&self.text).map_or_else(|_| without_tags(&self.text), |given| plain(&given.value));
        all.replacen(&self.title, "", 1)
    }
}
