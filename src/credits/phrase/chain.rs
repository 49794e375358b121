//! Several names and sources in a row: "A / B", "A on B", "B/A", "A/B via C". At least one source is known.

use super::names::{is_handle, is_known, is_name, is_of_organisation};
use crate::{credits::sources, letters::is_capital};

/// The creator and the source of an image, as written in the line.
pub(super) struct Chain<'t> {
    pub creator: &'t str,
    pub source: &'t str,
}

/// Separators, with spaces.
const BETWEEN: [&str; 38] = [
    " on ", " via ", " from ", " at ", " for ", " auf ", " bei ", " für ", " sur ", " pour ", " chez ", " en ",
    " vía ", " para ", " no ", " na ", " em ", " su ", " per ", " da ", " 在 ", " op ", " voor ", " på ", " från ",
    " fra ", " z ", " dla ", " с ", " на ", " для ", " por ", " / ", " | ", " - ", " – ", " — ", ", ",
];
/// The same without spaces.
const MARKS: [char; 5] = ['/', '|', '｜', '／', '，'];

/// The most parts of a chain.
const PARTS: usize = 5;

/// Takes a line apart. `None` where no part is known, or another part is no name.
pub(super) fn chain(text: &str) -> Option<Chain<'_>> {
    of_parts(text.trim(), PARTS)
}

/// A chain has five parts at most, so this recursion is bounded.
fn of_parts(text: &str, parts: usize) -> Option<Chain<'_>> {
    if let Some(account) = account(text) {
        return Some(account);
    }
    if is_known(text) {
        return Some(Chain { creator: "", source: text });
    }
    if parts == 0 || text.len() > 200 {
        return None;
    }
    let spaced = BETWEEN.into_iter().filter_map(|between| Some((text.rfind(between)?, between.len())));
    let marks = MARKS.into_iter().filter_map(|mark| Some((text.rfind(mark)?, mark.len_utf8())));
    let brackets = text.strip_suffix(')').and_then(|inner| inner.rfind(" (")).map(|at| (at, 2));
    spaced.chain(marks).chain(brackets).find_map(|(at, length)| {
        let (before, after) = (text.get(..at)?.trim(), text.get(at + length..)?.trim().trim_end_matches(')'));
        joined(text, before, after, parts)
    })
}

fn joined<'t>(text: &'t str, before: &'t str, after: &'t str, parts: usize) -> Option<Chain<'t>> {
    if before.is_empty() || after.is_empty() {
        return None;
    }
    if is_known(after) {
        return match of_parts(before, parts - 1) {
            // Sources beside each other are one: "AFP via Getty Images".
            Some(inner) => {
                Some(Chain { source: text.get(start(text, inner.source)..)?.trim_end_matches(')'), ..inner })
            }
            None if is_who(before) => Some(Chain { creator: before, source: after }),
            None => of_house(text, before),
        };
    }
    // What has no person's name belongs to the source: "NASA/JPL-Caltech".
    let is_house = is_of_organisation(after.split('-').next().unwrap_or(after));
    if is_house && of_parts(before, parts - 1).is_some_and(|inner| inner.creator.is_empty()) {
        return Some(Chain { creator: "", source: text });
    }
    // An agency before the person who works for it.
    let agency = of_parts(before, parts - 1).filter(|inner| inner.creator.is_empty() && is_who(after));
    agency.map(|inner| Chain { creator: after, source: inner.source })
}

/// A name and an organisation in front of a source: "A/United Archives via B". `before` ends where that source begins.
fn of_house<'t>(text: &'t str, before: &'t str) -> Option<Chain<'t>> {
    let (creator, house) = before.rsplit_once(['/', '|', ','])?;
    let (creator, house) = (creator.trim(), house.trim());
    let source = text.get(start(text, house)..)?.trim_end_matches(')');
    (is_who(creator) && is_of_organisation(house)).then_some(Chain { creator, source })
}

/// "iStock.com/A": a stock agency and a name, not an address.
fn account(text: &str) -> Option<Chain<'_>> {
    let (source, creator) = text.split_once('/')?;
    let is_agency = source.contains('.') && source.contains(is_capital) && sources::by_name(source).is_some();
    (is_agency && is_handle(creator)).then_some(Chain { creator, source })
}

fn is_who(text: &str) -> bool {
    let is_account = |name: &str| is_name(name) || is_handle(name);
    is_name(text)
        || text.starts_with('@') && is_handle(text)
        || text.strip_prefix("The ").is_some_and(|name| is_name(name) && !name.contains(' '))
        || text.strip_prefix("User:").is_some_and(is_account)
}

/// Where a part of a text begins in it.
fn start(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}
