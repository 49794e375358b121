//! The reader's conventions, as plain functions: the browser's `Intl` in the page, a plain set elsewhere.

use crate::model::{Date, Time};

/// How a language writes numbers, dates, lists and plurals. Each function takes a BCP 47 tag first.
#[derive(Clone, Copy, Debug)]
pub struct Locale {
    /// A number from its digits, grouped.
    pub number: fn(&str, &str) -> String,
    /// A day, with its time when it has one.
    pub date: fn(&str, &Date) -> String,
    /// The CLDR plural category of a number: `zero`, `one`, `two`, `few`, `many` or `other`.
    pub plural: fn(&str, &str) -> String,
    /// A list of names, such as "a, b and c".
    pub list: fn(&str, &[&str]) -> String,
}

/// International English, without a browser.
pub const PLAIN: Locale = Locale { number: grouped, date: spelled, plural: english, list: in_a_row };

/// Groups the whole part by threes from four digits on; what is not plain digits stays as it is.
fn grouped(_: &str, digits: &str) -> String {
    let (sign, unsigned) = digits.split_at_checked(usize::from(digits.starts_with('-'))).unwrap_or(("", digits));
    let (whole, part) = unsigned.split_once('.').map_or((unsigned, None), |(whole, part)| (whole, Some(part)));
    if whole.len() < 4 || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.to_string();
    }
    let mut out = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out.extend(part.into_iter().flat_map(|part| [".", part]));
    out
}

fn spelled(_: &str, date: &Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS.get(usize::from(date.month).wrapping_sub(1)).copied().unwrap_or_default();
    let clock = date.time.as_ref().map(Time::clock);
    day_and_time(&format!("{} {month} {}", date.day, date.year), clock.as_deref(), date.time.as_ref())
}

/// Joins a formatted day and time of day: `Intl` joins them differently in each engine.
pub fn day_and_time(day: &str, clock: Option<&str>, time: Option<&Time>) -> String {
    let (Some(clock), Some(time)) = (clock, time) else { return day.to_string() };
    match time.zone.as_str() {
        "" => [day, ", ", clock].concat(),
        "Z" => [day, ", ", clock, " UTC"].concat(),
        zone => [day, ", ", clock, " ", zone].concat(),
    }
}

fn english(_: &str, digits: &str) -> String {
    String::from(if digits == "1" { "one" } else { "other" })
}

fn in_a_row(_: &str, names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_string(),
        [first @ .., last] => [&first.join(", "), " and ", last].concat(),
    }
}
