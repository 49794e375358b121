//! The conventions of the browser: `Intl`, with one cached formatter per language.

use super::{Locale, locale::day_and_time};
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
        let day = write("day", lang, &Date { time: None, ..date.clone() }.iso());
        let clock = date.time.as_ref().map(|time| write("clock", lang, &time.clock()));
        day_and_time(&day, clock.as_deref(), date.time.as_ref())
    },
    plural: |lang, digits| write("plural", lang, digits),
    list: |lang, names| write("list", lang, &joined(&mut names.iter().copied(), "\n")),
};
