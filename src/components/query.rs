//! Queries of the reader in the meta box: finding a field, showing JSON, copying.

use super::{Content, Part, content::MetaView, fact::Drawing, facts::found_sentence, markdown::markdown};
use crate::{
    json::indented,
    markup::{Markup, Tag},
    model::{Facts, Row},
};

/// A query, by the name that `post_meta.js` gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Query {
    /// The searchable texts of the rows, one per line.
    Texts,
    /// A sentence that says how many rows are shown, when some are not.
    Find,
    /// No reply: switches between JSON and facts.
    ShowJson,
    /// The JSON of a row, or of all.
    Json,
    /// The same as Markdown.
    Markdown,
}

impl Query {
    /// Reads a name.
    pub fn parse(name: &str) -> Option<Query> {
        match name {
            "texts" => Some(Query::Texts),
            "find" => Some(Query::Find),
            "show-json" => Some(Query::ShowJson),
            "json" => Some(Query::Json),
            "markdown" => Some(Query::Markdown),
            _ => None,
        }
    }
}

impl Content {
    /// Applies a query. `row` is the row it is about, `rows` are the rows found; `None` means all. Returns whether the
    /// box has to be drawn again.
    pub fn ask(&mut self, query: Query, row: Option<usize>, rows: Option<Vec<usize>>) -> bool {
        match query {
            Query::Find => self.meta_view.found = rows,
            Query::ShowJson => self.meta_view = MetaView { is_json: row.is_some(), found: None },
            _ => return false,
        }
        self.touch(Part::PostMeta);
        true
    }

    /// The reply to a query about one row, or about all rows when `row` is `None`.
    pub fn reply(&self, query: Query, row: Option<usize>) -> String {
        let Some(facts) = &self.post.meta.facts else { return String::new() };
        let rows = row.map_or(facts.rows.as_slice(), |at| facts.rows.get(at..=at).unwrap_or_default());
        match query {
            Query::Texts => rows.iter().map(|row| searched(self, facts, row)).collect(),
            Query::Find => match &self.meta_view.found {
                Some(found) => found_sentence(self, facts, found.len()),
                None => String::new(),
            },
            Query::ShowJson => String::new(),
            Query::Json => indented(&match (row, rows) {
                (Some(_), [row]) => facts.json(row),
                _ => facts.source.clone(),
            }),
            Query::Markdown => markdown(rows.iter(), &self.localizer),
        }
    }
}

/// What the reader may look for in a row: all that is shown of it, and its JSON.
fn searched(content: &Content, facts: &Facts, row: &Row) -> String {
    let mut drawn = Markup::new(Tag::Dl, "");
    Drawing::new(&mut drawn, content).row(row, None);
    let source = facts.source.get(row.source.clone()).unwrap_or_default();
    [&drawn.texts(), source, "\n"].concat()
}
