//! The conventions of every language where there is no browser: those of ICU4X, which has the same data as `Intl`.

use super::{Locale, locale::day_and_time};
use crate::model::{Date, Time};
use icu::{
    calendar,
    datetime::{
        DateTimeFormatter, NoCalendarFormatter,
        fieldsets::{T, YMD},
    },
    decimal::{DecimalFormatter, input::Decimal},
    list::{ListFormatter, options::ListFormatterOptions},
    locale::Locale as Tag,
    plurals::{PluralCategory, PluralRules},
    time,
};
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

/// The conventions of any language. Without a tag, or for an invalid one, English.
pub const ICU: Locale = Locale {
    number: |lang, digits| number(lang, digits).unwrap_or_else(|| digits.to_string()),
    date: |lang, date| of(lang).and_then(|formats| formats.date(date)).unwrap_or_else(|| date.iso()),
    plural: |lang, digits| of(lang).and_then(|formats| formats.plural(digits)).unwrap_or("other").to_string(),
    list: |lang, names| {
        of(lang).map_or_else(|| names.join(", "), |formats| formats.list.format_to_string(names.iter()))
    },
};

/// The formatters of one language. They do not fail: what cannot be formatted is returned unchanged.
struct Formats {
    number: DecimalFormatter,
    day: DateTimeFormatter<YMD>,
    time: NoCalendarFormatter<T>,
    list: ListFormatter,
    plural: PluralRules,
}

/// The most languages whose formatters are kept.
const LANGUAGES: usize = 64;

thread_local! {
    static KEPT: RefCell<BTreeMap<String, Option<Rc<Formats>>>> = const { RefCell::new(BTreeMap::new()) };
}

fn of(lang: &str) -> Option<Rc<Formats>> {
    KEPT.with_borrow_mut(|kept| {
        if !kept.contains_key(lang) {
            // Bounded, because posts choose the language and a server runs for a long time.
            if kept.len() >= LANGUAGES {
                kept.clear();
            }
            let tag = lang.parse::<Tag>().ok().filter(|_| !lang.is_empty()).or_else(|| "en".parse().ok());
            kept.insert(lang.to_string(), tag.and_then(|tag| Formats::new(&tag)).map(Rc::new));
        }
        kept.get(lang).cloned().flatten()
    })
}

impl Formats {
    fn new(tag: &Tag) -> Option<Formats> {
        Some(Formats {
            number: DecimalFormatter::try_new(tag.into(), icu::decimal::options::DecimalFormatterOptions::default())
                .ok()?,
            day: DateTimeFormatter::try_new(tag.into(), YMD::long()).ok()?,
            time: NoCalendarFormatter::try_new(tag.into(), T::hm()).ok()?,
            list: ListFormatter::try_new_and(tag.into(), ListFormatterOptions::default()).ok()?,
            plural: PluralRules::try_new_cardinal(tag.into()).ok()?,
        })
    }

    fn date(&self, date: &Date) -> Option<String> {
        let day = calendar::Date::try_new_iso(date.year.into(), date.month, date.day).ok()?;
        let clock = date.time.as_ref().and_then(|time| self.clock(time));
        Some(day_and_time(&self.day.format(&day).to_string(), clock.as_deref(), date.time.as_ref()))
    }

    fn clock(&self, time: &Time) -> Option<String> {
        let time = time::Time::try_new(time.hour, time.minute, 0, 0).ok()?;
        // Browsers write a plain space before AM and PM, since pages were found to depend on it; so does every program here.
        Some(self.time.format(&time).to_string().replace('\u{202f}', " "))
    }

    fn plural(&self, digits: &str) -> Option<&'static str> {
        let category = self.plural.category_for(&plain(digits)?);
        Some(match category {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        })
    }
}

fn number(lang: &str, digits: &str) -> Option<String> {
    Some(of(lang)?.number.format_to_string(&plain(digits)?))
}

/// Digits with at most one point. Numbers with an exponent are not formatted: they could be rounded or out of range.
fn plain(digits: &str) -> Option<Decimal> {
    let unsigned = digits.strip_prefix('-').unwrap_or(digits);
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let are_digits =
        |text: &str, most| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if are_digits(whole, 300) && are_digits(part, 20) { digits.parse().ok() } else { None }
}
