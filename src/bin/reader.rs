//! The standalone reader: the JSON of a post at the side, the post beside it. Nothing leaves the machine.

use backmatter::{
    Content, INTL, Options, Voice,
    components::{Live, failure},
    decode,
    embed::TOOLS,
    paint::Kept,
    policy::{Sink, url::SafeUrl},
    report::Failure,
};
use gloo::timers::callback::Timeout;
use leptos::{
    html::Div,
    prelude::*,
    tachys::view::{Mountable, Render},
};

const SAMPLE: &str = include_str!("../../tests/fixtures/full.json");

/// Typing pauses this long, in milliseconds, before the post is read again.
const PAUSE: u32 = 150;

/// Pages that embed the package, by what they show.
const HOST_PAGES: [(&str, &str); 8] = [
    ("one_post", "One post"),
    ("four_parts", "Four parts of one post"),
    ("several_posts", "Several posts"),
    ("by_property", "A post set by property"),
    ("dark_host", "A dark host"),
    ("loud_host", "A host with loud CSS"),
    ("shadow", "In a shadow root"),
    ("right_to_left", "Right to left"),
];

fn main() {
    mount_to_body(Reader);
}

/// What stands in the reading column.
enum Shown {
    Post(Live),
    Failure { _said: Said },
}

/// A sentence on the page; dropping it takes it off.
struct Said(Kept);

impl Drop for Said {
    fn drop(&mut self) {
        self.0.unmount();
    }
}

#[component]
fn Reader() -> impl IntoView {
    let source = RwSignal::new(SAMPLE.to_string());
    let page = NodeRef::<Div>::new();
    let shown = StoredValue::new_local(None::<Shown>);
    let waiting = StoredValue::new_local(None::<Timeout>);
    let read = move || {
        if let Some(place) = page.get_untracked() {
            show(&source.read_untracked(), &place, shown);
        }
    };
    Effect::new(move || {
        if page.get().is_some() {
            read();
        }
    });
    let typed = move |event| {
        source.set(event_target_value(&event));
        waiting.set_value(Some(Timeout::new(PAUSE, read)));
    };
    view! { class = "in-reader",
        <div class="reader">
            <header class="reader-side">
                <h1 class="reader-name">{"Backmatter"}</h1>
                <p class="reader-words">{"Renders a post from the JSON a page already has. Paste yours: it stays on this machine."}</p>
                <label class="reader-label" for="source">{"JSON of a post"}</label>
                <textarea id="source" class="reader-source" spellcheck="false" prop:value=source on:input=typed></textarea>
                <nav aria-label="Pages that embed it">{host_pages()}</nav>
            </header>
            <main class="reader-page"><div node_ref=page></div></main>
        </div>
    }
}

fn host_pages() -> impl IntoView {
    let link = |(name, title): (&str, &'static str)| {
        let href = ["tests/pages/", name, ".html"].concat();
        view! { class = "in-reader", <li><a href=href>{title}</a></li> }
    };
    view! { class = "in-reader", <ul class="reader-pages">{HOST_PAGES.map(link).collect_view()}</ul> }
}

/// Reads `text` and shows it in `place`, or says why it cannot be shown.
fn show(text: &str, place: &web_sys::Element, shown: StoredValue<Option<Shown>, LocalStorage>) {
    // The pictures of the sample stand beside the demos.
    let base_url = SafeUrl::parse("tests/fixtures/", Sink::Page, None).ok();
    let options = Options { base_url, ..Options::default() };
    match (decode(text, &options, TOOLS), shown.try_update_value(Option::take).flatten()) {
        (Ok((post, _)), Some(Shown::Post(live))) => {
            live.update(content(post, options));
            shown.set_value(Some(Shown::Post(live)));
        }
        (Ok((post, _)), _) => shown.set_value(Some(Shown::Post(Live::mount(place, content(post, options))))),
        (Err(Failure { message, .. }), _) => {
            let mut view = failure(&message, &voice(&options, None)).build();
            view.mount(place, None);
            shown.set_value(Some(Shown::Failure { _said: Said(view) }));
        }
    }
}

fn content(post: backmatter::model::Post, options: Options) -> Content {
    let voice = voice(&options, post.lang.clone());
    Content::new(post, options, voice)
}

fn voice(options: &Options, lang: Option<String>) -> Voice {
    Voice { lang: lang.unwrap_or_default(), labels: options.labels.clone(), locale: INTL }
}
