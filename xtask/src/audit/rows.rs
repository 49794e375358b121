//! The rows of the meta box, and those that look as if their value was not understood.

use backmatter::html::{self, Token};

/// A row of the box that holds no other rows.
#[derive(Default)]
pub struct Row {
    label: String,
    text: String,
    has_link: bool,
}

/// Where an element of a row is.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Label,
    Value,
    /// What only a click shows, and buttons.
    Hidden,
    Other,
}

/// The rows in a drawn post.
pub fn rows(drawn: &str) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut open = vec![Place::Other];
    for token in html::parse(drawn).unwrap_or_default() {
        match token {
            Token::Open { name, attributes } => {
                let class = attributes.iter().find(|(key, _)| key == "class").map_or("", |(_, value)| value.as_str());
                let outer = open.last().copied().unwrap_or(Place::Other);
                let place = match (class, name.as_str()) {
                    (_, "button" | "summary") => Place::Hidden,
                    _ if class.contains("bm-facts-away") => Place::Hidden,
                    _ if outer == Place::Hidden => Place::Hidden,
                    ("bm-fact-label", _) => Place::Label,
                    ("bm-fact-value", _) => Place::Value,
                    // A list of rows within a row.
                    ("bm-map" | "bm-facts", _) => Place::Other,
                    _ => outer,
                };
                if place == Place::Label && outer != Place::Label {
                    rows.push(Row::default());
                }
                if let Some(row) = rows.last_mut().filter(|_| name == "a" && place == Place::Value) {
                    row.has_link = true;
                }
                open.push(place);
            }
            Token::Close => drop(open.pop()),
            Token::Text(text) => match (open.last(), rows.last_mut()) {
                (Some(Place::Label), Some(row)) => row.label.push_str(&text),
                (Some(Place::Value), Some(row)) => row.text.push_str(&text),
                _ => {}
            },
            Token::Block(_) => {}
        }
    }
    rows.retain(|row| !row.text.trim().is_empty());
    rows
}

impl Row {
    /// Why its value looks as if it was not understood.
    pub fn oddity(&self) -> Option<&'static str> {
        let text = self.text.trim();
        let label = self.label.to_lowercase();
        let is_time = ["date", "time", "start", "end", "created", "updated", "modified", "published"];
        let is_time = is_time.iter().any(|word| label.contains(word));
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let is_number = text.chars().all(|char| char.is_ascii_digit() || char == ',');
        let oddities = [
            (has_php(text), "serialized PHP"),
            (text.starts_with("{\"") || text.starts_with("[{") || text.starts_with("[\""), "JSON as text"),
            (has_reference(text), "a character reference"),
            (["</", "<p", "<br", "<div", "<span"].iter().any(|tag| text.contains(tag)), "markup as text"),
            (is_time && is_number && (10..=13).contains(&digits), "seconds since 1970"),
            (is_timestamp(text), "a date as it was written"),
            (!self.has_link && is_address(text), "an address without a link"),
            (["null", "undefined", "NaN", "[object Object]", "None"].contains(&text), "a word of programs"),
            (text.starts_with("PT") && text.ends_with(['S', 'M', 'H']) && digits > 0, "a duration as it was written"),
        ];
        oddities.into_iter().find(|(is_odd, _)| *is_odd).map(|(_, why)| why)
    }

    /// The row in one line.
    pub fn line(&self) -> String {
        format!("{}: {}", self.label, self.text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

fn has_php(text: &str) -> bool {
    ["a:", "s:", "O:"].iter().any(|begin| {
        text.strip_prefix(begin).is_some_and(|rest| {
            let rest = rest.trim_start_matches(|char: char| char.is_ascii_digit());
            rest.starts_with(":{") || rest.starts_with(":\"")
        })
    })
}

fn has_reference(text: &str) -> bool {
    text.split('&').skip(1).any(|after| {
        let (name, _) = after.split_once(';').unwrap_or(("", ""));
        (2..8).contains(&name.len()) && name.trim_start_matches('#').chars().all(|char| char.is_ascii_alphanumeric())
    })
}

fn is_timestamp(text: &str) -> bool {
    let shape: String = text.chars().take(11).map(|char| if char.is_ascii_digit() { '0' } else { char }).collect();
    ["0000-00-00T", "0000-00-00 "].contains(&shape.as_str()) && text.len() < 32
}

fn is_address(text: &str) -> bool {
    let is_web = ["http://", "https://", "www."].iter().any(|begin| text.starts_with(begin));
    is_web && !text.contains(char::is_whitespace)
}
