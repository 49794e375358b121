//! What came through.

use super::input::{Wanted, words};
use backmatter::report::Failure;
use std::collections::{BTreeMap, BTreeSet};

/// How many there are, and how many of them are shown.
#[derive(Clone, Copy, Default)]
struct Count {
    all: usize,
    kept: usize,
}

impl Count {
    fn add(&mut self, is_shown: bool) {
        self.all += 1;
        self.kept += usize::from(is_shown);
    }

    #[allow(clippy::cast_precision_loss)]
    fn share(self) -> String {
        if self.all == 0 { "-".to_string() } else { format!("{:.2}", 100.0 * self.kept as f64 / self.all as f64) }
    }
}

/// Counts of one file, or of all.
#[derive(Default)]
pub struct Tally {
    posts: usize,
    titles: usize,
    blanks: usize,
    failures: usize,
    direct: Count,
    words: Count,
    images: Count,
    links: Count,
    formats: BTreeMap<String, usize>,
    pub milliseconds: u128,
}

impl Tally {
    /// What stands above the lines.
    pub const HEAD: &str =
        " posts titles blanks refused   words  drawn%   kept%  images   kept%   links   kept%      ms  file (formats)";

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
        for image in &wanted.images {
            self.images.add(images.contains(&plain(image)));
        }
        for link in &wanted.links {
            self.links.add(links.contains(&plain(link)));
        }
    }

    /// Adds another.
    pub fn add(&mut self, other: &Tally) {
        self.posts += other.posts;
        self.titles += other.titles;
        self.blanks += other.blanks;
        self.failures += other.failures;
        self.milliseconds += other.milliseconds;
        for (own, other) in [
            (&mut self.direct, other.direct),
            (&mut self.words, other.words),
            (&mut self.images, other.images),
            (&mut self.links, other.links),
        ] {
            own.all += other.all;
            own.kept += other.kept;
        }
        for (name, count) in &other.formats {
            *self.formats.entry(name.clone()).or_default() += count;
        }
    }

    /// The line of a file.
    pub fn line(&self, name: &str) -> String {
        let formats: Vec<String> = self.formats.iter().map(|(name, count)| format!("{name} {count}")).collect();
        format!(
            "{:>6} {:>6} {:>6} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}  {name} ({})",
            self.posts,
            self.titles,
            self.blanks,
            self.failures,
            self.words.all,
            self.direct.share(),
            self.words.share(),
            self.images.all,
            self.images.share(),
            self.links.all,
            self.links.share(),
            self.milliseconds,
            formats.join(", ")
        )
    }
}

/// Counts the words that are shown, each as often as it is.
fn count(wanted: &[String], shown: &[String], counts: &mut Count) {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    // Words may be drawn together or apart: what is drawn is one text of letters, too.
    let run: String = shown.concat();
    for word in shown {
        *left.entry(word).or_default() += 1;
    }
    for word in wanted {
        let held = left.get_mut(word.as_str()).filter(|held| **held > 0);
        let is_shown = held.map(|held| *held -= 1).is_some() || (word.len() > 5 && run.contains(word.as_str()));
        counts.add(is_shown);
    }
}

/// An address without what browsers write in several ways.
fn plain(address: &str) -> String {
    let address = address.replace("&amp;", "&").replace("%20", " ").replace('\\', "/");
    words(&address).concat()
}
