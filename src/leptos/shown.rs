//! What a component shows of a text.

use crate::{
    Content, Decoded, Localizer, Options, Report,
    components::Everything,
    decode, formats,
    html::Parser,
    labels::Locale,
    report::{Failure, FailureCode, Need, joined},
    tools::{ReadFacts, Whole, converting},
};
use std::sync::Arc;

/// What is on the page.
#[derive(Clone)]
pub enum Shown {
    /// Nothing.
    Nothing,
    /// A post.
    Post(Arc<Content>),
    /// Why there is none.
    Failure(String, Localizer),
}

impl Shown {
    /// What stands there next: what the reader has opened stays open.
    #[must_use]
    pub fn after(self, before: &Shown) -> Shown {
        match (before, self) {
            (Shown::Post(before), Shown::Post(now)) => Shown::Post(Arc::new(Arc::unwrap_or_clone(now).after(before))),
            (_, now) => now,
        }
    }
}

/// The parser and the locale data: in a page its own parser and `Intl`, on a server html5ever and ICU4X.
#[cfg(target_arch = "wasm32")]
const SURROUNDINGS: (Parser, Locale) = (crate::embed::widget::parse_html, crate::INTL);
#[cfg(not(target_arch = "wasm32"))]
const SURROUNDINGS: (Parser, Locale) = (crate::NATIVE.parse_html, crate::NATIVE.locale);

/// Reads a text: what is shown of it, and the report.
pub(super) fn read(text: &str, options: Options) -> (Shown, Report) {
    if text.trim().is_empty() {
        return (Shown::Nothing, Report::default());
    }
    let localizer = |lang: Option<String>| {
        let lang = options.lang.clone().or(lang).unwrap_or_default();
        Localizer { lang, labels: options.labels.clone(), locale: SURROUNDINGS.1 }
    };
    match decoded(text, &options) {
        Ok(decoded) => {
            let localizer = localizer(decoded.post.lang.clone());
            let content = Content::new(decoded.post, options, localizer, &Everything);
            (Shown::Post(Arc::new(content)), decoded.report)
        }
        Err(failure) => (Shown::Failure(failure.message, localizer(None)), Report::default()),
    }
}

/// Reads a post in any format.
fn decoded(text: &str, options: &Options) -> Result<Decoded, Failure> {
    let tools = Whole::new(SURROUNDINGS.0, ReadFacts::Now);
    let native = decode(text, options, &tools);
    let may_be_other = match &native {
        Ok(native) => native.needs.has(Need::Format),
        Err(failure) => matches!(failure.code, FailureCode::NotAPost | FailureCode::BadJson),
    };
    if !may_be_other {
        return native;
    }
    let converted = formats::convert(text, options, &converting(SURROUNDINGS.0))?;
    let native = decode(&converted.text, &Options { format: None, ..options.clone() }, &tools)?;
    let notices = joined(converted.report.notices, native.report.notices);
    Ok(Decoded { report: Report { notices, ..converted.report }, ..native })
}
