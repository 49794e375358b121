//! The privacy guard masks e-mail addresses, IP addresses and secrets before any other step, so that neither the facts
//! nor their JSON can show them. Hosts exempt keys by name (`allow`).

mod address;
mod forms;
mod lookalikes;
mod numbers;
mod pairs;
mod secret;
mod spot;

pub(super) use address::is_mail;

use super::{DEPTH, decoding, keys::Key, mend};
use crate::{
    context::Context,
    json::{self, Value},
    model::MASK,
    options::Options,
    report::{NoticeCode, Path},
};
use secret::Rule;
use std::borrow::Cow;

/// How often a text is looked at anew after something in it was masked.
const ROUNDS: usize = 8;

/// The masked text, and the reason in words.
type Masked = (String, &'static str);

/// The value of `key`, parsed as `name`, without what readers should not see: fields that the host hides are removed,
/// private texts are masked with a notice.
pub(super) fn guarded<'v, 'a>(
    key: &str,
    name: &Key,
    value: &'v Value<'a>,
    context: &mut Context<'_>,
    path: &Path<'_>,
) -> Cow<'v, Value<'a>> {
    let mut guard = Guard { options: context.options, found: None, layer: 0 };
    let rule = guard.rule_as_read(key, name, Rule::default());
    // The copy is made only where something is to be masked.
    if !guard.is_needed(rule, value) {
        return Cow::Borrowed(value);
    }
    let mut masked = value.clone();
    guard.mask(rule, &mut masked);
    if let Some(found) = guard.found {
        context.notice(path, NoticeCode::Masked, &[found, "; the option allow lets a key through"].concat());
    }
    Cow::Owned(masked)
}

/// A key that is itself an address is masked too.
pub(super) fn guarded_key<'k>(key: &'k str, context: &Context<'_>) -> Cow<'k, str> {
    if context.options.allow.iter().any(|allowed| allowed == key) {
        return Cow::Borrowed(key);
    }
    masked_text(key, Rule::default()).map_or(Cow::Borrowed(key), |(masked, _)| Cow::Owned(masked))
}

/// Masks addresses in words whose tags were removed.
pub(super) fn guarded_words(words: String) -> String {
    masked_text(&words, Rule::default()).map_or(words, |(masked, _)| masked)
}

struct Guard<'g> {
    options: &'g Options,
    /// What was masked first.
    found: Option<&'static str>,
    layer: usize,
}

