//! The documentation, drawn by the widget: its Markdown becomes HTML, and the HTML a post.

use crate::{
    open,
    page::{Page, Reading},
};
use backmatter::{Options, options::Section};
use leptos::prelude::*;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options as Extensions, Parser, Tag, TagEnd, html::push_html};

/// A page of the documentation.
#[derive(Clone, Copy)]
pub struct Guide {
    /// In the address.
    name: &'static str,
    markdown: &'static str,
}

macro_rules! guides {
    ($($name:literal: $path:literal),* $(,)?) => {
        [$(Guide { name: $name, markdown: include_str!(concat!("../../../", $path)) }),*]
    };
}

const GUIDES: [Guide; 19] = guides! {
    "readme": "README.md",
    "json": "docs/json.md",
    "elements": "docs/elements.md",
    "meta-box": "docs/meta-box.md",
    "images-and-credits": "docs/images-and-credits.md",
    "similar-posts": "docs/similar-posts.md",
    "formats": "docs/formats.md",
    "rendering-ahead": "docs/rendering-ahead.md",
    "static-sites": "docs/static-sites.md",
    "bundlers": "docs/bundlers.md",
    "frameworks": "docs/frameworks.md",
    "leptos": "docs/leptos.md",
    "csp-and-security": "docs/csp-and-security.md",
    "theming": "docs/theming.md",
    "limits": "docs/limits.md",
    "architecture": "docs/architecture.md",
    "benchmarks": "docs/benchmarks.md",
    "contributing": "CONTRIBUTING.md",
    "security": "SECURITY.md",
};

/// The guide of this name; the first one without a name.
pub fn named(name: &str) -> Option<Guide> {
    GUIDES.into_iter().find(|guide| name.is_empty() || guide.name == name)
}

/// One guide beside the list of all.
#[component]
pub fn Docs(guide: Guide) -> impl IntoView {
    let (title, html) = guide.read();
    document().set_title(&title);
    let reading = Reading {
        text: RwSignal::new(post(&title, &html)),
        options: RwSignal::new(Options { sections: vec![Section::Body], heading_base: 1, ..open::options("./") }),
    };
    let link = |other: Guide| {
        let current = (other.name == guide.name).then_some("page");
        view! { class = "in-reader", <li><a href=format!("?docs={}", other.name) aria-current=current>{other.read().0}</a></li> }
    };
    view! { class = "in-reader",
        <div class="docs">
            <nav class="docs-list" aria-label="Documentation">
                <a href="?">{"The reader"}</a>{" · "}<a href="?demos">{"Demos"}</a>
                <ul>{GUIDES.map(link).collect_view()}</ul>
            </nav>
            <main class="docs-page"><Page reading /></main>
        </div>
    }
}

impl Guide {
    /// Its title, and the rest as HTML.
    fn read(self) -> (String, String) {
        let mut events = Parser::new_ext(self.markdown, Extensions::ENABLE_TABLES);
        let mut title = String::new();
        for event in events.by_ref() {
            match event {
                Event::Text(text) | Event::Code(text) => title += &text,
                Event::End(TagEnd::Heading(HeadingLevel::H1)) => break,
                _ => {}
            }
        }
        let mut html = String::new();
        push_html(&mut html, named_headings(events.collect()).into_iter().map(led));
        (title, html)
    }
}

/// Gives each heading the name that links to it use: its words, in small letters, with hyphens between.
fn named_headings(mut events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut words = String::new();
    // From the end: what a heading says stands behind its start.
    for event in events.iter_mut().rev() {
        match event {
            Event::End(TagEnd::Heading(_)) => words.clear(),
            Event::Text(text) | Event::Code(text) => words.insert_str(0, text),
            Event::Start(Tag::Heading { id, .. }) => *id = Some(slug(&words).into()),
            _ => {}
        }
    }
    events
}

fn slug(words: &str) -> String {
    let kept = words.chars().filter(|char| char.is_alphanumeric() || matches!(char, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// A link to a file of the documentation leads to its guide.
fn led(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = place_of(&dest_url).map_or(dest_url, CowStr::from);
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        other => other,
    }
}

fn place_of(link: &str) -> Option<String> {
    let (file, fragment) = link.split_once('#').unwrap_or((link, ""));
    let name = file.rsplit('/').next()?.strip_suffix(".md")?.to_lowercase();
    let guide = GUIDES.into_iter().find(|guide| guide.name == name)?;
    let fragment = if fragment.is_empty() { String::new() } else { format!("#bm-{fragment}") };
    Some(format!("?docs={}{fragment}", guide.name))
}

/// The JSON that the widget is given.
fn post(title: &str, html: &str) -> String {
    let text = |text: &str| String::from(js_sys::JSON::stringify(&text.into()).unwrap_or_default());
    format!("{{ \"title\": {}, \"body\": [{{ \"type\": \"html\", \"html\": {} }}] }}", text(title), text(html))
}
