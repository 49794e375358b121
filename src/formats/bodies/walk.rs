//! One walk for every tree: its nodes become the tokens that HTML has, by the rules of a grammar. No recursion.

use super::grammar::{Grammar, Rule};
use crate::{
    context::Context,
    formats::{
        marks::meets,
        pictures,
        ways::{at, first, text_of},
    },
    html::Token,
    json::Value,
    model::{Block, Image},
    policy::{SafeUrl, Sink},
    report::Path,
};

/// A node on its way.
#[derive(Clone, Copy)]
pub struct Node<'v, 'a> {
    pub value: &'v Value<'a>,
    /// Where it stands: a number of the walk's own.
    pub place: usize,
    /// What it is, where its place says it and not the node.
    rule: Option<&'static Rule>,
}

enum Work<'v, 'a> {
    Node(Node<'v, 'a>),
    Token(Token),
    EndLists,
}

/// Where a node stands: below another, a way and a number.
struct Place {
    parent: usize,
    way: &'static str,
    index: Option<usize>,
}

/// A walk through one body.
pub struct Walk<'w, 'v, 'a, 'c> {
    pub grammar: &'static Grammar,
    pub context: &'w mut Context<'c>,
    root: &'w Path<'w>,
    /// What the whole input has beside the body: assets that nodes name.
    pub beside: Option<&'v Value<'a>>,
    /// What the marks of the block at hand mean.
    pub definitions: Option<&'v Value<'a>>,
    /// Lists that flat items have opened: is each numbered?
    lists: Vec<bool>,
    tokens: Vec<Token>,
    work: Vec<Work<'v, 'a>>,
    places: Vec<Place>,
}

/// The tokens of the body `value`, which stands at `root`.
pub fn tokens<'v, 'a>(
    value: &'v Value<'a>,
    grammar: &'static Grammar,
    beside: Option<&'v Value<'a>>,
    context: &mut Context<'_>,
    root: &Path<'_>,
) -> Vec<Token> {
    let places = vec![Place { parent: 0, way: "", index: None }];
    let (tokens, work) = (Vec::new(), Vec::new());
    let definitions = (grammar.define)(value);
    let mut walk = Walk { grammar, context, root, beside, definitions, lists: Vec::new(), tokens, work, places };
    let top = Node { value, place: 0, rule: None };
    match first(value, grammar.top) {
        Some((way, children)) => walk.children_at(top, way, children, None),
        None => walk.children_at(top, "", value, None),
    }
    while let Some(next) = walk.work.pop() {
        match next {
            Work::Token(token) => walk.tokens.push(token),
            Work::EndLists => walk.end_lists(0),
            Work::Node(node) => walk.node(node),
        }
    }
    walk.tokens
}

impl<'v, 'a> Walk<'_, 'v, 'a, '_> {
    fn node(&mut self, node: Node<'v, 'a>) {
        if let Value::Text(text) = node.value
            && node.rule.is_none()
        {
            return self.text(text);
        }
        let kind = self.kind(node);
        let rule = node.rule.or_else(|| self.grammar.rule(&kind));
        match rule {
            Some(rule) => self.apply(rule, node, &kind),
            None if matches!(node.value, Value::Map(_)) => self.unknown(node, &kind),
            None => self.note(node, "", "left out", &["expected a node, found ", node.value.shape()].concat()),
        }
    }

    /// What a node says it is: in lower case, without `_` and `-`.
    fn kind(&self, node: Node<'v, 'a>) -> String {
        let kind = at(node.value, self.grammar.kind).and_then(text_of).unwrap_or_default();
        kind.chars().filter(|char| !matches!(char, '_' | '-')).map(|char| char.to_ascii_lowercase()).take(64).collect()
    }

