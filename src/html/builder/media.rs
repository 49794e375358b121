//! Elements that show something from an address: images, and frames and players, which become links.

use super::{Attributes, Builder, Undo, attribute};
use crate::{
    model::{Block, Image, Marks, Span},
    policy::{SafeUrl, Sink, image, text},
    report::NoticeCode,
};

impl Builder<'_> {
    pub(super) fn image(&mut self, attributes: &Attributes) {
        // Lazy loaders of the source site keep the address in `data-src` and a stand-in in `src`.
        let lazy = attribute(attributes, "data-src").filter(|src| !src.is_empty());
        let (srcset, _) = image::srcset(attribute(attributes, "srcset").unwrap_or_default(), self.base);
        let alt = attribute(attributes, "alt");
        let found = Image {
            src: self.address(lazy.or_else(|| attribute(attributes, "src")), Sink::Image, "image"),
            sizes: attribute(attributes, "sizes").filter(|_| !srcset.is_empty()).map(text::line),
            srcset,
            width: attribute(attributes, "width").and_then(image::dimension),
            height: attribute(attributes, "height").and_then(image::dimension),
            alt: text::line(alt.unwrap_or_default()),
            ..Image::default()
        };
        if alt.is_none() && found.src.is_some() {
            self.remark(NoticeCode::AltMissing, "", "it has no alt; an empty one says that it is a decoration");
        }
        if found.src.is_some() || !found.alt.is_empty() {
            self.block(Block::Image(Box::new(found)));
        }
    }

    pub(super) fn drop_element(&mut self, name: &str) -> Undo {
        self.remark(NoticeCode::ElementDropped, name, "content is drawn without scripts, styles and forms");
        Undo::Skip
    }

    /// Frames and players become a link to what they would have shown.
    pub(super) fn embed(&mut self, name: &str, attributes: &Attributes) -> Undo {
        let source = attribute(attributes, "src").or_else(|| attribute(attributes, "data"));
        self.remark(NoticeCode::ElementAsLink, name, "embedded pages and players are shown as links");
        if let Some(href) = self.address(source.filter(|src| !src.is_empty()), Sink::Page, "link") {
            let title = text::line(attribute(attributes, "title").unwrap_or_default());
            let text = if title.is_empty() { href.host().unwrap_or(href.as_str()).to_string() } else { title };
            self.block(Block::Paragraph(vec![Span { text, marks: Marks::default(), href: Some(href) }]));
        }
        Undo::Skip
    }

    pub(super) fn address(&mut self, untrusted: Option<&str>, sink: Sink, what: &str) -> Option<SafeUrl> {
        SafeUrl::parse(untrusted?, sink, self.base)
            .map_err(|refusal| self.remark(NoticeCode::HtmlAddressRefused, what, refusal.why()))
            .ok()
    }
}
