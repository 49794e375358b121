//! The privacy guard: e-mail addresses, IP addresses and secrets are masked before anything else sees them, so that neither
//! the facts nor their JSON can show them. Hosts let keys through by name (`allow`).

mod address;
mod secret;

use super::{entities, php};
use crate::{
    Options,
    json::{self, Value},
    lenient::Context,
    model::MASK,
    policy::text,
    report::Path,
};
use std::borrow::Cow;

/// Levels of texts that hold values that hold texts.
const LAYERS: usize = 4;

/// The value of `key` without what readers should not see: what the host hides is gone, what is private is masked, and a notice
/// says so.
pub(super) fn guarded<'v, 'a>(
    key: &str,
    value: &'v Value<'a>,
    context: &mut Context<'_>,
    path: &Path<'_>,
) -> Cow<'v, Value<'a>> {
    let mut guard = Guard { options: context.options, found: None, layer: 0 };
    // The copy is made only where something is to be masked.
    if !guard.is_needed(key, value) {
        return Cow::Borrowed(value);
    }
    let mut masked = value.clone();
    guard.mask(key, &mut masked);
    if let Some(found) = guard.found {
        context.notice(path, "masked", &[found, "; the option allow lets a key through"].concat());
    }
    Cow::Owned(masked)
}

/// A key that is itself an address is masked too.
pub(super) fn guarded_key<'k>(key: &'k str, context: &Context<'_>) -> Cow<'k, str> {
    if context.options.allow.iter().any(|allowed| allowed == key) {
        return Cow::Borrowed(key);
    }
    masked_text(key, "").map_or(Cow::Borrowed(key), |(masked, _)| Cow::Owned(masked))
}

struct Guard<'g> {
    options: &'g Options,
    /// What was masked first.
    found: Option<&'static str>,
    layer: usize,
}

impl Guard<'_> {
    fn is_allowed(&self, key: &str) -> bool {
        self.options.allow.iter().any(|allowed| allowed == key)
    }

    fn is_hidden(&self, key: &str) -> bool {
        self.options.hint(key).is_some_and(|hint| hint.hidden == Some(true))
    }

    /// Is there anything to mask?
    fn is_needed(&mut self, key: &str, value: &Value<'_>) -> bool {
        let mut open = vec![(key, value)];
        while let Some((key, value)) = open.pop() {
            if self.is_allowed(key) {
                continue;
            }
            if secret::is_secret(key, value) {
                return true;
            }
            match value {
                Value::Text(text) if self.masked(text, key).is_some() => return true,
                Value::Raw(raw) if self.masked(raw, key).is_some() => return true,
                Value::List(items) => open.extend(items.iter().map(|item| (key, item))),
                Value::Map(entries) => {
                    let is_seen = |key: &str| self.is_allowed(key) || masked_text(key, "").is_none();
                    if entries.iter().any(|(key, _)| self.is_hidden(key) || !is_seen(key)) {
                        return true;
                    }
                    open.extend(entries.iter().map(|(key, value)| (key.as_ref(), value)));
                }
                _ => {}
            }
        }
        false
    }

    fn mask(&mut self, key: &str, value: &mut Value<'_>) {
        let mut open = vec![(Cow::Borrowed(key), value)];
        while let Some((key, value)) = open.pop() {
            if self.is_allowed(&key) {
                continue;
            }
            if secret::is_secret(&key, value) {
                self.found.get_or_insert("its key names a secret");
                *value = Value::Text(MASK.into());
                continue;
            }
            let masked = match &*value {
                Value::Text(text) => self.masked(text, &key),
                Value::Raw(raw) => self.masked(raw, &key),
                _ => None,
            };
            if let Some((masked, what)) = masked {
                self.found.get_or_insert(what);
                *value = Value::Text(masked.into());
                continue;
            }
            match value {
                Value::List(items) => open.extend(items.iter_mut().map(|item| (key.clone(), item))),
                Value::Map(entries) => {
                    entries.retain(|(key, _)| !self.is_hidden(key));
                    for (key, value) in entries {
                        let plain = key.clone().into_owned();
                        if let (false, Some((masked, what))) = (self.is_allowed(&plain), masked_text(&plain, "")) {
                            self.found.get_or_insert(what);
                            *key = masked.into();
                        }
                        open.push((Cow::Owned(plain), value));
                    }
                }
                _ => {}
            }
        }
    }

    /// The text without what is to be masked, and what that was. `None` where there is nothing.
    fn masked(&mut self, text: &str, key: &str) -> Option<(String, &'static str)> {
        let trimmed = text.trim();
        let is_json = trimmed.starts_with(['{', '[']);
        if is_json || php::is_candidate(trimmed) {
            let value = if is_json { json::read(trimmed).ok().map(|read| read.value) } else { php::read(trimmed).ok() };
            match value {
                Some(value) if self.layer < LAYERS => return self.masked_within(key, value),
                // What cannot be read may hold what cannot be found.
                _ if secret::is_named_in(trimmed) => return Some((MASK.into(), "it names a secret")),
                _ => {}
            }
        }
        masked_text(text, key)
    }

    /// The same for a text that holds a value: it becomes JSON.
    fn masked_within(&mut self, key: &str, mut value: Value<'_>) -> Option<(String, &'static str)> {
        let mut guard = Guard { options: self.options, found: None, layer: self.layer + 1 };
        if !guard.is_needed(key, &value) {
            return None;
        }
        guard.mask(key, &mut value);
        Some((json::write(&value), guard.found.unwrap_or_default()))
    }
}

/// The text under `key` with every address masked, also one that hides behind character references or invisible characters.
fn masked_text(given: &str, key: &str) -> Option<(String, &'static str)> {
    let found = address::masked(given, key);
    if found.is_some() || (given.is_ascii() && !given.contains('&')) {
        return found;
    }
    let shown = text::prose(&entities::decoded(given).unwrap_or_else(|| given.to_string()));
    address::masked(&shown, key)
}
