//! Names of headings, so that a link can lead to one.

use super::Content;
use crate::{
    markup::{Attr, Markup},
    policy::{SafeUrl, Sink},
};

/// At most this many headings of a post get a name. Each new name is compared with all earlier ones.
const NAMED: usize = 500;
/// Characters of a heading that its name is made of.
const LONGEST: usize = 60;

/// The names given so far.
pub(super) struct Anchors {
    prefix: String,
    taken: Vec<String>,
}

impl Anchors {
    /// Names for the headings of the post with this `id`. All begin with `bm-`, so that they shadow no global that a
    /// script reads from `window`, and with the post's `id`, because a page may show several posts.
    pub fn new(id: &str) -> Anchors {
        Anchors { prefix: anchor_prefix(id), taken: Vec::new() }
    }

    /// The name for a heading, and the link to it. `None` past the limit.
    pub fn name(&mut self, heading: &str) -> Option<(&str, SafeUrl)> {
        if self.taken.len() >= NAMED {
            return None;
        }
        let slug = slug(heading);
        let mut name = [self.prefix.as_str(), if slug.is_empty() { "section" } else { &slug }].concat();
        let mut number = self.taken.len();
        let plain = name.len();
        while self.taken.contains(&name) {
            number += 1;
            name.truncate(plain);
            name += &["-", &number.to_string()].concat();
        }
        let url = SafeUrl::parse(&["#", &name].concat(), Sink::Page, None).ok()?;
        self.taken.push(name);
        self.taken.last().map(|name| (name.as_str(), url))
    }
}

/// What the names of headings begin with in the post with this `id`.
pub fn anchor_prefix(id: &str) -> String {
    let id = slug(id);
    if id.is_empty() { "bm-".into() } else { ["bm-", &id, "-"].concat() }
}

/// Letters and digits of any script, ASCII in lower case, with one hyphen for each run of other characters.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    let mut is_between = false;
    for char in text.chars().take(LONGEST) {
        if !is_word(char) {
            is_between = true;
            continue;
        }
        if is_between && !slug.is_empty() {
            slug.push('-');
        }
        is_between = false;
        slug.push(char.to_ascii_lowercase());
    }
    slug
}

/// Decides by Unicode block: tables of categories would be larger than this whole module.
pub(super) fn is_word(char: char) -> bool {
    match char {
        '\0'..='\u{BF}' => char.is_ascii_alphanumeric(),
        // Punctuation, arrows, symbols; CJK punctuation; variation selectors; full-width signs; private use; pictures.
        '\u{2000}'..='\u{2BFF}'
        | '\u{3000}'..='\u{303F}'
        | '\u{E000}'..='\u{F8FF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FF00}'..='\u{FF0F}'
        | '\u{FFF0}'..='\u{1FFFF}'
        | '\u{E0000}'.. => false,
        _ => true,
    }
}

/// Gives the picture an id to link to, where the host wants that. It has a double hyphen and a heading's name has only
/// single ones, so the two never clash.
pub(super) fn name_image(markup: &mut Markup, number: &str, content: &Content) {
    if content.options.image_links {
        markup.attr(Attr::Id, &[&anchor_prefix(&content.post.id), "-image-", number].concat());
    }
}
