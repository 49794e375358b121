//! The JSON on show, to be edited.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// Typing pauses this long, in milliseconds, before the post is read again.
const PAUSE: u32 = 150;

/// A field with the JSON of `text`; what is typed goes back into it.
#[component]
pub fn Source(text: RwSignal<String>) -> impl IntoView {
    let waiting = StoredValue::new_local(None::<Timeout>);
    // Drops pending input: it belongs to the previous post.
    Effect::new(move || {
        text.track();
        waiting.set_value(None);
    });
    let typed = move |event| {
        let typed = event_target_value(&event);
        waiting.set_value(Some(Timeout::new(PAUSE, move || text.set(typed))));
    };
    view! { class = "in-reader",
        <textarea class="reader-source" aria-label="JSON of this post" spellcheck="false" prop:value=text on:input=typed></textarea>
    }
}
