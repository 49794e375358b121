//! [`Markup`] → HTML text (HTML Standard, "serializing HTML fragments").

use super::{ATTR, CLOSE, Markup, OPEN, PROP, TEXT, Template, texts::take, vocabulary};

pub(super) fn write(markup: &Markup) -> String {
    let mut writer = Writer {
        markup,
        out: String::with_capacity(markup.text.len() * 2),
        rest: &markup.text,
        open: vec![],
        head: None,
    };
    let mut ops = markup.ops.iter();
    while let Some(&op) = ops.next() {
        match op & 0xFF {
            OPEN => writer.open(op),
            CLOSE => writer.close(),
            TEXT => writer.text(op >> 8),
            ATTR => writer.attribute(vocabulary::attribute(op >> 8), ops.next().copied().unwrap_or(0)),
            PROP => writer.property(op >> 8, ops.next().copied().unwrap_or(0)),
            _ => {}
        }
    }
    while !writer.open.is_empty() {
        writer.close();
    }
    writer.out
}

struct Writer<'m> {
    markup: &'m Markup,
    out: String,
    rest: &'m str,
    open: Vec<&'static str>,
    /// The style attribute of the start tag that is still open for attributes.
    head: Option<String>,
}

impl<'m> Writer<'m> {
    fn open(&mut self, op: u32) {
        self.end_head();
        let Some(Template { tag, class, attrs }) = self.markup.templates.get(op as usize >> 8) else { return };
        let tag = tag.as_str();
        self.out.extend(["<", tag]);
        if !class.is_empty() {
            self.out.extend([" class=\"", class, "\""]);
        }
        for (name, value) in *attrs {
            self.out.extend([" ", name.as_str(), "=\"", value, "\""]);
        }
        self.open.push(tag);
        self.head = Some(String::new());
    }

    fn close(&mut self) {
        self.end_head();
        match self.open.pop() {
            Some("br" | "hr" | "img" | "input") | None => {}
            Some(tag) => self.out.extend(["</", tag, ">"]),
        }
    }

    fn text(&mut self, units: u32) {
        self.end_head();
        let text = self.take(units);
        escape(&mut self.out, text, false);
    }

    fn attribute(&mut self, name: &str, units: u32) {
        let value = self.take(units);
        self.out.extend([" ", name, "=\""]);
        escape(&mut self.out, value, true);
        self.out.push('"');
    }

    fn property(&mut self, name: u32, units: u32) {
        let value = self.take(units);
        let name = vocabulary::name(super::Prop::NAMES, name);
        if let Some(style) = &mut self.head {
            style.extend([name, ":", value, ";"]);
        }
    }

    fn end_head(&mut self) {
        if let Some(style) = self.head.take() {
            if !style.is_empty() {
                self.out.push_str(" style=\"");
                escape(&mut self.out, &style, true);
                self.out.push('"');
            }
            self.out.push('>');
        }
    }

    fn take(&mut self, units: u32) -> &'m str {
        take(&mut self.rest, units)
    }
}

/// Appends a text with HTML's special characters escaped.
pub(crate) fn escape(out: &mut String, text: &str, quotes: bool) {
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{A0}' => out.push_str("&nbsp;"),
            '"' if quotes => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
}
