//! Randomly mutated inputs.

use crate::synth::Chance;

/// Texts that often break parsers: delimiters, numbers at a limit, lookalike characters.
const PIECES: [&str; 48] = [
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "-0",
    "1e999",
    "\\u0000",
    "\\ud800",
    "\u{feff}",
    "\u{202e}",
    "\u{0}",
    "\u{a0}",
    "\u{301}",
    "👩‍👩‍👧",
    "<",
    ">",
    "</p>",
    "<b>",
    "<table>",
    "<td colspan=999>",
    "<svg><script>",
    "<!--",
    "-->",
    "<a href=javascript:x>",
    "<li>",
    "<details>",
    "&",
    "&#x26;",
    "&notit;",
    "a:1:{i:0;s:3:\"abc\";}",
    "O:8:\"stdClass\":0:{}",
    "[gallery ids=\"1,2\"]",
    "[vc_row]",
    "[/x]",
    "CC BY-SA 4.0",
    "Photo by ",
    " / ",
    "https://",
    "2026-13-45T99:99",
    "PT99999999H",
    "ghp_0123456789abcdefghijklmnopqrstuvwxyz",
    "٤٫٥",
];

/// The longest input, in bytes.
const LONG: usize = 60_000;

/// One of the seeds, altered a few times.
pub fn mutated(seeds: &[String], chance: &mut Chance) -> String {
    let mut text = one(seeds, chance).to_string();
    for _ in 0..=chance.below(6) {
        let (from, to) = range(&text, chance);
        match chance.below(6) {
            0 => text.replace_range(from..to, ""),
            1 => text.insert_str(from, chance.one(&PIECES)),
            2 => text.replace_range(from..to, chance.one(&PIECES)),
            3 => repeat(&mut text, from, to, chance),
            4 => {
                let other = one(seeds, chance);
                let (start, end) = range(other, chance);
                text.insert_str(from, other.get(start..end).unwrap_or_default());
            }
            _ => text.truncate(to),
        }
    }
    text.truncate(text.floor_char_boundary(LONG));
    text
}

fn one<'a>(seeds: &'a [String], chance: &mut Chance) -> &'a str {
    seeds.get(chance.below(seeds.len())).map_or("", String::as_str)
}

/// A random range of a text: usually up to 12 characters, in one case of four possibly all of it.
fn range(text: &str, chance: &mut Chance) -> (usize, usize) {
    let from = text.floor_char_boundary(chance.below(text.len() + 1));
    let most = if chance.below(4) == 0 { text.len() } else { 12 };
    (from, text.floor_char_boundary(from + chance.below(most + 1).min(text.len() - from)))
}

/// Repeats a part many times, for deep nesting and long repetition.
fn repeat(text: &mut String, from: usize, to: usize, chance: &mut Chance) {
    let part = text.get(from..to).unwrap_or_default().to_string();
    let most = LONG / part.len().max(1) / 4;
    text.insert_str(to, &part.repeat(chance.below(most.clamp(1, 2_000))));
}
