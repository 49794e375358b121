//! Runs of text.

use super::Dir;
use crate::policy::SafeUrl;

/// A run of text with the same marks and link. `\n` is a line break.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Its marks.
    pub marks: Marks,
    /// The address it links to.
    pub href: Option<SafeUrl>,
    /// Rare properties.
    pub extra: Option<Box<Extra>>,
}

/// Rare properties of a span.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extra {
    /// The fragment by which links within the post refer to this span; empty when none does.
    pub target: String,
    /// The language, where it differs from the surrounding text.
    pub language: Language,
}

impl Span {
    /// A span without marks and link.
    pub fn plain(text: impl Into<String>) -> Span {
        Span { text: text.into(), ..Span::default() }
    }

    /// An empty span that links may lead to.
    pub fn target(name: &str) -> Span {
        Span { extra: Some(Box::new(Extra { target: name.to_string(), ..Extra::default() })), ..Span::default() }
    }

    /// The fragment of links to this span. `None` when there is none.
    pub fn name(&self) -> Option<&str> {
        self.extra.as_ref().map(|extra| extra.target.as_str()).filter(|target| !target.is_empty())
    }

    /// Does it hold neither words nor a target?
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.name().is_none()
    }
}

/// The same without white space at the ends, and without spans that hold nothing.
pub fn trimmed(mut spans: Vec<Span>) -> Vec<Span> {
    // Empty link targets may come before the first word or after the last.
    for span in &mut spans {
        let trimmed = span.text.trim_ascii_start();
        if trimmed.len() < span.text.len() {
            span.text = trimmed.to_string();
        }
        if !span.text.is_empty() {
            break;
        }
    }
    for span in spans.iter_mut().rev() {
        span.text.truncate(span.text.trim_ascii_end().len());
        if !span.text.is_empty() {
            break;
        }
    }
    spans.retain(|span| !span.is_empty());
    spans
}

/// The text of `spans` without marks.
pub fn plain_text(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// A mark on text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Mark {
    /// Strong importance.
    Strong = 1,
    /// Stress emphasis.
    Em = 2,
    /// A fragment of code.
    Code = 4,
    /// Removed text.
    Del = 8,
    /// Subscript.
    Sub = 16,
    /// Superscript.
    Sup = 32,
    /// Highlighted text.
    Mark = 64,
}

impl Mark {
    /// Every mark, outermost first as they are drawn, with the name it has in the native format.
    pub const ALL: [(Mark, &'static str); 7] = [
        (Mark::Strong, "strong"),
        (Mark::Em, "em"),
        (Mark::Del, "del"),
        (Mark::Mark, "mark"),
        (Mark::Sub, "sub"),
        (Mark::Sup, "sup"),
        (Mark::Code, "code"),
    ];

    /// Reads a name, also the ones other formats use for the same mark.
    pub fn parse(name: &str) -> Option<Mark> {
        let native = match name {
            "b" | "bold" => "strong",
            "i" | "italic" | "emphasis" => "em",
            "s" | "strike" | "strikethrough" | "strike-through" => "del",
            "subscript" => "sub",
            "superscript" => "sup",
            "highlight" => "mark",
            other => other,
        };
        Mark::ALL.into_iter().find(|(_, name)| *name == native).map(|(mark, _)| mark)
    }
}

/// A set of marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(u8);

impl Marks {
    /// The set with `mark` added.
    #[must_use]
    pub const fn with(self, mark: Mark) -> Marks {
        Marks(self.0 | mark as u8)
    }

    /// Is `mark` in the set?
    pub const fn has(self, mark: Mark) -> bool {
        self.0 & mark as u8 != 0
    }
}

/// A language, a direction, or both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Language {
    /// BCP 47 tag.
    pub lang: Option<String>,
    /// Writing direction.
    pub dir: Option<Dir>,
}

impl Language {
    /// Does it say nothing?
    pub fn is_empty(&self) -> bool {
        self.lang.is_none() && self.dir.is_none()
    }
}
