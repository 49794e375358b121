//! Which painted children can stay: fingerprints of children, and the longest run of them that keeps its order.

use crate::markup::{CLOSE, Markup, OPEN, Template};

/// The hashes of a drawing: one of its root, and one per top-level child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fingerprint {
    pub(super) root: u64,
    pub(super) children: Vec<u64>,
}

/// No child: there is none of this number.
const NEW: u32 = u32::MAX;

impl Fingerprint {
    pub(super) fn of(markup: &Markup) -> Fingerprint {
        let end = [markup.ops.len() as u32, 0, markup.text.len() as u32];
        let first = markup.children().first().copied().unwrap_or(end);
        let ends = markup.children().iter().copied().skip(1).chain([end]);
        // A template's index depends on the other children; its content does not.
        let templates: Vec<u64> = markup.templates.iter().map(template_hash).collect();
        Fingerprint {
            root: hash(markup, &templates, [0; 3], first),
            children: markup
                .children()
                .iter()
                .zip(ends)
                .map(|(&from, to)| hash(markup, &templates, from, to))
                .collect(),
        }
    }

    /// Appends children; the first of `rows` replaces the first child.
    pub(super) fn extend(&mut self, rows: Fingerprint) {
        let mut added = rows.children.into_iter();
        if let (Some(first), Some(new)) = (self.children.first_mut(), added.next()) {
            *first = new;
        }
        self.children.extend(added);
    }

    /// For each child of `self`, which child of `before` shows the same and may stay, or [`NEW`]. Those that stay keep their
    /// order, and there are as many as can (a longest increasing subsequence).
    pub(super) fn plan(&self, before: &Fingerprint) -> Vec<u32> {
        let mut places = Places::of(&before.children);
        let same: Vec<_> = self.children.iter().map(|&child| places.take(child)).collect();
        let mut plan = vec![NEW; same.len()];
        for new in longest_increasing(&same) {
            if let (Some(slot), Some(Some(old))) = (plan.get_mut(new), same.get(new)) {
                *slot = *old as u32;
            }
        }
        plan
    }
}

/// Where each hash stands: chains of places, the first of them by the low bits of the hash. (A map of the standard
/// library does the same in 4 KB more.)
struct Places<'h> {
    hashes: &'h [u64],
    first: Vec<Option<usize>>,
    next: Vec<Option<usize>>,
}

impl<'h> Places<'h> {
    fn of(hashes: &'h [u64]) -> Self {
        let mut places =
            Places { hashes, first: vec![None; hashes.len().next_power_of_two()], next: vec![None; hashes.len()] };
        for (place, &hash) in hashes.iter().enumerate().rev() {
            let slot = places.slot(hash);
            if let (Some(first), Some(next)) = (places.first.get_mut(slot), places.next.get_mut(place)) {
                *next = first.replace(place);
            }
        }
        places
    }

    fn slot(&self, hash: u64) -> usize {
        hash as usize & (self.first.len() - 1)
    }

    /// The first place of `hash` that has not been taken.
    fn take(&mut self, hash: u64) -> Option<usize> {
        let slot = self.slot(hash);
        let mut before: Option<usize> = None;
        let mut place = self.first.get(slot).copied().flatten();
        while let Some(at) = place {
            let after = self.next.get(at).copied().flatten();
            if self.hashes.get(at) == Some(&hash) {
                let link = match before {
                    Some(before) => self.next.get_mut(before),
                    None => self.first.get_mut(slot),
                };
                if let Some(link) = link {
                    *link = after;
                }
                return Some(at);
            }
            (before, place) = (Some(at), after);
        }
        None
    }
}

/// Indices of a longest subsequence of the present values that increases (patience sorting).
fn longest_increasing(values: &[Option<usize>]) -> Vec<usize> {
    // Per length: the smallest last value so far, and its index; per index: the one before it.
    let mut piles: Vec<(usize, usize)> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; values.len()];
    for (index, value) in values.iter().enumerate() {
        let Some(value) = *value else { continue };
        let pile = piles.partition_point(|&(top, _)| top < value);
        if let Some(link) = before.get_mut(index) {
            *link = pile.checked_sub(1).and_then(|left| piles.get(left)).map(|&(_, at)| at);
        }
        match piles.get_mut(pile) {
            Some(top) => *top = (value, index),
            None => piles.push((value, index)),
        }
    }
    let mut chain = Vec::with_capacity(piles.len());
    let mut next = piles.last().map(|&(_, at)| at);
    while let Some(index) = next {
        chain.push(index);
        next = before.get(index).copied().flatten();
    }
    chain
}

/// A hash: rotate, xor, multiply by words (as `FxHash` does). A collision would only keep an outdated child.
struct Hash(u64);

impl Hash {
    fn word(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x51_7C_C1_B7_27_22_0A_95);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.word(u64::from_le_bytes(*word));
        }
        for &byte in rest {
            self.word(u64::from(byte));
        }
    }
}

fn template_hash(template: &Template) -> u64 {
    let mut line = String::new();
    template.write(&mut line);
    let mut hash = Hash(0);
    hash.bytes(line.as_bytes());
    hash.0
}

/// Hashes the opcodes and texts between two starts.
fn hash(markup: &Markup, templates: &[u64], [op, _, byte]: [u32; 3], [last_op, _, last_byte]: [u32; 3]) -> u64 {
    let mut hash = Hash(0);
    for &op in markup.ops.get(op as usize..last_op as usize).unwrap_or_default() {
        let template = if op & 0xFF == OPEN { templates.get(op as usize >> 8).copied() } else { None };
        hash.word(template.unwrap_or(u64::from(op)));
    }
    hash.bytes(markup.text.as_bytes().get(byte as usize..last_byte as usize).unwrap_or_default());
    hash.word(u64::from(CLOSE));
    hash.0
}

#[cfg(test)]
mod tests {
    use super::{Fingerprint, NEW};

    fn plan(before: &[u64], after: &[u64]) -> Vec<u32> {
        let fingerprint = |children: &[u64]| Fingerprint { root: 0, children: children.to_vec() };
        fingerprint(after).plan(&fingerprint(before))
    }

    #[test]
    fn children_that_show_the_same_stay() {
        assert_eq!(plan(&[1, 2, 3], &[1, 2, 3]), [0, 1, 2], "nothing changed");
        assert_eq!(plan(&[1, 2, 3], &[1, 9, 3]), [0, NEW, 2], "one changed");
        assert_eq!(plan(&[1, 2, 3], &[9, 1, 2, 3]), [NEW, 0, 1, 2], "one in front");
        assert_eq!(plan(&[1, 2, 3, 4], &[1, 3, 4]), [0, 2, 3], "one removed");
        assert_eq!(plan(&[1, 2, 3, 4], &[4, 1, 2, 3]), [NEW, 0, 1, 2], "the last moved to the front");
        assert_eq!(plan(&[7, 7, 7], &[7, 7]), [0, 1], "alike among themselves");
        assert_eq!(plan(&[], &[1]), [NEW], "from nothing");
        assert_eq!(plan(&[1], &[]), [0; 0], "to nothing");
    }
}
