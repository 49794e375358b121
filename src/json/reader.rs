//! The reader: one loop over what may come next, with the open arrays and objects on a stack of its own.

mod scalar;
mod string;

use super::{Document, Error, MAX_DEPTH, MAX_VALUES, Oddity, OddityKind, Place, Problem, Value};
use std::borrow::Cow;

/// Reads one JSON text.
///
/// ```
/// use backmatter::json::{self, Value};
///
/// let document = json::read(r#"{ "depth": 1.50 }"#)?;
/// assert_eq!(document.value.get("depth"), Some(&Value::Number("1.50".into())), "digit for digit");
/// # Ok::<(), json::Error>(())
/// ```
///
/// # Errors
/// The first place where `text` leaves the grammar of RFC 8259.
pub fn read(text: &str) -> Result<Document<'_>, Error> {
    let mut reader =
        Reader { text, at: 0, open: Vec::new(), deep: Vec::new(), deep_from: 0, count: 0, oddities: vec![] };
    let value = reader.document().map_err(|problem| Error { problem, at: Place::of(text, reader.at) })?;
    Ok(Document { value, oddities: reader.oddities })
}

/// What the grammar allows at this point.
enum Next {
    Value,
    ItemOrEnd,
    Key,
    KeyOrEnd,
    CommaOrEnd,
    Nothing,
}

enum Open<'a> {
    List(Vec<Value<'a>>),
    Map(Vec<(Cow<'a, str>, Value<'a>)>, Cow<'a, str>),
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    open: Vec<Open<'a>>,
    /// One byte a container past `MAX_DEPTH`: is it an object? They are checked, not kept.
    deep: Vec<bool>,
    deep_from: usize,
    count: usize,
    oddities: Vec<Oddity>,
}

type Step<T> = Result<T, Problem>;

impl<'a> Reader<'a> {
    fn document(&mut self) -> Step<Value<'a>> {
        if self.text.starts_with('\u{FEFF}') {
            self.note(OddityKind::ByteOrderMark, 0);
            self.at = '\u{FEFF}'.len_utf8();
        }
        let mut next = Next::Value;
        let mut root = Value::Null;
        while !matches!(next, Next::Nothing) {
            self.skip_space();
            if self.count > MAX_VALUES {
                self.note(OddityKind::TooMany, self.at);
                return Ok(self.close_everything());
            }
            next = self.step(next, &mut root)?;
        }
        self.skip_space();
        if self.at < self.text.len() { Err(self.expected("nothing more")) } else { Ok(root) }
    }

    fn step(&mut self, next: Next, root: &mut Value<'a>) -> Step<Next> {
        match (next, self.peek()) {
            (Next::ItemOrEnd, Some(b']')) | (Next::KeyOrEnd, Some(b'}')) => Ok(self.close(root)),
            (Next::Key | Next::KeyOrEnd, Some(b'"')) => self.key(),
            (Next::Key, _) => Err(self.expected("a key in quotes")),
            (Next::KeyOrEnd, _) => Err(self.expected("a key in quotes or `}`")),
            (Next::CommaOrEnd, Some(b',')) => {
                self.at += 1;
                Ok(if self.in_map() { Next::Key } else { Next::Value })
            }
            (Next::CommaOrEnd, Some(b'}')) if self.in_map() => Ok(self.close(root)),
            (Next::CommaOrEnd, Some(b']')) if !self.in_map() => Ok(self.close(root)),
            (Next::CommaOrEnd, _) => Err(self.expected(if self.in_map() { "`,` or `}`" } else { "`,` or `]`" })),
            (_, Some(b'[')) => Ok(self.begin(false)),
            (_, Some(b'{')) => Ok(self.begin(true)),
            (_, _) => self.scalar().map(|value| self.place(value, root)),
        }
    }

    fn begin(&mut self, map: bool) -> Next {
        self.count += 1;
        if self.open.len() < MAX_DEPTH && self.deep.is_empty() {
            self.open.push(if map { Open::Map(Vec::new(), Cow::Borrowed("")) } else { Open::List(Vec::new()) });
        } else {
            if self.deep.is_empty() {
                self.note(OddityKind::TooDeep, self.at);
                self.deep_from = self.at;
            }
            self.deep.push(map);
        }
        self.at += 1;
        if map { Next::KeyOrEnd } else { Next::ItemOrEnd }
    }

    fn close(&mut self, root: &mut Value<'a>) -> Next {
        self.at += 1;
        if self.deep.pop().is_some() {
            if !self.deep.is_empty() {
                return Next::CommaOrEnd;
            }
            let raw = self.text.get(self.deep_from..self.at).unwrap_or_default();
            return self.place(Value::Raw(raw), root);
        }
        let value = match self.open.pop() {
            Some(Open::List(items)) => Value::List(items),
            Some(Open::Map(entries, _)) => Value::Map(entries),
            None => Value::Null,
        };
        self.place(value, root)
    }

    fn close_everything(&mut self) -> Value<'a> {
        self.deep.clear();
        let mut root = Value::Null;
        while !self.open.is_empty() {
            self.close(&mut root);
        }
        root
    }

    fn place(&mut self, value: Value<'a>, root: &mut Value<'a>) -> Next {
        if !self.deep.is_empty() {
            return Next::CommaOrEnd;
        }
        match self.open.last_mut() {
            Some(Open::List(items)) => items.push(value),
            Some(Open::Map(entries, key)) => entries.push((std::mem::take(key), value)),
            None => {
                *root = value;
                return Next::Nothing;
            }
        }
        Next::CommaOrEnd
    }

    fn in_map(&self) -> bool {
        self.deep.last().copied().unwrap_or(matches!(self.open.last(), Some(Open::Map(..))))
    }

    fn key(&mut self) -> Step<Next> {
        let name = self.string()?;
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(self.expected("`:`"));
        }
        self.at += 1;
        if let (true, Some(Open::Map(_, key))) = (self.deep.is_empty(), self.open.last_mut()) {
            *key = name;
        }
        Ok(Next::Value)
    }

    fn note(&mut self, kind: OddityKind, offset: usize) {
        match self.oddities.iter_mut().find(|oddity| oddity.kind == kind) {
            Some(known) => known.count += 1,
            None => self.oddities.push(Oddity { kind, at: Place::of(self.text, offset), count: 1 }),
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn expected(&self, what: &'static str) -> Problem {
        Problem::Expected(what, self.rest().chars().next())
    }
}
