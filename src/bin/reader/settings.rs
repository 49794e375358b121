//! The reader's display settings, stored only in this browser.

use gloo::storage::{LocalStorage, Storage};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

const KEY: &str = "backmatter-reader";

/// Text size in percent, measure in characters, colours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// 80 to 160.
    pub size: u32,
    /// 45 to 90.
    pub measure: u32,
    /// `auto`, `light`, `sepia` or `dark`.
    pub theme: String,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { size: 100, measure: 68, theme: "auto".into() }
    }
}

impl Settings {
    /// The stored settings.
    pub fn kept() -> Settings {
        let kept: Settings = LocalStorage::get(KEY).unwrap_or_default();
        Settings { size: kept.size.clamp(80, 160), measure: kept.measure.clamp(45, 90), ..kept }
    }

    fn keep(&self) {
        // Where storage is forbidden they last as long as the page.
        let _ = LocalStorage::set(KEY, self);
    }
}

/// The panel.
#[component]
pub fn SettingsPanel(settings: RwSignal<Settings>) -> impl IntoView {
    Effect::new(move || settings.with(Settings::keep));
    let number = |event: &leptos::ev::Event, default: u32| event_target_value(event).parse().unwrap_or(default);
    view! { class = "in-reader",
        <details class="reader-more reader-settings">
            <summary>{"Type and colours"}</summary>
            <label class="reader-field">{"Text size "}{move || settings.with(|now| format!("{} %", now.size))}
                <input type="range" min="80" max="160" step="5" prop:value=move || settings.with(|now| now.size)
                    on:input=move |event| settings.update(|now| now.size = number(&event, 100)) />
            </label>
            <label class="reader-field">{"Measure "}{move || settings.with(|now| format!("{} characters", now.measure))}
                <input type="range" min="45" max="90" step="1" prop:value=move || settings.with(|now| now.measure)
                    on:input=move |event| settings.update(|now| now.measure = number(&event, 68)) />
            </label>
            <label class="reader-field">{"Colours "}
                <select prop:value=move || settings.with(|now| now.theme.clone())
                    on:change=move |event| settings.update(|now| now.theme = event_target_value(&event))>
                    <option value="auto">{"As the system"}</option>
                    <option value="light">{"Light"}</option>
                    <option value="sepia">{"Sepia"}</option>
                    <option value="dark">{"Dark"}</option>
                </select>
            </label>
            <button type="button" class="reader-button" on:click=move |_| settings.set(Settings::default())>{"Reset"}</button>
        </details>
    }
}
