//! Dates as data writes them: ISO 8601, as SQL, and the eight digits of `Ymd`. Never shifted, never guessed.

use crate::model::{Date, Time};

/// Reads a date. `None` for what is no day of the calendar, so also for `0000-00-00`.
pub fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return day(text.get(..4)?, text.get(4..6)?, text.get(6..)?, None);
    }
    let (date, time) = match text.split_once(['T', ' ']) {
        Some((date, time)) => (date, Some(clock(time)?)),
        None => (text, None),
    };
    let mut parts = date.split('-');
    let (year, month, rest) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4 || month.len() != 2 || rest.len() != 2 || parts.next().is_some() {
        return None;
    }
    day(year, month, rest, time)
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
    let zone_at = text.find(['Z', 'z', '+', '-', ' ']).unwrap_or(text.len());
    let (clock, zone) = text.split_at_checked(zone_at)?;
    let mut parts = clock.split(':');
    let (hour, minute) = (digits(parts.next()?)?, digits(parts.next()?)?);
    let second = parts.next().map_or(Some(0), |second| digits(second.split('.').next()?))?;
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
