//! The program that keeps posts alive. JavaScript holds a number, never a Rust value, so the garbage collector cannot
//! finalise it: a widget lives until [`unmount`].

use super::{
    Answer, Live,
    filling::{Filled, Filling, Parsed},
    localizer, long_html, read_options,
    registry::{Mounted, keep, take, with},
};
use crate::{
    Content, Options, Report,
    components::{Everything, LightboxAction, Part, Query, failure},
    facts, formats,
    html::{Token, flattened, read_tokens},
    json, json_ld as linked_data,
    model::Post,
    paint::Leaf,
    report::{Failure, FailureCode, Need, Needs},
    tools::{OnlyFacts, ReadFacts, Whole},
};
use leptos::tachys::view::{Mountable, Render};
use serde::{Serialize, Serializer, ser::SerializeMap};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/embed/inert.js")]
extern "C" {
    fn tokens(html: &str, policy: JsValue) -> Option<String>;
}

#[wasm_bindgen(module = "/src/embed/trusted.js")]
extern "C" {
    #[wasm_bindgen(js_name = trustedPolicy)]
    fn trusted_policy() -> JsValue;
}

/// The browser's own parser, on an inert document. `None` where the page allows none (Trusted Types).
pub fn parse_html(html: &str) -> Option<Vec<Token>> {
    tokens(&flattened(html), trusted_policy()).and_then(|text| read_tokens(&text))
}

/// What this program can do; `facts` says when it reads the meta box.
const fn tools(facts: ReadFacts) -> Whole<OnlyFacts> {
    Whole { read_before: long_html::read, ..Whole::new(parse_html, OnlyFacts(facts)) }
}

/// The long HTML of a post, which may be read in parts before the whole is: each text as it is to be parsed.
pub fn long_html(text: &str, options: &str, least: u32) -> Answer<Vec<String>> {
    let read =
        |note| formats::decode(text, &read_options(options), &Whole { read_before: note, ..tools(ReadFacts::Later) });
    Answer(Ok(long_html::find(least as usize, read)))
}

/// Takes the next tokens of one of them.
pub fn take_tokens(place: u32, tokens: &str) -> Answer<()> {
    long_html::take(place as usize, tokens);
    Answer(Ok(()))
}

/// Builds the next blocks of one of them. False when all are built.
pub fn build_html(place: u32) -> Answer<bool> {
    Answer(Ok(long_html::build(place as usize)))
}

/// A widget on the page.
#[derive(Debug)]
pub struct Shown {
    /// Its number.
    pub id: u32,
    /// The report on its input.
    pub report: Report,
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("report", &self.report)?;
        map.end()
    }
}

fn unmounted() -> Failure {
    Failure { code: FailureCode::NotAPost, message: "the widget is unmounted".into() }
}

/// Shows a post at the end of `parent`.
pub fn mount(parent: &Element, post: String, options: &str) -> Answer<Shown> {
    let options = read_options(options);
    let facts = at_first(&options);
    shown(post, options, facts, |content| Live::mount(parent, content))
}

/// Takes over the post that stands in `root`. `needs` names what the program that painted it could not do; what was rendered
/// ahead has its facts already.
pub fn take_over(root: &Element, post: String, options: &str, needs: Vec<String>, is_ahead: bool) -> Answer<Shown> {
    let unfinished =
        needs.into_iter().filter_map(|name| Need::parse(&name)).flat_map(unfinished_parts).copied().collect();
    let options = read_options(options);
    let facts = if is_ahead { ReadFacts::Now } else { at_first(&options) };
    shown(post, options, facts, |content| Live::take_over(root, content.with_unfinished(unfinished)))
}

/// The parts that show something else when a need is met.
const fn unfinished_parts(need: Need) -> &'static [Part] {
    match need {
        Need::Credits => &[Part::ArticleBody, Part::Gallery, Part::SimilarPosts],
        Need::Candidates => &[Part::SimilarPosts],
        Need::Facts => &[Part::PostMeta],
        Need::Html | Need::Options | Need::Format => &[],
    }
}

/// When to read the facts of a new post: a closed meta box is filled later, when there is time.
const fn at_first(options: &Options) -> ReadFacts {
    if options.meta_open { ReadFacts::Short } else { ReadFacts::Later }
}

fn shown(post: String, options: Options, facts: ReadFacts, show: impl FnOnce(Content) -> Live) -> Answer<Shown> {
    Answer(read(post, options, facts).map(|Read { content, report, filling, .. }| {
        let id = keep(Mounted::Post { live: show(content), filling });
        Shown { id, report }
    }))
}

