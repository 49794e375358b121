//! The conventions of the browser: `Intl`, one formatter a language, kept.

use super::Locale;
use crate::{model::Date, policy::text::joined};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/labels/intl.js")]
extern "C" {
    #[wasm_bindgen(js_name = number)]
    fn format_number(lang: &str, digits: &str) -> String;
    #[wasm_bindgen(js_name = date)]
    fn format_date(lang: &str, day: &str, time: &str, zone: &str) -> String;
    #[wasm_bindgen(js_name = plural)]
    fn plural_category(lang: &str, digits: &str) -> String;
    #[wasm_bindgen(js_name = list)]
    fn format_list(lang: &str, names: &str) -> String;
}

/// The browser's conventions.
pub const INTL: Locale = Locale {
    number: format_number,
    date: |lang, date| {
        let (time, zone) = date.time.as_ref().map_or((String::new(), ""), |time| (time.clock(), &time.zone));
        format_date(lang, &Date { time: None, ..date.clone() }.iso(), &time, zone)
    },
    plural: plural_category,
    list: |lang, names| format_list(lang, &joined(&mut names.iter().copied(), "\n")),
};
