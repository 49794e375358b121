//! One fact of the meta box: a list within it for a list, a description list for a map, a table for records.

use super::{
    Content, Targets,
    consent::waits,
    figure::{LAZY, caption, picture},
    spans::{lines, link, maybe_link},
};
use crate::{
    labels::{Grouping, Localizer, Word},
    markup::{Attr, Markup, Prop, Tag, Template},
    model::{Dir, Fact, Field, Image, MASK, Row, Source},
    scan::Stops,
};

use std::cell::OnceCell;

/// A list up to this length, in characters, is drawn inline.
const INLINE: usize = 72;
/// So is a list of up to this many items of this length; it may wrap.
const WORDS: usize = 40;
const WORD: usize = 24;
/// Items of one list element; a longer list is split into several.
const LIST: usize = 100;
/// Masks of one text with an element each; the rest are plain dots. Each element makes browsers measure the line again.
const MASKS: usize = 100;
/// Longer texts, in characters or lines, are cut; the rest goes into a disclosure.
const LONG: usize = 600;
const LINES: usize = 10;
/// Longer identifiers are shown by both their ends.
const IDENTIFIER: usize = 24;
/// Characters of the second end.
const TAIL: usize = 6;
/// Identifiers up to this length need no copy button.
const TYPED: usize = 6;

/// Finds bytes where a character that [`stands_apart`] may begin.
const APART: Stops = Stops::new(0, [b'\n'; 2]).or_beyond();

/// Draws rows and facts.
pub(super) struct Drawing<'d> {
    pub markup: &'d mut Markup,
    pub localizer: &'d Localizer,
    content: &'d Content,
    /// How whole numbers are written, when the first one has come.
    grouping: OnceCell<Option<Grouping>>,
    /// Is the direction right to left? Then Latin words are isolated, too.
    is_rtl: bool,
}

impl<'d> Drawing<'d> {
    /// Draws in the localizer and direction of a post.
    pub fn new(markup: &'d mut Markup, content: &'d Content) -> Self {
        Drawing {
            markup,
            localizer: &content.localizer,
            content,
            grouping: OnceCell::new(),
            is_rtl: content.dir() == Some(Dir::Rtl),
        }
    }

    /// A row, with a button for its JSON where the row looks different from it. The button carries `number`.
    pub fn row(&mut self, row: &Row, number: Option<usize>) {
        self.label(&row.field);
        self.fact(&row.field.fact);
        if let Some(number) = number.filter(|_| row.is_mended || is_laid_out(&row.field.fact)) {
            let name = self.localizer.say(Word::JsonOf, &[("label", &row.field.label)]);
            self.markup.open_as(Template::new(
                Tag::Button,
                "bm-fact-json",
                &[(Attr::Type, "button"), (Attr::Action, "row-json")],
            ));
            self.markup.attr(Attr::Row, &number.to_string()).attr(Attr::AriaExpanded, "false");
            self.markup.attr(Attr::AriaLabel, &name).text("{ }").close();
        }
        self.markup.close().close();
    }

    fn number(&self, digits: &str) -> String {
        let grouping = self.grouping.get_or_init(|| Grouping::of(self.localizer)).as_ref();
        grouping.and_then(|grouping| grouping.number(digits)).unwrap_or_else(|| self.localizer.number(digits))
    }

    fn label(&mut self, field: &Field) {
        self.markup.open(Tag::Div, "bm-fact").open(Tag::Dt, "bm-fact-label");
        self.isolated(&field.label);
        self.markup.close().open(Tag::Dd, "bm-fact-value");
    }

