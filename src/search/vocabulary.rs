//! The words of all posts, and where they are.

use super::Field;
use std::{collections::BTreeMap, ops::Bound};

/// A mistake is forgiven in words of at least so many characters.
const LEAST: usize = 4;

/// The place of a post and a field in one number: the field in the last two bits.
type Posting = u32;

/// Each word with the posts that have it, and the best field that has it there.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Vocabulary {
    words: BTreeMap<Box<str>, Vec<Posting>>,
    /// The same for all words with one first character: the lists of thousands of words take too long to join at a keystroke.
    letters: BTreeMap<char, Vec<Posting>>,
}

impl Vocabulary {
    /// Notes a word of a post. The fields of a post come one after the other, the best first.
    pub fn add(&mut self, word: &str, place: usize, field: Field) {
        let posting = ((place as u32) << 2) | field as u32;
        match self.words.get_mut(word) {
            Some(postings) => note(postings, posting),
            None => drop(self.words.insert(word.into(), vec![posting])),
        }
        if let Some(letter) = word.chars().next() {
            note(self.letters.entry(letter).or_default(), posting);
        }
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
        let all = from.map(|(word, postings)| (&**word, postings.as_slice()));
        all.take_while(move |(word, _)| word.starts_with(typed))
    }

    /// The words that a typed one becomes by one mistake.
    fn near<'a>(&'a self, typed: &'a str) -> impl Iterator<Item = (&'a str, &'a [Posting])> {
        let searched = if typed.chars().nth(LEAST - 1).is_none() { 0 } else { self.words.len() };
        let all = self.words.iter().take(searched).map(|(word, postings)| (&**word, postings.as_slice()));
        all.filter(move |(word, _)| is_one_mistake(typed, word))
    }
}

/// Adds a posting, unless the post is there.
fn note(postings: &mut Vec<Posting>, posting: Posting) {
    if postings.last().is_none_or(|last| last >> 2 != posting >> 2) {
        postings.push(posting);
    }
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
