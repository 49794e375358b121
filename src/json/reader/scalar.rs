//! Texts, numbers and the three words.

use super::{Reader, Step};
use crate::json::{Problem, Value};
use std::borrow::Cow;

impl<'a> Reader<'a> {
    pub(super) fn scalar(&mut self) -> Step<Value<'a>> {
        self.count += 1;
        match self.peek() {
            Some(b'"') => self.string().map(Value::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            _ => Err(self.expected("a value")),
        }
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Step<Value<'a>> {
        if !self.rest().starts_with(word) {
            return Err(self.expected("a value"));
        }
        self.at += word.len();
        Ok(value)
    }

    fn number(&mut self) -> Step<Value<'a>> {
        let from = self.at;
        self.eat(b"-");
        if !self.eat(b"0") && self.digits() == 0 {
            return Err(Problem::BadNumber);
        }
        if self.eat(b".") && self.digits() == 0 {
            return Err(Problem::BadNumber);
        }
        if self.eat(b"eE") {
            self.eat(b"+-");
            if self.digits() == 0 {
                return Err(Problem::BadNumber);
            }
        }
        if self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(Problem::BadNumber);
        }
        Ok(Value::Number(Cow::Borrowed(self.text.get(from..self.at).unwrap_or_default())))
    }

    #[expect(clippy::manual_contains, reason = "see `scan::cut`")]
    fn eat(&mut self, any_of: &[u8]) -> bool {
        let found = self.peek().is_some_and(|byte| any_of.iter().any(|one| *one == byte));
        self.at += usize::from(found);
        found
    }

    fn digits(&mut self) -> usize {
        let from = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - from
    }
}
