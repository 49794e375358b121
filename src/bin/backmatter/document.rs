//! A whole page around a post.

use crate::arguments::Arguments;
use backmatter::{
    NATIVE, Options,
    json::{self, Value},
    rendering,
};
use std::fmt::Write;

/// A page with the post in it. `html` is the post, `text` its input, `assets` the address of the package's folder.
pub fn document(html: &str, text: &str, arguments: &Arguments, assets: &str) -> String {
    let options = Options::read(&arguments.options);
    let post = rendering::read(text, &options, NATIVE.parse_html).map(|read| read.post).unwrap_or_default();
    let lang = options.lang.or(post.lang).unwrap_or_else(|| "en".into());
    let [title, lang, assets] = [&post.title, &lang, assets.trim_end_matches('/')].map(escaped);
    let (body, script) = match element(html, text, &arguments.options) {
        Some(element) => (element, format!("\n<script type=\"module\" src=\"{assets}/embed.js\"></script>")),
        None => (html.to_string(), String::new()),
    };
    format!(
        "<!doctype html>
<html lang=\"{lang}\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>{title}</title>
<link rel=\"stylesheet\" href=\"{assets}/backmatter.all.css\">{script}
</head>
<body>
{body}
</body>
</html>
"
    )
}

/// The element that resumes from the HTML. `None` if a page could not give it the same post and options.
fn element(html: &str, text: &str, options: &Value<'_>) -> Option<String> {
    let Value::Map(options) = options else { return None };
    let mut out = String::from("<backmatter-post");
    for (name, value) in options {
        let mut attributes = rendering::ATTRIBUTES.into_iter().chain(["src"]);
        let attribute = attributes.find(|attribute| rendering::option(attribute) == *name)?;
        let value = match value {
            Value::Text(text) | Value::Number(text) => escaped(text),
            Value::Bool(flag) => flag.to_string(),
            _ => return None,
        };
        let _ = write!(out, " {attribute}=\"{value}\"");
    }
    let _ = write!(out, ">\n{html}\n");
    if options.iter().all(|(name, _)| name != "src") {
        json::read(text).ok()?;
        let data = text.trim().replace('<', "\\u003c");
        let _ = writeln!(out, "<script type=\"application/json\">{data}</script>");
    }
    Some(out + "</backmatter-post>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
