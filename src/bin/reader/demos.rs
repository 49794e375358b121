//! The demos: an index of cards, and one page a demo with its JSON beside the result.

use crate::{
    cases::{self, Case, Frame, Input, PARTS, Part},
    open,
    page::{Page, Reading},
    source::Source,
};
use backmatter::{Options, options::Section};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Pages that embed the package: file, name, what they show.
const HOST_PAGES: [(&str, &str, &str); 11] = [
    ("one_post", "One post", "a script tag, an element, JSON inside it"),
    ("four_ways", "Four ways", "painted, mounted, rendered ahead, and as a Leptos component, beside each other"),
    ("four_parts", "Four parts", "four elements that share one post by instance"),
    ("several_posts", "Several posts", "on one page"),
    ("by_property", "By property", "a post set from JavaScript"),
    ("strict_csp", "A strict policy", "CSP and Trusted Types"),
    ("dark_host", "A dark host", "that sets no color-scheme"),
    ("sepia_host", "Sepia and grey hosts", "colours that are neither light nor dark"),
    ("loud_host", "A loud host", "CSS that styles every bare element"),
    ("shadow", "A shadow root", "between the host's CSS and ours"),
    ("right_to_left", "Right to left", "a whole page"),
];

/// The index.
#[component]
pub fn Demos() -> impl IntoView {
    document().set_title("Demos of Backmatter");
    let page = |(file, title, what): (&str, &'static str, &'static str)| {
        let href = format!("tests/pages/{file}.html");
        view! { class = "in-reader", <li><a href=href>{title}</a>{": "}{what}</li> }
    };
    view! { class = "in-reader",
        <main class="demos">
            <h1 class="demos-title">{"Demos"}</h1>
            <p class="demos-lead">{"Every part in every state that matters, from the fixtures that the tests use. "}<a href="?">{"The reader"}</a>{" shows posts of your own; "}<a href="?docs">{"the documentation"}</a>{" says how it is used."}</p>
            <div class="demos-cards">
                {PARTS.map(card).collect_view()}
                <section class="demos-card">
                    <h2 class="demos-name">{"Pages that embed it"}</h2>
                    <p>{"Plain HTML pages with the package of pkg/."}</p>
                    <ul>{HOST_PAGES.map(page).collect_view()}</ul>
                </section>
            </div>
        </main>
    }
}

fn card(part: Part) -> impl IntoView {
    let link = |case: Case| {
        let href = format!("?demo={}", case.name());
        view! { class = "in-reader", <li><a href=href>{case.state.title}</a></li> }
    };
    let links = part.states.iter().map(|state| link(Case { part, state: *state })).collect_view();
    view! { class = "in-reader",
        <section class="demos-card">
            <h2 class="demos-name">{part.title}</h2>
            <p>{part.what}</p>
            <ul>{links}</ul>
        </section>
    }
}

/// One demo.
#[component]
pub fn Demo(case: Case) -> impl IntoView {
    let Case { part, state } = case;
    let title = format!("{}: {}", part.title, state.title);
    document().set_title(&title);
    let options = Options {
        sections: part.sections.to_vec(),
        meta_open: part.sections == [Section::Meta],
        // No level is skipped where there is no title above, as in a body of another format alone.
        heading_base: if part.sections.contains(&Section::Body) && part.input != Input::Post { 1 } else { 2 },
        gallery: part.gallery,
        ..open::options("tests/fixtures/")
    };
    let source = RwSignal::new((state.text)());
    let reading = Reading { text: RwSignal::new(String::new()), options: RwSignal::new(options) };
    Effect::new(move || {
        reading.text.set(if part.input == Input::Meta { as_post(&source.get()) } else { source.get() });
    });
    // The lightbox demo starts open: this click replaces the reader's.
    let is_lightbox = part.name == "lightbox";
    let on_served = Callback::new(move |root: web_sys::Element| {
        let image = root.query_selector("[data-bm-image]").ok().flatten().filter(|_| is_lightbox);
        if let Some(image) = image {
            image.unchecked_into::<web_sys::HtmlElement>().click();
        }
    });
    let frame = match state.frame {
        Frame::Plain if part.input == Input::Meta => "demo-frame demo-beside",
        Frame::Plain => "demo-frame",
        Frame::Dark => "demo-frame demo-dark",
        Frame::Narrow => "demo-frame demo-narrow",
    };
    view! { class = "in-reader",
        <div class="demo">
            <header class="demo-head">
                <a href="?demos">{"All demos"}</a>
                <h1 class="demo-title">{title}</h1>
                <nav class="demo-ways" aria-label="Other demos">{neighbours(case)}</nav>
            </header>
            <main class=frame><Page reading report_open=part.input != Input::Post on_served /></main>
            <section class="demo-source" aria-label="Source">
                <p>{"JSON, to be edited:"}</p>
                <Source text=source />
            </section>
        </div>
    }
}

/// A post that has nothing but a meta.
fn as_post(meta: &str) -> String {
    if meta.trim().is_empty() { String::new() } else { format!("{{ \"title\": \"\", \"meta\": {meta} }}") }
}

/// Links to the previous and the next demo.
fn neighbours(case: Case) -> impl IntoView {
    let cases: Vec<Case> = cases::all().collect();
    let at = cases.iter().position(|known| known.name() == case.name()).unwrap_or(0);
    let link = |word: &'static str, case: Option<&Case>| {
        case.map(|case| view! { class = "in-reader", <a href=format!("?demo={}", case.name())>{word}{": "}{case.part.title}{", "}{case.state.title}</a> })
    };
    view! { class = "in-reader", {link("Before", at.checked_sub(1).and_then(|at| cases.get(at)))}{link("Next", cases.get(at + 1))} }
}
