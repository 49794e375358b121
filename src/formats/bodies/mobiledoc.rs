//! Mobiledoc, the format of Ghost's older editor: sections of markers, which open and close marks by number.

use crate::{
    coerce::items,
    context::Context,
    formats::{
        pictures,
        ways::{at, first, text_of},
    },
    html::Token,
    json::Value,
    model::Block,
    report::{NoticeCode, Path},
};

/// The tokens of a document.
pub fn tokens(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Token> {
    let mut writer = Writer { document: value, context, tokens: Vec::new() };
    for (index, section) in at(value, "sections").map(items).unwrap_or_default().iter().enumerate() {
        writer.section(section, &path.key("sections").item(index));
    }
    writer.tokens
}

struct Writer<'w, 'v, 'a, 'c> {
    document: &'v Value<'a>,
    context: &'w mut Context<'c>,
    tokens: Vec<Token>,
}

impl<'v, 'a> Writer<'_, 'v, 'a, '_> {
    fn section(&mut self, section: &'v Value<'a>, path: &Path<'_>) {
        let part = |index: &str| at(section, index);
        let word = |index: &str| part(index).and_then(text_of).unwrap_or_default();
        match word("0") {
            "1" => {
                self.open(word("1"), &[]);
                self.markers(part("2"));
                self.close();
            }
            "2" => self.image(part("1"), path),
            "3" => {
                self.open(word("1"), &[]);
                for item in part("2").map(items).unwrap_or_default() {
                    self.open("li", &[]);
                    self.markers(Some(item));
                    self.close();
                }
                self.close();
            }
            "10" => {
                let card = at(self.document, "cards").and_then(|cards| at(cards, word("1")));
                self.card(card, path);
            }
            _ => self.context.detailed_notice(
                path,
                NoticeCode::PartDropped,
                "a section",
                "Mobiledoc has no such section",
            ),
        }
    }

    /// Texts, each with the marks that open before it and how many close behind it.
    fn markers(&mut self, markers: Option<&'v Value<'a>>) {
        let mut open = 0_usize;
        for marker in markers.map(items).unwrap_or_default() {
            for mark in at(marker, "1").map(items).unwrap_or_default() {
                let markup =
                    text_of(mark).and_then(|number| at(self.document, "markups").and_then(|all| at(all, number)));
                let name = markup.and_then(|markup| at(markup, "0")).and_then(text_of).unwrap_or("span");
                let href = markup.and_then(|markup| at(markup, "1.1")).and_then(text_of);
                self.open(name, &href.map(|href| ("href", href)).into_iter().collect::<Vec<_>>());
                open += 1;
            }
            self.text(at(marker, "3").and_then(text_of).unwrap_or_default());
            let ends =
                at(marker, "2").and_then(text_of).and_then(|count| count.parse().ok()).unwrap_or(0_usize).min(open);
            (0..ends).for_each(|_| self.close());
            open -= ends;
        }
        (0..open).for_each(|_| self.close());
    }

    fn card(&mut self, card: Option<&'v Value<'a>>, path: &Path<'_>) {
        let name = card.and_then(|card| at(card, "0")).and_then(text_of).unwrap_or_default();
        let Some(payload) = card.and_then(|card| at(card, "1")) else {
            return self.context.detailed_notice(
                path,
                NoticeCode::PartDropped,
                "a card",
                "the document has no such card",
            );
        };
        let word = |ways| first(payload, ways).and_then(|(_, found)| text_of(found));
        match name {
            "html" | "markdown" | "card-markdown" | "email" => {
                let html = word("html markdown").unwrap_or_default();
                match self.context.tools.tokens(html) {
                    Some(tokens) => self.tokens.extend(tokens),
                    None => self.text(html),
                }
            }
            "image" => self.image(Some(payload), path),
            "gallery" => {
                for image in at(payload, "images").map(items).unwrap_or_default() {
                    self.image(Some(image), path);
                }
            }
            "code" => {
                self.open(
                    "pre",
                    &word("language")
                        .map(|language| ("class", ["language-", language].concat()))
                        .iter()
                        .map(|(key, value)| (*key, value.as_str()))
                        .collect::<Vec<_>>(),
                );
                self.text(word("code").unwrap_or_default());
                self.close();
            }
            "hr" => {
                self.open("hr", &[]);
                self.close();
            }
            _ => match word("url src") {
                Some(address) => {
                    self.open(
                        "iframe",
                        &[("src", address), ("title", word("metadata.title title caption").unwrap_or_default())],
                    );
                    self.close();
                }
                None => self.context.detailed_notice(
                    path,
                    NoticeCode::PartDropped,
                    &["a card of type \"", name, "\""].concat(),
                    "there is no such card in Mobiledoc",
                ),
            },
        }
    }

    fn image(&mut self, image: Option<&Value<'_>>, path: &Path<'_>) {
        let image = image.and_then(|image| pictures::image(image, self.context, path));
        self.tokens.extend(image.map(|image| Token::Block(Box::new(Block::Image(Box::new(image))))));
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let attributes = attributes.iter().map(|(key, value)| ((*key).to_string(), (*value).to_string())).collect();
        self.tokens.push(Token::Open { name: name.to_ascii_lowercase(), attributes });
    }

    fn close(&mut self) {
        self.tokens.push(Token::Close);
    }

    fn text(&mut self, text: &str) {
        self.tokens.push(Token::Text(text.to_string()));
    }
}
