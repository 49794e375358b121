//! Splits a long JSON text, which arrives in parts, into the objects of its list, each as its own text. The rest is not
//! read, so the limits of one input apply to each object and not to the whole.

/// The key of the list in an object. Other lists are ignored, such as the blocks of a post.
const KEY: &[u8] = b"posts";

/// Splits the top-level list, or the list under `posts` of the top-level object.
#[derive(Debug, Default)]
pub struct Elements {
    /// Bytes received and not split yet.
    rest: Vec<u8>,
    /// How much of it has been looked at.
    seen: usize,
    /// Where the object at hand begins in it.
    from: Option<usize>,
    /// The open containers down to the list: `[`, or `{[`.
    around: Vec<u8>,
    /// The last string in the top-level object: before a list, its key.
    key: Vec<u8>,
    /// Objects and lists that are open within the list.
    depth: usize,
    is_in_text: bool,
    is_escaped: bool,
    has_found: bool,
}

impl Elements {
    /// Takes the next part, and returns the objects that are complete.
    pub fn take(&mut self, part: &[u8]) -> Vec<String> {
        self.rest.extend_from_slice(part);
        let mut found = Vec::new();
        while let (Some(byte), false) = (self.rest.get(self.seen).copied(), self.is_over()) {
            if self.is_in_text {
                self.in_text(byte);
            } else {
                self.look(byte, &mut found);
            }
            self.seen += 1;
        }
        self.forget();
        found
    }

    fn in_text(&mut self, byte: u8) {
        self.is_in_text = self.is_escaped || byte != b'"';
        self.is_escaped = byte == b'\\' && !self.is_escaped;
        if self.is_in_text && self.around == b"{" && self.key.len() <= KEY.len() {
            self.key.push(byte);
        }
    }

    fn look(&mut self, byte: u8, found: &mut Vec<String>) {
        match byte {
            b'"' => {
                self.is_in_text = true;
                if self.around == b"{" {
                    self.key.clear();
                }
            }
            b'[' | b'{' if self.depth > 0 || self.is_list() => {
                if self.depth == 0 && byte == b'{' {
                    self.from = Some(self.seen);
                }
                self.depth += 1;
            }
            b'[' | b'{' => self.around.push(byte),
            b']' | b'}' if self.depth > 0 => {
                self.depth -= 1;
                if let (0, Some(from)) = (self.depth, self.from) {
                    let object = self.rest.get(from..=self.seen).unwrap_or_default();
                    found.push(String::from_utf8_lossy(object).into_owned());
                    (self.from, self.has_found) = (None, true);
                }
            }
            b']' | b'}' => drop(self.around.pop()),
            _ => {}
        }
    }

    /// Has the list been found and come to its end?
    fn is_over(&self) -> bool {
        self.has_found && !self.is_list()
    }

    fn is_list(&self) -> bool {
        match self.around.as_slice() {
            b"[" => true,
            b"{[" => self.key == KEY,
            _ => false,
        }
    }

    /// Drops bytes that are already split or lie between two objects.
    fn forget(&mut self) {
        if self.is_over() {
            self.seen = self.rest.len();
        }
        let kept = self.from.unwrap_or(self.seen);
        self.rest.drain(..kept.min(self.rest.len()));
        self.seen -= kept.min(self.seen);
        self.from = self.from.map(|_| 0);
    }
}
