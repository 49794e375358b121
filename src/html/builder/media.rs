//! Elements that show something from an address: images, and frames and players, which become links.

use super::{Attributes, Builder, Undo, attribute};
use crate::{
    html::embeds,
    model::{Block, Image},
    policy::{SafeUrl, Sink, image, text},
    report::NoticeCode,
    scan::is_one_of,
};

/// A frame or player that is open: what it would show.
pub(super) struct Player {
    name: String,
    url: Option<SafeUrl>,
    title: String,
}

/// Where lazy loaders of the source site keep the address; `src` then holds a placeholder.
const LAZY: [&str; 4] = ["data-src", "data-lazy-src", "data-original", "data-orig-file"];

impl Builder {
    pub(super) fn image(&mut self, attributes: &Attributes) {
        let given = attribute(attributes, "src");
        let is_stand_in = given.is_none_or(|src| src.trim().is_empty() || src.starts_with("data:"));
        let mut lazy = LAZY.into_iter().filter_map(|name| attribute(attributes, name)).filter(|src| !src.is_empty());
        let lazy =
            if is_stand_in { lazy.next() } else { attribute(attributes, "data-src").filter(|src| !src.is_empty()) };
        let candidates = attribute(attributes, "srcset").or_else(|| attribute(attributes, "data-srcset"));
        let (srcset, _) = image::srcset(candidates.unwrap_or_default(), self.base.as_ref());
        let alt = attribute(attributes, "alt");
        let found = Image {
            src: self.address(lazy.or(given), Sink::Image, "image"),
            sizes: attribute(attributes, "sizes").filter(|_| !srcset.is_empty()).map(text::line),
            srcset,
            width: attribute(attributes, "width").and_then(image::dimension),
            height: attribute(attributes, "height").and_then(image::dimension),
            alt: text::line(alt.unwrap_or_default()),
            href: self.href.clone(),
            ..Image::default()
        };
        if alt.is_none() && found.src.is_some() {
            self.remark(NoticeCode::AltMissing, "", "it has no alt; an empty one says that it is a decoration");
        }
        // Without an image, the alternative text becomes the text of the link.
        if found.src.is_none() && found.href.is_some() {
            return self.folded(&found.alt);
        }
        if found.src.is_some() || !found.alt.is_empty() {
            self.given += 1;
            self.flush();
            self.flush_targets_before_image();
            self.give(Block::Image(Box::new(found)));
        }
    }

    /// In a figure its caption is the place to lead to.
    fn flush_targets_before_image(&mut self) {
        let is_in_figure = self.frames.iter().any(|frame| matches!(frame, super::Frame::Figure { .. }));
        if !is_in_figure {
            self.flush_targets();
        }
    }

    pub(super) fn drop_element(&mut self, name: &str) -> Undo {
        self.remark(NoticeCode::ElementDropped, name, "content is drawn without scripts, styles and forms");
        Undo::Skip
    }

    /// Frames and players become a link to what they would have shown. Their children are only a fallback.
    pub(super) fn begin_player(&mut self, name: &str, attributes: &Attributes) -> Undo {
        self.remark(NoticeCode::ElementAsLink, name, "embedded pages and players are shown as links");
        self.flush();
        let title = attribute(attributes, "title").or_else(|| attribute(attributes, "aria-label"));
        self.player = Some(Player { name: name.into(), url: None, title: title.unwrap_or_default().into() });
        self.in_player("source", attributes);
        Undo::Player
    }

    /// The address of an open player: its own, or the one of its first source.
    pub(super) fn in_player(&mut self, name: &str, attributes: &Attributes) {
        let has_address = self.player.as_ref().is_none_or(|player| player.url.is_some());
        if has_address || !is_one_of(name, "source embed iframe") {
            return;
        }
        let mut addresses =
            ["src", "data", "data-src", "data-lazy-src"].into_iter().filter_map(|name| attribute(attributes, name));
        let source = addresses.find(|src| !src.trim().is_empty() && !src.starts_with("about:"));
        let url = self.address(source, Sink::Page, "link");
        if let Some(player) = &mut self.player {
            player.url = url;
        }
    }

    pub(super) fn end_player(&mut self) {
        let Some(Player { name, url, title }) = self.player.take() else { return };
        match url {
            Some(url) => {
                self.given += 1;
                self.flush_targets();
                self.give(Block::Embed(Box::new(embeds::embed(url, &title))));
            }
            None => self.remark(NoticeCode::ElementDropped, &name, "it says nowhere what it shows"),
        }
    }

    pub(super) fn address(&mut self, untrusted: Option<&str>, sink: Sink, what: &str) -> Option<SafeUrl> {
        SafeUrl::parse(untrusted?, sink, self.base.as_ref())
            .map_err(|refusal| self.remark(NoticeCode::HtmlAddressRefused, what, refusal.why()))
            .ok()
    }
}
