//! What an application is asked before a link is followed or an image opens.

use ::leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Element};

/// An image that a reader wants to open, as it stands on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageClick {
    /// Its address.
    pub src: String,
    /// Its alternative text.
    pub alt: String,
    /// Its caption.
    pub caption: String,
    /// Its credit, as text.
    pub credit: String,
    /// Its number, counted from 0 through body and gallery.
    pub index: u32,
}

/// A link that a reader wants to follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkClick {
    /// Its address.
    pub url: String,
    /// What it is for: `body`, `similar`, `credit`, `meta`, `author` or `heading`.
    pub kind: String,
    /// The place of a similar post in the strip, counted from 1.
    pub rank: Option<u32>,
}

/// The callbacks of the application.
#[derive(Clone, Copy)]
pub(super) struct Heard {
    pub on_image: Option<Callback<ImageClick, bool>>,
    pub on_link: Option<Callback<LinkClick, bool>>,
}

#[wasm_bindgen(module = "/src/components/clicks.js")]
extern "C" {
    #[wasm_bindgen(js_name = attachClicks)]
    fn attach_clicks(place: &Element, image: &AskImage, link: &AskLink, signal: &AbortSignal);
}

type AskImage = Closure<dyn Fn(String, String, String, String, u32) -> bool>;
type AskLink = Closure<dyn Fn(String, String, Option<u32>) -> bool>;

/// The functions that the page calls: they live as long as this.
pub(super) struct Asked(#[allow(dead_code)] AskImage, #[allow(dead_code)] AskLink);

impl Heard {
    /// Asks before a click in `place` has its effect, until `signal` ends it.
    pub fn attach(self, place: &Element, signal: &AbortSignal) -> Asked {
        let image: AskImage = Closure::new(move |src, alt, caption, credit, index| {
            self.on_image.is_none_or(|ask| ask.run(ImageClick { src, alt, caption, credit, index }))
        });
        let link: AskLink =
            Closure::new(move |url, kind, rank| self.on_link.is_none_or(|ask| ask.run(LinkClick { url, kind, rank })));
        attach_clicks(place, &image, &link, signal);
        Asked(image, link)
    }
}
