//! What is allowed, as data: schemes by sink, and limits.
//!
//! The algorithms are in submodules: [`url`] parses addresses, [`text`] cleans texts, [`image`] reads the attributes of
//! images. Each takes untrusted input and builds a new value, of a type that cannot hold anything unsafe.

pub mod image;
pub mod text;
pub mod url;

pub use image::Candidate;
pub use url::SafeUrl;

/// Where an address is used. Each sink has its own schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sink {
    /// A link in a text: the web, an e-mail address, a telephone number, this page.
    Link,
    /// A picture to load.
    Image,
    /// A page of the web: canonical addresses, cards, credits.
    Page,
}

impl Sink {
    /// Schemes this sink takes. Addresses without a scheme are relative to the page and always taken.
    pub const fn schemes(self) -> &'static str {
        match self {
            Sink::Link => "http https mailto tel",
            Sink::Image | Sink::Page => "http https",
        }
    }
}

/// Characters an address may have.
pub const URL_LIMIT: usize = 2048;
/// Levels of blocks within blocks; deeper ones are flattened.
pub const BLOCK_DEPTH: usize = 32;
/// Combining marks kept on one letter; more would overflow the line box.
pub const MARKS_A_LETTER: usize = 8;
