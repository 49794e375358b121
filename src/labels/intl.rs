//! The conventions of the browser: `Intl`, one formatter a language, kept.

use super::Locale;
use crate::{model::Date, scan::joined};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/labels/intl.js")]
extern "C" {
    // One for all, because each import costs 60 bytes (brotli).
    fn write(kind: &str, lang: &str, lines: &str) -> String;
}

/// The browser's conventions.
pub const INTL: Locale = Locale {
    number: |lang, digits| write("number", lang, digits),
    date: |lang, date| {
        let (time, zone) = date.time.as_ref().map_or((String::new(), ""), |time| (time.clock(), &time.zone));
        let day = Date { time: None, ..date.clone() }.iso();
        write("date", lang, &joined(&mut [&day, time.as_str(), zone].into_iter(), "\n"))
    },
    plural: |lang, digits| write("plural", lang, digits),
    list: |lang, names| write("list", lang, &joined(&mut names.iter().copied(), "\n")),
};
