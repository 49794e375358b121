//! Reads the fields of an object by name, each with its own path.

use super::Context;
use crate::{
    coerce::{field, flag, items, whole},
    json::Value,
    policy::{SafeUrl, Sink},
    report::{NoticeCode, Path},
};

/// The fields of an object. What is missing reads as the empty value; what cannot be read leaves a notice as well.
pub struct Fields<'f, 'v, 'a, 'c> {
    object: &'v Value<'a>,
    /// What is carried along.
    pub context: &'f mut Context<'c>,
    /// The path of the object.
    pub path: &'f Path<'f>,
}

/// Reads the value found at a path.
pub type Read<T> = fn(&Value<'_>, &mut Context<'_>, &Path<'_>) -> T;

// Not inlined, because a dozen kinds of object are read with these: the wasm is 4 KB smaller.
impl<'f, 'v, 'a, 'c> Fields<'f, 'v, 'a, 'c> {
    /// The fields of `object`, which stands at `path`.
    pub fn new(object: &'v Value<'a>, context: &'f mut Context<'c>, path: &'f Path<'f>) -> Self {
        Fields { object, context, path }
    }

    /// The value of a field.
    pub fn get(&self, name: &str) -> Option<&'v Value<'a>> {
        field(self.object, name)
    }

    /// Reads a field with `read`.
    pub fn read<T: Default>(&mut self, name: &str, read: Read<T>) -> T {
        match self.get(name) {
            Some(value) => read(value, self.context, &self.path.key(name)),
            None => T::default(),
        }
    }

    /// A text of one line.
    #[inline(never)]
    pub fn line(&mut self, name: &str) -> String {
        self.read(name, |value, context, path| context.line(value, path))
    }

    /// A text of one line. `None` when it is empty.
    #[inline(never)]
    pub fn word(&mut self, name: &str) -> Option<String> {
        Some(self.line(name)).filter(|word| !word.is_empty())
    }

    /// The address of a page.
    #[inline(never)]
    pub fn page(&mut self, name: &str) -> Option<SafeUrl> {
        self.read(name, |value, context, path| context.url(value, Sink::Page, path))
    }

    /// A boolean; false when the field is missing or cannot be read.
    #[inline(never)]
    pub fn flag(&self, name: &str) -> bool {
        self.get(name).and_then(flag).unwrap_or(false)
    }

    /// A whole number.
    #[inline(never)]
    pub fn whole(&self, name: &str) -> Option<u32> {
        self.get(name).and_then(whole)
    }

    /// Adds a notice about the object.
    pub fn notice(&mut self, code: NoticeCode, why: &str) {
        self.context.notice(self.path, code, why);
    }
}

/// Reads the items of a list, or a single value, with `read`; it leaves out what it cannot read.
pub fn each<T>(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>, read: Read<Option<T>>) -> Vec<T> {
    let mut found = Vec::new();
    for (index, item) in items(value).iter().enumerate() {
        if let Some(item) = read(item, context, &path.item(index)) {
            found.push(item);
        }
    }
    found
}
