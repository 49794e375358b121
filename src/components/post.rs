//! The whole widget: its parts in the order the host asks for.

use super::{MetaView, article_body, gallery, header, lightbox, post_meta, similar_posts};
use crate::{
    labels::{Localizer, Word},
    markup::{Attr, Markup, Tag},
    model::{self, Dir},
    options::{Options, Section},
    paint::Shell,
    scan::joined,
};

/// What is shown: a post, how the host wants it, and what the reader has opened.
#[derive(Debug)]
pub struct Content {
    /// The post.
    pub post: model::Post,
    /// What the host asks for.
    pub options: Options,
    /// How the interface speaks.
    pub localizer: Localizer,
    /// What the reader looks at in the meta box.
    pub meta_view: MetaView,
    /// The image in the lightbox, counted from 0 through body and gallery.
    pub open_image: Option<usize>,
    /// Hosts whose images the reader wants to see.
    pub wanted_hosts: Vec<String>,
}

impl Content {
    /// A post as it stands before the reader has touched it.
    pub fn new(post: model::Post, options: Options, localizer: Localizer) -> Content {
        Content { meta_view: MetaView::default(), post, options, localizer, open_image: None, wanted_hosts: Vec::new() }
    }

    /// The writing direction: the host's, or else the post's.
    pub fn dir(&self) -> Option<Dir> {
        self.options.dir.or(self.post.dir)
    }

    /// The language: the host's, or else the post's.
    pub fn lang(&self) -> Option<&str> {
        self.options.lang.as_deref().or(self.post.lang.as_deref())
    }
}

/// A part of the widget that is drawn on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Title, byline, introduction.
    Header,
    /// The article.
    Body,
    /// The meta box.
    Meta,
    /// The gallery.
    Gallery,
    /// The similar-posts strip.
    Similar,
    /// The lightbox.
    Lightbox,
}

impl Part {
    fn of(section: Section) -> &'static [Part] {
        match section {
            Section::Body => &[Part::Header, Part::Body],
            Section::Gallery => &[Part::Gallery],
            Section::Meta => &[Part::Meta],
            Section::Similar => &[Part::Similar],
        }
    }

    /// Draws the part; `None` where it has nothing to show.
    pub fn draw(self, content: &Content) -> Option<Markup> {
        match self {
            Part::Header => header(content),
            Part::Body => article_body(content),
            Part::Meta => post_meta(content),
            Part::Gallery => gallery(content),
            Part::Similar => similar_posts(content),
            Part::Lightbox => lightbox(content),
        }
    }
}

/// The parts of a post that the host asks for, in its order, and the lightbox.
pub fn parts(content: &Content) -> Vec<Part> {
    let mut parts = Vec::new();
    for section in &content.options.sections {
        parts.extend_from_slice(Part::of(*section));
    }
    parts.push(Part::Lightbox);
    parts
}

/// The whole widget, drawn.
pub fn post(content: &Content) -> Shell {
    Shell { root: root(content), parts: parts(content).into_iter().map(|part| part.draw(content)).collect() }
}

fn root(content: &Content) -> Markup {
    let mut root = Markup::new(Tag::Article, "bm-post");
    root.attr(Attr::Root, "");
    // What is said when something was done, and names of what scrolls: for `article_body.js`.
    let words = [Word::Copied, Word::NotCopied, Word::Code, Word::Table].map(|word| content.localizer.word(word));
    root.attr(Attr::Words, &joined(&mut words.into_iter(), "\n"));
    if let Some(lang) = content.lang() {
        root.attr(Attr::Lang, lang);
    }
    if let Some(dir) = content.dir() {
        root.attr(Attr::Dir, dir.as_str());
    }
    if let Some(theme) = content.options.theme.as_str() {
        root.attr(Attr::Theme, theme);
    }
    root
}
