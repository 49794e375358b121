//! The credit of an image, from any of its fields.

use super::{check::missing, read};
use crate::{context::Fields, model::Credit};

/// Reads the `credit` of an image, or its `source`. Adds a notice for everything that the source or the licence
/// requires and the credit lacks.
pub fn credit_of_image(image: &mut Fields<'_, '_, '_, '_>) -> Option<Box<Credit>> {
    let mut found = image.read("credit", read);
    if found.source.is_empty() {
        let source = image.read("source", read);
        found = merged(found, source);
    }
    if !found.is_empty() {
        let path = image.path.key("credit");
        for (code, why) in missing(&found) {
            image.context.notice(&path, code, &why);
        }
    }
    (!found.is_empty() || found.required).then(|| Box::new(found))
}

/// Fills the empty fields of the first credit from the second.
fn merged(first: Credit, second: Credit) -> Credit {
    let text = |one: String, other: String| if one.is_empty() { other } else { one };
    Credit {
        title: text(first.title, second.title),
        creator: text(first.creator, second.creator),
        creator_url: first.creator_url.or(second.creator_url),
        source: text(first.source, second.source),
        source_url: first.source_url.or(second.source_url),
        license: text(first.license, second.license),
        license_url: first.license_url.or(second.license_url),
        notice: text(first.notice, second.notice),
        ..first
    }
}
