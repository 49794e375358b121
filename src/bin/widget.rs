//! The program that keeps posts alive as JavaScript sees it. Each export answers with an [`Answer`](backmatter::embed::Answer).

use backmatter::embed::widget;
use wasm_bindgen::prelude::*;
use web_sys::Element;

backmatter::page_program!();

macro_rules! exports {
    ($(#[doc = $doc:literal] fn $name:ident($($argument:ident: $kind:ty),*);)*) => {
        $(#[doc = $doc] #[wasm_bindgen] pub fn $name($($argument: $kind),*) -> JsValue { widget::$name($($argument),*).into() })*
    };
}

exports! {
    /// The HTML texts of a post with at least so many bytes, which may be read in parts before the post is: a list of texts.
    fn long_html(text: &str, options: &str, least: u32);
    /// Takes the next tokens of one of them: nothing.
    fn take_tokens(place: u32, tokens: &str);
    /// Builds the next blocks of one of them: false when all are built.
    fn build_html(place: u32);
    /// Shows a post at the end of `parent`: `{ id, report }`.
    fn mount(parent: &Element, post: String, options: &str);
    /// Takes over the post that stands in `root`, painted or rendered ahead (with all of its facts): `{ id, report }`.
    fn take_over(root: &Element, post: String, options: &str, needs: Vec<String>, is_ahead: bool);
    /// Shows another post: `{ id, report }`.
    fn update(id: u32, post: String, options: &str);
    /// Fills the meta box, or goes on with it: `{ notices, more }`.
    fn fill(id: u32, whole: bool);
    /// Asks the meta box something, about one row or about all: a text.
    fn query(id: u32, query: &str, row: Option<u32>, rows: Option<Vec<u32>>);
    /// Does what the reader does with the lightbox: nothing.
    fn lightbox(id: u32, action: &str, number: i32);
    /// The credit of the open image: `[text, html, markdown]`.
    fn credit(id: u32);
    /// Says why there is no post: `{ id, report }`.
    fn explain(parent: &Element, message: &str, options: &str);
    /// Takes a widget off the page: nothing.
    fn unmount(id: u32);
    /// The JSON-LD of a mounted post: a text.
    fn json_ld(id: u32);
    /// Which format a text is in: a report.
    fn detect(text: &str);
    /// A post in the native format: `[text, report]`.
    fn normalize(text: &str, options: &str);
}
