//! Reads an object as a fact: a link, an image, a value with its source, or named facts.

use super::Reading;
use crate::{
    coerce::field,
    facts::{
        keys::Key,
        lexicon,
        mend::{self, Entries},
    },
    json::Value,
    model::{Fact, Field, Kind, Source},
    policy::{SafeUrl, Sink, text},
    report::{NoticeCode, Path},
};

impl Reading<'_, '_> {
    /// Reads an object by its shape. `None` for what is empty.
    pub(super) fn map(
        &mut self,
        value: &Value<'_>,
        entries: &Entries<'_>,
        kind: Option<Kind>,
        path: &Path<'_>,
    ) -> Option<Fact> {
        if mend::is_error(entries) {
            self.mended(path, (NoticeCode::ErrorAsEmpty, "the server could not give it"));
            return None;
        }
        if mend::is_list(entries) && kind != Some(Kind::Map) {
            self.mended(path, (NoticeCode::ObjectAsList, "its keys count its items"));
            let items: Vec<Value<'_>> = entries.iter().map(|(_, value)| value.clone()).collect();
            return self.list(&items, kind, path);
        }
        if mend::is_sourced(entries) {
            return self.sourced(value, kind, path);
        }
        if let Some(sized) = mend::with_candidates(entries) {
            return self.image(&sized, path);
        }
        if (kind == Some(Kind::Image) && field(value, "src").is_some()) || mend::is_image(entries) {
            return self.image(value, path);
        }
        if mend::is_link(entries) {
            return self.titled_link(value, path);
        }
        let fields = self.fields(entries, kind, path);
        (!fields.is_empty()).then_some(Fact::Map(fields))
    }

    fn fields(&mut self, entries: &Entries<'_>, kind: Option<Kind>, path: &Path<'_>) -> Vec<Field> {
        let mut fields = Vec::with_capacity(entries.len());
        let mut rest = entries;
        while let Some(((key, value), tail)) = rest.split_first() {
            if lexicon::is_plumbing(key, value) {
                self.is_mended = true;
                rest = tail;
                continue;
            }
            let path = path.key(key);
            let folded = mend::folded(rest, &self.context.lang);
            let hint = self.context.options.hint(key).cloned().unwrap_or_default();
            let name = Key::new(key);
            // Records of linked data have few keys in common, so a table would not fit.
            let graph = (key == "@graph").then_some(Kind::List);
            let kind = hint.kind.or(graph).or_else(|| name.kind(kind));
            let value = folded.as_ref().map_or(value, |folded| &folded.value);
            if let Some(folded) = &folded {
                self.mended(&path, folded.step);
            }
            match self.hinted(&name, &hint, value, kind, &path) {
                Some(fact) => fields.push(name.field(key, hint, fact)),
                // Empty entries are only in the JSON.
                None => self.is_mended = true,
            }
            rest = folded.map_or(tail, |folded| rest.get(folded.count..).unwrap_or_default());
        }
        fields
    }

    fn sourced(&mut self, value: &Value<'_>, kind: Option<Kind>, path: &Path<'_>) -> Option<Fact> {
        let fact = self.fact(field(value, "value")?, kind, &path.key("value"))?;
        let address = field(value, "source_url");
        let url = address.and_then(|url| self.context.url(url, Sink::Link, &path.key("source_url")));
        let name = field(value, "source").map(|name| self.context.line(name, &path.key("source"))).unwrap_or_default();
        let name = if name.is_empty() { url.as_ref().and_then(SafeUrl::host).unwrap_or_default().into() } else { name };
        Some(if name.is_empty() { fact } else { Fact::Sourced(Box::new(fact), Source { name, url }) })
    }

    fn titled_link(&mut self, value: &Value<'_>, path: &Path<'_>) -> Option<Fact> {
        let line = |name: &str| match field(value, name) {
            Some(Value::Text(untrusted)) => text::line(untrusted),
            _ => String::new(),
        };
        let (title, url) = (line("title"), line("url"));
        let words = if title.is_empty() { &url } else { &title };
        match self.link(&url, words, path) {
            // A refused or missing address leaves the words.
            Fact::Text(_) => (!words.is_empty()).then(|| Fact::Text(words.clone())),
            link => Some(link),
        }
    }
}
