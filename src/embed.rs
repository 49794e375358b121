//! The programs of a host's page: [`first`] paints a post, [`widget`] keeps posts alive.
//!
//! What goes in is text (a post, options); what goes out is plain data, an [`Answer`]. Nothing here calls the host: events are
//! sent by the JavaScript side after these functions have returned.

mod answer;
mod filling;
pub mod first;
pub mod formats;
mod live;
mod panics;
mod registry;
mod tree;
pub mod widget;

pub use answer::Answer;
pub use live::Live;
pub use panics::say_panics;
pub use tree::Tree;

use crate::{Localizer, Options, labels::INTL};

/// How the widget speaks: in the host's language, or else in the post's.
fn localizer(options: &Options, post_lang: Option<String>) -> Localizer {
    let lang = options.lang.clone().or(post_lang).unwrap_or_default();
    Localizer { lang, labels: options.labels.clone(), locale: INTL }
}
