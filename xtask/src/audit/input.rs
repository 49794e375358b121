//! What must be shown of an input: words, images and addresses of its article, found without the code under test.

use backmatter::html::{self, Token};
use serde_json::Value;
use std::collections::BTreeSet;

/// Fields that hold an article, or a part of one.
const BODIES: [&str; 9] =
    ["content", "body", "html", "content_html", "body_html", "content_text", "body_markdown", "articleBody", "blocks"];

/// What must be shown.
#[derive(Default)]
pub struct Wanted {
    /// The words of the article.
    pub words: Vec<String>,
    /// Addresses of its images.
    pub images: BTreeSet<String>,
    /// Addresses of its links.
    pub links: BTreeSet<String>,
    /// Fragments that links lead to.
    leads: Vec<String>,
    /// Ids, and names of anchors.
    ids: BTreeSet<String>,
    /// Cells of tables.
    pub cells: usize,
    /// Items of lists.
    pub items: usize,
    /// Players and frames.
    pub players: usize,
}

impl Wanted {
    /// What the text of one post has to show.
    pub fn of(text: &str) -> Wanted {
        let mut wanted = Wanted::default();
        match serde_json::from_str::<Value>(text) {
            Ok(value) => {
                for body in bodies(&value) {
                    wanted.article(body);
                }
            }
            Err(_) => wanted.html(text),
        }
        wanted
    }

    /// The number of links to a target in the same text.
    pub fn fragments(&self) -> usize {
        self.leads.iter().filter(|name| self.ids.contains(*name)).count()
    }

    fn article(&mut self, value: &Value) {
        match value {
            Value::String(text) if text.contains('<') || text.contains('&') => self.html(text),
            Value::String(text) if text.trim_start().starts_with('{') => {}
            Value::String(text) => self.words.extend(words(text)),
            Value::Array(items) => items.iter().for_each(|item| self.article(item)),
            Value::Object(fields) => {
                for (key, value) in fields {
                    let is_text = ["text", "rendered", "value", "code", "caption", "message", "innerHTML"]
                        .contains(&key.as_str());
                    let is_tree = value.is_array() || value.is_object();
                    let is_markup = ["innerContent", "attrs", "marks", "markDefs"].contains(&key.as_str());
                    if is_text || (is_tree && !is_markup) {
                        self.article(value);
                    }
                }
            }
            _ => {}
        }
    }

    /// Adds the words, images and links of HTML, except those that no reader sees.
    pub fn html(&mut self, text: &str) {
        let mut hidden = 0_usize;
        let mut all = String::new();
        for token in html::parse(text).unwrap_or_default() {
            match token {
                Token::Open { name, attributes } => {
                    let is_hidden = matches!(
                        name.as_str(),
                        "script"
                            | "style"
                            | "template"
                            | "noscript"
                            | "svg"
                            | "iframe"
                            | "title"
                            | "select"
                            | "textarea"
                            | "button"
                    );
                    let is_player = matches!(name.as_str(), "iframe" | "video" | "audio");
                    self.players += usize::from(hidden == 0 && is_player);
                    hidden += usize::from(hidden > 0 || is_hidden);
                    if hidden == 0 {
                        self.attributes(&name, &attributes);
                        if !matches!(
                            name.as_str(),
                            "a" | "b"
                                | "i"
                                | "em"
                                | "strong"
                                | "span"
                                | "sup"
                                | "sub"
                                | "code"
                                | "mark"
                                | "del"
                                | "u"
                                | "small"
                                | "font"
                        ) {
                            all.push(' ');
                        }
                    }
                }
                Token::Close => hidden = hidden.saturating_sub(1),
                Token::Text(text) if hidden == 0 => all.push_str(&text),
                Token::Text(_) | Token::Block(_) => {}
            }
        }
        self.words.extend(words(&all));
    }

    fn attributes(&mut self, name: &str, attributes: &[(String, String)]) {
        let value =
            |wanted: &str| attributes.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.trim().to_string());
        match name {
            "img" => {
                self.images.extend(value("data-src").or_else(|| value("src")).filter(|src| src.starts_with("http")));
            }
            "a" => {
                let href = value("href").unwrap_or_default();
                self.leads.extend(href.strip_prefix('#').filter(|name| !name.is_empty()).map(String::from));
                self.players += usize::from(value("class").is_some_and(|class| class == "bm-embed-link"));
                if href.starts_with("http") {
                    self.links.insert(href);
                }
                self.ids.extend(value("name"));
            }
            "td" | "th" => self.cells += 1,
            // Those of a gallery are images.
            "li" if value("class")
                .is_none_or(|class| !class.contains("bm-grid-item") && !class.contains("gallery-item")) =>
            {
                self.items += 1;
            }
            _ => {}
        }
        self.ids.extend(value("id"));
    }
}

/// The bodies in a value: those of the post itself, not of other posts in it.
fn bodies(value: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    let mut open = vec![(value, 0_usize)];
    while let Some((value, depth)) = open.pop() {
        match value {
            Value::Object(fields) => {
                let own: Vec<&Value> = BODIES.iter().filter_map(|name| fields.get(*name)).collect();
                if !own.is_empty() {
                    found.extend(own.first());
                    continue;
                }
                for name in
                    ["items", "posts", "data", "attributes", "fields", "post", "article", "result", "properties"]
                {
                    open.extend(fields.get(name).filter(|_| depth < 4).map(|value| (value, depth + 1)));
                }
            }
            Value::Array(items) => open.extend(items.first().map(|first| (first, depth + 1))),
            _ => {}
        }
    }
    found
}

/// The words of a text in lower case, letters and digits only.
pub fn words(text: &str) -> Vec<String> {
    let letters = |word: &str| word.chars().filter(|char| char.is_alphanumeric()).collect::<String>().to_lowercase();
    text.split_whitespace().map(letters).filter(|word| !word.is_empty()).collect()
}
