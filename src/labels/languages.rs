//! The words in other languages, one file each.

use super::Labels;
use crate::json;

/// Each file by the tag of its language.
const LANGUAGES: [(&str, &str); 16] = [
    ("ar", include_str!("languages/ar.json")),
    ("de", include_str!("languages/de.json")),
    ("es", include_str!("languages/es.json")),
    ("fr", include_str!("languages/fr.json")),
    ("he", include_str!("languages/he.json")),
    ("it", include_str!("languages/it.json")),
    ("ja", include_str!("languages/ja.json")),
    ("ko", include_str!("languages/ko.json")),
    ("nl", include_str!("languages/nl.json")),
    ("pl", include_str!("languages/pl.json")),
    ("pt", include_str!("languages/pt.json")),
    ("ru", include_str!("languages/ru.json")),
    ("tr", include_str!("languages/tr.json")),
    ("uk", include_str!("languages/uk.json")),
    ("zh", include_str!("languages/zh.json")),
    ("zh-hant", include_str!("languages/zh-Hant.json")),
];

/// The words of a language by its BCP 47 tag, such as `pt-BR`; none for English and for languages without a file.
///
/// A page loads them by itself. An application of Leptos gives them as the option `labels`:
///
/// ```
/// use backmatter::{Options, labels};
///
/// let options = Options { lang: Some("de".into()), labels: labels::of_language("de"), ..Options::default() };
/// assert_ne!(options.labels, labels::Labels::default());
/// ```
pub fn of_language(lang: &str) -> Labels {
    let tag = lang.to_ascii_lowercase();
    let is_traditional = ["zh-hant", "zh-tw", "zh-hk", "zh-mo"].iter().any(|begin| tag.starts_with(begin));
    let file = if is_traditional { "zh-hant" } else { tag.split('-').next().unwrap_or_default() };
    let text = LANGUAGES.iter().find(|(known, _)| *known == file).map_or("{}", |(_, text)| *text);
    json::read(text).map_or_else(|_| Labels::default(), |words| Labels::read(&words.value))
}
