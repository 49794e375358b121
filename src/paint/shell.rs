//! The widget's root and the parts in it.

use super::Painted;
use crate::markup::Markup;

/// An element and the parts that stand in it, each drawn on its own; a part without content is `None`.
#[derive(Debug)]
pub struct Shell {
    /// The element; what it holds are the parts alone.
    pub root: Markup,
    /// The parts, in their order.
    pub parts: Vec<Option<Markup>>,
}

/// A painted [`Shell`].
pub struct Shown {
    root: Painted,
    parts: Vec<Option<Painted>>,
}

impl Shown {
    /// Paints a shell and its parts.
    pub fn new(shell: &Shell) -> Shown {
        let root = Painted::new(&shell.root);
        let parts = shell.parts.iter().map(|part| Some(Painted::within(root.root(), part.as_ref()?))).collect();
        Shown { root, parts }
    }

    /// The painted root.
    pub fn root(&self) -> &Painted {
        &self.root
    }

    /// Paints one part anew, in its own root; takes it away where it has nothing to show any more.
    pub fn refill(&mut self, part: usize, markup: Option<&Markup>) {
        let Some(place) = self.parts.get_mut(part) else { return };
        match (place.as_mut(), markup) {
            (Some(painted), Some(markup)) => painted.refill(markup),
            (Some(painted), None) => {
                painted.remove();
                *place = None;
            }
            (None, _) => {}
        }
    }

    /// Paints children behind those of a part; the first of `markup` takes the place of the first.
    pub fn extend(&mut self, part: usize, markup: &Markup) {
        if let Some(Some(painted)) = self.parts.get_mut(part) {
            painted.extend(markup);
        }
    }

    /// Looks at what is painted, before what `draw` draws by the number of a part changes.
    pub fn learn(&mut self, draw: impl Fn(usize) -> Option<Markup>) {
        for (part, painted) in self.parts.iter_mut().enumerate() {
            if let Some(painted) = painted {
                painted.learn(|| draw(part));
            }
        }
    }

    /// Turns what is painted into `after`.
    pub fn update(&mut self, after: &Shell) {
        self.root.dress(&after.root);
        for gone in self.parts.drain(after.parts.len().min(self.parts.len())..).flatten() {
            gone.remove();
        }
        self.parts.resize_with(after.parts.len(), || None);
        // From the last to the first, so that each part knows what it stands before.
        let mut next = None;
        for (index, part) in self.parts.iter_mut().enumerate().rev() {
            match (after.parts.get(index).and_then(Option::as_ref), part.as_mut()) {
                (Some(is), Some(painted)) => painted.repaint(is),
                (Some(is), None) => {
                    let painted = Painted::within(self.root.root(), is);
                    painted.place(self.root.root(), next.as_deref());
                    *part = Some(painted);
                }
                (None, Some(painted)) => {
                    painted.remove();
                    *part = None;
                }
                (None, None) => {}
            }
            if let Some(painted) = part {
                next = Some(painted.root().clone());
            }
        }
    }
}