    fn apply(&mut self, rule: &'static Rule, node: Node<'v, 'a>, kind: &str) {
        match rule {
            Rule::Text => self.leaf(node),
            Rule::Around(name) => {
                self.open(name, Vec::new());
                self.inside(node);
            }
            Rule::Only(name) => {
                self.open(name, Vec::new());
                self.close();
            }
            Rule::Inline(name, ways) => {
                self.open(name, Vec::new());
                self.html(node, ways);
                self.close();
            }
            Rule::Heading(ways) => {
                self.heading(node, ways);
                self.inside(node);
            }
            Rule::List { numbered, start } => {
                let numbered = *numbered == "yes" || (!numbered.is_empty() && is_so(node.value, numbered));
                self.list(numbered, self.word(node, start));
                self.inside(node);
            }
            Rule::Item(ways) => {
                self.item(first(node.value, ways).is_some().then_some(true).or_else(|| self.said_no(node, ways)));
                self.inside(node);
            }
            Rule::Code { text, language } => {
                let text = self.word(node, text).map_or_else(|| self.all_text(node), String::from);
                self.code(&text, self.word(node, language));
            }
            Rule::Image(way) => self.image(node, way),
            Rule::Link(ways) => {
                let href = self.address(node, ways);
                self.open("a", href.map(|href| ("href".to_string(), href)).into_iter().collect());
                self.inside(node);
            }
            Rule::Embed { address, title } => self.embed(node, address, title, kind),
            Rule::Html(ways) => self.html(node, ways),
            Rule::Value(name, ways) => {
                let text = self.word(node, ways).unwrap_or_default().to_string();
                self.open(name, Vec::new());
                self.text(&text);
                self.close();
            }
            Rule::Call(act) => act(self, node),
            Rule::Nothing => {}
        }
    }

    /// No, where the node says so.
    fn said_no(&self, node: Node<'v, 'a>, ways: &'static str) -> Option<bool> {
        ways.split(' ').any(|way| matches!(at(node.value, way), Some(Value::Bool(false)))).then_some(false)
    }