    /// Facts nest at most eight levels, so this recursion is bounded by the model.
    pub(super) fn fact(&mut self, fact: &Fact) {
        let markup = &mut *self.markup;
        match fact {
            Fact::Text(text) => self.text(text),
            Fact::Version(text) => self.isolated(text),
            Fact::Number(digits) => drop(markup.leaf(Tag::Span, "bm-number", digits)),
            Fact::Count(digits) => {
                let grouped = self.number(digits);
                self.markup.open(Tag::Data, "bm-number").attr(Attr::Value, digits).text(&grouped).close();
            }
            Fact::Measure(digits) => measure(markup, digits),
            Fact::Duration(minutes) => drop(markup.text(&self.localizer.count(Word::Minutes, minutes))),
            Fact::Quantity(digits, unit) => {
                let number = self.number(digits);
                self.markup.open(Tag::Data, "bm-number").attr(Attr::Value, digits);
                self.markup.text(&[&number, "\u{a0}", unit].concat()).close();
            }
            Fact::Date(date) => {
                markup.open(Tag::Time, "").attr(Attr::Datetime, &date.iso()).text(&self.localizer.date(date)).close();
            }
            Fact::Flag(yes) => {
                let (class, word) = if *yes { ("bm-flag bm-flag-yes", Word::Yes) } else { ("bm-flag", Word::No) };
                markup.leaf(Tag::Span, class, self.localizer.word(word));
            }
            Fact::Identifier(text) => self.identifier(text),
            Fact::Tag(word) => drop(markup.leaf(Tag::Bdi, "bm-tag", word)),
            Fact::Link(url, text) => {
                link(markup, url, "bm-fact-link");
                markup.text(short(text)).close();
            }
            Fact::Image(image) => self.image(image),
            Fact::Code(text) => drop(markup.open(Tag::Pre, "bm-fact-code").leaf(Tag::Code, "", text).close()),
            Fact::Deep(json) => self.deep(json),
            Fact::Sourced(fact, source) => self.sourced(fact, source),
            Fact::List(facts) => self.list(facts),
            Fact::Map(fields) => self.map(fields),
            Fact::Records(records) => self.records(records),
        }
    }

    /// A long text continues in a disclosure, where find-in-page, printing and copying still reach it.
    fn text(&mut self, text: &str) {
        let Some((head, rest)) = cut(text) else { return self.isolated(text) };
        self.isolated(head);
        self.markup.open(Tag::Details, "bm-long-rest").leaf(
            Tag::Summary,
            "bm-long-more",
            self.localizer.word(Word::More),
        );
        self.isolated(rest);
        self.markup.close();
    }

    /// Isolates a value of another writing direction from its line (`<bdi>`), and labels what the guard has masked.
    fn isolated(&mut self, text: &str) {
        // Fast path: most texts are ASCII.
        let is_line = APART.first(text.as_bytes()) == text.len();
        if !self.is_rtl && (is_line || !text.chars().any(stands_apart)) {
            self.markup.text(text);
            return;
        }
        self.markup.open(Tag::Bdi, "bm-text");
        for (index, part) in text.splitn(MASKS, MASK).enumerate() {
            if index > 0 {
                self.markup.open_as(Template::new(Tag::Span, "bm-masked", &[(Attr::Role, "img")]));
                self.markup.attr(Attr::AriaLabel, self.localizer.word(Word::Masked)).text(MASK).close();
            }
            if !part.is_empty() {
                lines(self.markup, part);
            }
        }
        self.markup.close();
    }

    fn identifier(&mut self, text: &str) {
        self.markup.open_as(Template::new(Tag::Code, "bm-identifier", &[(Attr::Translate, "no")]));
        let tail = text.char_indices().rev().nth(TAIL - 1).map_or(0, |(at, _)| at);
        match text.split_at_checked(tail).filter(|_| text.chars().count() > IDENTIFIER) {
            Some((head, tail)) => {
                self.markup.leaf(Tag::Span, "bm-identifier-head", head).leaf(Tag::Span, "bm-identifier-tail", tail);
            }
            None => drop(self.markup.text(text)),
        }
        if text.chars().count() <= TYPED {
            self.markup.close();
            return;
        }
        let name =
            self.localizer.say(Word::Copy, &[("text", text.get(..text.floor_char_boundary(12)).unwrap_or_default())]);
        self.markup.close().open_as(Template::new(Tag::Button, "bm-identifier-copy", &[(Attr::Type, "button")]));
        self.markup.attr(Attr::Action, "copy-identifier").attr(Attr::AriaLabel, &name).close();
    }

    fn deep(&mut self, json: &str) {
        self.markup.open(Tag::Details, "").leaf(Tag::Summary, "bm-deep-more", self.localizer.word(Word::Deeper));
        self.markup.open(Tag::Pre, "bm-fact-code").leaf(Tag::Code, "", json).close().close();
    }

    fn sourced(&mut self, fact: &Fact, source: &Source) {
        self.fact(fact);
        let (before, after) = self.localizer.around(Word::FactSource, "source");
        self.markup.text(" ").open(Tag::Small, "bm-fact-source").text(before);
        maybe_link(self.markup, source.url.as_ref(), "bm-fact-link", &source.name);
        self.markup.text(after).close();
    }

