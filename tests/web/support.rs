//! The vocabulary of the browser tests.

use backmatter::{
    Content, INTL, Localizer, Options, decode,
    embed::TOOLS,
    json,
    markup::{Markup, Tag},
};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

#[wasm_bindgen(inline_js = "
export const place = () => document.body.appendChild(document.createElement('div'));
export const nodes = (parent) => [...parent.children];
export const html = (element) => element.outerHTML;
export const find = (element, selector) => element.querySelector(selector);
export const count = (element, selector) => element.querySelectorAll(selector).length;
export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export const click = (element) => element.click();
export const press = (element, key) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
export const isOpen = (element) => element.open;
export const printing = () => dispatchEvent(new Event('beforeprint'));
export const mark = (node) => { node.seen = true; };
export const marked = (node) => Boolean(node.seen);
export const text = (element) => element.textContent;
export const property = (element, name) => element.style.getPropertyValue(name);
export const setOpen = (element) => { element.open = true; };
")]
extern "C" {
    pub fn place() -> Element;
    pub fn nodes(parent: &Element) -> Vec<Element>;
    pub fn html(element: &Element) -> String;
    pub fn find(element: &Element, selector: &str) -> Option<Element>;
    pub fn count(element: &Element, selector: &str) -> usize;
    fn wait(ms: u32) -> Promise;
    pub fn click(element: &Element);
    pub fn press(element: &Element, key: &str);
    #[wasm_bindgen(js_name = isOpen)]
    pub fn is_open(element: &Element) -> bool;
    pub fn printing();
    pub fn mark(node: &Element);
    pub fn marked(node: &Element) -> bool;
    pub fn text(element: &Element) -> String;
    pub fn property(element: &Element, name: &str) -> String;
    #[wasm_bindgen(js_name = setOpen)]
    pub fn set_open(element: &Element);
}

/// Lets the browser go on for a moment.
pub async fn pause(ms: u32) {
    JsFuture::from(wait(ms)).await.unwrap();
}

/// A list of paragraphs.
pub fn paragraphs(texts: &[&str]) -> Markup {
    let mut markup = Markup::new(Tag::Div, "bm-article-body");
    for text in texts {
        markup.leaf(Tag::P, "bm-paragraph", text);
    }
    markup
}

/// What a post shows, as JSON and options in JSON.
#[track_caller]
pub fn content(post: &str, options: &str) -> Content {
    let given = json::read(options).unwrap().value;
    let options = Options::read(&given);
    let post = decode(post, &options, &TOOLS).unwrap().post;
    let localizer = Localizer { lang: "en".into(), labels: options.labels.clone(), locale: INTL };
    Content::new(post, options, localizer)
}
