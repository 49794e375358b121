//! The programs that JavaScript calls: [`first`] paints a post, [`widget`] makes posts interactive, [`formats`] reads
//! every format, [`render`] writes HTML on servers.
//!
//! The input is text (a post, options), the output is plain data, an [`Answer`]. Nothing here calls the host: the
//! JavaScript side dispatches events after these functions have returned.

mod answer;
mod filling;
pub mod first;
pub mod formats;
mod live;
mod long_html;
mod panics;
mod registry;
pub mod related;
#[cfg(any(not(target_arch = "wasm32"), feature = "server"))]
pub mod render;
mod tree;
pub mod widget;

pub use answer::Answer;
pub use live::Live;
pub use panics::say_panics;
pub use tree::Tree;

use crate::{Localizer, Options, json, labels::INTL};

/// Defines the allocator and `main` of a program for pages.
#[macro_export]
macro_rules! page_program {
    () => {
        /// Two-level segregated fit: constant time, and 2 KB (brotli) less than the standard library's.
        #[global_allocator]
        static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

        fn main() {
            $crate::embed::say_panics();
        }
    };
}

/// The localizer for the host's language, or else the post's.
fn localizer(options: &Options, post_lang: Option<String>) -> Localizer {
    let lang = options.lang.clone().or(post_lang).unwrap_or_default();
    Localizer { lang, labels: options.labels.clone(), locale: INTL }
}

/// Reads options. Our own JavaScript writes them as JSON; invalid JSON gives the defaults.
fn read_options(text: &str) -> Options {
    json::read(text).map_or_else(|_| Options::default(), |given| Options::read(&given.value))
}

/// The same of those that are words, numbers and flags.
fn read_flat_options(text: &str) -> Options {
    json::read(text).map_or_else(|_| Options::default(), |given| Options::read_flat(&given.value).0)
}
