//! Helpers of the browser tests.

use backmatter::{
    Content, INTL, Localizer, Options,
    components::{Everything, Nothing, OnDemand},
    context::Tools,
    decode,
    embed::widget::parse_html,
    json,
    markup::{Markup, Tag},
    tools::{FirstPaint, ReadFacts, Whole},
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
export const interfere = (element, deed) => {
  element.tabIndex = -1;
  element.focus();
  element.addEventListener('focusout', () => {
    const root = element.parentNode;
    if (deed === 'remove') element.nextSibling?.remove();
    if (deed === 'empty') root.replaceChildren();
    if (deed === 'throw') throw new Error('a host');
  });
};
export const alter = (root, how) => {
  const texts = [], walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) texts.push(walker.currentNode);
  switch (how) {
    case 'comments stripped': return texts.forEach((node) => node.nodeType === 8 && node.remove());
    case 'white space added': return root.querySelectorAll('article, section, ul').forEach((element) => element.prepend('\\n  '));
    case 'text wrapped': return texts.forEach((node) => {
      if (node.nodeType !== 3) return;
      const font = document.createElement('font');
      node.replaceWith(font);
      font.append(node);
    });
    case 'a part removed': return root.querySelector('.bm-gallery').remove();
    case 'a part added': return root.querySelector('.bm-gallery').before(document.createElement('aside'));
    case 'a block removed': return root.querySelector('.bm-paragraph').remove();
    case 'everything removed': return root.replaceChildren();
  }
};
// Some of what extensions, translators and scripts of a page do, at random places; the same for the same seed.
export const alterAtRandom = (root, seed) => {
  let state = seed;
  const below = (end) => { state = (state * 1103515245 + 12345) % 2147483648; return Math.floor(state / 65536) % end; };
  const deeds = [
    (node) => node.remove(),
    (node, other) => { if (!node.contains(other)) other.after(node); },
    (node) => { if (node.nodeType === 3) node.data = 'Altered'; else node.textContent = ''; },
    (node) => node.previousSibling?.before(node),
    (node) => { const font = document.createElement('font'); node.replaceWith(font); font.append(node); },
    (node) => { if (node.nodeType === 1) node.className = 'foreign'; },
    (node) => node.replaceWith(...node.childNodes),
  ];
  for (let turn = 0; turn < 4; turn++) {
    const nodes = [], walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
    // The header is finished: its words are not compared, so that a translation of them stays.
    while (walker.nextNode()) if (!root.querySelector('.bm-header')?.contains(walker.currentNode)) nodes.push(walker.currentNode);
    if (nodes.length) deeds[below(deeds.length)](nodes[below(nodes.length)], nodes[below(nodes.length)]);
  }
};
// The first text of `whole` that `root` does not show.
export const missing = (root, whole) => {
  const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!root.textContent.includes(walker.currentNode.data)) return walker.currentNode.data;
  return '';
};
export const shape = (root) => {
  const copy = root.cloneNode(true);
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
  const empty = [];
  while (walker.nextNode()) if (walker.currentNode.nodeType === 8 || /^\\n\\s*$/.test(walker.currentNode.data)) empty.push(walker.currentNode);
  empty.forEach((node) => node.remove());
  copy.querySelectorAll('aside').forEach((node) => node.remove());
  copy.querySelectorAll('font').forEach((node) => node.replaceWith(...node.childNodes));
  copy.normalize();
  const lines = [...copy.querySelectorAll('*')].map((element) => {
    const attributes = [...element.attributes].map(({ name, value }) => name + '=' + value).sort().join(' ');
    return element.localName + ' ' + attributes;
  });
  return lines.join('\\n') + copy.textContent.replace(/\\s+/g, ' ');
};
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
    pub fn interfere(element: &Element, deed: &str);
    pub fn alter(root: &Element, how: &str);
    #[wasm_bindgen(js_name = alterAtRandom)]
    pub fn alter_at_random(root: &Element, seed: u32);
    pub fn missing(root: &Element, whole: &Element) -> String;
    pub fn shape(root: &Element) -> String;
    #[wasm_bindgen(js_name = setOpen)]
    pub fn set_open(element: &Element);
}

/// Waits `ms` milliseconds, so that the browser can work.
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
    read(post, options, &Whole::new(parse_html, ReadFacts::Now), &Everything)
}

/// The same as the program `widget` begins with it: the meta box is filled later.
#[track_caller]
pub fn begun(post: &str, options: &str) -> Content {
    read(post, options, &Whole::new(parse_html, ReadFacts::Later), &Everything)
}

/// The same as the program `first` reads and draws it.
#[track_caller]
pub fn first(post: &str) -> Content {
    read(post, "{}", &FirstPaint, &Nothing)
}

#[track_caller]
fn read(post: &str, options: &str, tools: &dyn Tools, on_demand: &'static dyn OnDemand) -> Content {
    let options = Options::read(&json::read(options).unwrap().value);
    let decoded = decode(post, &options, tools).unwrap();
    let localizer = Localizer { lang: "en".into(), labels: options.labels.clone(), locale: INTL };
    Content::new(decoded.post, options, localizer, on_demand)
}
