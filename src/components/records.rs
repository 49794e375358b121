//! A table of records, to be sorted by its columns; in a narrow box each record is a card.

use super::fact::Drawing;
use crate::{
    labels::Word,
    markup::{Attr, Tag, Template},
    model::{Fact, Records},
};

/// Rows of one table. Browsers lay out a table as a whole, so a longer one goes on in disclosures.
const PIECE: usize = 500;

impl Drawing<'_> {
    pub(super) fn records(&mut self, records: &Records) {
        for (index, rows) in records.rows.chunks(PIECE).enumerate() {
            if index == 0 {
                self.piece(records, rows);
                continue;
            }
            let first = index * PIECE + 1;
            let range = [first, first + rows.len() - 1].map(|row| self.localizer.number(&row.to_string())).join("–");
            self.markup.open(Tag::Details, "bm-records-rest").leaf(Tag::Summary, "bm-records-range", &range);
            self.piece(records, rows);
            self.markup.close();
        }
    }

    /// A table of some of the rows.
    fn piece(&mut self, records: &Records, rows: &[Vec<Option<Fact>>]) {
        let is_sorted = records.rows.len() > 1;
        self.markup.open(Tag::Div, "bm-scroll").open(Tag::Table, "bm-records");
        self.markup.open(Tag::Thead, "").open(Tag::Tr, "");
        for column in &records.columns {
            self.markup.open_as(Template::new(Tag::Th, "", &[(Attr::Scope, "col")]));
            if is_sorted {
                self.markup.open_as(Template::new(Tag::Button, "bm-records-sort", &[(Attr::Type, "button")]));
                self.markup.attr(Attr::Action, "sort").text(column).close();
            } else {
                self.markup.text(column);
            }
            self.markup.close();
        }
        self.markup.close().close().open(Tag::Tbody, "");
        for row in rows {
            self.record(&records.columns, row);
        }
        self.markup.close().close().close();
    }

    fn record(&mut self, columns: &[String], cells: &[Option<Fact>]) {
        self.markup.open(Tag::Tr, "");
        for (cell, column) in cells.iter().zip(columns) {
            self.markup.open(Tag::Td, "").attr(Attr::Column, column);
            match cell {
                Some(fact) => self.fact(fact),
                None => self.missing(),
            }
            self.markup.close();
        }
        self.markup.close();
    }

    /// An empty cell: a visible dash, and a word for screen readers.
    fn missing(&mut self) {
        let word = self.localizer.word(Word::Missing);
        self.markup
            .open_as(Template::new(Tag::Span, "bm-missing", &[(Attr::Role, "img")]))
            .attr(Attr::AriaLabel, word)
            .text("–")
            .close();
    }
}
