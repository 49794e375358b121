//! Undoes what content systems do to values. The report names each step, and the JSON of a field shows the value as it
//! was given.

use super::entities;
use crate::{
    html::BUILDERS,
    json::Value,
    policy::{image::is_picture, text},
    report::NoticeCode,
    scan::{Stops, is_one_of},
};
use std::borrow::Cow;

/// The entries of an object.
pub type Entries<'a> = [(Cow<'a, str>, Value<'a>)];

/// Are all values lists of one word, as `get_post_meta` gives them? A lone field may be a short list.
pub fn is_wrapped(entries: &Entries<'_>) -> bool {
    let is_word = |value: &Value<'_>| !matches!(value, Value::List(_) | Value::Map(_) | Value::Raw(_));
    let is_one =
        |value: &Value<'_>| matches!(value, Value::List(items) if matches!(items.as_slice(), [one] if is_word(one)));
    entries.len() > 1 && entries.iter().all(|(_, value)| is_one(value))
}

/// Are these the keys of a PHP list that has lost some items? They count upwards from near 0; years do not, and neither do
/// the stars of a rating, whose values are numbers.
pub fn is_list(entries: &Entries<'_>) -> bool {
    let mut last = None;
    let mut zero = false;
    for (key, _) in entries {
        let Ok(index) = key.parse::<usize>() else { return false };
        if key.len() > 1 && key.starts_with(['0', '+']) || last.is_some_and(|last| index <= last) {
            return false;
        }
        zero |= index == 0;
        last = Some(index);
    }
    let are_numbers = entries.iter().all(|(_, value)| matches!(value, Value::Number(_)));
    last.is_some_and(|last| last <= 2 * entries.len() + 16) && (zero || !are_numbers)
}

/// Is this an error that a server has written in place of a value?
pub fn is_error(entries: &Entries<'_>) -> bool {
    let named = |name: &str| entries.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    let status = named("data").and_then(|data| data.get("status"));
    let is_failure =
        matches!(status, Some(Value::Number(status)) if status.parse::<u16>().is_ok_and(|status| status >= 400));
    matches!(named("code"), Some(Value::Text(_))) && is_failure
}

/// Several entries of an object that are one field.
#[derive(Debug)]
pub struct Folded<'a> {
    /// How many entries.
    pub count: usize,
    /// The combined value.
    pub value: Value<'a>,
    /// What was done, and why.
    pub step: (NoticeCode, &'static str),
}

/// The field that the first entries make together, when they do.
pub fn folded<'a>(entries: &Entries<'a>, lang: &str) -> Option<Folded<'a>> {
    sized(entries).or_else(|| translated(entries, lang))
}

/// `name`, `name-width`, `name-height`, as the sizes of an image have them.
fn sized<'a>(entries: &Entries<'a>) -> Option<Folded<'a>> {
    let ((name, value), rest) = entries.split_first()?;
    let (width, height) = (rest.first()?, rest.get(1)?);
    let ends = |(key, _): &(Cow<'_, str>, Value<'_>), end: &str| {
        key.strip_prefix(name.as_ref()).and_then(|rest| rest.strip_prefix(['-', '_'])) == Some(end)
    };
    let fits = ends(width, "width") && ends(height, "height") && matches!(value, Value::Text(_) | Value::Bool(_));
    fits.then(|| Folded {
        count: 3,
        value: Value::Map(vec![
            ("url".into(), value.clone()),
            ("width".into(), width.1.clone()),
            ("height".into(), height.1.clone()),
        ]),
        step: (NoticeCode::FieldsFolded, "a name, its width and its height belong together"),
    })
}

/// Languages whose codes end keys. Codes that are words of keys, such as `id`, `in`, `is` and `no`, are not among them.
const LANGUAGES: &str =
    "ar bg cs da de el en es et fa fi fr hr hu it ja ko lt lv nl nb pl pt ro ru sk sl sr sv th tr uk vi zh";

/// `title`, `title_de`, `title_fr`: the text in the language of the page.
fn translated<'a>(entries: &Entries<'a>, lang: &str) -> Option<Folded<'a>> {
    let ((name, value), rest) = entries.split_first()?;
    let suffix = |(key, value): &(Cow<'_, str>, Value<'_>)| {
        let code = key.strip_prefix(name.as_ref())?.strip_prefix(['_', '-'])?.to_ascii_lowercase();
        (matches!(value, Value::Text(_)) && is_one_of(&code, LANGUAGES)).then_some(code)
    };
    let codes: Vec<String> = rest.iter().map_while(suffix).collect();
    if codes.len() < 2 || !matches!(value, Value::Text(_)) {
        return None;
    }
    let primary = lang.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let own = codes.iter().position(|code| *code == primary).and_then(|at| rest.get(at));
    Some(Folded {
        count: codes.len() + 1,
        value: own.map_or(value, |(_, value)| value).clone(),
        step: (NoticeCode::TranslationChosen, "the keys beside it end in languages"),
    })
}

