//! Which posts count as related, and how good a ranking is by that measure.

// Every index comes from a list that this module builds.
#![allow(clippy::indexing_slicing)]

use backmatter::model::Subject;
use std::{
    collections::{HashMap, HashSet},
    fmt,
};

/// A post is judged only if at least this many others share a tag with it.
const NEIGHBOURS: usize = 5;

/// Posts as the methods see them, and the tags used to judge.
pub struct Judge {
    /// The posts, with the tags that may be seen.
    pub seen: Vec<Subject>,
    /// For each post: the others that share a judging tag, with the gain of the shared tags.
    gains: Vec<HashMap<usize, f64>>,
}

impl Judge {
    /// All tags are used to judge; the methods see none.
    pub fn of_all(subjects: &[Subject]) -> Judge {
        Judge::new(subjects, |tags| (tags.to_vec(), Vec::new()))
    }

    /// Every second tag is used to judge; the methods see the others.
    pub fn of_half(subjects: &[Subject]) -> Judge {
        Judge::new(subjects, |tags| {
            let (judging, seen): (Vec<_>, Vec<_>) =
                tags.iter().cloned().enumerate().partition(|(index, _)| index % 2 == 0);
            let names = |tags: Vec<(usize, String)>| tags.into_iter().map(|(_, tag)| tag).collect();
            (names(judging), names(seen))
        })
    }

    fn new(subjects: &[Subject], split: impl Fn(&[String]) -> (Vec<String>, Vec<String>)) -> Judge {
        let mut with: HashMap<&str, usize> = HashMap::new();
        for tag in subjects.iter().flat_map(|subject| tags_of(subject)) {
            *with.entry(tag).or_default() += 1;
        }
        let all = subjects.len() as f64;
        let (mut seen, mut gains) = (Vec::new(), Vec::new());
        for (index, subject) in subjects.iter().enumerate() {
            let (judging, visible) = split(&subject.card.tags);
            let mut gain = HashMap::new();
            for (other, candidate) in subjects.iter().enumerate().filter(|(other, _)| *other != index) {
                // A tag of half of all posts carries no information.
                let shared = tags_of(candidate).into_iter().filter(|tag| judging.iter().any(|judge| judge == tag));
                let told: f64 =
                    shared.filter(|tag| (with[tag] as f64) < all / 2.0).map(|tag| (all / with[tag] as f64).ln()).sum();
                if told > 0.0 {
                    gain.insert(other, told);
                }
            }
            gains.push(gain);
            let mut one = subject.clone();
            one.card.tags = visible;
            seen.push(one);
        }
        Judge { seen, gains }
    }

    /// Is there too little to judge by?
    pub fn is_blind(&self) -> bool {
        self.judged().count() < 20
    }

    fn judged(&self) -> impl Iterator<Item = (usize, &HashMap<usize, f64>)> {
        self.gains.iter().enumerate().filter(|(_, gain)| gain.len() >= NEIGHBOURS)
    }

    /// How good strips are; each has five places, of which three are shown.
    pub fn measure(&self, strips: &[Vec<usize>]) -> Measures {
        let (mut precision, mut gained, mut judged) = (0.0, 0.0, 0.0);
        for (index, gain) in self.judged() {
            let Some(strip) = strips.get(index) else { continue };
            precision += strip.iter().take(3).filter(|place| gain.contains_key(place)).count() as f64 / 3.0;
            let discounted = |gains: &mut dyn Iterator<Item = f64>| -> f64 {
                gains.take(5).enumerate().map(|(rank, gain)| gain / (rank as f64 + 2.0).log2()).sum()
            };
            let mut ideal: Vec<f64> = gain.values().copied().collect();
            ideal.sort_unstable_by(|one, other| other.total_cmp(one));
            let best = discounted(&mut ideal.into_iter());
            gained += discounted(&mut strip.iter().map(|place| gain.get(place).copied().unwrap_or_default())) / best;
            judged += 1.0;
        }
        let mut shown: HashMap<usize, usize> = HashMap::new();
        for place in strips.iter().flat_map(|strip| strip.iter().take(3)) {
            *shown.entry(*place).or_default() += 1;
        }
        let all = strips.len() as f64;
        Measures {
            precision: precision / judged,
            gain: gained / judged,
            cover: shown.len() as f64 / all,
            repeat: shown.values().max().copied().unwrap_or_default() as f64 / all,
            empty: strips.iter().filter(|strip| strip.is_empty()).count() as f64 / all,
        }
    }
}

fn tags_of(subject: &Subject) -> HashSet<&str> {
    subject.card.tags.iter().map(String::as_str).collect()
}

/// How good strips are.
pub struct Measures {
    /// P@3: how many of the three are related.
    precision: f64,
    /// nDCG@5.
    gain: f64,
    /// How many posts appear in any strip.
    cover: f64,
    /// In how many strips the most frequent post appears.
    repeat: f64,
    empty: f64,
}

impl Measures {
    pub const HEAD: &str = "    P@3  nDCG@5   cover  repeat   empty";
}

impl fmt::Display for Measures {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Measures { precision, gain, cover, repeat, empty } = self;
        write!(out, "{precision:>7.3} {gain:>7.3} {cover:>7.3} {repeat:>7.3} {empty:>7.3}")
    }
}
