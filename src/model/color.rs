//! The colour that stands for an image until it has loaded.

/// A colour: `#` and three, four, six or eight hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Color(String);

/// The digits of a `BlurHash`, base 83, in the order of their values.
const BASE83: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";
/// The digits of a `ThumbHash`, base 64 (RFC 4648), in the order of their values.
const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

impl Color {
    /// Reads `#rgb`, `#rgba`, `#rrggbb` or `#rrggbbaa`, or the average colour of a `BlurHash` or of a `ThumbHash` in
    /// base 64, which needs no canvas and no floating-point arithmetic. `None` for anything else.
    pub fn parse(untrusted: &str) -> Option<Color> {
        let text = untrusted.trim();
        let is_hex =
            |hex: &&str| matches!(hex.len(), 3 | 4 | 6 | 8) && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
        if let Some(hex) = text.strip_prefix('#').filter(is_hex) {
            return Some(Color(["#", hex].concat()));
        }
        // In this order: most BlurHashes have a digit that is invalid in a ThumbHash.
        thumb_hash(text).or_else(|| blur_hash(text)).map(Color::of)
    }

    /// The colour as CSS writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn of(rgb: [u32; 3]) -> Color {
        let mut text = String::from("#");
        for part in rgb {
            for digit in [part as u8 >> 4, part as u8 & 15] {
                text.push(char::from(if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }));
            }
        }
        Color(text)
    }
}

/// The values of digits; `None` where a character is none.
fn digits(text: &str, alphabet: &str) -> Option<Vec<u32>> {
    let mut values = Vec::with_capacity(text.len());
    for char in text.bytes() {
        values.push(alphabet.bytes().position(|digit| digit == char)? as u32);
    }
    Some(values)
}

/// The average colour is encoded directly (`BlurHash`, "Algorithm": four digits after the size and the maximum value).
fn blur_hash(text: &str) -> Option<[u32; 3]> {
    let digits = digits(text, BASE83)?;
    let [size, _, average @ ..] = digits.as_slice() else { return None };
    if digits.len() as u32 != 4 + 2 * (size % 9 + 1) * (size / 9 + 1) {
        return None;
    }
    let color = average.iter().take(4).fold(0, |sum, digit| sum * 83 + digit);
    Some([color >> 16 & 255, color >> 8 & 255, color & 255])
}

/// The average colour is in the first 18 bits: lightness, yellow against blue, red against green (`ThumbHash`, `thumbHashToAverageRGBA`).
fn thumb_hash(text: &str) -> Option<[u32; 3]> {
    let text = text.trim_end_matches('=');
    if !(20..=50).contains(&text.len()) {
        return None;
    }
    let digits = digits(text, BASE64)?;
    let bits = digits.iter().take(4).fold(0, |bits, digit| bits << 6 | digit);
    // The three bytes are little-endian.
    let header = (bits >> 16 | bits & 0xff00 | bits << 16) & 0x3ffff;
    let [l, p, q] = [0, 6, 12].map(|shift| (header >> shift & 63) as i32);
    // Scaled so that all three are integers: l/63, p/31.5 - 1, q/31.5 - 1.
    let (l, p, q) = (3 * l, 2 * p - 63, 3 * (2 * q - 63));
    let blue = l - 2 * p;
    let red = 3 * l - blue + q;
    Some([red, red - 2 * q, 2 * blue].map(|part| (part.clamp(0, 378) * 255 / 378) as u32))
}
