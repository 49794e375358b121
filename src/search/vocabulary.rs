//! The words of all posts, and where they are.

use super::{Field, folding::words};
use std::{
    collections::{BTreeMap, HashMap},
    ops::Bound,
    sync::Arc,
};

/// A mistake is forgiven in words of at least so many characters.
const LEAST: usize = 4;

/// How many words of a post are compared with those of others.
const RARE: usize = 64;

/// The place of a post and a field in one number: the field in the last two bits.
type Posting = u32;

/// Each word with the posts that have it, and the best field that has it there.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Vocabulary {
    /// The place of each word in `postings`. Most words of a post are known: they are looked up here.
    known: HashMap<Arc<str>, usize>,
    /// The same in alphabetical order, for beginnings of words.
    words: BTreeMap<Arc<str>, usize>,
    postings: Vec<Vec<Posting>>,
    /// The same for all words with one first character: the lists of thousands of words take too long to join at a keystroke.
    letters: BTreeMap<char, Vec<Posting>>,
}

impl Vocabulary {
    /// Notes a word of a post. The fields of a post come one after the other, the best first.
    pub fn add(&mut self, word: &str, place: usize, field: Field) {
        let posting = ((place as u32) << 2) | field as u32;
        let known = self.known.get(word).and_then(|place| self.postings.get_mut(*place));
        let is_first = known.map(|postings| note(postings, posting));
        if is_first.is_none() {
            self.begin(word.into(), posting);
        }
        if let (true, Some(letter)) = (is_first.unwrap_or(true), word.chars().next()) {
            note(self.letters.entry(letter).or_default(), posting);
        }
    }

    /// Notes the first post that has a word.
    fn begin(&mut self, word: Arc<str>, posting: Posting) {
        self.known.insert(word.clone(), self.postings.len());
        self.words.insert(word, self.postings.len());
        self.postings.push(vec![posting]);
    }

    fn of(&self, place: usize) -> &[Posting] {
        self.postings.get(place).map_or(&[], Vec::as_slice)
    }

    /// The rarest words of a text that more than one post has: the weight of each, and the places of the posts that have it.
    pub fn rarest(&self, text: &str) -> Vec<(f32, impl Iterator<Item = usize>)> {
        let mut lists = BTreeMap::new();
        words(text, &mut |word| {
            if let Some(place) = self.known.get(word) {
                lists.insert((self.of(*place).len(), *place), self.of(*place));
            }
        });
        let all = self.letters.values().map(Vec::len).max().unwrap_or_default() as f32;
        let rare = lists.into_values().filter(|postings| postings.len() > 1).take(RARE);
        let weighed = rare.map(|postings| {
            let weight = (1.0 + all / postings.len() as f32).ln();
            (weight * weight, postings.iter().map(|posting| (posting >> 2) as usize))
        });
        weighed.collect()
    }

    /// The words that a typed one stands for: itself, as the beginning of words; if no word begins with it, those with one
    /// mistake in it.
    pub fn meant<'a>(&'a self, typed: &'a str) -> Vec<&'a str> {
        if self.beginning(typed).next().is_some() {
            return vec![typed];
        }
        self.near(typed).map(|(word, _)| word).collect()
    }

    /// Calls `found` with each post that has a word that the typed one stands for.
    pub fn find(&self, typed: &str, found: &mut dyn FnMut(usize, Field)) {
        let mut give = |postings: &[Posting]| {
            for posting in postings {
                let field = [Field::Title, Field::Name, Field::Text].into_iter().nth((posting & 3) as usize);
                found((posting >> 2) as usize, field.unwrap_or(Field::Text));
            }
        };
        if let Some(postings) = only(typed).and_then(|letter| self.letters.get(&letter)) {
            return give(postings);
        }
        let mut is_known = false;
        for (_, postings) in self.beginning(typed) {
            is_known = true;
            give(postings);
        }
        if !is_known {
            self.near(typed).for_each(|(_, postings)| give(postings));
        }
    }

    fn beginning<'a>(&'a self, typed: &'a str) -> impl Iterator<Item = (&'a str, &'a [Posting])> {
        let from = self.words.range::<str, _>((Bound::Included(typed), Bound::Unbounded));
        let all = from.map(|(word, place)| (&**word, self.of(*place)));
        all.take_while(move |(word, _)| word.starts_with(typed))
    }

    /// The words that a typed one becomes by one mistake.
    fn near<'a>(&'a self, typed: &'a str) -> impl Iterator<Item = (&'a str, &'a [Posting])> {
        let searched = if typed.chars().nth(LEAST - 1).is_none() { 0 } else { self.words.len() };
        let all = self.words.iter().take(searched).map(|(word, place)| (&**word, self.of(*place)));
        all.filter(move |(word, _)| is_one_mistake(typed, word))
    }
}

/// Adds a posting, unless the post is there. Says whether it was not.
fn note(postings: &mut Vec<Posting>, posting: Posting) -> bool {
    let is_new = postings.last().is_none_or(|last| last >> 2 != posting >> 2);
    if is_new {
        postings.push(posting);
    }
    is_new
}

/// The character of a text that is only one.
fn only(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// Whether one character is missing, added or another one, or two neighbours have changed places.
fn is_one_mistake(typed: &str, word: &str) -> bool {
    let same = typed.chars().zip(word.chars()).take_while(|(one, other)| one == other);
    let same: usize = same.map(|(char, _)| char.len_utf8()).sum();
    let (typed, word) = (typed.get(same..).unwrap_or_default(), word.get(same..).unwrap_or_default());
    let same = typed.chars().rev().zip(word.chars().rev()).take_while(|(one, other)| one == other);
    let same: usize = same.map(|(char, _)| char.len_utf8()).sum();
    let typed = typed.get(..typed.len() - same).unwrap_or_default();
    let word = word.get(..word.len() - same).unwrap_or_default();
    let (mut typed, mut word) = (typed.chars(), word.chars());
    match ([typed.next(), typed.next(), typed.next()], [word.next(), word.next(), word.next()]) {
        ([None, ..], [None, ..]) => false,
        ([_, None, _], [_, None, _]) => true,
        ([first, second, None], [one, other, None]) => first == other && second == one,
        _ => false,
    }
}
