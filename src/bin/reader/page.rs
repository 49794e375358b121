//! A post on the page, or why there is none, and the report on it.

use backmatter::{
    Content, Decoded, INTL, Localizer, Options,
    components::{Live, failure},
    decode,
    embed::TOOLS,
    paint::Painted,
    report::{Failure, Notice},
};
use leptos::{html::Div, prelude::*};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/components/article_body.js")]
extern "C" {
    fn attend(root: &web_sys::Element) -> js_sys::Function;
}

#[wasm_bindgen(module = "/src/components/post_meta.js")]
extern "C" {
    #[wasm_bindgen(js_name = attendMeta)]
    fn attend_meta(root: &web_sys::Element, ask: &Ask) -> js_sys::Function;
}

#[wasm_bindgen(module = "/src/components/lightbox.js")]
extern "C" {
    #[wasm_bindgen(js_name = attendLightbox)]
    fn attend_lightbox(root: &web_sys::Element, look: &Look, options: &js_sys::Function);
}

#[wasm_bindgen(module = "/src/components/slide.js")]
extern "C" {
    #[wasm_bindgen(js_name = attendSlide)]
    fn attend_slide(root: &web_sys::Element, options: &js_sys::Function);
}

/// What `lightbox.js` tells: an action and its number; the credit of the open image when that is asked.
type Look = Closure<dyn Fn(u32, i32) -> Vec<String>>;

/// What `post_meta.js` asks: a question, a row or -1, the rows found.
type Ask = Closure<dyn Fn(u32, i32, Option<Vec<u32>>) -> String>;

/// What is read.
#[derive(Clone, Copy)]
pub struct Reading {
    /// JSON of one post; empty for none.
    pub text: RwSignal<String>,
    /// How it is shown.
    pub options: RwSignal<Options, LocalStorage>,
}

/// What stands on the page. Dropping it takes it off.
enum Shown {
    Post { live: Rc<Live>, stop: js_sys::Function, painted: js_sys::Function, _asked: (Ask, Look) },
    Failure(Painted),
}

impl Drop for Shown {
    fn drop(&mut self) {
        match self {
            // It only ends listeners.
            Shown::Post { stop, .. } => drop(stop.call0(&JsValue::NULL)),
            Shown::Failure(painted) => painted.remove(),
        }
    }
}

/// The post and its report.
#[component]
pub fn Page(reading: Reading, #[prop(optional)] report_open: bool) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let shown = StoredValue::new_local(None::<Shown>);
    let notices = RwSignal::new(Vec::<Notice>::new());
    Effect::new(move || {
        let Some(place) = place.get() else { return };
        let (text, options) = (reading.text.get(), reading.options.get());
        if text.trim().is_empty() {
            notices.set(Vec::new());
            return shown.set_value(None);
        }
        notices.set(show(&text, options, &place, shown));
    });
    let row = |notice: Notice| view! { class = "in-reader", <li><code>{notice.r#where}</code>{" "}{notice.what}{": "}{notice.why}</li> };
    let summary = move || {
        notices.with(|notices| {
            format!("Report: {} {}", notices.len(), if notices.len() == 1 { "notice" } else { "notices" })
        })
    };
    view! { class = "in-reader",
        <div class="reader-post" node_ref=place></div>
        <details class="reader-report" open=report_open class:reader-absent=move || reading.text.with(|text| text.trim().is_empty())>
            <summary>{summary}</summary>
            <ul>{move || notices.get().into_iter().map(row).collect_view()}</ul>
            <p class:reader-absent=move || notices.with(|notices| !notices.is_empty())>{"Everything was read and is shown."}</p>
        </details>
    }
}

fn mount(place: &web_sys::Element, content: Content) -> Shown {
    let live = Rc::new(Live::mount(place, content));
    let asked = live.clone();
    let ask: Ask = Closure::new(move |question, number, rows: Option<Vec<u32>>| {
        let rows = rows.map(|rows| rows.into_iter().map(|row| row as usize).collect());
        asked.ask(question, usize::try_from(number).ok(), rows)
    });
    let asked = live.clone();
    let look: Look = Closure::new(move |action, number| asked.look(action, number));
    let root = place.last_element_child();
    if let Some(root) = &root {
        let options = js_sys::Function::new_no_args("return {}");
        attend_slide(root, &options);
        attend_lightbox(root, &look, &options);
    }
    let (stop, painted) = root.map(|root| (attend(&root), attend_meta(&root, &ask))).unwrap_or_default();
    let _ = painted.call0(&JsValue::NULL);
    Shown::Post { live, stop, painted, _asked: (ask, look) }
}

/// Shows `text` in `place`, or says why it cannot be shown; the notices of the report.
fn show(
    text: &str,
    options: Options,
    place: &web_sys::Element,
    shown: StoredValue<Option<Shown>, LocalStorage>,
) -> Vec<Notice> {
    let before = shown.try_update_value(Option::take).flatten();
    match decode(text, &options, &TOOLS) {
        Ok(Decoded { post, report, .. }) => {
            let localizer =
                Localizer { lang: post.lang.clone().unwrap_or_default(), labels: options.labels.clone(), locale: INTL };
            let content = Content::new(post, options, localizer);
            if let Some(Shown::Post { live, painted, .. }) = &before {
                live.update(content);
                let _ = painted.call0(&JsValue::NULL);
                shown.set_value(before);
            } else {
                drop(before);
                shown.set_value(Some(mount(place, content)));
            }
            report.notices
        }
        Err(Failure { message, .. }) => {
            drop(before);
            let localizer = Localizer { lang: String::new(), labels: options.labels, locale: INTL };
            let painted = Painted::new(&failure(&message, &localizer));
            painted.place(place, None);
            shown.set_value(Some(Shown::Failure(painted)));
            Vec::new()
        }
    }
}
