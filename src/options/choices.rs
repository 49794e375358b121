//! Options that are one of a few words.

use super::text_of;
use crate::{coerce::items, json::Value, scan::parts};

/// The four parts of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Title, introduction and article.
    Body,
    /// The image gallery.
    Gallery,
    /// The meta box.
    Meta,
    /// The similar-posts strip.
    Similar,
}

impl Section {
    /// Every part, in the default order.
    pub const ALL: [Section; 4] = [Section::Body, Section::Gallery, Section::Meta, Section::Similar];

    /// The name in the `sections` option.
    pub const fn as_str(self) -> &'static str {
        match self {
            Section::Body => "body",
            Section::Gallery => "gallery",
            Section::Meta => "meta",
            Section::Similar => "similar",
        }
    }
}

/// The colour theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The page's colours.
    #[default]
    Auto,
    /// Its own light background.
    Light,
    /// Its own dark background.
    Dark,
}

impl Theme {
    /// The value of the `theme` attribute; `None` for the page's own colours.
    pub const fn as_str(self) -> Option<&'static str> {
        match self {
            Theme::Auto => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }
    }
}

/// Where the article stands in an element that is wider than its lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Where `--bm-align` says; in the centre without it.
    #[default]
    Auto,
    /// In the centre.
    Center,
    /// At the start of the line.
    Start,
}

impl Align {
    /// The value of the attribute; `None` where the host has not said.
    pub const fn as_str(self) -> Option<&'static str> {
        match self {
            Align::Auto => None,
            Align::Center => Some("center"),
            Align::Start => Some("start"),
        }
    }
}

/// How a gallery lays out its images.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Justified rows: every image in its own proportions.
    #[default]
    Rows,
    /// A uniform grid.
    Grid,
}

/// A list of names, or one text with spaces between them. Repeated names are ignored.
pub(super) fn sections(value: &Value<'_>) -> Vec<Section> {
    let mut found = Vec::new();
    for names in items(value) {
        let names = text_of(names).unwrap_or_default();
        for name in parts(&names, b" ,") {
            found.extend(Section::ALL.into_iter().find(|section| section.as_str() == name && !found.contains(section)));
        }
    }
    // Words that are all unknown are a mistake, and no wish to see nothing.
    if found.is_empty() { Section::ALL.to_vec() } else { found }
}
