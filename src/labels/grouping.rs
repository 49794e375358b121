//! How a language groups the digits of whole numbers, derived from the browser once: a call for each of ten thousand
//! rows would take as long as reading them.

use super::Localizer;

/// Groups of three digits with a separator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grouping {
    between: String,
    /// The fewest digits that are grouped: four or five.
    from: usize,
}

impl Grouping {
    /// The grouping of the language of `localizer`. `None` for other digits or groups: then each number is a call.
    pub fn of(localizer: &Localizer) -> Option<Grouping> {
        let [million, thousand] = ["1234567", "1234"].map(|digits| localizer.number(digits));
        let between = million.strip_prefix('1')?.split_once("234")?.0.to_string();
        let grouping = Grouping { between, from: if thousand == "1234" { 5 } else { 4 } };
        let is_so = grouping.number("1234567")? == million && grouping.number("1234")? == thousand;
        is_so.then_some(grouping)
    }

    /// A whole number grouped. `None` for what is anything else.
    pub fn number(&self, digits: &str) -> Option<String> {
        let is_whole =
            digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0') && digits.len() < 20;
        if !is_whole {
            return None;
        }
        if digits.len() < self.from {
            return Some(digits.to_string());
        }
        let (head, mut rest) = digits.split_at_checked((digits.len() - 1) % 3 + 1)?;
        let mut out = String::from(head);
        while let Some((group, more)) = rest.split_at_checked(3) {
            out += &self.between;
            out += group;
            rest = more;
        }
        Some(out)
    }
}
