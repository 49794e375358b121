//! The content of the meta box: the digest, a search field, the facts in their groups, the empty and internal fields,
//! and the box as JSON.

use super::{
    Content,
    digest::{Told, digest},
    fact::{Drawing, stands_apart},
    line,
};
use crate::{
    json::indented,
    labels::Word,
    markup::{Attr, Markup, Tag, Template},
    model::{Facts, Group, Row},
};

/// Rows per list. Longer boxes are split into several lists, each painted in its own idle callback.
const CHUNK: usize = 50;
/// Lines of JSON in one piece.
const LINES: usize = 200;
/// Boxes with this many fields have a field to find something.
const SEARCHED: usize = 20;

/// Closes the open summary and draws what follows it, from row `from` on.
pub(super) fn facts(markup: &mut Markup, content: &Content, facts: &Facts, from: usize) {
    digest_line(markup, content, facts);
    let view = &content.meta_view;
    let count = if facts.is_whole { facts.rows.len() } else { facts.given };
    if count >= SEARCHED && !view.is_json && from == 0 {
        search(markup, content);
    }
    if view.is_json {
        json(markup, facts);
    } else {
        match &view.found {
            None => rows(markup, content, &numbered(&facts.rows, from)),
            Some(found) => {
                let found: Vec<_> = found.iter().filter_map(|at| facts.rows.get(*at).map(|row| (*at, row))).collect();
                markup.leaf(Tag::P, "bm-facts-found", &found_sentence(content, facts, found.len()));
                rows(markup, content, &found);
            }
        }
        if !facts.is_whole {
            return;
        }
        put_away(markup, content, &facts.empty, Word::Empty);
        put_away(markup, content, &facts.internal, Word::Internal);
    }
    actions(markup, content);
}

/// "3 of 120 fields", shown and announced.
pub(super) fn found_sentence(content: &Content, facts: &Facts, found: usize) -> String {
    let (n, total) = (found.to_string(), facts.rows.len().to_string());
    let number = |digits: &str| content.localizer.number(digits);
    content.localizer.say(Word::Found, &[("n", &number(&n)), ("total", &number(&total))])
}

fn numbered(rows: &[Row], from: usize) -> Vec<(usize, &Row)> {
    rows.iter().enumerate().skip(from).collect()
}

fn digest_line(markup: &mut Markup, content: &Content, facts: &Facts) {
    let count = if facts.is_whole { facts.rows.len() } else { facts.given };
    line::part(markup, "");
    markup.leaf(Tag::Bdi, "", &content.localizer.count(Word::Fields, &count.to_string())).close();
    // Each part is isolated: words of two directions would mix.
    for Told { label, value } in digest(facts, &content.localizer) {
        line::part(markup, " · ");
        markup.open(Tag::Bdi, "");
        match label {
            None => markup.text(&value),
            // So is a value that may have another direction than its label.
            Some(label) if label.chars().chain(value.chars()).any(stands_apart) => {
                markup.text(&label).text(" ").leaf(Tag::Bdi, "", &value)
            }
            Some(label) => markup.text(&[&label, " ", &value].concat()),
        };
        markup.close().close();
    }
    markup.close().close();
}

fn search(markup: &mut Markup, content: &Content) {
    markup.open(Tag::Label, "bm-facts-search").text(content.localizer.word(Word::Find)).text(" ");
    markup.open_as(Template::new(Tag::Input, "bm-facts-query", &[(Attr::Type, "search")])).close().close();
}

/// Each group in its own disclosure; fields without one come first and bare.
fn rows(markup: &mut Markup, content: &Content, rows: &[(usize, &Row)]) {
    for rows in rows.chunk_by(|(_, one), (_, other)| one.group == other.group) {
        let Some((_, first)) = rows.first() else { continue };
        if first.group == Group::None {
            lists(markup, content, rows);
            continue;
        }
        markup.open_as(Template::new(Tag::Details, "bm-facts-group", &[(Attr::Open, "")]));
        markup.open(Tag::Summary, "bm-facts-title").leaf(Tag::Span, "bm-facts-name", group_name(content, &first.group));
        markup.text(" ").leaf(Tag::Span, "bm-facts-count", &content.localizer.number(&rows.len().to_string())).close();
        lists(markup, content, rows);
        markup.close();
    }
}

fn group_name<'c>(content: &'c Content, group: &'c Group) -> &'c str {
    let word = match group {
        Group::Named(name) => return name,
        Group::None => return "",
        Group::Content => Word::Content,
        Group::Quality => Word::Quality,
        Group::Provenance => Word::Provenance,
        Group::Technical => Word::Technical,
    };
    content.localizer.word(word)
}

fn lists(markup: &mut Markup, content: &Content, rows: &[(usize, &Row)]) {
    let mut drawing = Drawing::new(markup, content);
    for rows in rows.chunks(CHUNK) {
        drawing.markup.open(Tag::Dl, "bm-facts");
        for (number, row) in rows {
            drawing.row(row, Some(*number));
        }
        drawing.markup.close();
    }
}

/// A closed disclosure with its number of fields.
fn put_away(markup: &mut Markup, content: &Content, rows: &[Row], word: Word) {
    if rows.is_empty() {
        return;
    }
    markup.open(Tag::Details, "bm-facts-group bm-facts-away");
    let sentence = content.localizer.count(word, &rows.len().to_string());
    markup.open(Tag::Summary, "bm-facts-title").leaf(Tag::Span, "bm-facts-name", &sentence).close();
    for rows in rows.chunks(CHUNK) {
        markup.open(Tag::Dl, "bm-facts");
        for row in rows {
            Drawing::new(markup, content).row(row, None);
        }
        markup.close();
    }
    markup.close();
}

/// The whole box as JSON, in pieces.
fn json(markup: &mut Markup, facts: &Facts) {
    let text = indented(&facts.source);
    let lines: Vec<&str> = text.split('\n').collect();
    for piece in lines.chunks(LINES) {
        markup
            .open_as(Template::new(Tag::Pre, "bm-facts-json", &[(Attr::Translate, "no")]))
            .text(&piece.join("\n"))
            .close();
    }
}

fn actions(markup: &mut Markup, content: &Content) {
    let pressed = if content.meta_view.is_json { "true" } else { "false" };
    markup.open(Tag::Div, "bm-facts-actions");
    for (action, word) in
        [("all-json", Word::Json), ("copy-json", Word::CopyJson), ("copy-markdown", Word::CopyMarkdown)]
    {
        markup.open_as(Template::new(Tag::Button, "", &[(Attr::Type, "button")])).attr(Attr::Action, action);
        if word == Word::Json {
            markup.attr(Attr::AriaPressed, pressed);
        }
        markup.text(content.localizer.word(word)).close();
    }
    markup.close();
}
