//! What the walk writes: tokens.

use super::{Node, Walk};
use crate::{
    formats::{
        pictures,
        ways::{first, text_of},
    },
    html::Token,
    json::Value,
    model::{Block, Image},
    report::NoticeCode,
};

impl<'v, 'a> Walk<'_, 'v, 'a, '_> {
    pub fn open(&mut self, name: &str, attributes: Vec<(String, String)>) {
        self.tokens.push(Token::Open { name: name.to_string(), attributes });
    }

    pub fn close(&mut self) {
        self.tokens.push(Token::Close);
    }

    /// Character data; its line breaks are line breaks where the grammar says so.
    pub fn text(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 && self.grammar.breaks {
                self.open("br", Vec::new());
                self.close();
            } else if index > 0 {
                self.tokens.push(Token::Text("\n".into()));
            }
            self.tokens.push(Token::Text(line.to_string()));
        }
    }

    pub fn block(&mut self, block: Block) {
        self.tokens.push(Token::Block(Box::new(block)));
    }

    pub fn heading(&mut self, node: Node<'v, 'a>, ways: &'static str) {
        let level = node.word(ways).and_then(|word| word.trim_start_matches(['h', 'H']).parse::<u8>().ok());
        let name = ["h", &level.unwrap_or(2).clamp(1, 6).to_string()].concat();
        self.open(&name, Vec::new());
    }

    pub fn list(&mut self, numbered: bool, start: Option<&str>) {
        let start = start.map(|start| ("start".to_string(), start.to_string()));
        self.open(if numbered { "ol" } else { "ul" }, start.into_iter().collect());
    }

    /// An item, with its checkbox where it has one.
    pub fn item(&mut self, checked: Option<bool>) {
        self.open("li", Vec::new());
        if let Some(checked) = checked {
            let mut attributes = vec![("type".to_string(), "checkbox".to_string())];
            attributes.extend(checked.then(|| ("checked".to_string(), String::new())));
            self.open("input", attributes);
            self.close();
        }
    }

    pub fn code(&mut self, text: &str, language: Option<&str>) {
        let language = language.filter(|language| !language.is_empty());
        let class = language.map(|language| ("class".to_string(), ["language-", &language.replace(' ', "-")].concat()));
        self.open("pre", class.into_iter().collect());
        self.tokens.push(Token::Text(text.to_string()));
        self.close();
    }

    /// The tokens of a text that is HTML.
    pub fn html(&mut self, node: Node<'v, 'a>, ways: &'static str) {
        let Some((_, found)) = first(node.value, ways) else { return };
        let html = text_of(found).unwrap_or_default();
        self.markup(html);
    }

    pub fn markup(&mut self, html: &str) {
        if !html.bytes().any(|byte| matches!(byte, b'<' | b'&')) {
            return self.text(html);
        }
        match self.context.tools.tokens(html) {
            Some(tokens) => self.tokens.extend(tokens),
            None => self.text(html),
        }
    }

    pub fn image(&mut self, node: Node<'v, 'a>, way: &'static str) {
        let Some((way, value)) = (if way.is_empty() { Some(("", node.value)) } else { first(node.value, way) }) else {
            return self.note(node, "", NoticeCode::PartDropped, "an image", "it has no address");
        };
        if let Some(image) = self.picture(node, way, value) {
            self.block(Block::Image(Box::new(image)));
        }
    }

    /// The image that stands at `way` of `node`.
    pub fn picture(&mut self, node: Node<'v, 'a>, way: &str, value: &Value<'_>) -> Option<Image> {
        let steps = self.steps(node, way);
        pictures::image(value, self.context, &self.root.way(&steps))
    }

    /// A page or a player: the builder makes a link of it.
    pub fn embed(&mut self, node: Node<'v, 'a>, address: &'static str, title: &'static str, kind: &str) {
        let Some(src) = self.address(node, address) else {
            return self.unknown(node, kind);
        };
        let mut attributes = vec![("src".to_string(), src)];
        attributes.extend(node.word(title).map(|title| ("title".to_string(), title.to_string())));
        self.open("iframe", attributes);
        self.close();
    }

    /// A text with its marks.
    pub(super) fn leaf(&mut self, node: Node<'v, 'a>) {
        let Some(text) = node.word(self.grammar.text) else { return };
        let text = text.to_string();
        let marks = (self.grammar.marks)(self, node);
        let count = marks.len();
        self.tokens.extend(marks);
        self.text(&text);
        (0..count).for_each(|_| self.close());
    }
}
