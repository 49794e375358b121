//! Where something stands in the input.

use crate::scan::parts;

/// Bytes of a key that a path shows.
const KEY: usize = 80;

/// A path into the input, built on the way down and written only when a notice needs it.
#[derive(Clone, Copy, Debug)]
pub enum Path<'p> {
    /// The whole input.
    Root,
    /// A key of an object.
    Key(&'p Path<'p>, &'p str),
    /// An item of a list, from 0.
    Item(&'p Path<'p>, usize),
    /// Several steps with points between them; items are numbers: `authors.0.name`.
    Way(&'p Path<'p>, &'p str),
}

impl<'p> Path<'p> {
    /// The path of a key below this one.
    #[must_use]
    pub const fn key(&'p self, key: &'p str) -> Path<'p> {
        Path::Key(self, key)
    }

    /// The path of an item below this one.
    #[must_use]
    pub const fn item(&'p self, index: usize) -> Path<'p> {
        Path::Item(self, index)
    }

    /// The path of what some steps lead to, such as `title.rendered`.
    #[must_use]
    pub const fn way(&'p self, steps: &'p str) -> Path<'p> {
        Path::Way(self, steps)
    }
}

impl Path<'_> {
    /// The path as a notice writes it, such as `images[2].credit.source_url`.
    pub fn text(&self) -> String {
        let mut steps = Vec::new();
        let mut path = self;
        while let Path::Key(parent, _) | Path::Item(parent, _) | Path::Way(parent, _) = path {
            steps.push(path);
            path = parent;
        }
        let mut text = String::new();
        while let Some(step) = steps.pop() {
            match step {
                Path::Key(_, key) => push_key(&mut text, key),
                Path::Item(_, index) => text += &["[", &index.to_string(), "]"].concat(),
                Path::Way(_, steps) => {
                    for step in parts(steps, b".").filter(|step| !step.is_empty()) {
                        if step.bytes().all(|byte| byte.is_ascii_digit()) {
                            text += &["[", step, "]"].concat();
                        } else {
                            push_key(&mut text, step);
                        }
                    }
                }
                Path::Root => {}
            }
        }
        text
    }
}

fn push_key(text: &mut String, key: &str) {
    *text += if text.is_empty() { "" } else { "." };
    // A key may be a megabyte long.
    *text += key.get(..key.floor_char_boundary(KEY)).unwrap_or_default();
    *text += if key.len() > KEY { "…" } else { "" };
}
