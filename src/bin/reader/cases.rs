//! The demos as data: every part in every state that matters, from the fixtures that the tests use.

use backmatter::options::Section;
use std::fmt::Write;

/// A part of the widget that is shown on its own.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// In the address.
    pub name: &'static str,
    /// In words.
    pub title: &'static str,
    /// What it is, in one sentence.
    pub what: &'static str,
    /// What is asked of the widget.
    pub sections: &'static [Section],
    /// Its states.
    pub states: &'static [State],
}

/// A state of a part.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// In the address.
    pub name: &'static str,
    /// In words.
    pub title: &'static str,
    /// Its JSON.
    pub text: fn() -> String,
    /// Where it stands.
    pub frame: Frame,
}

/// What surrounds a demo.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Frame {
    /// The page.
    Plain,
    /// A dark page that sets no `color-scheme`.
    Dark,
    /// 320 pixels.
    Narrow,
}

/// A part in a state.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// The part.
    pub part: Part,
    /// Its state.
    pub state: State,
}

impl Case {
    /// The name in the address.
    pub fn name(self) -> String {
        format!("{}-{}", self.part.name, self.state.name)
    }
}

/// Every case, in the order of the index.
pub fn all() -> impl Iterator<Item = Case> {
    PARTS.into_iter().flat_map(|part| part.states.iter().map(move |state| Case { part, state: *state }))
}

/// The case of an address.
pub fn named(name: &str) -> Option<Case> {
    all().find(|case| case.name() == name)
}

/// The parts.
pub const PARTS: [Part; 6] = [
    Part {
        name: "post",
        title: "The whole post",
        what: "All four parts, in the order of the sections option.",
        sections: &Section::ALL,
        states: STATES,
    },
    Part {
        name: "body",
        title: "Article",
        what: "Title, introduction and every kind of block.",
        sections: &[Section::Body],
        states: STATES,
    },
    Part {
        name: "meta",
        title: "Meta box",
        what: "Any meta, as a table of facts with a digest.",
        sections: &[Section::Meta],
        states: STATES,
    },
    Part {
        name: "gallery",
        title: "Gallery and lightbox",
        what: "Images with caption and credit; each opens in one dialog.",
        sections: &[Section::Gallery],
        states: STATES,
    },
    Part {
        name: "similar",
        title: "Similar posts",
        what: "Cards with one link each.",
        sections: &[Section::Similar],
        states: STATES,
    },
    Part {
        name: "failure",
        title: "Failure",
        what: "What stands there when there is nothing to show.",
        sections: &Section::ALL,
        states: FAILURES,
    },
];

const STATES: &[State] = &[
    state("full", "Full", full, Frame::Plain),
    state("minimal", "Minimal", || fixture(include_str!("../../../tests/fixtures/minimal.json")), Frame::Plain),
    state(
        "empty",
        "Empty: nothing is drawn, no heading either",
        || fixture(include_str!("../../../tests/fixtures/empty.json")),
        Frame::Plain,
    ),
    state("huge", "Huge", huge, Frame::Plain),
    state("rtl", "Right to left", || fixture(include_str!("../../../tests/fixtures/rtl.json")), Frame::Plain),
    state(
        "cjk",
        "Chinese, Japanese, Korean",
        || fixture(include_str!("../../../tests/fixtures/cjk.json")),
        Frame::Plain,
    ),
    state("hostile", "Hostile", || fixture(include_str!("../../../tests/fixtures/hostile.json")), Frame::Plain),
    state(
        "broken-image",
        "Images that do not load",
        || fixture(include_str!("../../../tests/fixtures/failing_image.json")),
        Frame::Plain,
    ),
    state(
        "one-or-many",
        "One or many, camelCase or snake_case",
        || fixture(include_str!("../../../tests/fixtures/one_or_many.json")),
        Frame::Plain,
    ),
    state("dark", "On a dark page", full, Frame::Dark),
    state("narrow", "In 320 pixels", full, Frame::Narrow),
];

const FAILURES: &[State] = &[
    state("not-json", "Not JSON", || fixture("It is not JSON."), Frame::Plain),
    state("cut-short", "Cut short", || fixture("{ \"title\": \"Cut sho"), Frame::Plain),
    state("not-an-object", "Not an object", || fixture("[1, 2, 3]"), Frame::Plain),
    state("not-a-post", "Neither title nor body", || fixture("{ \"name\": \"x\" }"), Frame::Plain),
    state("dark", "On a dark page", || fixture("<html>"), Frame::Dark),
];

const fn state(name: &'static str, title: &'static str, text: fn() -> String, frame: Frame) -> State {
    State { name, title, text, frame }
}

fn fixture(text: &str) -> String {
    text.into()
}

fn full() -> String {
    fixture(include_str!("../../../tests/fixtures/full.json"))
}

/// 800 blocks, 2,000 meta fields, 120 images, 60 cards.
fn huge() -> String {
    let images = ["boat", "curve", "gauge", "harbour", "lead", "night", "sill"];
    let list = |count: usize, item: &dyn Fn(&mut String, usize)| {
        let mut text = String::new();
        for n in 1..=count {
            text.push_str(if n > 1 { ", " } else { "" });
            item(&mut text, n);
        }
        text
    };
    let body = list(400, &|text, n| {
        let _ = write!(
            text,
            r#"{{ "type": "heading", "level": {}, "text": "Watch {n}" }}, {{ "type": "paragraph", "text": "At watch {n} the gauge stood {} centimetres above the sill, and the wind had not changed since the hour before." }}"#,
            2 + n % 2,
            n % 97
        );
    });
    let meta = list(2_000, &|text, n| {
        let _ = write!(text, r#""gauge_{n}_count": {}"#, n * 37);
    });
    let pictures = list(120, &|text, n| {
        let _ = write!(
            text,
            r#"{{ "src": "images/{}.svg", "width": 600, "height": 400, "alt": "Drawing {n}", "caption": "Drawing {n} of the log", "source": "pexels" }}"#,
            images.get(n % images.len()).unwrap_or(&"sill")
        );
    });
    let cards = list(60, &|text, n| {
        let _ = write!(
            text,
            r#"{{ "url": "/log/{n}", "title": "The log of week {n}", "excerpt": "What the gauge said in week {n}.", "published": "2025-01-{:02}" }}"#,
            1 + n % 28
        );
    });
    format!(
        r#"{{ "title": "A year at the gauge", "intro": "Every watch of a year, to see how long posts behave.", "body": [{body}], "meta": {{ {meta} }}, "images": [{pictures}], "similar": [{cards}] }}"#
    )
}
