//! The posts that were opened: one, a list of them, or `{ "posts": […] }`; or what another system exports.

use crate::open::Posts;
use backmatter::{
    Options,
    coerce::field,
    components::anchor_prefix,
    embed::widget::parse_html,
    formats::{self, document},
    html::Token,
    json::{self, Value},
    policy::text::line,
    tools::converting,
};
use std::collections::HashSet;

/// What was opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// What relative addresses are joined to; empty for the page's own.
    pub base: String,
    /// The posts, in their order.
    pub entries: Vec<Entry>,
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
    /// What is searched, in small letters.
    words: String,
    /// Its JSON.
    pub text: String,
}

impl Library {
    /// Reads posts.
    ///
    /// # Errors
    /// A sentence that says why there is no post in it.
    pub fn read(given: Posts) -> Result<Library, String> {
        let mut entries = match document(&given.text) {
            Ok(document) if is_native(&document.value) => native(&document.value, &given.text),
            _ => foreign(&given.text)?,
        };
        name(&mut entries);
        if entries.is_empty() {
            Err("There is no post in it: the list is empty.".into())
        } else {
            Ok(Library { entries, base: given.base })
        }
    }

    /// Takes in one more post, as text. The limits of one input hold for it alone. Says whether it was one, and not a block of the
    /// body of one.
    pub fn add(&mut self, post: String) -> bool {
        if self.entries.is_empty() && is_block(&post) {
            return false;
        }
        let index = self.entries.len();
        let entry = match document(&post) {
            Ok(document) if is_native(&document.value) => Entry::of(&document.value, index),
            _ => Entry::converted(post, index),
        };
        self.entries.push(entry);
        true
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

    /// The places of the posts that hold every word of `query`.
    pub fn matching(&self, query: &str) -> Vec<usize> {
        let query = query.to_lowercase();
        let holds = |entry: &Entry| query.split_whitespace().all(|word| entry.words.contains(word));
        self.entries.iter().enumerate().filter(|(_, entry)| holds(entry)).map(|(place, _)| place).collect()
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

/// The posts of an input in the native format.
fn native(value: &Value<'_>, text: &str) -> Vec<Entry> {
    let listed = field(value, "posts");
    let posts = match (listed, value) {
        (Some(Value::List(posts)), _) | (_, Value::List(posts)) => posts.as_slice(),
        (_, one) => std::slice::from_ref(one),
    };
    let mut entries: Vec<Entry> = posts.iter().enumerate().map(|(index, post)| Entry::of(post, index)).collect();
    // One post alone stays as it was written, to be edited.
    if let (None, Value::Map(_), [alone]) = (listed, value, entries.as_mut_slice()) {
        alone.text = text.into();
    }
    entries
}

/// The posts of an input in another format, each as it was given: it is converted again where it is read.
fn foreign(text: &str) -> Result<Vec<Entry>, String> {
    let posts = formats::posts(text, &Options::default()).map_err(|failure| failure.message)?;
    let mut entries: Vec<Entry> =
        posts.into_iter().enumerate().map(|(index, post)| Entry::converted(post, index)).collect();
    if let [alone] = entries.as_mut_slice() {
        alone.text = text.into();
    }
    Ok(entries)
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
    fn of(post: &Value<'_>, index: usize) -> Entry {
        let word = |name: &str| match field(post, name) {
            Some(Value::Text(text) | Value::Number(text)) => line(text),
            _ => String::new(),
        };
        let title = Some(word("title")).filter(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| format!("Post {}", index + 1));
        let tags = field(post, "meta").and_then(|meta| field(meta, "tags")).map(json::write).unwrap_or_default();
        let words = [&title, " ", &word("intro"), " ", &word("id"), " ", &tags].concat().to_lowercase();
        let published = word("published").chars().take(10).collect();
        Entry { key: word("id"), has_id: false, published, title, words, text: json::write(post) }
    }

    /// A post in another format. If it cannot be read, its page shows why.
    fn converted(text: String, index: usize) -> Entry {
        let converted =
            formats::convert(&text, &Options::default(), &converting(parse_short)).map(|converted| converted.text);
        let document = converted.as_deref().ok().and_then(|converted| document(converted).ok());
        let entry = Entry::of(document.as_ref().map_or(&Value::Null, |document| &document.value), index);
        Entry { text, ..entry }
    }
}
