//! [`Markup`]: a drawing in the closed vocabulary of [`Tag`], [`Attr`], [`Address`] and [`Prop`].
//!
//! It is a list of opcodes and one string with all texts, so that `paint` can pass it to JavaScript in one call.
//! Nothing outside the vocabulary can be written; an address goes in only as a [`SafeUrl`], a text only as text, a
//! class only as a literal of this program.
//!
//! | opcode | low byte | above it | words behind it | units of the string |
//! |---|---|---|---|---|
//! | close | 0 | 0 | | |
//! | open | 1 | an index into the templates | | |
//! | text | 2 | length (24 bits) | | length |
//! | attribute | 3 | name | length | length |
//! | property | 4 | name | length | length |
//!
//! Lengths are UTF-16 units, as JavaScript counts them.

mod html;
mod template;
mod texts;
mod vocabulary;

pub(crate) use html::escape;
pub use template::Template;
pub use vocabulary::{Address, Attr, Op, Prop, Tag};

use crate::policy::{Candidate, SafeUrl};

pub(crate) const CLOSE: u32 = Op::Close as u32;
pub(crate) const OPEN: u32 = Op::Open as u32;
pub(crate) const TEXT: u32 = Op::Text as u32;
pub(crate) const ATTR: u32 = Op::Attr as u32;
pub(crate) const PROP: u32 = Op::Prop as u32;

/// Opcode words painted at once; what follows is painted in idle time.
const FIRST_CHUNK: u32 = 1_000;
/// Longest text of one opcode, in UTF-16 units.
const TEXT_LIMIT: usize = 0xFF_FFFF;

/// A drawing with exactly one root element.
///
/// ```
/// use backmatter::markup::{Markup, Tag};
///
/// let mut markup = Markup::new(Tag::P, "");
/// markup.text("1 < 2");
/// assert_eq!(markup.to_html(), "<p>1 &lt; 2</p>");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Markup {
    pub(crate) ops: Vec<u32>,
    pub(crate) text: String,
    pub(crate) templates: Vec<Template>,
    /// Where each top-level child begins: in the opcodes, in the string (UTF-16 units), in the string (bytes).
    pub(crate) starts: Vec<u32>,
    open: usize,
    units: u32,
}

impl Markup {
    /// Begins a drawing with its root element; `""` for no class.
    pub fn new(root: Tag, class: &'static str) -> Markup {
        let mut markup = Markup::default();
        markup.open(root, class);
        markup
    }

    /// Opens an element; what follows is inside it until [`close`](Markup::close). `""` for no class.
    pub fn open(&mut self, tag: Tag, class: &'static str) -> &mut Markup {
        self.open_as(Template::new(tag, class, &[]))
    }

    /// Opens an element from a template, which may have fixed attributes.
    pub fn open_as(&mut self, template: Template) -> &mut Markup {
        self.begin_child();
        let index = self.index_of(template);
        self.ops.push(OPEN | index << 8);
        self.open += 1;
        self
    }

    /// Closes the element opened last. The root stays open.
    pub fn close(&mut self) -> &mut Markup {
        if self.open > 1 {
            self.open -= 1;
            self.ops.push(CLOSE);
        }
        self
    }

    /// An element that holds one text.
    pub fn leaf(&mut self, tag: Tag, class: &'static str, text: &str) -> &mut Markup {
        self.open(tag, class).text(text).close()
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) -> &mut Markup {
        let mut rest = text;
        while !rest.is_empty() {
            let (now, later) = if rest.len() > TEXT_LIMIT { split_near(rest, TEXT_LIMIT) } else { (rest, "") };
            self.begin_child();
            let units = self.push(now);
            self.ops.push(TEXT | units << 8);
            rest = later;
        }
        self
    }

    /// Sets an attribute of the element opened last, before anything stands in it.
    pub fn attr(&mut self, name: Attr, value: &str) -> &mut Markup {
        self.set(ATTR | (name as u32) << 8, value)
    }

    /// Sets an address.
    pub fn address(&mut self, name: Address, url: &SafeUrl) -> &mut Markup {
        self.set(ATTR | (name as u32) << 8, url.as_str())
    }

    /// Sets `srcset` from its candidates.
    pub fn srcset(&mut self, candidates: &[Candidate]) -> &mut Markup {
        let mut value = String::new();
        for candidate in candidates {
            value += if value.is_empty() { "" } else { ", " };
            value += &[candidate.src().as_str(), " ", candidate.descriptor()].concat();
        }
        self.set(ATTR | (Address::Srcset as u32) << 8, &value)
    }

    /// Sets a custom property, which the browser's side does through CSSOM: a strict CSP allows that.
    pub fn prop(&mut self, name: Prop, value: &str) -> &mut Markup {
        self.set(PROP | (name as u32) << 8, value)
    }

    /// The starts, a top-level child each.
    pub(crate) fn children(&self) -> &[[u32; 3]] {
        self.starts.as_chunks().0
    }

    /// How many top-level children there are.
    pub fn len(&self) -> usize {
        self.children().len()
    }

    /// Is there nothing in the root?
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// How many top-level children make the first chunk: at least one, and as many as fit `FIRST_CHUNK`.
    pub(crate) fn first_chunk(&self) -> usize {
        self.children().iter().take_while(|[op, ..]| *op < FIRST_CHUNK).count()
    }

    /// The drawing as an HTML text: for tests and for rendering ahead.
    pub fn to_html(&self) -> String {
        html::write(self)
    }

    fn set(&mut self, op: u32, value: &str) -> &mut Markup {
        let units = self.push(value);
        self.ops.extend([op, units]);
        self
    }

    fn push(&mut self, text: &str) -> u32 {
        let units = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
        self.text.push_str(text);
        self.units += units as u32;
        units as u32
    }

    fn begin_child(&mut self) {
        if self.open == 1 {
            self.starts.extend([self.ops.len() as u32, self.units, self.text.len() as u32]);
        }
    }

    fn index_of(&mut self, template: Template) -> u32 {
        let known = self.templates.iter().position(|known| known.is(&template));
        known.unwrap_or_else(|| {
            self.templates.push(template);
            self.templates.len() - 1
        }) as u32
    }
}

fn split_near(text: &str, limit: usize) -> (&str, &str) {
    let at = (0..=limit).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    text.split_at_checked(at).unwrap_or((text, ""))
}
