//! A credit as an object: in our own names, in schema.org's, in those of Unsplash, Pexels, oEmbed, Openverse, IPTC and IIIF.

use super::phrase::credit_of_line;
use crate::{
    coerce::{field, items},
    context::{Context, Fields},
    json::Value,
    model::{Credit, Span},
    policy::{SafeUrl, Sink, text},
    report::Path,
};

/// The names of each field; the first one present wins. A dot leads into an object.
const TITLE: &[&str] = &["title", "headline"];
const CREATOR: &[&str] = &[
    "creator",
    "photographer",
    "author",
    "author_name",
    "artist",
    "by_line",
    "user",
    "owner",
    "owner_name",
    "photographer_name",
];
const CREATOR_URL: &[&str] = &[
    "creator_url",
    "photographer_url",
    "author_url",
    "artist_url",
    "creator.url",
    "author.url",
    "artist.url",
    "user.links.html",
    "owner_url",
];
const SOURCE: &[&str] = &["source", "provider_name", "provider", "publisher", "site_name"];
const SOURCE_URL: &[&str] = &[
    "source_url",
    "web_page",
    "foreign_landing_url",
    "photo_url",
    "page_url",
    "permalink",
    "links.html",
    "is_based_on",
    "provider_url",
    "descriptionurl",
];
const LICENSE: &[&str] = &["license", "licence", "license_name", "license_short_name", "usage_terms", "rights"];
const LICENSE_URL: &[&str] = &["license_url", "licence_url", "rights_url", "web_statement"];
const NOTICE: &[&str] = &["notice", "copyright_notice", "copyright", "required_statement", "attribution"];
const LINE: &[&str] = &["credit_text", "credit_line", "credit"];
const ACQUIRE: &[&str] = &["acquire_url", "acquire_license_page", "licensor_url"];

/// Reads an object.
pub fn credit(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Credit {
    let mut record = Fields::new(value, context, path);
    let line = word(&mut record, LINE);
    let mut credit = if line.is_empty() { Credit::default() } else { credit_of_line(&[Span::plain(line)]) };
    let put = |field: &mut String, word: String| {
        if !word.is_empty() {
            *field = word;
        }
    };
    put(&mut credit.title, word(&mut record, TITLE));
    put(&mut credit.creator, word(&mut record, CREATOR));
    put(&mut credit.source, word(&mut record, SOURCE));
    put(&mut credit.license, licence(&mut record));
    put(&mut credit.notice, word(&mut record, NOTICE));
    credit.creator_url = url(&mut record, CREATOR_URL);
    // Pexels has the page of a photo in `url`.
    let page = url(&mut record, SOURCE_URL);
    credit.source_url = page.or_else(|| record.get("photographer").and_then(|_| url(&mut record, &["url"])));
    credit.license_url = url(&mut record, LICENSE_URL);
    credit.acquire_url = url(&mut record, ACQUIRE);
    credit.modified = record.flag("modified");
    credit.required = record.flag("required") || record.get("required_statement").is_some();
    if credit.license.starts_with("http") {
        let address = std::mem::take(&mut credit.license);
        credit.license_url = credit.license_url.take().or_else(|| SafeUrl::parse(&address, Sink::Page, None).ok());
    }
    credit
}

/// The licence, with its version from a separate field if there is one.
fn licence(record: &mut Fields<'_, '_, '_, '_>) -> String {
    let license = word(record, LICENSE);
    let version = record.line("license_version");
    if license.is_empty() || version.is_empty() || license.contains(&version) {
        license
    } else {
        [&license, " ", &version].concat()
    }
}

fn find<'v, 'a>(record: &Fields<'_, 'v, 'a, '_>, name: &str) -> Option<&'v Value<'a>> {
    let Some(point) = name.bytes().position(|byte| byte == b'.') else { return record.get(name) };
    let (first, rest) = (name.get(..point)?, name.get(point + 1..)?);
    rest.split('.').try_fold(record.get(first)?, |value, step| field(value, step))
}

/// The first of the named fields with a value: a text, an object with a name, or a list of them.
fn word(record: &mut Fields<'_, '_, '_, '_>, names: &[&str]) -> String {
    for name in names {
        let Some(value) = find(record, name) else { continue };
        let mut words = Vec::new();
        for item in items(value) {
            let named = ["name", "value", "label"].iter().find_map(|name| field(item, name));
            if let Value::Text(text) | Value::Number(text) = named.unwrap_or(item) {
                words.push(text::line(text));
            }
        }
        words.retain(|word| !word.is_empty());
        if !words.is_empty() {
            return words.join(", ");
        }
    }
    String::new()
}

fn url(record: &mut Fields<'_, '_, '_, '_>, names: &[&str]) -> Option<SafeUrl> {
    for name in names {
        if let Some(value @ Value::Text(_)) = find(record, name) {
            let path = record.path.key(name);
            if let Some(url) = record.context.url(value, Sink::Page, &path) {
                return Some(url);
            }
        }
    }
    None
}
