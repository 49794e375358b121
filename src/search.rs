//! Search in a library of posts: words and their beginnings, phrases, tags, days. A word that no post has may have one
//! mistake.
//!
//! ```
//! use backmatter::search::{Index, Query, Searched};
//!
//! let mut index = Index::default();
//! index.add(&Searched { title: "Reading a tide table", text: "Heights are measured from chart datum.", ..Searched::default() });
//! index.add(&Searched { title: "Sounding with a lead line", tags: "tools", ..Searched::default() });
//! assert_eq!(index.places(&Query::of("tabel")), [0]);
//! assert_eq!(index.places(&Query::of("sound tag:tools")), [1]);
//! ```

mod excerpt;
mod folding;
mod plain;
mod query;
mod vocabulary;

pub use excerpt::{Piece, excerpt, marked};
pub use plain::{plain, without_tags};
pub use query::Query;

use folding::{folded, words};
use query::Wanted;
use vocabulary::Vocabulary;

/// What is searched of a post.
#[derive(Clone, Copy, Default)]
pub struct Searched<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its tags, one in each line.
    pub tags: &'a str,
    /// The names of its authors.
    pub authors: &'a str,
    /// Its day, such as `2025-04-10`; empty if it has none.
    pub day: &'a str,
    /// Everything else.
    pub text: &'a str,
}

/// The place of a word in a post. A find in the title is worth more than one in the text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Title,
    Name,
    Text,
}

/// A post as it is compared with a query.
#[derive(Clone, Debug, PartialEq)]
struct Folded {
    tags: String,
    day: String,
    all: String,
}

/// An index of posts. Their places are counted from 0, in the order in which they were added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    posts: Vec<Folded>,
    vocabulary: Vocabulary,
}

impl Index {
    /// Adds a post behind the others.
    pub fn add(&mut self, post: &Searched<'_>) {
        let place = self.posts.len();
        let title = folded(post.title);
        let tags = post.tags.lines().map(folded).collect::<Vec<_>>().join("\n");
        let names = [&tags, " ", &folded(post.authors)].concat();
        let text = folded(post.text);
        for (field, text) in [(Field::Title, &title), (Field::Name, &names), (Field::Text, &text)] {
            words(text, &mut |word| self.vocabulary.add(word, place, field));
        }
        let all = [title, names, text].join("\n");
        self.posts.push(Folded { tags, day: post.day.to_string(), all });
    }

    /// The places of the posts that a query finds, the best first: finds in the title, then in tags and authors, then in
    /// the text. Posts that are alike keep their order.
    pub fn places(&self, query: &Query) -> Vec<usize> {
        let mut ranks = vec![Some(0_u32); self.posts.len()];
        for wanted in &query.wanted {
            self.narrow(&mut ranks, wanted);
        }
        let mut found: Vec<(u32, usize)> =
            ranks.into_iter().enumerate().filter_map(|(place, rank)| Some((rank?, place))).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, place)| place).collect()
    }

    /// Up to `count` other posts that have rare words of one in common with it, those with the most first: candidates for a
    /// closer comparison.
    pub fn like(&self, place: usize, count: usize) -> Vec<usize> {
        let Some(post) = self.posts.get(place) else { return Vec::new() };
        let mut scores = vec![0.0; self.posts.len()];
        for (weight, postings) in self.vocabulary.rarest(&post.all) {
            for other in postings {
                scores.get_mut(other).into_iter().for_each(|score| *score += weight);
            }
        }
        // A long post has more words of every other one.
        let length = |place: usize| self.posts.get(place).map_or(1.0, |post| (post.all.len() as f32 + 500.0).sqrt());
        let found = scores.into_iter().enumerate().filter(|(other, score)| *score > 0.0 && *other != place);
        let mut found: Vec<(f32, usize)> = found.map(|(other, score)| (score / length(other), other)).collect();
        found.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        found.into_iter().take(count).map(|(_, place)| place).collect()
    }

    /// The words and phrases that a query finds, to mark them: without those of days, with the words that a mistake stood for.
    pub fn found(&self, query: &Query) -> Vec<String> {
        let of = |wanted: &Wanted| match wanted {
            Wanted::Word(word) => self.vocabulary.meant(word).into_iter().map(String::from).collect(),
            Wanted::Phrase(phrase) => vec![phrase.clone()],
            Wanted::Tag(_) | Wanted::Before(_) | Wanted::After(_) => Vec::new(),
        };
        query.wanted.iter().flat_map(of).collect()
    }

    /// Leaves out the posts without what is wanted.
    fn narrow(&self, ranks: &mut [Option<u32>], wanted: &Wanted) {
        match wanted {
            Wanted::Word(word) => self.narrow_to(ranks, word),
            Wanted::Phrase(phrase) => {
                words(phrase, &mut |word| self.narrow_to(ranks, word));
                self.keep(ranks, |post| post.all.contains(phrase.as_str()));
            }
            Wanted::Tag(tag) => self.keep(ranks, |post| post.tags.lines().any(|own| own.starts_with(tag.as_str()))),
            Wanted::Before(day) => self.keep(ranks, |post| !post.day.is_empty() && post.day.as_str() < day.as_str()),
            Wanted::After(day) => self.keep(ranks, |post| post.day.as_str() >= day.as_str()),
        }
    }

    fn narrow_to(&self, ranks: &mut [Option<u32>], word: &str) {
        if ranks.iter().all(Option::is_none) {
            return;
        }
        let mut best: Vec<Option<Field>> = vec![None; ranks.len()];
        self.vocabulary.find(word, &mut |place, field| {
            if let Some(best) = best.get_mut(place) {
                *best = Some(best.map_or(field, |known: Field| known.min(field)));
            }
        });
        for (rank, field) in ranks.iter_mut().zip(best) {
            *rank = rank.and_then(|rank| Some(rank + field? as u32));
        }
    }

    fn keep(&self, ranks: &mut [Option<u32>], holds: impl Fn(&Folded) -> bool) {
        for (rank, post) in ranks.iter_mut().zip(&self.posts) {
            *rank = rank.filter(|_| holds(post));
        }
    }
}
