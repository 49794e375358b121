//! Attaches the scripts of a post in an application, where a signal holds the content.

use super::{
    Shown,
    clicks::{Asked, Heard},
};
use crate::components::{LightboxAction, Query};
use ::leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{AbortController, AbortSignal, Element};

#[wasm_bindgen(module = "/src/components/article_body.js")]
extern "C" {
    #[wasm_bindgen(js_name = attachArticle)]
    fn attach_article(root: &Element) -> js_sys::Function;
}

#[wasm_bindgen(module = "/src/components/figure.js")]
extern "C" {
    #[wasm_bindgen(js_name = attachFigures)]
    fn attach_figures(root: &Element, signal: &AbortSignal);
}

#[wasm_bindgen(module = "/src/components/post_meta.js")]
extern "C" {
    #[wasm_bindgen(js_name = attachMeta)]
    fn attach_meta(root: &Element, query: &AskMeta, signal: &AbortSignal) -> js_sys::Function;
}

#[wasm_bindgen(module = "/src/components/lightbox.js")]
extern "C" {
    #[wasm_bindgen(js_name = attachLightbox)]
    fn attach_lightbox(root: &Element, act: &Act, credit: &Credit, options: &js_sys::Function, signal: &AbortSignal);
    #[wasm_bindgen(js_name = settleLightbox)]
    fn settle_lightbox(root: &Element, act: &Act);
}

#[wasm_bindgen(module = "/src/components/slide.js")]
extern "C" {
    #[wasm_bindgen(js_name = attachSlide)]
    fn attach_slide(root: &Element, options: &js_sys::Function, signal: &AbortSignal);
}

/// What `post_meta.js` asks: a question, a row, the rows found.
type AskMeta = Closure<dyn Fn(String, Option<u32>, Option<Vec<u32>>) -> String>;

/// What `lightbox.js` tells: an action and its number. The promise resolves when it has been painted.
type Act = Closure<dyn Fn(String, i32) -> js_sys::Promise>;

/// What `lightbox.js` asks for: the credit of the open image.
type Credit = Closure<dyn Fn() -> Vec<String>>;

/// The options of the lightbox: none. (Not a function from a text, which a strict policy refuses.)
type NoOptions = Closure<dyn Fn() -> JsValue>;

/// The listeners of one root. Dropping it removes them.
pub struct Attached {
    root: Element,
    painted: js_sys::Function,
    act: Act,
    stop: js_sys::Function,
    controller: AbortController,
    _asked: (AskMeta, Credit, NoOptions, Option<Asked>),
}

impl Drop for Attached {
    fn drop(&mut self) {
        self.controller.abort();
        // It only ends listeners.
        drop(self.stop.call0(&JsValue::NULL));
    }
}

impl Attached {
    /// Attaches to the root that is on the page now; existing listeners learn that it was repainted. Returns whether
    /// the root is new.
    pub fn to(attached: &mut Option<Attached>, root: Option<Element>, shown: RwSignal<Shown>, heard: Heard) -> bool {
        match (attached.as_ref(), root) {
            (Some(now), Some(root)) if now.root == root => {
                drop(now.painted.call0(&JsValue::NULL));
                settle_lightbox(&root, &now.act);
                false
            }
            (_, root) => {
                *attached = root.and_then(|root| Attached::new(root, shown, heard));
                true
            }
        }
    }

    fn new(root: Element, shown: RwSignal<Shown>, heard: Heard) -> Option<Attached> {
        let controller = AbortController::new().ok()?;
        let signal = controller.signal();
        let options: NoOptions = Closure::new(|| js_sys::Object::new().into());
        let none = options.as_ref().unchecked_ref();
        let query: AskMeta = Closure::new(move |name: String, row, rows| ask(shown, &name, row, rows));
        let act: Act = Closure::new(move |name: String, number| {
            act(shown, &name, number);
            js_sys::Promise::new(&mut |resolve, _| request_animation_frame(move || drop(resolve.call0(&JsValue::NULL))))
        });
        let credit: Credit = Closure::new(move || match shown.try_get_untracked() {
            Some(Shown::Post(content)) => content.open_credit().map(Vec::from).unwrap_or_default(),
            _ => Vec::new(),
        });
        // Above the root, and before all other listeners: the application is asked first.
        let asked = root.parent_element().map(|place| heard.attach(&place, &signal));
        attach_figures(&root, &signal);
        attach_slide(&root, none, &signal);
        attach_lightbox(&root, &act, &credit, none, &signal);
        let painted = attach_meta(&root, &query, &signal);
        drop(painted.call0(&JsValue::NULL));
        Some(Attached {
            stop: attach_article(&root),
            root,
            painted,
            act,
            controller,
            _asked: (query, credit, options, asked),
        })
    }
}

fn ask(shown: RwSignal<Shown>, name: &str, row: Option<u32>, rows: Option<Vec<u32>>) -> String {
    let index = |row| row as usize;
    let (row, rows) = (row.map(index), rows.map(|rows| rows.into_iter().map(index).collect()));
    let Some(query) = Query::parse(name) else { return String::new() };
    let reply = shown.try_maybe_update(|shown| match shown {
        Shown::Post(content) => {
            let is_changed = Arc::make_mut(content).ask(query, row, rows);
            (is_changed, content.reply(query, row))
        }
        _ => (false, String::new()),
    });
    reply.unwrap_or_default()
}

fn act(shown: RwSignal<Shown>, name: &str, number: i32) {
    // The component may be unmounted.
    shown.try_update(|shown| {
        if let (Shown::Post(content), Some(action)) = (shown, LightboxAction::parse(name)) {
            Arc::make_mut(content).lightbox_action(action, number);
        }
    });
}
