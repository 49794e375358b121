//! A part of the widget as it is drawn: something, nothing, or what was there before.

use crate::markup::Markup;

/// One part. Redrawing it with [`Drawing::Same`] leaves it as it is.
#[derive(Debug)]
pub enum Drawing {
    /// What the part shows now.
    Markup(Markup),
    /// The part has nothing to show.
    Nothing,
    /// The part has not changed.
    Same,
}

impl From<Option<Markup>> for Drawing {
    fn from(markup: Option<Markup>) -> Self {
        markup.map_or(Drawing::Nothing, Drawing::Markup)
    }
}