/// Shows another post, or the same one with other options. What is the same keeps its nodes.
pub fn update(id: u32, post: String, options: &str) -> Answer<Shown> {
    let options = read_options(options);
    let updated = with(id, |live, filling| {
        // A filled box stays filled, except a long one, which is filled again.
        let facts = live.content().post.meta.facts.as_ref();
        let is_filled = facts.is_some_and(|facts| facts.given <= facts::AT_ONCE);
        let facts = if is_filled { ReadFacts::Short } else { ReadFacts::Later };
        let Read { mut content, report, filling: later, needs } = read(post, options, facts)?;
        if needs.has(Need::Candidates) && is_one_post(&content.post, &live.content().post) {
            // Its cards stay until its candidates are ranked again.
            content.post.similar.clone_from(&live.content().post.similar);
        }
        *filling = later;
        live.update(content);
        Ok(Shown { id, report })
    });
    Answer(updated.unwrap_or_else(|| Err(unmounted())))
}

/// Fills the meta box of a mounted post, or goes on with it: in parts, or as a `whole`.
pub fn fill(id: u32, whole: bool) -> Answer<Filled> {
    let filled = with(id, |live, filling| {
        let filled = filling.as_mut().map(|filling| filling.go_on(live, whole, &tools(ReadFacts::Now)))?;
        if !filled.more {
            *filling = None;
        }
        Some(filled)
    });
    Answer(Ok(filled.flatten().unwrap_or_default()))
}

/// Sends a query to the meta box, about one row or about all; `rows` are those that a search found.
pub fn query(id: u32, query: &str, row: Option<u32>, rows: Option<Vec<u32>>) -> Answer<String> {
    let index = |row| row as usize;
    let rows = rows.map(|rows| rows.into_iter().map(index).collect());
    let reply = Query::parse(query).and_then(|query| with(id, |live, _| live.query(query, row.map(index), rows)));
    Answer(reply.ok_or_else(unmounted))
}

/// Applies a reader's action to the lightbox.
pub fn lightbox(id: u32, action: &str, number: i32) -> Answer<()> {
    let done =
        LightboxAction::parse(action).and_then(|action| with(id, |live, _| live.lightbox_action(action, number)));
    Answer(done.ok_or_else(unmounted))
}

/// The credit of the open image as text, as HTML and as Markdown.
pub fn credit(id: u32) -> Answer<Option<[String; 3]>> {
    Answer(with(id, |live, _| live.content().open_credit()).ok_or_else(unmounted))
}

/// Says why there is no post, for a host that has no fallback.
pub fn explain(parent: &Element, message: &str, options: &str) -> Answer<Shown> {
    let mut painted = Leaf::from(failure(message, &localizer(&read_options(options), None))).build();
    painted.mount(parent, None);
    Answer(Ok(Shown { id: keep(Mounted::Failure(painted)), report: Report::default() }))
}

/// Takes a widget off the page. An unknown number is not an error.
pub fn unmount(id: u32) -> Answer<()> {
    match take(id) {
        Some(Mounted::Post { live, .. }) => live.unmount(),
        Some(Mounted::Failure(mut painted)) => painted.unmount(),
        None => {}
    }
    Answer(Ok(()))
}

/// The JSON-LD of a mounted post, as JSON text.
pub fn json_ld(id: u32) -> Answer<String> {
    let text = |live: &mut Live, _: &mut Option<Filling>| {
        let content = live.content();
        json::write(&linked_data::json_ld(&content.post, &content.localizer))
    };
    Answer(with(id, text).ok_or_else(unmounted))
}

/// The format of an input.
pub fn detect(text: &str) -> Answer<Report> {
    let document = formats::document(text);
    Answer(document.map(|document| formats::detect(formats::only_post(&document.value), None).report(Vec::new())))
}

/// A post in the native format, as JSON text: the JavaScript side parses it, so that no float code is linked here.
pub fn normalize(text: &str, options: &str) -> Answer<(String, Report)> {
    let normalized = || {
        let decoded = formats::decode(text, &read_options(options), &tools(ReadFacts::Now))?;
        let document = formats::document(text)?;
        let given = formats::only_post(&document.value);
        let mut post = formats::write(&decoded.post, given);
        formats::write_candidates(&mut post, Some(given), [].iter());
        Ok((json::write(&post), decoded.report))
    };
    Answer(normalized())
}

fn is_one_post(one: &Post, other: &Post) -> bool {
    let names = |post: &Post| (post.id.clone(), post.url.clone(), post.title.clone());
    names(one) == names(other) && names(one) != names(&Post::default())
}

/// A post that was read.
struct Read {
    content: Content,
    report: Report,
    /// What is needed to fill its meta box later.
    filling: Option<Filling>,
    needs: Needs,
}

fn read(post: String, options: Options, facts: ReadFacts) -> Result<Read, Failure> {
    let parsed = Parsed::of(post)?;
    let decoded = parsed.with(|document| formats::decode_document(document, &options, &tools(facts)))?;
    if decoded.needs.has(Need::Format) {
        return Err(Failure { code: FailureCode::OtherFormat, message: "it is in another format".into() });
    }
    let meta = &decoded.post.meta;
    let filling = (meta.is_given && meta.facts.is_none()).then(|| Filling::new(parsed));
    let localizer = localizer(&options, decoded.post.lang.clone());
    let (report, needs) = (decoded.report, decoded.needs);
    Ok(Read { content: Content::new(decoded.post, options, localizer, &Everything), report, filling, needs })
}
