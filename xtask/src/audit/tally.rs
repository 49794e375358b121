//! What came through.

use super::input::{Wanted, words};
use backmatter::report::Failure;
use std::collections::{BTreeMap, BTreeSet};

/// Counts of one file, or of all.
#[derive(Default)]
pub struct Tally {
    posts: usize,
    titles: usize,
    blanks: usize,
    failures: usize,
    direct: [usize; 2],
    words: [usize; 2],
    images: [usize; 2],
    links: [usize; 2],
    formats: BTreeMap<String, usize>,
    pub milliseconds: u128,
}

impl Tally {
    /// What stands above the lines.
    pub const HEAD: &str = " posts titles blanks refused   words  drawn%   kept%  images   kept%   links   kept%      ms  file (formats)";

    /// Counts a post that is refused, by what is said about it.
    pub fn fail(&mut self, failure: &Failure, refused: &mut BTreeMap<String, usize>) {
        self.failures += 1;
        let message: String = failure.message.chars().take(140).collect();
        *refused.entry(format!("{}: {message}", failure.code.as_str())).or_default() += 1;
    }

    /// Counts the format of a post.
    pub fn formats(&mut self, name: &str) {
        self.posts += 1;
        *self.formats.entry(name.to_string()).or_default() += 1;
    }

    /// Counts the words of what is drawn from the reading itself, before it is written.
    pub fn direct(&mut self, wanted: &Wanted, drawn: &str) {
        let mut shown = Wanted::default();
        shown.html(drawn);
        count(&wanted.words, &shown.words, &mut self.direct);
    }

    /// Counts what is drawn of what is wanted.
    pub fn shown(&mut self, wanted: &Wanted, drawn: &str, has_title: bool, has_body: bool) {
        let mut shown = Wanted::default();
        shown.html(drawn);
        self.titles += usize::from(has_title && drawn.contains("bm-title"));
        self.blanks += usize::from(!drawn.contains("bm-title") && !drawn.contains("bm-article-body"));
        self.blanks += usize::from(has_title && !has_body && wanted.words.len() > 3);
        count(&wanted.words, &shown.words, &mut self.words);
        let decoded = |all: &BTreeSet<String>| all.iter().map(|one| plain(one)).collect::<BTreeSet<_>>();
        let (images, links) = (decoded(&shown.images), decoded(&shown.links));
        wanted.images.iter().for_each(|image| self.images[usize::from(images.contains(&plain(image)))] += 1);
        wanted.links.iter().for_each(|link| self.links[usize::from(links.contains(&plain(link)))] += 1);
    }

    /// Adds another.
    pub fn add(&mut self, other: &Tally) {
        self.posts += other.posts;
        self.titles += other.titles;
        self.blanks += other.blanks;
        self.failures += other.failures;
        self.milliseconds += other.milliseconds;
        for (own, other) in [(&mut self.direct, other.direct), (&mut self.words, other.words), (&mut self.images, other.images), (&mut self.links, other.links)] {
            own[0] += other[0];
            own[1] += other[1];
        }
        other.formats.iter().for_each(|(name, count)| *self.formats.entry(name.clone()).or_default() += count);
    }

    /// The line of a file.
    pub fn line(&self, name: &str) -> String {
        let formats: Vec<String> = self.formats.iter().map(|(name, count)| format!("{name} {count}")).collect();
        format!(
            "{:>6} {:>6} {:>6} {:>7} {} {} {} {} {:>7}  {name} ({})",
            self.posts,
            self.titles,
            self.blanks,
            self.failures,
            share(self.direct),
            share(self.words).trim_start_matches(' ').split_whitespace().nth(1).map(|kept| format!("{kept:>7}")).unwrap_or_default(),
            share(self.images),
            share(self.links),
            self.milliseconds,
            formats.join(", ")
        )
    }
}

/// Counts the words that are shown, each as often as it is.
fn count(wanted: &[String], shown: &[String], counts: &mut [usize; 2]) {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    // Words may be drawn together or apart: what is drawn is one text of letters, too.
    let run: String = shown.concat();
    shown.iter().for_each(|word| *left.entry(word).or_default() += 1);
    for word in wanted {
        let held = left.get_mut(word.as_str()).filter(|held| **held > 0);
        let is_shown = held.map(|held| *held -= 1).is_some() || (word.len() > 5 && run.contains(word.as_str()));
        counts[usize::from(is_shown)] += 1;
    }
}

/// How many there are, and how much of them is shown.
#[allow(clippy::cast_precision_loss)]
fn share([lost, kept]: [usize; 2]) -> String {
    let all = lost + kept;
    if all == 0 { format!("{:>7} {:>7}", 0, "-") } else { format!("{all:>7} {:>7.2}", 100.0 * kept as f64 / all as f64) }
}

/// An address without what browsers write in several ways.
fn plain(address: &str) -> String {
    let address = address.replace("&amp;", "&").replace("%20", " ").replace('\\', "/");
    words(&address).concat()
}
