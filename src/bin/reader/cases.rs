//! The demos as data: every part in every state that matters, from the fixtures that the tests use.

use crate::{
    formats::INPUTS,
    huge::{gallery, huge, rows},
};
use backmatter::options::{Layout, Section};

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
    /// What the JSON is.
    pub input: Input,
    /// How galleries are laid out.
    pub gallery: Layout,
}

/// What the JSON of a demo is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A post.
    Post,
    /// A meta alone.
    Meta,
    /// A post of another system.
    Foreign,
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
pub const PARTS: [Part; 11] = [
    Part {
        name: "post",
        title: "The whole post",
        what: "All four parts, in the order of the sections option.",
        sections: &Section::ALL,
        states: STATES,
        input: Input::Post,
        gallery: Layout::Rows,
    },
    Part {
        name: "body",
        title: "Article",
        what: "Title, introduction and every kind of block.",
        sections: &[Section::Body],
        states: STATES,
        input: Input::Post,
        gallery: Layout::Rows,
    },
    Part {
        name: "meta",
        title: "Meta box",
        what: "Any meta, as a table of facts with a digest.",
        sections: &[Section::Meta],
        states: STATES,
        input: Input::Post,
        gallery: Layout::Rows,
    },
    Part {
        name: "any",
        title: "Meta, any shape",
        what: "Paste any JSON: the box, and beside it the report.",
        sections: &[Section::Meta],
        states: METAS,
        input: Input::Meta,
        gallery: Layout::Rows,
    },
    Part {
        name: "gallery",
        title: "Gallery",
        what: "Images with caption and credit, in rows.",
        sections: &[Section::Gallery],
        states: GALLERIES,
        input: Input::Post,
        gallery: Layout::Rows,
    },
    Part {
        name: "grid",
        title: "Gallery, uniform grid",
        what: "The same, all of one shape.",
        sections: &[Section::Gallery],
        states: GALLERIES,
        input: Input::Post,
        gallery: Layout::Grid,
    },
    Part {
        name: "credits",
        title: "Credits",
        what: "Where images come from, as sites write it.",
        sections: &[Section::Gallery],
        states: CREDITS,
        input: Input::Post,
        gallery: Layout::Rows,
    },
    Part {
        name: "lightbox",
        title: "Lightbox",
        what: "The dialog that every image opens in.",
        sections: &[Section::Gallery],
        states: LIGHTBOX,
        input: Input::Post,
        gallery: Layout::Rows,
    },
    Part {
        name: "similar",
        title: "Similar posts",
        what: "Cards with one link each.",
        sections: &[Section::Similar],
        states: STATES,
        input: Input::Post,
        gallery: Layout::Rows,
    },
    Part {
        name: "format",
        title: "Other formats",
        what: "Posts as other systems give them: the source, the report, the result.",
        sections: &Section::ALL,
        states: INPUTS,
        input: Input::Foreign,
        gallery: Layout::Rows,
    },
    Part {
        name: "failure",
        title: "Failure",
        what: "What stands there when there is nothing to show.",
        sections: &Section::ALL,
        states: FAILURES,
        input: Input::Post,
        gallery: Layout::Rows,
    },
];

// States that several parts have.
const MINIMAL: State =
    state("minimal", "Minimal", || fixture(include_str!("../../../tests/fixtures/minimal.json")), Frame::Plain);
const RTL: State =
    state("rtl", "Right to left", || fixture(include_str!("../../../tests/fixtures/rtl.json")), Frame::Plain);
const HOSTILE: State =
    state("hostile", "Hostile", || fixture(include_str!("../../../tests/fixtures/hostile.json")), Frame::Plain);
const BROKEN_IMAGE: State = state(
    "broken-image",
    "Images that do not load",
    || fixture(include_str!("../../../tests/fixtures/failing_image.json")),
    Frame::Plain,
);
const FULL: State = state("full", "Full", full, Frame::Plain);
const DARK: State = state("dark", "On a dark page", full, Frame::Dark);
const NARROW: State = state("narrow", "In 320 pixels", full, Frame::Narrow);

const STATES: &[State] = &[
    FULL,
    MINIMAL,
    state(
        "empty",
        "Empty: nothing is drawn, no heading either",
        || fixture(include_str!("../../../tests/fixtures/empty.json")),
        Frame::Plain,
    ),
    state("huge", "Huge", huge, Frame::Plain),
    RTL,
    state(
        "cjk",
        "Chinese, Japanese, Korean",
        || fixture(include_str!("../../../tests/fixtures/cjk.json")),
        Frame::Plain,
    ),
    HOSTILE,
    BROKEN_IMAGE,
    state(
        "one-or-many",
        "One or many, camelCase or snake_case",
        || fixture(include_str!("../../../tests/fixtures/one_or_many.json")),
        Frame::Plain,
    ),
    DARK,
    NARROW,
];

const METAS: &[State] = &[
    state(
        "shapes",
        "Every shape and kind",
        || fixture(include_str!("../../../tests/fixtures/metas/any_shape.json")),
        Frame::Plain,
    ),
    state(
        "dump",
        "A dump of a content system, cleaned up",
        || fixture(include_str!("../../../tests/fixtures/metas/dump.json")),
        Frame::Plain,
    ),
    state(
        "dark",
        "On a dark page",
        || fixture(include_str!("../../../tests/fixtures/metas/any_shape.json")),
        Frame::Dark,
    ),
    state(
        "narrow",
        "In 320 pixels",
        || fixture(include_str!("../../../tests/fixtures/metas/any_shape.json")),
        Frame::Narrow,
    ),
    state("list", "A bare list", || fixture(r#"["rope", { "lead": 7 }, [1, 2]]"#), Frame::Plain),
    state("ten-thousand", "10,000 rows", || rows(10_000), Frame::Plain),
];

const CREDITS: &[State] = &[
    state("every-source", "Every source and form", credits, Frame::Plain),
    state("dark", "On a dark page", credits, Frame::Dark),
    state("narrow", "In 320 pixels", credits, Frame::Narrow),
];

const GALLERIES: &[State] = &[
    FULL,
    state(
        "shapes",
        "Of all shapes, of unknown size, one that never comes",
        || fixture(include_str!("../../../tests/fixtures/gallery.json")),
        Frame::Plain,
    ),
    state("many", "500 images", || gallery(500), Frame::Plain),
    MINIMAL,
    RTL,
    HOSTILE,
    BROKEN_IMAGE,
    DARK,
    NARROW,
];

const LIGHTBOX: &[State] = &[FULL, state("huge", "One of 120", huge, Frame::Plain), RTL, DARK];

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

fn credits() -> String {
    fixture(include_str!("../../../tests/fixtures/credits.json"))
}
