//! Date formats: ISO 8601, SQL, the eight digits of `Ymd`, and seconds or milliseconds since 1970. Dates are never
//! shifted to another zone. Keys and hosts decide which texts are dates.

use super::{Date, Time};
use crate::scan::{cut, parts};

/// Days from 1 March of the year 0 to 1 January 1970.
const EPOCH: u64 = 719_468;

impl Date {
    /// Reads a date. `None` for what is no day of the calendar, so also for `0000-00-00`.
    pub fn parse(text: &str) -> Option<Date> {
        let text = text.trim();
        if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return day(text.get(..4)?, text.get(4..6)?, text.get(6..)?, None);
        }
        let (date, time) = match cut(text, b"T ") {
            (date, Some(time)) => (date, Some(clock(time)?)),
            (date, None) => (date, None),
        };
        let mut parts = parts(date, b"-");
        let (year, month, rest) = (parts.next()?, parts.next()?, parts.next()?);
        if year.len() != 4 || month.len() != 2 || rest.len() != 2 || parts.next().is_some() {
            return None;
        }
        day(year, month, rest, time)
    }

    /// Is `text` SQL's zero date, which means no date?
    pub fn is_zero(text: &str) -> bool {
        matches!(text, "0000-00-00" | "0000-00-00 00:00:00" | "0000-00-00T00:00:00")
    }

    /// Seconds since 1970 in nine or ten digits, milliseconds in twelve or thirteen: a day and a time of day in UTC.
    pub fn from_epoch(digits: &str) -> Option<Date> {
        let seconds: u64 = match digits.len() {
            9 | 10 => digits.parse().ok()?,
            12 | 13 => digits.parse::<u64>().ok()? / 1000,
            _ => return None,
        };
        let minute = seconds / 60;
        let time = Time { hour: (minute / 60 % 24) as u8, minute: (minute % 60) as u8, zone: "Z".into() };
        Some(Date { time: Some(time), ..from_days(seconds / 86_400) })
    }
}

/// The day that is so many days after 1 January 1970 (H. Hinnant, "chrono-compatible low-level date algorithms").
fn from_days(days: u64) -> Date {
    let days = days + EPOCH;
    // Eras of 400 years; years that begin in March, so that a leap day is the last.
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (month, day) = (if month < 10 { month + 3 } else { month - 9 }, day - (153 * month + 2) / 5 + 1);
    let year = era * 400 + year + u64::from(month < 3);
    Date { year: year as u16, month: month as u8, day: day as u8, time: None }
}

fn day(year: &str, month: &str, day: &str, time: Option<Time>) -> Option<Date> {
    let date = Date { year: digits(year)?, month: digits(month)? as u8, day: digits(day)? as u8, time };
    let leap = date.year.is_multiple_of(4) && (!date.year.is_multiple_of(100) || date.year.is_multiple_of(400));
    let longest = match date.month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (date.year > 0 && (1..=longest).contains(&date.day)).then_some(date)
}

/// `09:30`, `09:30:15`, `09:30:15.25`, each with a zone or without.
fn clock(text: &str) -> Option<Time> {
    let (clock, _) = cut(text, b"Zz+- ");
    let zone = text.get(clock.len()..)?;
    let mut parts = parts(clock, b":");
    let (hour, minute) = (digits(parts.next()?)?, digits(parts.next()?)?);
    let second = parts.next().map_or(Some(0), |second| digits(cut(second, b".").0))?;
    let fits = hour < 24 && minute < 60 && second < 61 && parts.next().is_none();
    let zone = zone_of(zone.trim())?;
    fits.then_some(Time { hour: hour as u8, minute: minute as u8, zone })
}

/// `Z`, `+02:00`; `+0200` gets its colon. `None` for what is no zone: then the text stays as it was written.
fn zone_of(text: &str) -> Option<String> {
    match text.chars().next() {
        None => Some(String::new()),
        Some('Z' | 'z') if text.len() == 1 => Some("Z".into()),
        Some(sign @ ('+' | '-')) => {
            let (hours, minutes) = text.get(1..)?.split_at_checked(2)?;
            let minutes = minutes.strip_prefix(':').unwrap_or(minutes);
            let minutes = if minutes.is_empty() { "00" } else { minutes };
            let fits = minutes.len() == 2 && digits(hours).is_some() && digits(minutes).is_some();
            fits.then(|| [if sign == '+' { "+" } else { "-" }, hours, ":", minutes].concat())
        }
        Some(_) => None,
    }
}

fn digits(text: &str) -> Option<u16> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}
