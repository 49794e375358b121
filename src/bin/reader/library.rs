//! The posts that were opened: one, a list of them, or `{ "posts": […] }`.

use backmatter::{
    formats::document,
    json::{self, Value},
    lenient::field,
    policy::text::line,
};
use std::collections::HashSet;

/// What was opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// The posts, in their order.
    pub entries: Vec<Entry>,
}

/// One post: what its row in the list says, and its own text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// What stands behind `#` in a link to it: its id, or its number from 1 where it has none of its own.
    pub key: String,
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
    /// Reads `text`.
    ///
    /// # Errors
    /// A sentence that says why there is no post in it.
    pub fn read(text: &str) -> Result<Library, String> {
        let document = document(text).map_err(|failure| failure.message)?;
        let posts = match field(&document.value, "posts") {
            Some(Value::List(posts)) => posts.as_slice(),
            _ => match &document.value {
                Value::List(posts) => posts.as_slice(),
                one => std::slice::from_ref(one),
            },
        };
        let mut taken = HashSet::new();
        let mut entries: Vec<Entry> = posts.iter().enumerate().map(|(index, post)| Entry::of(post, index)).collect();
        for (index, entry) in entries.iter_mut().enumerate() {
            if entry.key.is_empty() || !taken.insert(entry.key.clone()) {
                entry.key = (index + 1).to_string();
            }
        }
        if entries.is_empty() {
            Err("There is no post in it: the list is empty.".into())
        } else {
            Ok(Library { entries })
        }
    }

    /// The place of the post with this key; a number leads to the post in that place. The first one for other names.
    pub fn place(&self, key: &str) -> usize {
        let last = self.entries.len().saturating_sub(1);
        let by_key = || self.entries.iter().position(|entry| entry.key == key);
        let by_number = || key.parse::<usize>().ok().map(|number| number.saturating_sub(1).min(last));
        by_key().or_else(by_number).unwrap_or(0)
    }

    /// The places of the posts that hold every word of `query`.
    pub fn matching(&self, query: &str) -> Vec<usize> {
        let query = query.to_lowercase();
        let holds = |entry: &Entry| query.split_whitespace().all(|word| entry.words.contains(word));
        self.entries.iter().enumerate().filter(|(_, entry)| holds(entry)).map(|(place, _)| place).collect()
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
        Entry { key: word("id"), published, title, words, text: json::write(post) }
    }
}
