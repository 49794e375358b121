//! Templates of elements: JavaScript creates one element of each kind and clones it.

use super::{Attr, Tag};

/// A kind of element: its tag, its class, and the attributes that are always the same. It is made of the vocabulary and of
/// literals of this program alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// The element.
    pub tag: Tag,
    /// Names of classes with spaces between; empty for none.
    pub class: &'static str,
    /// Attributes and their values.
    pub attrs: &'static [(Attr, &'static str)],
}

impl Template {
    /// A kind of element.
    pub const fn new(tag: Tag, class: &'static str, attrs: &'static [(Attr, &'static str)]) -> Template {
        Template { tag, class, attrs }
    }

    /// Are both the same? Most are one literal, so their addresses are looked at first.
    pub(crate) fn is(&self, other: &Template) -> bool {
        let is_one = std::ptr::eq(self.class, other.class) && std::ptr::eq(self.attrs, other.attrs);
        self.tag == other.tag && (is_one || self == other)
    }

    /// The template as a line for the browser's side, its parts with tabs between: tag, class, then names and values.
    pub(crate) fn write(&self, line: &mut String) {
        line.extend([self.tag.as_str(), "\t", self.class]);
        for (name, value) in self.attrs {
            line.extend(["\t", name.as_str(), "\t", value]);
        }
        line.push('\n');
    }
}
