//! The list of posts with its search. Only the rows in view are drawn, so that 10,000 posts stay smooth.

use crate::library::Library;
use leptos::{
    html::{Div, Input},
    prelude::*,
};
use std::sync::Arc;

/// Height of a row, in CSS pixels: the same as `.reader-row` has.
const ROW: usize = 56;
/// Rows that are drawn: those in view and a few around them.
const DRAWN: usize = 40;

/// Search, count and rows. `search` is the field, for the shortcut that leads to it.
#[component]
pub fn PostList(library: RwSignal<Arc<Library>>, chosen: Memo<usize>, search: NodeRef<Input>) -> impl IntoView {
    let query = RwSignal::new(String::new());
    let from = RwSignal::new(0_usize);
    let list = NodeRef::<Div>::new();
    let found = Memo::new(move |_| query.with(|query| library.with(|library| library.matching(query))));
    let scrolled = move |event: leptos::ev::Event| {
        let top = event_target::<web_sys::Element>(&event).scroll_top().max(0) as usize;
        from.set((top / ROW).saturating_sub(DRAWN / 4));
    };
    let searched = move |event| {
        query.set(event_target_value(&event));
        from.set(0);
        list.get_untracked().into_iter().for_each(|list| list.set_scroll_top(0));
    };
    // The chosen row comes into view, wherever it was chosen.
    Effect::new(move || {
        let row = found.with(|found| found.iter().position(|place| *place == chosen.get()));
        if let (Some(row), Some(list)) = (row, list.get()) {
            let (top, seen) = ((row * ROW) as i32, list.client_height());
            if top < list.scroll_top() || top + ROW as i32 > list.scroll_top() + seen {
                list.set_scroll_top(top - seen / 3);
            }
        }
    });
    // With what tells one library from another: rows of the last one are not kept.
    let rows = move || {
        let (from, of) = (from.get(), library.with(|library| Arc::as_ptr(library) as usize));
        found.with(|found| {
            let drawn = found.iter().enumerate().skip(from).take(DRAWN);
            drawn.map(|(row, place)| (row, *place, of)).collect::<Vec<_>>()
        })
    };
    let said = move || library.with(|library| found.with(|found| count(found.len(), library.entries.len())));
    view! { class = "in-reader",
        <section class="reader-posts" class:reader-absent=move || library.with(|library| library.entries.len() < 2) aria-label="Posts">
            <label class="reader-field">{"Search"}<input type="search" node_ref=search on:input=searched aria-keyshortcuts="Alt+S" /></label>
            <p class="reader-count" role="status">{said}</p>
            <div class="reader-list" node_ref=list on:scroll=scrolled>
                <ol class="reader-rows" style:block-size=move || format!("{}px", found.with(|found| found.len() * ROW))>
                    <For each=rows key=|row| *row children=move |(row, place, _)| view! { <Row library chosen row place /> } />
                </ol>
            </div>
            <p class="reader-hint">{"Alt with ↓ or ↑ leads to the next or previous post, Alt with S to the search."}</p>
        </section>
    }
}

fn count(found: usize, of: usize) -> String {
    if found == of { format!("{of} posts") } else { format!("{found} of {of} posts") }
}

#[component]
fn Row(library: RwSignal<Arc<Library>>, chosen: Memo<usize>, row: usize, place: usize) -> impl IntoView {
    let entry = library.with_untracked(|library| library.entries.get(place).cloned()).unwrap_or_default();
    let address = format!("#{}", js_sys::encode_uri_component(&entry.key));
    let (of, number) = (library.with_untracked(|library| library.entries.len()).to_string(), (place + 1).to_string());
    view! { class = "in-reader",
        <li class="reader-row" style:inset-block-start=format!("{}px", row * ROW) aria-setsize=of aria-posinset=number>
            <a class="reader-row-link" href=address aria-current=move || (chosen.get() == place).then_some("true")>
                <span class="reader-row-title">{entry.title}</span>
                <span class="reader-row-date">{entry.published}</span>
            </a>
        </li>
    }
}
