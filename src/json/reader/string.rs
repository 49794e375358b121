//! Strings: borrowed from the text as long as nothing is escaped in them.

use super::{OddityKind, Problem, Reader, Step};
use crate::scan::Stops;
use std::borrow::Cow;

impl<'a> Reader<'a> {
    pub(super) fn string(&mut self) -> Step<Cow<'a, str>> {
        self.at += 1;
        let from = self.at;
        self.plain_run();
        if self.peek() == Some(b'"') {
            let text = self.text.get(from..self.at).unwrap_or_default();
            self.at += 1;
            return Ok(Cow::Borrowed(text));
        }
        self.escaped_string(from).map(Cow::Owned)
    }

    fn escaped_string(&mut self, from: usize) -> Step<String> {
        let mut out = String::from(self.text.get(from..self.at).unwrap_or_default());
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    self.at += 1;
                    out.push(self.escape()?);
                }
                _ => return Err(Problem::ControlCharacter),
            }
            let run = self.at;
            self.plain_run();
            out.push_str(self.text.get(run..self.at).unwrap_or_default());
        }
    }

    /// Moves to the next quote, backslash or control character.
    // Not inlined: there would be two copies.
    #[inline(never)]
    fn plain_run(&mut self) {
        const STOPS: Stops = Stops::new(b' ', [b'"', b'\\']);
        self.at += STOPS.first(self.rest().as_bytes());
    }

    fn escape(&mut self) -> Step<char> {
        let letter = self.peek();
        self.at += 1;
        match letter {
            Some(b'"') => Ok('"'),
            Some(b'\\') => Ok('\\'),
            Some(b'/') => Ok('/'),
            Some(b'b') => Ok('\u{8}'),
            Some(b'f') => Ok('\u{C}'),
            Some(b'n') => Ok('\n'),
            Some(b'r') => Ok('\r'),
            Some(b't') => Ok('\t'),
            Some(b'u') => self.unicode(),
            _ => {
                self.at -= 1;
                Err(Problem::BadEscape)
            }
        }
    }

    fn unicode(&mut self) -> Step<char> {
        let first = self.four_hex()?;
        if (0xD800..0xDC00).contains(&first) && self.rest().starts_with("\\u") {
            let back = self.at;
            self.at += 2;
            let second = self.four_hex()?;
            if (0xDC00..0xE000).contains(&second) {
                let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.at = back;
        }
        Ok(char::from_u32(first).unwrap_or_else(|| {
            self.note(OddityKind::LoneSurrogate, self.at - 6);
            char::REPLACEMENT_CHARACTER
        }))
    }

    fn four_hex(&mut self) -> Step<u32> {
        let hex = self.text.get(self.at..self.at + 4).ok_or(Problem::BadEscape)?;
        if !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(Problem::BadEscape);
        }
        self.at += 4;
        u32::from_str_radix(hex, 16).map_err(|_| Problem::BadEscape)
    }
}