    fn list(&mut self, facts: &[Fact]) {
        if let [Fact::List(only)] = facts {
            return self.list(only);
        }
        let form = if facts.len() > LIST {
            "bm-values bm-values-many"
        } else if is_inline(facts) {
            "bm-values bm-values-inline"
        } else {
            "bm-values"
        };
        for part in facts.chunks(LIST) {
            self.markup.open(Tag::Ul, form).attr(Attr::Role, "list");
            for fact in part {
                self.markup.open(Tag::Li, "bm-value");
                self.fact(fact);
                self.markup.close();
            }
            self.markup.close();
        }
    }

    fn map(&mut self, fields: &[Field]) {
        self.markup.open(Tag::Dl, "bm-map");
        for field in fields {
            self.label(field);
            self.fact(&field.fact);
            self.markup.close().close();
        }
        self.markup.close();
    }

    fn image(&mut self, image: &Image) {
        self.markup.open(Tag::Figure, "bm-fact-figure");
        match &image.src {
            // No request to another host before the reader allows it.
            Some(src) if waits(image, self.content) => maybe_link(self.markup, Some(src), "bm-fact-link", src.as_str()),
            _ => picture(self.markup, image, &Template::new(Tag::Img, "bm-fact-image", LAZY), self.content),
        }
        caption(self.markup, image, self.localizer, &Targets::default());
        self.markup.close();
    }
}

/// Is it of a script that runs from right to left (Unicode, blocks with `Bidi_Class` R and AL), a line break, or of the mask?
pub(super) fn stands_apart(char: char) -> bool {
    matches!(char,
        '\n' | '•' | '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}')
}

/// Does it look different from its JSON?
fn is_laid_out(fact: &Fact) -> bool {
    match fact {
        Fact::Map(_) | Fact::Records(_) | Fact::Image(_) | Fact::Sourced(..) => true,
        Fact::Date(date) => date.time.is_some(),
        _ => false,
    }
}

/// Where a long text is cut: at the end of a line or a sentence, or else between two words.
fn cut(text: &str) -> Option<(&str, &str)> {
    let limit = text.match_indices('\n').nth(LINES - 1).map_or(text.len(), |(at, _)| at);
    let limit = text.char_indices().nth(LONG).map_or(limit, |(at, _)| at.min(limit));
    let head = text.get(..limit).filter(|head| head.len() < text.len())?;
    let ends = ["\n", ". ", "。", " "].into_iter().map(|end| head.rfind(end).map(|at| at + end.len()));
    let at = ends.flatten().find(|at| *at > limit / 2).unwrap_or(limit);
    text.split_at_checked(at)
}

/// A number, with a bar when it is from 0 to 100.
fn measure(markup: &mut Markup, digits: &str) {
    let whole = digits.split('.').next().unwrap_or_default();
    let fits = whole.parse::<u8>().is_ok_and(|percent| percent < 100) || digits == "100";
    if fits && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        markup.open(Tag::Span, "bm-measure").prop(Prop::Value, digits).text(digits).close();
    } else {
        markup.leaf(Tag::Span, "bm-number", digits);
    }
}

/// An address without its scheme.
fn short(address: &str) -> &str {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.unwrap_or(address).trim_end_matches('/')
}

/// Is the list drawn inline? Lists of short words are, lists of sentences are not.
fn is_inline(facts: &[Fact]) -> bool {
    let is_short = facts.iter().map(width).sum::<usize>() <= INLINE;
    let are_words = facts.len() <= WORDS && facts.iter().all(|fact| width(fact) <= WORD + 2);
    let is_sentence = |fact: &Fact| matches!(fact, Fact::Text(text) if text.ends_with(['.', '!', '?', '。']));
    (is_short || are_words) && !facts.iter().any(is_sentence)
}

/// Roughly how many characters a fact takes on a line; many for what does not fit on one.
fn width(fact: &Fact) -> usize {
    match fact {
        Fact::Text(text)
        | Fact::Number(text)
        | Fact::Count(text)
        | Fact::Tag(text)
        | Fact::Version(text)
        | Fact::Link(_, text)
            if !text.contains('\n') =>
        {
            text.chars().count() + 2
        }
        Fact::Flag(_) | Fact::Measure(_) | Fact::Duration(_) => 6,
        Fact::Quantity(..) => 12,
        Fact::Date(_) => 16,
        _ => INLINE + 1,
    }
}