    // What is emitted.

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
        let level = self.word(node, ways).and_then(|word| word.trim_start_matches(['h', 'H']).parse::<u8>().ok());
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
            return self.note(node, "", "image left out", "it has no address");
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
        attributes.extend(self.word(node, title).map(|title| ("title".to_string(), title.to_string())));
        self.open("iframe", attributes);
        self.close();
    }

    /// A text with its marks.
    fn leaf(&mut self, node: Node<'v, 'a>) {
        let Some(text) = self.word(node, self.grammar.text) else { return };
        let text = text.to_string();
        let marks = (self.grammar.marks)(self, node);
        let count = marks.len();
        self.tokens.extend(marks);
        self.text(&text);
        (0..count).for_each(|_| self.close());
    }

    // What is walked next.

    /// Closes what is open behind the children of `node`, and walks these first.
    pub fn inside(&mut self, node: Node<'v, 'a>) {
        self.work.push(Work::Token(Token::Close));
        self.children(node);
    }

    /// Walks the children of `node`.
    pub fn children(&mut self, node: Node<'v, 'a>) {
        if let Some((way, children)) = first(node.value, self.grammar.children) {
            self.children_at(node, way, children, None);
        }
    }

    /// Walks what stands at `way` of `node`, as `rule` says where there is one. `then` follows it.
    pub fn children_at(&mut self, node: Node<'v, 'a>, way: &'static str, children: &'v Value<'a>, rule: Option<&'static Rule>) {
        match children {
            Value::List(items) => {
                if self.grammar.flat_lists {
                    self.work.push(Work::EndLists);
                }
                for (index, value) in items.iter().enumerate().rev() {
                    let place = self.place(node.place, way, Some(index));
                    self.work.push(Work::Node(Node { value, place, rule }));
                }
            }
            value => {
                let place = if way.is_empty() { node.place } else { self.place(node.place, way, None) };
                self.work.push(Work::Node(Node { value, place, rule }));
            }
        }
    }

    /// Is it the first of those beside it?
    pub fn is_first(&self, node: Node<'v, 'a>) -> bool {
        self.places.get(node.place).is_some_and(|place| place.index == Some(0))
    }

    /// Closes an element when what was walked before has been.
    pub fn close_later(&mut self) {
        self.work.push(Work::Token(Token::Close));
    }

    fn place(&mut self, parent: usize, way: &'static str, index: Option<usize>) -> usize {
        self.places.push(Place { parent, way, index });
        self.places.len() - 1
    }

    // Flat lists.

    /// Makes room for an item of a flat list at `level`, from 1: opens and closes lists around it.
    pub fn flat_item(&mut self, level: usize, numbered: bool) {
        self.end_lists(level);
        if self.lists.len() == level && self.lists.last() != Some(&numbered) {
            self.end_lists(level - 1);
        }
        if self.lists.len() == level {
            self.close();
        }
        while self.lists.len() < level {
            self.list(numbered, None);
            self.lists.push(numbered);
            if self.lists.len() < level {
                self.open("li", Vec::new());
            }
        }
        self.open("li", Vec::new());
    }

    /// Closes the lists deeper than `level`, each with its last item.
    pub fn end_lists(&mut self, level: usize) {
        while self.lists.len() > level {
            self.lists.pop();
            self.close();
            self.close();
        }
    }

    // What a node says.

    pub fn word(&self, node: Node<'v, 'a>, ways: &'static str) -> Option<&'v str> {
        first(node.value, ways).and_then(|(_, found)| text_of(found))
    }

    /// An address that may stand in a link; a notice where it may not.
    pub fn address(&mut self, node: Node<'v, 'a>, ways: &'static str) -> Option<String> {
        let (way, found) = first(node.value, ways)?;
        let untrusted = text_of(found)?;
        match SafeUrl::parse(untrusted, Sink::Link, self.context.base.as_ref()) {
            Ok(_) => Some(untrusted.to_string()),
            Err(refusal) => {
                self.note(node, way, "address left out", refusal.why());
                None
            }
        }
    }

    /// All text below a node: program text, whatever its nodes are.
    fn all_text(&self, node: Node<'v, 'a>) -> String {
        let mut text = String::new();
        let mut open = vec![node.value];
        while let Some(value) = open.pop() {
            match value {
                Value::List(items) => open.extend(items.iter().rev()),
                Value::Map(_) => {
                    let kind = at(value, self.grammar.kind).and_then(text_of).unwrap_or_default();
                    if matches!(kind, "linebreak" | "hard_break" | "hardBreak") {
                        text.push('\n');
                    }
                    match first(value, self.grammar.text).and_then(|(_, found)| text_of(found)) {
                        Some(found) => text += found,
                        None => open.extend(first(value, self.grammar.children).map(|(_, children)| children)),
                    }
                }
                _ => {}
            }
        }
        text
    }

    /// A node that the grammar does not know: what is in it, or its words.
    pub fn unknown(&mut self, node: Node<'v, 'a>, kind: &str) {
        let name = if kind.is_empty() { "a node without a type".to_string() } else { ["a node of type \"", kind, "\""].concat() };
        let why = ["there is no such node in ", self.grammar.name].concat();
        if let Some((way, children)) = first(node.value, self.grammar.children) {
            self.note(node, "", &[&name, " shown as what is in it"].concat(), &why);
            self.open("div", Vec::new());
            self.work.push(Work::Token(Token::Close));
            return self.children_at(node, way, children, None);
        }
        if first(node.value, self.grammar.text).is_some() {
            return self.leaf(node);
        }
        let words = self.words_of(node);
        let what = if words.is_empty() { " left out" } else { " shown as its words" };
        self.note(node, "", &[&name, what].concat(), &why);
        for word in words {
            self.open("p", Vec::new());
            self.markup(word);
            self.close();
        }
    }

    /// The texts of an object that are meant to be read, as far as their names tell.
    fn words_of(&self, node: Node<'v, 'a>) -> Vec<&'v str> {
        const NAMES: &str = "title heading headline name label text body content html caption description message url href";
        let mut words = Vec::new();
        for held in ["", "data", "attrs", "fields", "attributes"] {
            let Some(object) = at(node.value, held) else { continue };
            for name in NAMES.split(' ') {
                if let Some(Value::Text(text)) = at(object, name)
                    && !text.trim().is_empty()
                {
                    words.push(text.as_ref());
                }
            }
        }
        words.dedup();
        words
    }

    // Notices.

    /// Adds a notice about what stands at `way` of `node`.
    pub fn note(&mut self, node: Node<'v, 'a>, way: &str, what: &str, why: &str) {
        let steps = self.steps(node, way);
        self.context.notice(&self.root.way(&steps), what, why);
    }

    fn steps(&self, node: Node<'v, 'a>, way: &str) -> String {
        let mut steps = vec![way.to_string()];
        let mut place = node.place;
        while let (true, Some(Place { parent, way, index })) = (place > 0, self.places.get(place)) {
            steps.push(index.map(|index| index.to_string()).unwrap_or_default());
            steps.push((*way).to_string());
            place = *parent;
        }
        steps.retain(|step| !step.is_empty());
        steps.reverse();
        steps.join(".")
    }
}

/// Does a condition hold, which may also be a flag?
fn is_so(value: &Value<'_>, condition: &'static str) -> bool {
    match at(value, condition) {
        Some(Value::Bool(flag)) => *flag,
        _ => meets(value, condition),
    }
}