/// The text without the shortcodes of page builders; what stands in them stays. `None` where there is none.
pub fn without_builders(untrusted: &str) -> Option<String> {
    if !untrusted.bytes().any(|byte| byte == b'[') {
        return None;
    }
    let mut out = String::new();
    let mut rest = untrusted;
    let (mut found, mut ends) = (false, true);
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        let name = after.strip_prefix('/').unwrap_or(after);
        let is_builder = BUILDERS.split(' ').any(|builder| name.starts_with(builder));
        // After one failed search `]` is not searched again: a text may have many `[` and no `]`.
        let tail = if is_builder && ends { after.split_once(']') } else { None };
        ends &= !is_builder || tail.is_some();
        if let Some((_, tail)) = tail {
            found = true;
            rest = tail;
        } else {
            out.push('[');
            rest = after;
        }
    }
    out.push_str(rest);
    found.then_some(out)
}

/// What begins character references and shortcodes.
const MARKS: Stops = Stops::new(0, [b'&', b'[']);

/// A text as it is shown. `None` for one that is shown as it is given.
pub fn shown(untrusted: &str) -> Option<String> {
    if text::is_plain(untrusted) && MARKS.first(untrusted.as_bytes()) == untrusted.len() {
        return None;
    }
    let whole = without_builders(untrusted);
    let given = whole.as_deref().unwrap_or(untrusted);
    let decoded = entities::decoded(given);
    Some(text::prose(decoded.as_deref().unwrap_or(given)))
}

/// Is this a value that stands with its source, as `{ "value", "source", "source_url" }`?
pub fn is_sourced(entries: &Entries<'_>) -> bool {
    let has = |name: &str| entries.iter().any(|(key, _)| key == name);
    has("value")
        && has("source") | has("source_url")
        && entries.iter().all(|(key, _)| is_one_of(key, "value source source_url"))
}

/// Is this a link with its words, as `{ "title", "url", "target" }`?
pub fn is_link(entries: &Entries<'_>) -> bool {
    let has = |name: &str| entries.iter().any(|(key, value)| key == name && matches!(value, Value::Text(_)));
    has("title") && has("url") && entries.iter().all(|(key, _)| is_one_of(key, "title url target"))
}

/// Is this an image: an address that ends as a picture's does, or a description beside it?
pub fn is_image(entries: &Entries<'_>) -> bool {
    let text_of = |name: &str| {
        entries.iter().find(|(key, _)| key == name).and_then(|(_, value)| match value {
            Value::Text(text) => Some(text.as_ref()),
            _ => None,
        })
    };
    let Some(address) = text_of("src").or_else(|| text_of("url")) else { return false };
    text_of("alt").is_some() || is_picture(address)
}

/// The parts of a text that a host calls a list: its lines, or else what stands between its commas.
pub fn parts(untrusted: &str) -> Vec<String> {
    let clean = text::prose(untrusted);
    let by = if clean.contains('\n') { '\n' } else { ',' };
    clean.split(by).map(text::line).filter(|part| !part.is_empty()).collect()
}

/// An image with its sizes as ACF gives them (`"sizes": { "medium": address, "medium-width": 300 }`), with a `srcset` instead.
pub fn with_candidates<'v>(entries: &Entries<'v>) -> Option<Value<'v>> {
    let sizes = entries.iter().find(|(key, _)| key == "sizes")?;
    let (Value::Map(sizes), true) = (&sizes.1, entries.iter().any(|(key, _)| key == "url")) else { return None };
    let width = |name: &str| {
        let (_, width) = sizes.iter().find(|(key, _)| key.strip_suffix("-width") == Some(name))?;
        match width {
            Value::Number(digits) | Value::Text(digits) => Some(digits),
            _ => None,
        }
    };
    let candidates = sizes.iter().filter_map(|(key, value)| match value {
        Value::Text(address) => Some([address, " ", width(key)?, "w"].concat()),
        _ => None,
    });
    let srcset = candidates.collect::<Vec<_>>().join(", ");
    let others = entries.iter().filter(|(key, _)| !is_one_of(key, "sizes srcset")).cloned();
    Some(Value::Map(others.chain([("srcset".into(), Value::Text(srcset.into()))]).collect()))
}
