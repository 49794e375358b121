//! What the components show: a post, how the host wants it, and what the reader has opened.

use super::Targets;
use crate::{
    labels::Localizer,
    markup::{Markup, Tag},
    model::{Block, Dir, Facts, Image, Post},
    options::{Options, Section},
    paint::{Leaf, Revision},
};
use std::{fmt::Debug, sync::Arc};

/// A post as it is shown. Components share it; a change makes new leaves of the parts that it touches.
#[derive(Clone, Debug)]
pub struct Content {
    /// The post.
    pub post: Post,
    /// What the host asks for.
    pub options: Options,
    /// Writes the words, numbers and dates of the interface.
    pub localizer: Localizer,
    /// What the reader looks at in the meta box.
    pub meta_view: MetaView,
    /// The image in the lightbox, counted from 0 through body and gallery.
    pub open_image: Option<usize>,
    /// Hosts whose images the reader wants to see.
    pub wanted_hosts: Vec<String>,
    /// Places that links within the post lead to.
    pub targets: Targets,
    /// Draws what only some programs draw.
    pub on_demand: &'static dyn OnDemand,
    revisions: [Revision; Part::COUNT],
    /// Parts that an earlier program has drawn incompletely.
    unfinished: Vec<Part>,
}

/// What the reader looks at in the meta box.
#[derive(Clone, Debug, Default)]
pub struct MetaView {
    /// The rows in which something was found; `None` for all.
    pub found: Option<Vec<usize>>,
    /// Is the box shown as JSON?
    pub is_json: bool,
}

/// Draws what a reader opens or asks for. The first paint leaves it out: it shows no open box, no open image and no
/// image that waits for a click. The linker keeps only what the implementation that a program names refers to.
pub trait OnDemand: Debug + Sync {
    /// Ends the summary of the meta box, which is open, and draws its facts from row `from` on.
    fn facts(&self, _markup: &mut Markup, _content: &Content, _facts: &Facts, _from: usize) {}

    /// Draws the open image and the buttons around it.
    fn open_image(&self, _markup: &mut Markup, _content: &Content) {}

    /// Draws what stands in the place of the image `number`, which waits for the reader's click.
    fn waiting(&self, _markup: &mut Markup, _image: &Image, _number: usize, _content: &Content) {}
}

/// A part of the widget that is drawn on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Part {
    Header,
    ArticleBody,
    PostMeta,
    Gallery,
    SimilarPosts,
    Lightbox,
}

impl Part {
    const COUNT: usize = Part::Lightbox as usize + 1;
}

impl Content {
    /// A post in its initial state.
    pub fn new(post: Post, options: Options, localizer: Localizer, on_demand: &'static dyn OnDemand) -> Content {
        let revisions = [Revision::new(); Part::COUNT];
        Content {
            meta_view: MetaView::default(),
            open_image: None,
            wanted_hosts: Vec::new(),
            unfinished: Vec::new(),
            targets: Targets::of(&post),
            post,
            options,
            localizer,
            on_demand,
            revisions,
        }
    }

    /// For hydrating a page on which these parts are not finished.
    #[must_use]
    pub fn with_unfinished(self, unfinished: Vec<Part>) -> Content {
        Content { unfinished, ..self }
    }

    /// Keeps what the reader has opened in `before`, as far as it still exists.
    #[must_use]
    pub fn after(mut self, before: &Content) -> Content {
        self.meta_view.is_json = before.meta_view.is_json;
        self.wanted_hosts.clone_from(&before.wanted_hosts);
        self.open_image = before.open_image.filter(|index| *index < self.images().len());
        self
    }

    /// Says that a part is to be drawn again.
    pub fn touch(&mut self, part: Part) {
        if let Some(revision) = self.revisions.get_mut(part as usize) {
            *revision = Revision::new();
        }
    }

    /// The same for all parts.
    pub fn touch_all(&mut self) {
        self.revisions = [Revision::new(); Part::COUNT];
    }

    /// Every image of the post, body first. The lightbox numbers images in this order.
    pub fn images(&self) -> Vec<&Image> {
        let mut images = self.post.body_images();
        images.extend(self.gallery_images());
        images
    }

    /// The images of the gallery, without those that the body ends with right before it.
    pub fn gallery_images(&self) -> &[Image] {
        let images = self.post.images.as_slice();
        let shown = self.post.body.last().map(Block::figures).unwrap_or_default();
        let is_below = self.options.sections.windows(2).any(|pair| pair == [Section::Body, Section::Gallery]);
        let begins = |figure: &Image| images.first().is_some_and(|image| is_below && figure.covers(image));
        let Some(from) = shown.iter().position(begins) else { return images };
        let pairs = shown.iter().skip(from).zip(images);
        let repeated = pairs.take_while(|(figure, image)| figure.covers(image)).count();
        images.get(repeated..).unwrap_or_default()
    }

    /// The writing direction: the host's, or else the post's.
    pub fn dir(&self) -> Option<Dir> {
        self.options.dir.or(self.post.dir)
    }

    /// The level of the headings of the box, the gallery and the strip: below the title, or in its place where no title is drawn.
    pub(super) fn section_level(&self) -> u8 {
        self.options.heading_base + u8::from(self.options.sections.contains(&Section::Body))
    }

    /// The element of those headings.
    pub(super) fn section_heading(&self) -> Tag {
        Tag::heading(self.section_level())
    }

    /// The language: the host's, or else the post's.
    pub fn lang(&self) -> Option<&str> {
        self.options.lang.as_deref().or(self.post.lang.as_deref())
    }

    /// The leaf of a part. `draw` gets the number of rows that are already painted.
    pub(super) fn leaf(self: Arc<Content>, part: Part, draw: fn(&Content, usize) -> Option<Markup>) -> Leaf {
        let rows = if part == Part::PostMeta { self.post.meta.progress() } else { 0 };
        let revision = self.revisions.get(part as usize).copied().unwrap_or_default().with_rows(rows);
        let is_unfinished = self.unfinished.contains(&part);
        Leaf::new(revision, move |from| draw(&self, from)).compared(is_unfinished)
    }
}
