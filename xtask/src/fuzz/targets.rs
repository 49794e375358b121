//! The parts that read untrusted data, and what must hold for each.

use crate::audit::TOOLS;
use backmatter::{
    NATIVE, Options, decode,
    formats::{convert, convert_list},
    html::{self, Token},
    json::{self, Value},
    policy::{
        Sink,
        url::{Refusal, SafeUrl},
    },
    rendering::{draw, fill},
    report::{Failure, FailureCode},
};

/// A part, and what to do with an input.
pub struct Target {
    /// On the command line.
    pub name: &'static str,
    /// Does it take whole files, or texts?
    pub takes_files: bool,
    /// Runs an input; the error says which property fails.
    pub run: fn(&str) -> Result<(), String>,
}

/// All of them.
pub const TARGETS: [Target; 11] = [
    Target { name: "json", takes_files: true, run: json_text },
    Target { name: "formats", takes_files: true, run: formats },
    Target { name: "html", takes_files: false, run: |text| drawn("html", text) },
    Target { name: "page", takes_files: true, run: page },
    Target { name: "php", takes_files: false, run: |text| facts(&["a:1:{s:1:\"k\";s:1:\"v\";}", text].concat()) },
    Target { name: "facts", takes_files: true, run: fields },
    Target { name: "guard", takes_files: false, run: facts },
    Target { name: "credits", takes_files: false, run: credits },
    Target { name: "options", takes_files: true, run: options },
    Target { name: "markdown", takes_files: false, run: |text| drawn("paragraph", text) },
    Target { name: "url", takes_files: false, run: address },
];

/// Written JSON parses to the same value.
fn json_text(text: &str) -> Result<(), String> {
    let Ok(document) = json::read(text) else { return Ok(()) };
    let written = json::write(&document.value);
    let again = json::read(&written).map_err(|error| format!("what it writes is no JSON: {}", error.message()))?;
    if again.value == document.value { Ok(()) } else { Err("it writes something else than it read".to_string()) }
}

/// A converted input is a post in the native format and can be drawn; as a list of candidates it is JSON.
fn formats(text: &str) -> Result<(), String> {
    if let Ok((list, _)) = convert_list(text, "candidates", &Options::default(), &TOOLS) {
        json::read(&list).map_err(|error| format!("the list that it writes is no JSON: {}", error.message()))?;
    }
    let Ok(converted) = convert(text, &Options::default(), &TOOLS) else { return Ok(()) };
    post(&converted.text).map_err(|fault| format!("converted: {fault}"))
}

/// A page of a static site stays the same, or has its posts filled in.
fn page(text: &str) -> Result<(), String> {
    let page = ["<!doctype html><title>x</title><backmatter-post>", text].concat();
    let filled = fill(&page, NATIVE);
    if filled.reports.is_empty() && filled.html != page {
        Err("a page without a post has changed".to_string())
    } else {
        Ok(())
    }
}

fn fields(text: &str) -> Result<(), String> {
    match json::read(text) {
        Ok(_) => post(&["{\"title\":\"T\",\"meta\":", text, "}"].concat()),
        Err(_) => facts(text),
    }
}

fn facts(text: &str) -> Result<(), String> {
    let text = quoted(text);
    post(&["{\"title\":\"T\",\"meta\":{\"note\":", &text, ",\"data\":{\"inner\":", &text, "},", &text, ":1}}"].concat())
}

fn credits(text: &str) -> Result<(), String> {
    let text = quoted(text);
    let image = |field: &str| ["{\"src\":\"https://a.example/b.png\",\"", field, "\":", &text, "}"].concat();
    post(&["{\"title\":\"T\",\"images\":[", &image("credit"), ",", &image("caption"), "]}"].concat())
}

fn options(text: &str) -> Result<(), String> {
    let Ok(document) = json::read(text) else { return Ok(()) };
    let options = Options::read(&document.value);
    let given = "{\"title\":\"T\",\"images\":[{\"src\":\"/a.png\"}],\"meta\":{\"a\":[1,2],\"views\":3}}";
    match decode(given, &options, &TOOLS) {
        Ok(decoded) => parsed_alike(&draw(decoded.post, options, NATIVE.locale)),
        Err(failure) => Err(format!("options take a post down: {}", failure.message)),
    }
}

/// An accepted address has an allowed scheme, and is accepted again unchanged.
fn address(text: &str) -> Result<(), String> {
    for sink in [Sink::Link, Sink::Image, Sink::Page] {
        let Ok(url) = SafeUrl::parse(text, sink, None) else { continue };
        let schemes: &[&str] =
            if matches!(sink, Sink::Link) { &["http:", "https:", "mailto:", "tel:"] } else { &["http:", "https:"] };
        let scheme = url.as_str().split_inclusive(':').next().unwrap_or_default();
        let has_scheme = url.as_str().contains(':') && !scheme.contains(['/', '?', '#']);
        if has_scheme && !schemes.contains(&scheme) {
            return Err(format!("the scheme {scheme}"));
        }
        match SafeUrl::parse(url.as_str(), sink, None) {
            // The first parse may add a scheme, which makes the address longer.
            Err(Refusal::TooLong) => {}
            Ok(again) if again == url => {}
            _ => return Err(format!("{} is another the second time", url.as_str())),
        }
    }
    Ok(())
}

/// A post of one block.
fn drawn(kind: &str, text: &str) -> Result<(), String> {
    let field = if kind == "html" { "html" } else { "text" };
    let block = ["{\"type\":\"", kind, "\",\"", field, "\":", &quoted(text), "}"].concat();
    post(&["{\"title\":\"T\",\"body\":[", &block, "]}"].concat())
}

fn post(text: &str) -> Result<(), String> {
    let options = Options::default();
    match decode(text, &options, &TOOLS) {
        Ok(decoded) => parsed_alike(&draw(decoded.post, options, NATIVE.locale)),
        // The input may be invalid JSON.
        Err(Failure { code: FailureCode::BadJson | FailureCode::TooLarge, .. }) => Ok(()),
        Err(failure) => Err(format!("it is refused: {}", failure.message)),
    }
}

/// A parser finds as many elements in the drawn HTML as were written, and no forbidden ones.
fn parsed_alike(html: &str) -> Result<(), String> {
    let written = html.as_bytes().windows(2).filter(|pair| matches!(pair, [b'<', b'a'..=b'z'])).count();
    let tokens = html::parse(html).unwrap_or_default();
    let mut found = 0;
    for token in &tokens {
        let Token::Open { name, attributes } = token else { continue };
        found += 1;
        let is_foreign = ["script", "iframe", "style", "object", "embed", "form", "svg"].contains(&name.as_str());
        let is_text = |name: &str| matches!(name, "alt" | "title" | "aria-label");
        let runs = |(name, value): &(String, String)| {
            name.starts_with("on") || value.starts_with("javascript:") && !is_text(name)
        };
        let has_handler = attributes.iter().any(runs);
        if is_foreign || has_handler {
            return Err(format!("<{name}> is drawn"));
        }
    }
    if found == written { Ok(()) } else { Err(format!("{written} elements are written, and {found} are read")) }
}

fn quoted(text: &str) -> String {
    json::write(&Value::Text(text.into()))
}
