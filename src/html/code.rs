//! The language of program text, as the highlighters of many sites write it.

use crate::{policy::text, scan::is_one_of};

/// Class prefixes of a language name: Prism, Google's prettify, GitHub, Crayon.
const PREFIXES: [&str; 4] = ["language-", "lang-", "highlight-source-", "lang:"];

/// Classes before a language name: highlight.js, `SyntaxHighlighter`, Pandoc.
const BEFORE: &str = "hljs brush: sourceCode prettyprint";

/// Attributes whose value is the name of the language: Enlighter, Hugo, several others.
const NAMING: [&str; 4] = ["data-enlighter-language", "data-lang", "data-language", "data-code-language"];

/// Names without information, and classes that are not language names.
const NOTHING: &str = "none text plain plaintext nohighlight linenums copy numberLines generic";

/// The language that the attributes of an element name.
pub fn language(attributes: &[(String, String)]) -> Option<String> {
    let value = |name: &str| attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let named = NAMING.into_iter().filter_map(value);
    named.chain(value("class").and_then(of_classes)).map(text::line).find(|name| is_name(name))
}

fn of_classes(classes: &str) -> Option<&str> {
    let all = || classes.split_ascii_whitespace();
    let prefixed = all().find_map(|class| PREFIXES.iter().find_map(|prefix| class.strip_prefix(prefix)));
    let behind = || all().skip_while(|class| !is_one_of(class, BEFORE)).find(|class| !is_one_of(class, BEFORE));
    let joined = || all().find_map(|class| class.strip_prefix("brush:"));
    prefixed.or_else(joined).filter(|name| !name.is_empty()).or_else(behind).map(|name| name.trim_end_matches(';'))
}

/// Names are short, and begin with a letter or a digit.
fn is_name(name: &str) -> bool {
    let is_written_so = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+#-_.".contains(&byte));
    (1..=30).contains(&name.len()) && is_written_so && !is_one_of(name, NOTHING)
}
