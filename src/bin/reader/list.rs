//! The list of posts with its search. Only the rows in view are drawn, so that 10,000 posts stay smooth.

use crate::library::{Entry, Library};
use backmatter::search::{Piece, Query, excerpt, marked};
use leptos::{
    ev,
    html::{Div, Input},
    prelude::*,
};
use std::sync::Arc;

/// Height of a row, in CSS pixels: the same as `.reader-row` has.
const ROW: usize = 76;
/// Rows that are drawn: those in view and a few around them.
const DRAWN: usize = 40;

/// Search, count and rows. `search` is the field, for the shortcut that leads to it.
#[component]
pub fn PostList(library: RwSignal<Arc<Library>>, chosen: Memo<usize>, search: NodeRef<Input>) -> impl IntoView {
    let query = RwSignal::new(Query::default());
    let from = RwSignal::new(0_usize);
    let list = NodeRef::<Div>::new();
    let found = Memo::new(move |_| query.with(|query| library.with(|library| library.places(query))));
    let words = Memo::new(move |_| query.with(|query| library.with(|library| library.index.found(query))));
    let scrolled = move |event: leptos::ev::Event| {
        let top = event_target::<web_sys::Element>(&event).scroll_top().max(0) as usize;
        from.set((top / ROW).saturating_sub(DRAWN / 4));
    };
    let searched = move |event| {
        query.set(Query::of(&event_target_value(&event)));
        from.set(0);
        list.get_untracked().into_iter().for_each(|list| list.set_scroll_top(0));
    };
    // From the field, ↓ and ↑ go through what was found, and Enter to the best, unless one of them is shown.
    let walked = move |event: ev::KeyboardEvent| {
        // Keys of an input method, and of selecting, are not ours.
        if event.is_composing() || event.shift_key() || event.alt_key() {
            return;
        }
        let now = found.with_untracked(|found| found.iter().position(|place| *place == chosen.get_untracked()));
        let to = match event.key().as_str() {
            "ArrowDown" => now.map_or(0, |row| row + 1),
            "ArrowUp" => now.unwrap_or(0).saturating_sub(1),
            "Enter" => now.unwrap_or(0),
            _ => return,
        };
        event.prevent_default();
        if let Some(place) = found.with_untracked(|found| found.get(to).copied()) {
            library.with_untracked(|library| library.entries.get(place).map(Entry::go));
        }
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
    // With what tells one library and one query from another: rows of the last one are not kept.
    let turn = Memo::new(move |turn| {
        library.track();
        words.track();
        turn.map_or(0, |turn: &usize| turn + 1)
    });
    let rows = move || {
        let (from, of) = (from.get(), turn.get());
        found.with(|found| {
            let drawn = found.iter().enumerate().skip(from).take(DRAWN);
            drawn.map(|(row, place)| (row, *place, of)).collect::<Vec<_>>()
        })
    };
    let said = move || library.with(|library| found.with(|found| count(found.len(), library.entries.len())));
    view! { class = "in-reader",
        <section class="reader-posts" class:reader-absent=move || library.with(|library| library.entries.len() < 2) aria-label="Posts">
            <label class="reader-field">{"Search"}<input type="search" node_ref=search on:input=searched on:keydown=walked aria-keyshortcuts="Alt+S" aria-describedby="reader-search-hint" /></label>
            <p class="reader-search-hint" id="reader-search-hint">{"Words, “a phrase”, tag:boats, before:2025-04, after:2024"}</p>
            <p class="reader-count" role="status">{said}</p>
            <div class="reader-list" node_ref=list on:scroll=scrolled>
                <ol class="reader-rows" style:block-size=move || format!("{}px", found.with(|found| found.len() * ROW))>
                    <For each=rows key=|row| *row children=move |(row, place, _)| view! { <Row library chosen words row place /> } />
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
fn Row(
    library: RwSignal<Arc<Library>>,
    chosen: Memo<usize>,
    words: Memo<Vec<String>>,
    row: usize,
    place: usize,
) -> impl IntoView {
    let entry = library.with_untracked(|library| library.entries.get(place).cloned()).unwrap_or_default();
    let (of, number) = (library.with_untracked(|library| library.entries.len()).to_string(), (place + 1).to_string());
    let (title, rest) = words.with_untracked(|words| {
        let title = marked(&entry.title, words);
        // The place of a find in the text, unless the title shows one.
        let is_shown = words.is_empty() || title.iter().any(|piece| piece.is_found);
        (title, if is_shown { Vec::new() } else { excerpt(&entry.words(), words) })
    });
    let address = entry.address();
    view! { class = "in-reader",
        <li class="reader-row" style:inset-block-start=format!("{}px", row * ROW) aria-setsize=of aria-posinset=number>
            <a class="reader-row-link" href=address aria-current=move || (chosen.get() == place).then_some("true")>
                <span class="reader-row-title">{pieces(title)}</span>
                <span class="reader-row-rest">
                    <span class="reader-row-date">{entry.published}</span>
                    {pieces(rest)}
                </span>
            </a>
        </li>
    }
}

fn pieces(pieces: Vec<Piece>) -> impl IntoView {
    let piece =
        |Piece { text, is_found }| if is_found { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() };
    pieces.into_iter().map(piece).collect_view()
}
