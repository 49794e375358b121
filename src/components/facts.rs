//! The facts of the open meta box: a description list; a list within it for a list, a list for a map, a table for records.

use super::{
    Content,
    figure::{caption, picture},
    spans::{link, spans},
};
use crate::{
    labels::{Voice, Word},
    markup::{Attr, Markup, Prop, Tag},
    model::{Fact, Field, Image, Records, Span},
};

/// Rows a list. Longer boxes are several lists, each painted in its own idle time.
const CHUNK: usize = 50;
/// A list whose items are short enough stands on one line.
const INLINE: usize = 72;

/// Draws the facts, and how many were empty.
pub(super) fn facts(markup: &mut Markup, content: &Content) {
    let meta = &content.post.meta;
    let mut drawing = Drawing { markup, voice: &content.voice };
    for rows in meta.fields.chunks(CHUNK) {
        drawing.description_list("bm-facts", rows);
    }
    if meta.empty > 0 {
        let sentence = content.voice.count(Word::Empty, &meta.empty.to_string());
        drawing.markup.leaf(Tag::P, "bm-facts-empty", &sentence);
    }
}

struct Drawing<'d> {
    markup: &'d mut Markup,
    voice: &'d Voice,
}

impl Drawing<'_> {
    fn description_list(&mut self, class: &'static str, fields: &[Field]) {
        self.markup.open(Tag::Dl, class);
        for field in fields {
            self.row(field);
        }
        self.markup.close();
    }

    fn row(&mut self, field: &Field) {
        self.markup.open(Tag::Div, "bm-fact").leaf(Tag::Dt, "bm-fact-label", &field.label);
        self.markup.open(Tag::Dd, "bm-fact-value");
        self.fact(&field.fact);
        self.markup.close().close();
    }

    /// Facts nest at most `BLOCK_DEPTH` levels, so this recursion is bounded by the model.
    fn fact(&mut self, fact: &Fact) {
        let markup = &mut *self.markup;
        match fact {
            Fact::Text(text) | Fact::Version(text) => isolated(markup, text),
            Fact::Number(digits) => {
                markup.leaf(Tag::Span, "bm-number", digits);
            }
            Fact::Count(digits) => {
                markup.open(Tag::Data, "bm-number").attr(Attr::Value, digits).text(&self.voice.number(digits)).close();
            }
            Fact::Measure(digits) => measure(markup, digits),
            Fact::Duration(minutes) => {
                markup.text(&self.voice.count(Word::Minutes, minutes));
            }
            Fact::Date(date) => {
                markup.open(Tag::Time, "").attr(Attr::Datetime, &date.iso()).text(&self.voice.date(date)).close();
            }
            Fact::Flag(yes) => {
                let (class, word) = if *yes { ("bm-flag bm-flag-yes", Word::Yes) } else { ("bm-flag", Word::No) };
                markup.leaf(Tag::Span, class, self.voice.word(word));
            }
            Fact::Identifier(text) => {
                markup.open(Tag::Code, "bm-identifier").attr(Attr::Translate, "no").text(text).close();
            }
            Fact::Tag(word) => {
                markup.leaf(Tag::Span, "bm-tag", word);
            }
            Fact::Link(url, text) => {
                link(markup, url, "bm-fact-link");
                markup.text(short(text)).close();
            }
            Fact::Image(image) => self.image(image),
            Fact::Code(text) => {
                markup.open(Tag::Pre, "bm-fact-code").attr(Attr::Tabindex, "0").leaf(Tag::Code, "", text).close();
            }
            Fact::List(facts) => self.list(facts),
            Fact::Map(fields) => self.description_list("bm-map", fields),
            Fact::Records(records) => self.records(records),
        }
    }

    fn list(&mut self, facts: &[Fact]) {
        let short = facts.iter().map(width).sum::<usize>() <= INLINE;
        self.markup
            .open(Tag::Ul, if short { "bm-values bm-values-inline" } else { "bm-values" })
            .attr(Attr::Role, "list");
        for fact in facts {
            self.markup.open(Tag::Li, "bm-value");
            self.fact(fact);
            self.markup.close();
        }
        self.markup.close();
    }

    fn records(&mut self, records: &Records) {
        self.markup.open(Tag::Div, "bm-scroll").attr(Attr::Tabindex, "0").open(Tag::Table, "bm-records");
        self.markup.open(Tag::Thead, "").open(Tag::Tr, "");
        for column in &records.columns {
            self.markup.open(Tag::Th, "").attr(Attr::Scope, "col").text(column).close();
        }
        self.markup.close().close().open(Tag::Tbody, "");
        for row in &records.rows {
            self.record(row);
        }
        self.markup.close().close().close();
    }

    fn record(&mut self, cells: &[Option<Fact>]) {
        self.markup.open(Tag::Tr, "");
        for cell in cells {
            self.markup.open(Tag::Td, "");
            match cell {
                Some(fact) => self.fact(fact),
                None => missing(self.markup, self.voice),
            }
            self.markup.close();
        }
        self.markup.close();
    }

    fn image(&mut self, image: &Image) {
        self.markup.open(Tag::Figure, "bm-fact-figure");
        picture(self.markup, image, "bm-fact-image", true);
        caption(self.markup, image, self.voice);
        self.markup.close();
    }
}

/// A value of another writing direction does not disturb the line it stands in.
fn isolated(markup: &mut Markup, text: &str) {
    if text.is_ascii() && !text.contains('\n') {
        markup.text(text);
    } else {
        markup.open(Tag::Bdi, "bm-text");
        spans(markup, &[Span::plain(text)]);
        markup.close();
    }
}

/// A number, with a bar when it is a whole one from 0 to 100.
fn measure(markup: &mut Markup, digits: &str) {
    match digits.parse::<u8>() {
        Ok(percent) if percent <= 100 => {
            markup.open(Tag::Span, "bm-measure").prop(Prop::Value, digits).text(digits).close();
        }
        _ => {
            markup.leaf(Tag::Span, "bm-number", digits);
        }
    }
}

/// An empty cell says that it is: a dash to see, a word to hear.
fn missing(markup: &mut Markup, voice: &Voice) {
    markup.open(Tag::Span, "bm-missing").attr(Attr::Role, "img").attr(Attr::AriaLabel, voice.word(Word::Missing));
    markup.text("–").close();
}

/// An address without its scheme.
fn short(address: &str) -> &str {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.unwrap_or(address).trim_end_matches('/')
}

/// Roughly how many characters a fact takes on a line; many for what does not fit on one.
fn width(fact: &Fact) -> usize {
    match fact {
        Fact::Text(text)
        | Fact::Number(text)
        | Fact::Count(text)
        | Fact::Tag(text)
        | Fact::Version(text)
        | Fact::Identifier(text)
        | Fact::Link(_, text)
            if !text.contains('\n') =>
        {
            text.chars().count() + 2
        }
        Fact::Flag(_) | Fact::Measure(_) | Fact::Duration(_) => 6,
        Fact::Date(_) => 16,
        _ => INLINE + 1,
    }
}
