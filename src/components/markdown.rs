//! Facts as Markdown (`CommonMark`, with the tables of `GitHub`), for copying.

use crate::{
    labels::{Localizer, Word},
    model::{Fact, Field, Records, Row},
};

/// Rows as a list: `- **Label:** value`.
pub(super) fn markdown<'r>(rows: impl Iterator<Item = &'r Row>, localizer: &Localizer) -> String {
    let mut writer = Writer { localizer, out: String::new() };
    for row in rows {
        writer.field(&row.field, 0);
    }
    writer.out
}

struct Writer<'w> {
    localizer: &'w Localizer,
    out: String,
}

impl Writer<'_> {
    fn field(&mut self, field: &Field, depth: usize) {
        self.begin(depth);
        self.out.push_str("**");
        self.words(&field.label);
        self.out.push_str(":** ");
        self.fact(&field.fact, depth);
        self.end();
    }

    fn begin(&mut self, depth: usize) {
        self.out.extend(std::iter::repeat_n("  ", depth));
        self.out.push_str("- ");
    }

    fn end(&mut self) {
        let end = self.out.trim_end_matches([' ', '\n']).len();
        self.out.truncate(end);
        self.out.push('\n');
    }

    /// Facts nest at most eight levels, so this recursion is bounded by the model.
    fn fact(&mut self, fact: &Fact, depth: usize) {
        match fact {
            Fact::Text(text) | Fact::Version(text) | Fact::Tag(text) => self.words(text),
            Fact::Number(digits) | Fact::Count(digits) | Fact::Measure(digits) => self.out.push_str(digits),
            Fact::Duration(minutes) => self.out.push_str(&self.localizer.count(Word::Minutes, minutes)),
            Fact::Quantity(digits, unit) => self.words(&[&self.localizer.number(digits), " ", unit].concat()),
            Fact::Date(date) => self.out.push_str(&self.localizer.date(date)),
            Fact::Flag(yes) => self.out.push_str(self.localizer.word(if *yes { Word::Yes } else { Word::No })),
            Fact::Identifier(text) | Fact::Code(text) | Fact::Deep(text) => self.code(text),
            Fact::Link(url, text) => self.link("", text, url.as_str()),
            Fact::Image(image) => {
                let src = image.src.as_ref().map(crate::policy::SafeUrl::as_str).unwrap_or_default();
                self.link("!", &image.alt, src);
            }
            Fact::Sourced(fact, source) => {
                self.fact(fact, depth);
                self.out.push_str(" (");
                match &source.url {
                    Some(url) => self.link("", &source.name, url.as_str()),
                    None => self.words(&source.name),
                }
                self.out.push(')');
            }
            Fact::List(facts) => self.list(facts, depth),
            Fact::Map(fields) => {
                self.end();
                for field in fields {
                    self.field(field, depth + 1);
                }
            }
            Fact::Records(records) => self.records(records, depth),
        }
    }

    fn list(&mut self, facts: &[Fact], depth: usize) {
        self.end();
        for fact in facts {
            self.begin(depth + 1);
            self.fact(fact, depth + 1);
            self.end();
        }
    }

    /// A table, indented into its list item.
    fn records(&mut self, records: &Records, depth: usize) {
        let indent = "  ".repeat(depth + 1);
        self.end();
        self.out.extend(["\n", &indent, "|"]);
        for column in &records.columns {
            self.cell(|writer| writer.words(column));
        }
        self.out.extend(["\n", &indent, "|", &" --- |".repeat(records.columns.len())]);
        for row in &records.rows {
            self.out.extend(["\n", &indent, "|"]);
            for cell in row {
                self.cell(|writer| {
                    if let Some(fact) = cell {
                        writer.fact(fact, 0);
                    }
                });
            }
        }
        self.out.push('\n');
    }

    /// A cell is one line.
    fn cell(&mut self, write: impl FnOnce(&mut Self)) {
        let before = std::mem::take(&mut self.out);
        write(self);
        let cell = std::mem::replace(&mut self.out, before);
        self.out.push(' ');
        for word in cell.split_whitespace() {
            self.out.extend([word, " "]);
        }
        self.out.push('|');
    }

    fn words(&mut self, text: &str) {
        push_words(&mut self.out, text);
    }

    /// Delimited by more backticks than the longest run in the text.
    fn code(&mut self, text: &str) {
        let longest = text.split(|char| char != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest + 1);
        let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
        self.out.extend([&fence, space, &text.replace('\n', " "), space, &fence]);
    }

    fn link(&mut self, mark: &str, words: &str, address: &str) {
        self.out.push_str(mark);
        push_link(&mut self.out, words, address);
    }
}

/// Appends words on one line; what Markdown would read as a mark is escaped.
pub(super) fn push_words(out: &mut String, text: &str) {
    for char in text.chars() {
        if "\\`*_[]<>|#~".contains(char) {
            out.push('\\');
        }
        out.push(if char == '\n' { ' ' } else { char });
    }
}

/// Appends a link.
pub(super) fn push_link(out: &mut String, words: &str, address: &str) {
    out.push('[');
    push_words(out, words);
    out.extend(["](<", &address.replace(['<', '>', '\n'], ""), ">)"]);
}
