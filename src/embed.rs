//! Widgets in a host's page, by number. JavaScript never holds a Rust value: a number cannot be finalised by the garbage
//! collector, and a widget lives until [`unmount`].
//!
//! What goes in is text (a post, options); what goes out is plain data. Nothing here calls the host: events are sent by
//! the JavaScript side after these functions have returned.

mod filling;

pub use filling::{Filled, fill};

use crate::{
    Localizer, Options, Report,
    components::{Content, Live, failure},
    context::Tools,
    credits, facts,
    formats::{self, Decoded},
    html::{Token, read_tokens},
    json,
    labels::INTL,
    paint::Painted,
    report::{Failure, FailureCode, Notice},
    tools::{FirstPaint, ReadFacts, Whole},
};
use filling::{Filling, Parsed};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/embed/html.js")]
extern "C" {
    fn tokens(html: &str) -> Option<String>;
}

#[wasm_bindgen(module = "/src/embed/inert.js")]
extern "C" {
    #[wasm_bindgen(js_name = tokens)]
    fn inert_tokens(html: &str) -> Option<String>;
}

/// The browser's own parser, on an inert document.
pub fn parse_html(html: &str) -> Option<Vec<Token>> {
    inert_tokens(html).and_then(|text| read_tokens(&text))
}

/// What a program of one piece can do: the reader and the tests.
pub const TOOLS: Whole = Whole { parse_html, facts: ReadFacts::Now };

/// What the package can do by now: its parser, its ranker and its readers of facts and credits come with the lazy half.
fn tools(facts: ReadFacts) -> Box<dyn Tools> {
    let parse_html = |html: &str| tokens(html).and_then(|text| read_tokens(&text));
    if COMPLETE.get() { Box::new(Whole { parse_html, facts }) } else { Box::new(FirstPaint) }
}

/// Says that the lazy half is there: from now on its functions may be called.
pub fn complete() {
    COMPLETE.set(true);
}

/// What a call answers.
#[derive(Debug)]
pub enum Answer {
    /// It worked.
    Done {
        /// The widget's number.
        id: u32,
        /// The account of its input.
        report: Report,
    },
    /// It did not: nothing has changed on the page.
    Failed(Failure),
}

/// What stands between the parts of an answer; texts have none of it.
const BETWEEN: char = '\u{1F}';

impl Answer {
    /// The answer as one text, its parts with U+001F between them: number, format, confidence in hundredths, reason, and three a
    /// notice; or nothing, code and message. (To build the objects here weighs 1 KB more in the half that every page loads.)
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut add = |part: &str| {
            text.push(BETWEEN);
            text.push_str(&part.replace(BETWEEN, " "));
        };
        match self {
            Answer::Failed(Failure { code, message }) => {
                add(code.as_str());
                add(message);
            }
            Answer::Done { report, .. } => {
                add(&report.format);
                add(&((report.confidence * 100.0) as u32).to_string());
                add(report.reasons.first().map_or("", String::as_str));
                for Notice { r#where, what, why, .. } in &report.notices {
                    add(r#where);
                    add(what);
                    add(why);
                }
            }
        }
        match self {
            Answer::Done { id, .. } => [&id.to_string(), text.as_str()].concat(),
            Answer::Failed(_) => text,
        }
    }
}

#[derive(Default)]
struct Widgets {
    last: u32,
    mounted: Vec<(u32, Mounted)>,
    filling: Vec<Filling>,
}

impl Widgets {
    fn post(&self, id: u32) -> Option<&Rc<Live>> {
        self.mounted.iter().find_map(|(known, mounted)| match mounted {
            Mounted::Post(live) if *known == id => Some(live),
            _ => None,
        })
    }
}

enum Mounted {
    Post(Rc<Live>),
    Failure(Painted),
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Mounted::Failure(painted) = self {
            painted.remove();
        }
    }
}

thread_local! {
    static COMPLETE: Cell<bool> = const { Cell::new(false) };
    static WIDGETS: RefCell<Widgets> = RefCell::default();
}

/// Shows a post in `root`, an element or a shadow root.
pub fn mount(root: &web_sys::Element, post: String, options: &str) -> Answer {
    let options = read_options(options);
    // A closed meta box is filled when there is time for it.
    let facts = if options.meta_open { ReadFacts::Short } else { ReadFacts::Later };
    match read(post, options, facts) {
        Err(failure) => Answer::Failed(failure),
        Ok((content, report, parsed)) => {
            // What is not needed any more goes before the page is drawn: wasm memory never shrinks.
            let later = lacks_facts(&content).then_some(parsed);
            let id = keep(Mounted::Post(Rc::new(Live::mount(root, content))));
            fill_later(id, later);
            Answer::Done { id, report }
        }
    }
}

