//! Who wrote a post.

use crate::{
    coerce::items,
    context::Context,
    formats::{
        envelope::Reading,
        ways::{first, text_of},
        words,
    },
    json::Value,
    model::Author,
    policy::Sink,
    report::{NoticeCode, Path},
};

/// The authors of a post.
pub fn authors(reading: &mut Reading<'_, '_, '_, '_>) -> Vec<Author> {
    let Some((way, found)) = reading.find("authors", reading.envelope.authors) else { return Vec::new() };
    let mut authors = Vec::new();
    for (index, one) in items(found).iter().enumerate() {
        let place =
            if matches!(found, Value::List(_)) { [way, ".", &index.to_string()].concat() } else { way.to_string() };
        let path = reading.path.way(&place);
        authors.extend(author(one, reading.context, &path));
    }
    authors
}

/// An author: a name, or an object that has one. A number names nobody.
pub fn author(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Author> {
    const NAME: &str = "name display_name displayName properties.name attributes.name data.attributes.name fields.name full_name \
                        fullName node.name username title login";
    const URL: &str = "url link website properties.url attributes.url fields.url";
    if at_error(value) {
        context.detailed_notice(path, NoticeCode::EmbeddedError, "an author", "the server did not give one away");
        return None;
    }
    let name = match value {
        Value::Text(name) if !name.bytes().all(|byte| byte.is_ascii_digit()) => Some(name.as_ref()),
        Value::Map(_) => first(value, NAME).and_then(|(_, name)| text_of(name)),
        _ => None,
    };
    let Some(name) = name.map(|name| words::plain_line(name, context)).filter(|name| !name.is_empty()) else {
        context.notice(path, NoticeCode::AuthorDropped, "there is no name, only a number or nothing");
        return None;
    };
    let url = first(value, URL).filter(|_| matches!(value, Value::Map(_)));
    let url =
        url.and_then(|(way, found)| context.url(&Value::Text(text_of(found)?.into()), Sink::Page, &path.way(way)));
    Some(Author { name, url })
}

/// Is it an error of the server in place of an object?
pub fn at_error(value: &Value<'_>) -> bool {
    value.get("code").is_some() && value.get("message").is_some() && value.get("data").is_some()
}
