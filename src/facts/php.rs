//! PHP's serialized form → [`Value`]: null, booleans, whole numbers, decimals, texts and arrays. Lengths are bytes. Objects,
//! references and everything else are refused and never rebuilt (PHP manual, `serialize`; CWE-502).

use crate::json::Value;
use std::borrow::Cow;

/// Levels of arrays.
const DEPTH: usize = 64;

/// Does the text begin like a PHP value? [`read`] decides whether it is one.
pub fn is_candidate(text: &str) -> bool {
    matches!(
        text.as_bytes(),
        [b'N', b';']
            | [b'a' | b's' | b'O' | b'C' | b'E', b':', b'0'..=b'9', .., b'}' | b';']
            | [b'i' | b'd' | b'b', b':', .., b';']
    )
}

/// Reads one value that takes up all of `text`.
///
/// # Errors
/// Why the text is not such a value, in one plain sentence.
pub fn read(text: &str) -> Result<Value<'_>, &'static str> {
    let mut reader = Reader { text, at: 0, open: Vec::new() };
    loop {
        let value = reader.step()?;
        let Some(value) = value else { continue };
        if let Some(value) = reader.settle(value)? {
            return if reader.at == text.len() { Ok(value) } else { Err("something follows the value") };
        }
    }
}

/// An array that is not complete yet.
struct Array<'t> {
    left: usize,
    key: Option<Cow<'t, str>>,
    entries: Vec<(Cow<'t, str>, Value<'t>)>,
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    open: Vec<Array<'t>>,
}

impl<'t> Reader<'t> {
    /// Reads a scalar, or the beginning or the end of an array. `None` where an array has begun.
    fn step(&mut self) -> Result<Option<Value<'t>>, &'static str> {
        if self.open.last().is_some_and(|array| array.left == 0 && array.key.is_none()) {
            self.mark("}")?;
            return Ok(self.open.pop().map(|array| value_of(array.entries)));
        }
        let kind = self.take(1)?;
        if kind == "N" {
            self.mark(";")?;
            return Ok(Some(Value::Null));
        }
        self.mark(":")?;
        match kind {
            "b" => match self.until(";")? {
                "0" => Ok(Some(Value::Bool(false))),
                "1" => Ok(Some(Value::Bool(true))),
                _ => Err("a boolean is neither 0 nor 1"),
            },
            "i" | "d" => number(self.until(";")?).map(Some),
            "s" => self.string().map(|text| Some(Value::Text(text.into()))),
            "a" => self.begin(),
            "O" | "C" | "E" | "r" | "R" => Err("objects and references are never rebuilt"),
            _ => Err("it begins with no kind of value"),
        }
    }

    /// Puts a value into the array that is open, as key or as value. The value itself where none is open.
    fn settle(&mut self, value: Value<'t>) -> Result<Option<Value<'t>>, &'static str> {
        let Some(array) = self.open.last_mut() else { return Ok(Some(value)) };
        match (array.key.take(), value) {
            (Some(key), value) => {
                array.left -= 1;
                array.entries.push((key, value));
            }
            (None, Value::Text(key) | Value::Number(key)) => array.key = Some(key),
            (None, _) => return Err("a key is neither a number nor a text"),
        }
        Ok(None)
    }

    fn begin(&mut self) -> Result<Option<Value<'t>>, &'static str> {
        let left = self.until(":")?.parse().map_err(|_| "a count is no number")?;
        self.mark("{")?;
        if self.open.len() >= DEPTH {
            return Err("its arrays nest too deep");
        }
        // An entry takes at least six bytes, so a larger count is wrong.
        if left > (self.text.len() - self.at) / 6 {
            return Err("an array is shorter than it says");
        }
        self.open.push(Array { left, key: None, entries: Vec::new() });
        Ok(None)
    }

    fn string(&mut self) -> Result<&'t str, &'static str> {
        let length = self.until(":")?.parse().map_err(|_| "a length is no number")?;
        self.mark("\"")?;
        let text = self.take(length)?;
        self.mark("\";")?;
        Ok(text)
    }

    fn take(&mut self, bytes: usize) -> Result<&'t str, &'static str> {
        let end = self.at.checked_add(bytes).ok_or("a length is too long")?;
        let found = self.text.get(self.at..end).ok_or("a length does not fit the text")?;
        self.at = end;
        Ok(found)
    }

    fn mark(&mut self, mark: &str) -> Result<(), &'static str> {
        if self.take(mark.len())? == mark { Ok(()) } else { Err("a length does not fit the text") }
    }

    fn until(&mut self, mark: &str) -> Result<&'t str, &'static str> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let (found, _) = rest.split_once(mark).ok_or("it ends too early")?;
        self.at += found.len() + mark.len();
        Ok(found)
    }
}

/// What PHP writes as a number and JSON does not, such as `INF`, stays a text.
fn number(digits: &str) -> Result<Value<'_>, &'static str> {
    match digits {
        "INF" | "-INF" | "NAN" => Ok(Value::Text(digits.into())),
        _ if super::is_number(digits) => Ok(Value::Number(digits.into())),
        _ => Err("a number is none"),
    }
}

/// An array whose keys count from 0 is a list.
fn value_of<'t>(entries: Vec<(Cow<'t, str>, Value<'t>)>) -> Value<'t> {
    let counts = entries.iter().enumerate().all(|(index, (key, _))| key.parse() == Ok(index));
    if counts { Value::List(entries.into_iter().map(|(_, value)| value).collect()) } else { Value::Map(entries) }
}
