//! The report on an input: its format, the confidence of the detection, and all that could not be shown as given.

mod codes;
mod needs;
mod path;

pub use codes::NoticeCode;
pub use needs::{Need, Needs};
pub use path::Path;

use serde::{Serialize, Serializer, ser::SerializeMap};

/// One thing that was left out, mended or shown differently from the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What kind of thing; stable.
    pub code: NoticeCode,
    /// A path into the input, such as `images[2].credit.source_url`; empty for the whole.
    pub r#where: String,
    /// What happened.
    pub what: String,
    /// The reason, in one plain sentence.
    pub why: String,
    /// How many more there were of the same kind; with [`NoticeCode::MoreNotices`], how many notices beyond the limit.
    pub more: usize,
}

/// The most characters of `where`, `what` and `why`; 300 in all, because each may quote the input.
const LIMITS: [usize; 3] = [120, 60, 120];

impl Notice {
    /// A notice; `detail` goes into the sentence of its code.
    pub fn new(code: NoticeCode, r#where: &str, detail: &str, why: &str) -> Notice {
        let [place, what, reason] = LIMITS;
        Notice {
            code,
            r#where: shortened(r#where, place),
            what: shortened(&code.what(detail), what),
            why: shortened(why, reason),
            more: 0,
        }
    }

    /// Does it say the same, whatever its count?
    fn says(&self, what: &str) -> bool {
        let bare = |what: &str| what.strip_suffix(" times)").and_then(|rest| rest.rfind(" (")).unwrap_or(what.len());
        self.what.get(..bare(&self.what)) == what.get(..bare(what))
    }

    /// Counts so many more of the same kind.
    pub fn repeat(&mut self, more: usize) {
        let told = if self.more == 0 { self.what.len() } else { self.what.rfind(" (").unwrap_or(self.what.len()) };
        self.more += more;
        if self.more > 0 {
            self.what.truncate(told);
            self.what.extend([" (", &(self.more + 1).to_string(), " times)"]);
        }
    }

    /// The notice that counts the `more` notices that are not spelled out.
    pub fn of_more(more: usize) -> Notice {
        Notice { more, ..Notice::new(NoticeCode::MoreNotices, "", &more.to_string(), "1,000 are spelled out") }
    }
}

/// Notices of one kind as one: where the first was, and how many there were.
pub fn summed(notices: Vec<Notice>) -> Vec<Notice> {
    let mut summed: Vec<Notice> = Vec::new();
    for notice in notices {
        let said =
            |known: &&mut Notice| known.code == notice.code && known.why == notice.why && known.says(&notice.what);
        match summed.iter_mut().find(said) {
            Some(known) => known.repeat(1 + notice.more),
            None => summed.push(notice),
        }
    }
    summed
}

/// Joins the notices on an input and those on its conversion, without duplicates.
pub fn joined(mut first: Vec<Notice>, later: Vec<Notice>) -> Vec<Notice> {
    let said = first.len();
    for notice in later {
        let is_known = first.iter().take(said).any(|known| known.code == notice.code && known.why == notice.why);
        if !is_known {
            first.push(notice);
        }
    }
    first
}

/// The text, cut to `limit` characters with an ellipsis at the end.
fn shortened(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        None => text.to_string(),
        Some(_) => text.chars().take(limit - 1).chain(['…']).collect(),
    }
}

/// The account of one input.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The format that was read, such as `backmatter/1`.
    pub format: String,
    /// From 0 to 1: how sure the detection is. 1 where the input or the host names the format.
    pub confidence: f64,
    /// The evidence for the format.
    pub reasons: Vec<String>,
    /// In the order of the input.
    pub notices: Vec<Notice>,
}

/// Why an input cannot be shown at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Which kind of failure.
    pub code: FailureCode,
    /// One plain sentence for the person who maintains the page.
    pub message: String,
}

/// The error codes of the contract that the core can give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureCode {
    /// The text is not JSON.
    BadJson,
    /// The text is longer than the limit.
    TooLarge,
    /// It is JSON, but no post.
    NotAPost,
    /// Only some people may read the post.
    Protected,
    /// It is in a format that this program does not read. Scripts then load another program; hosts never get this code.
    OtherFormat,
}

impl FailureCode {
    /// The code as the contract writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            FailureCode::BadJson => "bad-json",
            FailureCode::TooLarge => "too-large",
            FailureCode::NotAPost => "not-a-post",
            FailureCode::Protected => "protected",
            FailureCode::OtherFormat => "other-format",
        }
    }
}

// Written by hand as maps: derived code caches field names, which adds 3 KB to the wasm.

impl Serialize for Notice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", self.code.as_str())?;
        map.serialize_entry("where", &self.r#where)?;
        map.serialize_entry("what", &self.what)?;
        map.serialize_entry("why", &self.why)?;
        if self.more > 0 {
            map.serialize_entry("more", &self.more)?;
        }
        map.end()
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("format", &self.format)?;
        map.serialize_entry("confidence", &self.confidence)?;
        map.serialize_entry("reasons", &self.reasons)?;
        map.serialize_entry("notices", &self.notices)?;
        map.end()
    }
}

impl Serialize for Failure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("code", self.code.as_str()), ("message", &self.message)])
    }
}
