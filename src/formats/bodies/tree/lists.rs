//! Lists made of items that stand side by side, each with its level.

use super::Walk;

impl Walk<'_, '_, '_, '_> {
    /// Makes room for an item of a flat list at `level`, from 1: opens and closes lists around it.
    pub fn flat_item(&mut self, level: usize, numbered: bool) {
        self.end_lists(level);
        if self.lists.len() == level && self.lists.last() != Some(&numbered) {
            self.end_lists(level - 1);
        }
        if self.lists.len() == level {
            self.close();
        }
        while self.lists.len() < level {
            self.list(numbered, None);
            self.lists.push(numbered);
            if self.lists.len() < level {
                self.open("li", Vec::new());
            }
        }
        self.open("li", Vec::new());
    }

    /// Closes the lists deeper than `level`, each with its last item.
    pub fn end_lists(&mut self, level: usize) {
        while self.lists.len() > level {
            self.lists.pop();
            self.close();
            self.close();
        }
    }
}
