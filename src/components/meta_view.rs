//! What the reader looks at in the meta box, and what is answered when more is asked of it.

use super::{Content, fact::Drawing, facts::found_sentence, markdown::markdown};
use crate::{
    json::indented,
    markup::{Markup, Tag},
    model::{Facts, Row},
};

/// What the reader looks at.
#[derive(Clone, Debug, Default)]
pub struct MetaView {
    /// The rows in which something was found; `None` for all.
    pub found: Option<Vec<usize>>,
    /// Is the box shown as JSON?
    pub is_json: bool,
}

/// The texts of the rows, a line each, for looking something up. Questions go by numbers; `post_meta.js` has the same.
pub const TEXTS: u32 = 0;
/// How many rows were found, when they are shown.
pub const FIND: u32 = 1;
/// Nothing: the box is shown as JSON, or as facts again.
pub const SHOW_JSON: u32 = 2;
/// The JSON of a row, or of all.
pub const JSON: u32 = 3;
/// The same as Markdown.
pub const MARKDOWN: u32 = 4;

/// The answer to a question about the row `number`, or about all rows where there is none.
pub fn answer(content: &Content, question: u32, number: Option<usize>) -> String {
    let Some(facts) = &content.post.meta.facts else { return String::new() };
    let rows = number.map_or(facts.rows.as_slice(), |at| facts.rows.get(at..=at).unwrap_or_default());
    match question {
        TEXTS => rows.iter().map(|row| searched(content, facts, row)).collect(),
        FIND => match &content.meta_view.found {
            Some(found) => found_sentence(content, facts, found.len()),
            None => String::new(),
        },
        JSON => indented(&match (number, rows) {
            (Some(_), [row]) => facts.json(row),
            _ => facts.source.clone(),
        }),
        MARKDOWN => markdown(rows.iter(), &content.localizer),
        _ => String::new(),
    }
}

/// What the reader may look for in a row: all that is shown of it, and its JSON.
fn searched(content: &Content, facts: &Facts, row: &Row) -> String {
    let mut drawn = Markup::new(Tag::Dl, "");
    Drawing::new(&mut drawn, content).row(row, None);
    let source = facts.source.get(row.source.clone()).unwrap_or_default();
    [&drawn.texts(), source, "\n"].concat()
}