/// Shows another post, or the same one with other options, in a mounted widget. What is the same keeps its nodes.
pub fn update(id: u32, post: String, options: &str) -> Answer {
    let live = WIDGETS.with_borrow(|widgets| widgets.post(id).cloned());
    let Some(live) = live else {
        return Answer::Failed(Failure { code: FailureCode::NotAPost, message: "the widget is unmounted".into() });
    };
    // One that is filled stays so, but for a long one, which is filled anew.
    let is_filled =
        live.with(|content| content.post.meta.facts.as_ref().is_some_and(|facts| facts.given <= facts::AT_ONCE));
    match read(post, read_options(options), if is_filled { ReadFacts::Short } else { ReadFacts::Later }) {
        Err(failure) => Answer::Failed(failure),
        Ok((content, report, parsed)) => {
            fill_later(id, lacks_facts(&content).then_some(parsed));
            live.update(content);
            Answer::Done { id, report }
        }
    }
}

/// Answers what a reader asks of the meta box. `number` is a row, or below 0 for all; `rows` are those found.
pub fn ask(id: u32, question: u32, number: i32, rows: Option<Vec<u32>>) -> String {
    let live = WIDGETS.with_borrow(|widgets| widgets.post(id).cloned());
    let rows = rows.map(|rows| rows.into_iter().map(|row| row as usize).collect());
    live.map(|live| live.ask(question, usize::try_from(number).ok(), rows)).unwrap_or_default()
}

/// Shows why there is no post, for a host that has no fallback.
pub fn mount_failure(root: &web_sys::Element, message: &str, options: &str) -> u32 {
    let painted = Painted::new(&failure(message, &localizer(&read_options(options), None)));
    painted.place(root, None);
    keep(Mounted::Failure(painted))
}

/// What the credits of a post lack that was mounted before they could be checked.
pub fn review(id: u32) -> Vec<Notice> {
    let live = WIDGETS.with_borrow(|widgets| widgets.post(id).cloned());
    live.map(|live| live.with(|content| credits::missing_credits(&content.post))).unwrap_or_default()
}

/// Does what a reader does with the lightbox ([`Live::look`]).
pub fn look(id: u32, action: u32, number: i32) -> Vec<String> {
    let live = WIDGETS.with_borrow(|widgets| widgets.post(id).cloned());
    live.map(|live| live.look(action, number)).unwrap_or_default()
}

/// Takes a widget off the page. A number that names none is no mistake.
pub fn unmount(id: u32) {
    // Dropped after the registry is free again: a view may run code of its own when it goes.
    let gone = WIDGETS.with_borrow_mut(|widgets| {
        let place = widgets.mounted.iter().position(|(known, _)| *known == id);
        place.map(|place| widgets.mounted.swap_remove(place))
    });
    drop((gone, filling::take(id)));
}

/// The JSON-LD of a mounted post, as JSON text.
pub fn json_ld(id: u32) -> Option<String> {
    let live = WIDGETS.with_borrow(|widgets| widgets.post(id).cloned())?;
    Some(live.with(|content| json::write(&crate::json_ld::json_ld(&content.post, &content.localizer))))
}

/// The format of an input.
///
/// # Errors
/// When the text is not JSON.
pub fn detect(text: &str) -> Result<Report, Failure> {
    let document = formats::document(text)?;
    Ok(formats::detect(formats::only_post(&document.value), None).report(Vec::new()))
}

/// A post in the native format, as JSON text: the JavaScript side parses it, so that no float code is linked here.
///
/// # Errors
/// When the text is not JSON or no post.
pub fn normalize(text: &str, options: &str) -> Result<(String, Report), Failure> {
    let Decoded { post, report, .. } = formats::decode(text, &read_options(options), tools(ReadFacts::Now).as_ref())?;
    let document = formats::document(text)?;
    Ok((json::write(&formats::write(&post, formats::only_post(&document.value))), report))
}

fn read(post: String, options: Options, facts: ReadFacts) -> Result<(Content, Report, Parsed), Failure> {
    let parsed = Parsed::of(post)?;
    let Decoded { post, report, .. } =
        parsed.with(|document| formats::decode_document(document, &options, tools(facts).as_ref()))?;
    let localizer = localizer(&options, post.lang.clone());
    Ok((Content::new(post, options, localizer), report, parsed))
}

/// Is there a meta whose facts have not been read?
fn lacks_facts(content: &Content) -> bool {
    content.post.meta.is_given && content.post.meta.facts.is_none()
}

/// Keeps what was read of a post until its meta box is filled; what was kept of another one goes.
fn fill_later(id: u32, parsed: Option<Parsed>) {
    let gone = filling::take(id);
    WIDGETS.with_borrow_mut(|widgets| widgets.filling.extend(parsed.map(|parsed| Filling::new(id, parsed))));
    drop(gone);
}

/// Options come from our own JavaScript side, so they are JSON; if they were not, the defaults would do.
fn read_options(text: &str) -> Options {
    let Ok(document) = json::read(text) else { return Options::default() };
    if COMPLETE.get() { Options::read(&document.value) } else { Options::read_flat(&document.value).0 }
}

fn localizer(options: &Options, post_lang: Option<String>) -> Localizer {
    let lang = options.lang.clone().or(post_lang).unwrap_or_default();
    Localizer { lang, labels: options.labels.clone(), locale: INTL }
}

fn keep(mounted: Mounted) -> u32 {
    WIDGETS.with_borrow_mut(|widgets| {
        widgets.last += 1;
        widgets.mounted.push((widgets.last, mounted));
        widgets.last
    })
}
