//! Methods to rank similar posts. Each returns up to five places for each post, the best first.

// Every index comes from a list that this module builds.
#![allow(clippy::indexing_slicing)]

use backmatter::{
    model::{Date, Subject},
    related::{Corpus, strips},
};
use std::collections::HashMap;

/// A method and its name.
pub struct Rival {
    pub name: &'static str,
    pub ranks: fn(&[Subject]) -> Vec<Vec<usize>>,
}

/// All methods, ours last.
pub fn rivals() -> [Rival; 8] {
    [
        Rival { name: "random", ranks: random },
        Rival { name: "latest", ranks: latest },
        Rival { name: "title", ranks: title },
        Rival { name: "BM25, 25 terms", ranks: bm25 },
        Rival { name: "tags", ranks: tags },
        Rival { name: "cosine, 64 terms", ranks: cosine },
        Rival { name: "backmatter, one post", ranks: ours_alone },
        Rival { name: "backmatter", ranks: ours },
    ]
}

fn ours(subjects: &[Subject]) -> Vec<Vec<usize>> {
    let corpus = Corpus::of(subjects, true);
    let mut strips = strips(&corpus, 3, &mut |_| ());
    // Two more places, which are not shown, for nDCG@5.
    for (own, strip) in strips.iter_mut().enumerate() {
        let more =
            corpus.like(own, 5).into_iter().map(|(_, place)| place).filter(|place| !strip.contains(place)).take(2);
        let more: Vec<usize> = more.collect();
        strip.extend(more);
    }
    strips
}

/// Our ranking without the words that posts take on from neighbours, and without a limit on how often one is shown.
fn ours_alone(subjects: &[Subject]) -> Vec<Vec<usize>> {
    let corpus = Corpus::of(subjects, false);
    let strip = |own: usize| corpus.like(own, 5).into_iter().map(|(_, place)| place).collect();
    (0..subjects.len()).map(strip).collect()
}

/// The five best of each by a score; those with none are left out, equal ones are newest first.
fn by_score(subjects: &[Subject], score: impl Fn(usize, usize) -> f64) -> Vec<Vec<usize>> {
    let date = |place: usize| subjects[place].card.published.as_ref().map(Date::iso);
    let strip = |own: usize| {
        let scored = (0..subjects.len()).filter(|other| *other != own).map(|other| (score(own, other), other));
        let mut found: Vec<(f64, usize)> = scored.filter(|(score, _)| *score > 0.0).collect();
        found.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| date(other.1).cmp(&date(one.1))));
        found.into_iter().take(5).map(|(_, place)| place).collect()
    };
    (0..subjects.len()).map(strip).collect()
}

fn random(subjects: &[Subject]) -> Vec<Vec<usize>> {
    let mixed =
        |own: usize, other: usize| ((own * 7_919 + other * 104_729) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
    by_score(subjects, |own, other| 1.0 + mixed(own, other) as f64)
}

fn latest(subjects: &[Subject]) -> Vec<Vec<usize>> {
    by_score(subjects, |_, _| 1.0)
}

type Counts = HashMap<String, f64>;

fn counts(text: &str) -> Counts {
    let mut counts = Counts::new();
    for word in text.to_lowercase().split(|char: char| !char.is_alphanumeric()).filter(|word| word.chars().count() > 1)
    {
        let is_number = word.chars().all(|char| char.is_ascii_digit());
        if !is_number {
            *counts.entry(word.to_string()).or_default() += 1.0;
        }
    }
    counts
}

fn with_term(all: &[Counts]) -> Counts {
    let mut with = Counts::new();
    all.iter().flat_map(HashMap::keys).for_each(|word| *with.entry(word.clone()).or_default() += 1.0);
    with
}

fn title(subjects: &[Subject]) -> Vec<Vec<usize>> {
    let titles: Vec<Counts> = subjects.iter().map(|subject| counts(&subject.card.title)).collect();
    let (with, all) = (with_term(&titles), titles.len() as f64);
    by_score(subjects, |own, other| {
        let shared = titles[own].keys().filter(|word| titles[other].contains_key(*word));
        shared.map(|word| (all / with[word]).ln()).sum::<f64>() / (1.0 + titles[other].len() as f64).sqrt()
    })
}

fn whole(subjects: &[Subject]) -> Vec<Counts> {
    subjects.iter().map(|subject| counts(&[subject.card.title.as_str(), " ", &subject.text].concat())).collect()
}

fn heaviest(mut weights: Vec<(String, f64)>, count: usize) -> Counts {
    weights.sort_by(|one, other| other.1.total_cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    weights.truncate(count);
    weights.into_iter().collect()
}

fn bm25(subjects: &[Subject]) -> Vec<Vec<usize>> {
    let texts = whole(subjects);
    let (with, all) = (with_term(&texts), texts.len() as f64);
    let idf = |word: &str| (1.0 + (all - with[word] + 0.5) / (with[word] + 0.5)).ln();
    let lengths: Vec<f64> = texts.iter().map(|text| text.values().sum()).collect();
    let mean = lengths.iter().sum::<f64>() / all;
    let asked: Vec<Counts> = texts
        .iter()
        .map(|text| heaviest(text.iter().map(|(word, count)| (word.clone(), count * idf(word))).collect(), 25))
        .collect();
    by_score(subjects, |own, other| {
        let length = 1.2 * (0.25 + 0.75 * lengths[other] / mean);
        let found = asked[own].keys().filter_map(|word| Some((word, texts[other].get(word)?)));
        found.map(|(word, count)| idf(word) * count * 2.2 / (count + length)).sum()
    })
}

fn tags(subjects: &[Subject]) -> Vec<Vec<usize>> {
    let tagged: Vec<Counts> =
        subjects.iter().map(|subject| subject.card.tags.iter().map(|tag| (tag.clone(), 1.0)).collect()).collect();
    let (with, all) = (with_term(&tagged), tagged.len() as f64);
    by_score(subjects, |own, other| {
        tagged[own].keys().filter(|tag| tagged[other].contains_key(*tag)).map(|tag| (all / with[tag]).ln()).sum()
    })
}

fn cosine(subjects: &[Subject]) -> Vec<Vec<usize>> {
    let texts = whole(subjects);
    let (with, all) = (with_term(&texts), texts.len() as f64);
    let vectors: Vec<Counts> = texts
        .iter()
        .map(|text| {
            let known = text.iter().filter(|(word, _)| with[*word] > 1.0);
            let weights = known.map(|(word, count)| (word.clone(), (1.0 + count.ln()) * (all / with[word]).ln()));
            let mut vector = heaviest(weights.collect(), 64);
            let length = vector.values().map(|weight| weight * weight).sum::<f64>().sqrt();
            for weight in vector.values_mut() {
                *weight /= length;
            }
            vector
        })
        .collect();
    by_score(subjects, |own, other| {
        vectors[own].iter().filter_map(|(word, weight)| Some(weight * vectors[other].get(word)?)).sum()
    })
}
