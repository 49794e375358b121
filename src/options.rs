//! The options of the host, read as leniently as the post.

mod choices;
mod hints;

pub use choices::{Align, Layout, Section, Theme};
pub use hints::Hint;

use crate::{
    coerce::{field, flag, items, whole},
    json::Value,
    labels::Labels,
    model::Dir,
    policy::{SafeUrl, Sink, text},
    scan::parts,
};
use choices::sections;
use hints::hints;

/// The values of the `referrerpolicy` attribute (W3C Referrer Policy).
const REFERRER_POLICIES: [&str; 8] = [
    "no-referrer",
    "no-referrer-when-downgrade",
    "origin",
    "origin-when-cross-origin",
    "same-origin",
    "strict-origin",
    "strict-origin-when-cross-origin",
    "unsafe-url",
];

/// The options of one widget.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The format to read the input as; detected when `None`.
    pub format: Option<String>,
    /// BCP 47 tag of the interface; the post's own when `None`.
    pub lang: Option<String>,
    /// Writing direction; the post's own when `None`.
    pub dir: Option<Dir>,
    /// Colours.
    pub theme: Theme,
    /// Where the article stands in a wide element.
    pub align: Align,
    /// Which parts to show, in this order.
    pub sections: Vec<Section>,
    /// Is the meta box open at first?
    pub meta_open: bool,
    /// Heading level of the title, 1 to 6.
    pub heading_base: u8,
    /// What relative addresses are joined to.
    pub base_url: Option<SafeUrl>,
    /// How galleries are laid out.
    pub gallery: Layout,
    /// The host of the page, when images from other hosts wait for a click. `None`: all images load at once.
    pub own_host: Option<String>,
    /// The referrer policy for images.
    pub referrer_policy: &'static str,
    /// Does each image get an address within the page?
    pub image_links: bool,
    /// The name of the host's application, for sources that ask for it in links.
    pub app_name: String,
    /// Words of the interface that the host replaces.
    pub labels: Labels,
    /// What the host says about meta fields.
    pub fields: Vec<Hint>,
    /// Keys that are exempt from the privacy guard.
    pub allow: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            format: None,
            lang: None,
            dir: None,
            theme: Theme::Auto,
            align: Align::Auto,
            sections: Section::ALL.to_vec(),
            meta_open: false,
            heading_base: 2,
            base_url: None,
            gallery: Layout::Rows,
            own_host: None,
            referrer_policy: REFERRER_POLICIES[0],
            image_links: false,
            app_name: String::new(),
            labels: Labels::default(),
            fields: Vec::new(),
            allow: Vec::new(),
        }
    }
}

/// The options that [`Options::read_flat`] does not read.
const NESTED: [&str; 7] = ["labels", "fields", "allow", "remoteImages", "referrerPolicy", "imageHistory", "appName"];

impl Options {
    /// Reads options. What is missing or cannot be read keeps its default.
    ///
    /// ```
    /// use backmatter::{Options, json};
    ///
    /// let given = json::read(r#"{ "lang": "de", "headingBase": 9, "theme": "sepia" }"#)?;
    /// let options = Options::read(&given.value);
    /// assert_eq!(options.lang.as_deref(), Some("de"));
    /// assert_eq!(options.heading_base, 6, "levels end at six");
    /// # Ok::<(), json::Error>(())
    /// ```
    pub fn read(value: &Value<'_>) -> Options {
        let (mut options, has_more) = Options::read_flat(value);
        if has_more {
            options.read_nested(value);
        }
        options
    }

    /// Reads only what relative addresses are joined to.
    pub fn base_of(value: &Value<'_>) -> Option<SafeUrl> {
        let url = field(value, "baseUrl").and_then(text_of)?;
        SafeUrl::parse(&url, Sink::Page, None).ok()
    }

    /// Reads only the options that are words, numbers and flags, and the sections. Also says whether there are others.
    pub fn read_flat(value: &Value<'_>) -> (Options, bool) {
        let named = |name: &str| field(value, name);
        let word = |name: &str| named(name).and_then(text_of).filter(|word| !word.is_empty());
        let options = Options {
            format: word("format").filter(|format| format != "auto"),
            lang: word("lang").filter(|tag| is_language(tag)),
            dir: word("dir").and_then(|word| Dir::parse(&word)),
            theme: match word("theme").as_deref() {
                Some("light") => Theme::Light,
                Some("dark") => Theme::Dark,
                _ => Theme::Auto,
            },
            align: match word("align").as_deref() {
                Some("start") => Align::Start,
                Some("center") => Align::Center,
                _ => Align::Auto,
            },
            sections: named("sections").map_or_else(|| Section::ALL.to_vec(), sections),
            meta_open: named("metaOpen").and_then(flag).unwrap_or(false),
            heading_base: named("headingBase").and_then(whole).map_or(2, |level| level.clamp(1, 6) as u8),
            base_url: Options::base_of(value),
            gallery: if word("gallery").as_deref() == Some("grid") { Layout::Grid } else { Layout::Rows },
            ..Options::default()
        };
        (options, NESTED.into_iter().any(|name| named(name).is_some()))
    }

    fn read_nested(&mut self, value: &Value<'_>) {
        let word = |name: &str| field(value, name).and_then(text_of);
        // An unknown word means the more private choice, as in `input.js`.
        if field(value, "remoteImages").is_some_and(|wish| !matches!(wish, Value::Text(wish) if wish == "load")) {
            self.own_host = Some(word("ownHost").unwrap_or_default());
        }
        if let Some(policy) = word("referrerPolicy") {
            let known = REFERRER_POLICIES.into_iter().find(|known| *known == policy);
            self.referrer_policy = known.unwrap_or(self.referrer_policy);
        }
        self.image_links = word("imageHistory").as_deref() == Some("link");
        self.app_name = word("appName").unwrap_or_default();
        self.labels = field(value, "labels").map(Labels::read).unwrap_or_default();
        self.fields = field(value, "fields").map(hints).unwrap_or_default();
        self.allow =
            field(value, "allow").map(|list| items(list).iter().filter_map(text_of).collect()).unwrap_or_default();
    }

    /// The hint for `key`.
    pub fn hint(&self, key: &str) -> Option<&Hint> {
        self.fields.iter().find(|hint| hint.key == key)
    }
}

fn text_of(value: &Value<'_>) -> Option<String> {
    if let Value::Text(untrusted) = value { Some(text::line(untrusted)) } else { None }
}

/// A BCP 47 tag by its form (RFC 5646): subtags of 1 to 8 letters and digits, the first of letters.
pub fn is_language(tag: &str) -> bool {
    let mut subtags = parts(tag, b"-");
    let first = subtags
        .next()
        .is_some_and(|first| (2..=8).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic()));
    first && subtags.all(|tag| (1..=8).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
