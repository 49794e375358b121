//! Tables of the article.

use super::article_body::Drawing;
use crate::{
    markup::{Attr, Tag, Template},
    model::{Cell, Table},
};

/// Grid places that the cells of a table span in total, at most: browsers lay out each. Beyond, a cell spans one place.
const PLACES: u32 = 10_000;

impl Drawing<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        self.markup
            .open_as(Template::new(Tag::Div, "bm-scroll", &[(Attr::Tabindex, "0")]))
            .open(Tag::Table, "bm-table");
        if !table.caption.is_empty() {
            self.markup.open(Tag::Caption, "bm-table-caption");
            self.run(&table.caption);
            self.markup.close();
        }
        let mut places = PLACES;
        if !table.head.is_empty() {
            self.markup.open(Tag::Thead, "");
            self.row(&table.head, true, &mut places);
            self.markup.close();
        }
        self.markup.open(Tag::Tbody, "");
        for row in &table.rows {
            self.row(row, false, &mut places);
        }
        self.markup.close().close().close();
    }

    /// A row as long as it is given: HTML allows short ones, and filling them up could make a table of any size.
    fn row(&mut self, cells: &[Cell], is_head: bool, places: &mut u32) {
        self.markup.open(Tag::Tr, "");
        for cell in cells {
            match (is_head, cell.header) {
                (true, _) => self.markup.open_as(Template::new(Tag::Th, "", &[(Attr::Scope, "col")])),
                (false, true) => self.markup.open_as(Template::new(Tag::Th, "", &[(Attr::Scope, "row")])),
                (false, false) => self.markup.open(Tag::Td, ""),
            };
            let taken = u32::from(cell.colspan.max(1)) * u32::from(cell.rowspan.max(1));
            let fits = taken <= *places;
            *places = places.saturating_sub(if taken > 1 { taken } else { 0 });
            for (attr, span) in [(Attr::Colspan, cell.colspan), (Attr::Rowspan, cell.rowspan)] {
                if span > 1 && fits {
                    self.markup.attr(attr, &span.to_string());
                }
            }
            self.run(&cell.content);
            self.blocks(&cell.blocks);
            self.markup.close();
        }
        self.markup.close();
    }
}
