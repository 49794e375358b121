//! Counts of what is shown of the inputs.

use super::{
    input::{Wanted, words},
    rows::Row,
};
use backmatter::{policy::url::decoded, report::Failure};
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
    fragments: Count,
    cells: Count,
    items: Count,
    players: Count,
    rows: Count,
    formats: BTreeMap<String, usize>,
    pub milliseconds: u128,
    /// What is not shown, one line each.
    pub lost: Vec<String>,
}

/// At most this many lines of losses are kept.
const LOST: usize = 40;

impl Tally {
    /// The header of the table.
    pub const HEAD: &str = " posts titles blanks refused   words  drawn%   kept%  images   kept%   links   kept% fragments  kept%   cells   kept%   items   kept% players   kept%    rows  right%      ms  file (formats)";

    /// Counts a refused post, by its error code and message.
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

    /// Counts the words drawn directly from the conversion, before it is written as native JSON.
    pub fn direct(&mut self, wanted: &Wanted, drawn: &str) {
        let mut shown = Wanted::default();
        shown.html(drawn);
        count(&wanted.words, &shown.words, &mut self.direct);
    }

    /// Compares the drawn HTML with what must be shown, and counts.
    pub fn shown(&mut self, wanted: &Wanted, drawn: &str, has_title: bool, has_body: bool) {
        let mut shown = Wanted::default();
        shown.html(drawn);
        self.titles += usize::from(has_title && drawn.contains("bm-title"));
        self.blanks += usize::from(!drawn.contains("bm-title") && !drawn.contains("bm-article-body"));
        self.blanks += usize::from(has_title && !has_body && wanted.words.len() > 3);
        let lost = count(&wanted.words, &shown.words, &mut self.words);
        self.lose("words", &lost.join(" "));
        let decoded = |all: &BTreeSet<String>| all.iter().map(|one| plain(one)).collect::<BTreeSet<_>>();
        let (images, links) = (decoded(&shown.images), decoded(&shown.links));
        for image in &wanted.images {
            let is_shown = images.contains(&plain(image));
            self.images.add(is_shown);
            self.lose("image", if is_shown { "" } else { image });
        }
        for link in &wanted.links {
            let is_shown = links.contains(&plain(link));
            self.links.add(is_shown);
            self.lose("link", if is_shown { "" } else { link });
        }
        // Links to headings are added by Backmatter.
        let own = drawn.matches("class=\"bm-anchor\"").count();
        for (count, all, kept) in [
            (&mut self.fragments, wanted.fragments(), shown.fragments().saturating_sub(own)),
            (&mut self.cells, wanted.cells, shown.cells),
            (&mut self.items, wanted.items, shown.items),
            (&mut self.players, wanted.players, shown.players),
        ] {
            count.all += all;
            count.kept += kept.min(all);
        }
    }

    /// Counts the rows of the meta box, and those that look right.
    pub fn rows(&mut self, rows: &[Row]) {
        for row in rows {
            let oddity = row.oddity();
            self.rows.add(oddity.is_none());
            if let Some(why) = oddity {
                self.lose(&format!("row ({why})"), &row.line());
            }
        }
    }

    fn lose(&mut self, kind: &str, what: &str) {
        if !what.is_empty() && self.lost.len() < LOST {
            self.lost.push(format!("{kind}: {}", what.chars().take(300).collect::<String>()));
        }
    }

    /// Adds the counts of another tally.
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
            (&mut self.fragments, other.fragments),
            (&mut self.cells, other.cells),
            (&mut self.items, other.items),
            (&mut self.players, other.players),
            (&mut self.rows, other.rows),
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
        let counts = [self.images, self.links, self.fragments, self.cells, self.items, self.players, self.rows];
        let counts: Vec<String> = counts.iter().map(|count| format!("{:>7} {:>7}", count.all, count.share())).collect();
        format!(
            "{:>6} {:>6} {:>6} {:>7} {:>7} {:>7} {:>7} {} {:>7}  {name} ({})",
            self.posts,
            self.titles,
            self.blanks,
            self.failures,
            self.words.all,
            self.direct.share(),
            self.words.share(),
            counts.join(" "),
            self.milliseconds,
            formats.join(", ")
        )
    }
}

/// Counts the words that are shown, each as often as it occurs; returns the others.
fn count(wanted: &[String], shown: &[String], counts: &mut Count) -> Vec<String> {
    let mut lost = Vec::new();
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    // A word may be joined with others or split in the drawn text: also search its letters without spaces.
    let run: String = shown.concat();
    for word in shown {
        *left.entry(word).or_default() += 1;
    }
    for word in wanted {
        let held = left.get_mut(word.as_str()).filter(|held| **held > 0);
        let is_shown = held.map(|held| *held -= 1).is_some() || (word.len() > 5 && run.contains(word.as_str()));
        counts.add(is_shown);
        if !is_shown {
            lost.push(word.clone());
        }
    }
    lost
}

/// An address without the differences in escaping between browsers.
fn plain(address: &str) -> String {
    let address = decoded(&address.replace("&amp;", "&")).replace('\\', "/");
    words(&address).concat()
}