impl Guard<'_> {
    /// The rule for values under `key`; `around` is the rule of the container.
    fn rule(&self, key: &str, around: Rule) -> Rule {
        self.rule_as_read(key, &Key::new(key), around)
    }

    /// The same for one that has been read.
    fn rule_as_read(&self, key: &str, name: &Key, around: Rule) -> Rule {
        let plain = lookalikes::plain(key);
        let mut rule =
            plain.map_or_else(|| Rule::of(key, name, around), |plain| Rule::of(&plain, &Key::new(&plain), around));
        rule.is_allowed = around.is_allowed || self.options.allow.iter().any(|allowed| allowed == key);
        rule
    }

    /// What holds for the value of an object that names it, as `{ "name": "api_key", "value": … }`.
    fn named_rule(&self, object: &Value<'_>, around: Rule) -> Rule {
        let names = ["key", "name", "label", "meta_key", "option_name"].map(|name| object.get(name));
        let mut rule = around;
        for name in names.into_iter().flatten() {
            if let Value::Text(name) = name {
                rule = self.rule(name, rule);
            }
        }
        rule
    }

    /// The rule for the second of two items named by the first: `["api_key", "x"]`. `["password", "manager"]` are tags.
    fn paired_rule(&self, items: &[Value<'_>], around: Rule) -> Rule {
        let [Value::Text(name), Value::Text(value)] = items else { return around };
        let is_name = name.contains('_') || value.bytes().any(|byte| byte.is_ascii_digit());
        if is_name { self.rule(name, around) } else { around }
    }

    fn is_hidden(&self, key: &str) -> bool {
        self.options.hint(key).is_some_and(|hint| hint.hidden == Some(true))
    }

    /// Is there anything to mask?
    fn is_needed(&mut self, rule: Rule, value: &Value<'_>) -> bool {
        let mut open = vec![(rule, value)];
        while let Some((rule, value)) = open.pop() {
            if self.masked(value, rule).is_some() {
                return true;
            }
            match value {
                Value::List(items) => {
                    let paired = self.paired_rule(items, rule);
                    open.extend(items.iter().enumerate().map(|(at, item)| (if at == 1 { paired } else { rule }, item)));
                }
                Value::Map(entries) => {
                    let named = self.named_rule(value, rule);
                    for (key, value) in entries {
                        let held = self.rule(key, if is_value(key) { named } else { rule });
                        if self.is_hidden(key) || (!held.is_allowed && masked_text(key, Rule::default()).is_some()) {
                            return true;
                        }
                        open.push((held, value));
                    }
                }
                _ => {}
            }
        }
        false
    }

    /// Masks in place. Returns whether anything has changed.
    fn mask(&mut self, rule: Rule, value: &mut Value<'_>) -> bool {
        let mut is_changed = false;
        let mut open = vec![(rule, value)];
        while let Some((rule, value)) = open.pop() {
            if let Some((masked, what)) = self.masked(value, rule) {
                is_changed = true;
                self.found.get_or_insert(what);
                *value = Value::Text(masked.into());
                continue;
            }
            let named = self.named_rule(value, rule);
            match value {
                Value::List(items) => {
                    let paired = self.paired_rule(items, rule);
                    open.extend(
                        items.iter_mut().enumerate().map(|(at, item)| (if at == 1 { paired } else { rule }, item)),
                    );
                }
                Value::Map(entries) => {
                    let count = entries.len();
                    entries.retain(|(key, _)| !self.is_hidden(key));
                    is_changed |= entries.len() < count;
                    for (key, value) in entries {
                        let held = self.rule(key, if is_value(key) { named } else { rule });
                        if let (false, Some((masked, what))) = (held.is_allowed, masked_text(key, Rule::default())) {
                            is_changed = true;
                            self.found.get_or_insert(what);
                            *key = masked.into();
                        }
                        open.push((held, value));
                    }
                }
                _ => {}
            }
        }
        is_changed
    }

    /// The replacement of a value, and the reason. `None` where it may be seen, or its parts are checked on their own.
    fn masked(&mut self, value: &Value<'_>, rule: Rule) -> Option<Masked> {
        if rule.is_allowed {
            return None;
        }
        if rule.hides(value) {
            return Some((MASK.into(), "its key names a secret"));
        }
        match value {
            Value::Text(text) => self.masked_words(text, rule),
            Value::Raw(raw) if secret::is_named_in(raw) => Some((MASK.into(), "it names a secret")),
            Value::Raw(raw) => masked_text(raw, rule),
            // The parts of a caption are shown as one text.
            Value::List(parts) if rule.is_caption => masked_text(&joined(parts), rule),
            _ => None,
        }
    }

    /// The same for a text. If it holds an encoded value that changes, that is written as JSON.
    fn masked_words(&mut self, text: &str, rule: Rule) -> Option<Masked> {
        let trimmed = text.trim();
        match decoding::decoded(trimmed) {
            Some(Ok(mut value)) if self.layer < DEPTH => {
                // In one pass: a look before each layer would double the work with each of them.
                let mut guard = Guard { options: self.options, found: None, layer: self.layer + 1 };
                let is_changed = guard.mask(rule, &mut value);
                is_changed.then(|| (json::write(&value), guard.found.unwrap_or_default()))
            }
            // A text that cannot be decoded may hide secrets.
            Some(_) if secret::is_named_in(trimmed) => Some((MASK.into(), "it names a secret")),
            _ => masked_text(text, rule),
        }
    }
}

/// Does a sibling of this key name its value?
fn is_value(key: &str) -> bool {
    matches!(key, "value" | "meta_value" | "option_value")
}

/// Masks every address in a text, both as given and as shown: character references, invisible characters or shortcodes
/// may hide an address, and masking one address may reveal another.
fn masked_text(given: &str, rule: Rule) -> Option<Masked> {
    let mut found: Option<Masked> = None;
    for _ in 0..ROUNDS {
        let text = found.as_ref().map_or(given, |(masked, _)| masked);
        let masked = address::masked(text, rule)
            .or_else(|| address::masked(&mend::shown(text).filter(|shown| shown != text)?, rule))
            .or_else(|| address::masked(&lookalikes::plain(text)?, rule));
        let Some((masked, what)) = masked else { return found };
        found = Some((masked, found.map_or(what, |(_, what)| what)));
    }
    Some((MASK.into(), "it holds addresses within addresses"))
}

/// The texts of a list joined: its texts, and the `text` of its objects.
fn joined(parts: &[Value<'_>]) -> String {
    let mut out = String::new();
    for part in parts {
        if let Value::Text(text) = part.get("text").unwrap_or(part) {
            out.push_str(text);
        }
    }
    out
}
