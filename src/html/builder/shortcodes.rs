//! Shortcodes left in the text because no plugin expanded them: those of `WordPress` itself, and of page builders.

use super::{Builder, Frame};
use crate::{
    html::embeds,
    model::{Block, Mark},
    policy::{SafeUrl, Sink},
    report::NoticeCode,
    scan::is_one_of,
};

/// Prefixes of the layout shortcodes of page builders.
pub const BUILDERS: &str = "vc_ et_pb_ fusion_ av_ cs_ fl_ mk_ ux_ tatsu_ su_ dt_ nectar_ elementor-";

/// Shortcodes that never occur in prose. Others are recognised by their attributes.
const KNOWN: &str = "caption wp_caption gallery embed audio video playlist contact-form contact-form-7 wpforms gravityform \
                     gravityforms ninja_form mc4wp_form youtube vimeo soundcloud tweet instagram googlemaps googlemap \
                     embedyt sourcecode dropcap pullquote";

/// Shortcodes that have an address in their attributes.
const PLAYERS: &str = "googlemaps googlemap youtube vimeo soundcloud tweet instagram embedyt audio video playlist";

struct Shortcode<'t> {
    name: &'t str,
    /// The text after the name.
    rest: &'t str,
    is_end: bool,
}

impl Builder {
    /// Adds character data without its shortcodes; the text between them stays.
    pub(super) fn words(&mut self, text: &str) {
        if self.marks.has(Mark::Code) || !text.contains('[') {
            return self.folded(text);
        }
        let (mut from, mut at, mut end) = (0, 0, 0);
        while let Some(begin) = text.get(at..).and_then(|rest| rest.find('[')).map(|found| at + found) {
            // Searched only once: a text may have many that begin and none that ends.
            if end <= begin {
                let Some(found) = text.get(begin..).and_then(|rest| rest.find(']')) else { break };
                end = begin + found;
            }
            at = begin + 1;
            let Some(shortcode) = text.get(at..end).and_then(|inner| self.shortcode(inner)) else { continue };
            self.folded(text.get(from..begin).unwrap_or_default());
            self.leave_out(&shortcode);
            at = end + 1;
            from = at;
        }
        self.folded(text.get(from..).unwrap_or_default());
    }

    /// The shortcode between brackets. `None` for ordinary text in brackets.
    fn shortcode<'t>(&self, inner: &'t str) -> Option<Shortcode<'t>> {
        let (is_end, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
        let length =
            inner.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
        let (name, rest) = inner.split_at_checked(length)?;
        let is_alone = rest.is_empty() || rest.starts_with([' ', '/', '=', '\n', '\t', '\u{A0}']);
        let is_builder = BUILDERS.split(' ').any(|builder| name.starts_with(builder));
        let is_known = is_builder || is_one_of(name, KNOWN);
        let is_open = self.shortcodes.iter().any(|known| known == name);
        let is_it = !name.is_empty() && is_alone && (is_known || if is_end { is_open } else { has_attributes(rest) });
        is_it.then_some(Shortcode { name, rest, is_end })
    }

    fn leave_out(&mut self, shortcode: &Shortcode<'_>) {
        let Shortcode { name, rest, is_end } = *shortcode;
        if is_one_of(name, "caption wp_caption") {
            return if is_end { self.end_caption() } else { self.begin_caption() };
        }
        if is_one_of(name, "embed") {
            // The address in it becomes a paragraph of its own, and that a link.
            return self.flush();
        }
        if !is_end && self.shortcodes.iter().all(|known| known != name) && self.shortcodes.len() < 100 {
            self.shortcodes.push(name.to_string());
        }
        match player(name, rest).filter(|_| !is_end) {
            Some(url) => self.block(Block::Embed(Box::new(embeds::embed(url, "")))),
            None => self.remark(NoticeCode::ShortcodesDropped, "", "no plugin has read them"),
        }
    }

    fn begin_caption(&mut self) {
        // Captions do not nest: the open one may have no end tag.
        if self.caption_from.is_some() {
            return;
        }
        let depth = self.frames.len();
        self.frame(Frame::Figure { blocks: Vec::new(), caption: Vec::new() });
        self.caption_from = (self.frames.len() > depth).then_some(depth);
    }

    fn end_caption(&mut self) {
        let depth = self.caption_from.take().filter(|depth| {
            let figure = self.frames.get(*depth);
            self.frames.len() == depth + 1 && matches!(figure, Some(Frame::Figure { .. }))
        });
        if let Some(depth) = depth {
            self.caption();
            self.close_frames(depth);
        }
    }
}

/// Is there a name, an equals sign and a quotation mark?
fn has_attributes(rest: &str) -> bool {
    let quotes = ['"', '\'', '“', '”', '″', '’'];
    rest.match_indices('=').take(3).any(|(at, _)| {
        let is_named = rest.get(..at).is_some_and(|before| before.ends_with(|char: char| char.is_ascii_alphanumeric()));
        is_named && rest.get(at + 1..).is_some_and(|value| value.starts_with(quotes))
    })
}

/// The address of what a shortcode plays.
fn player(name: &str, rest: &str) -> Option<SafeUrl> {
    if !is_one_of(name, PLAYERS) {
        return None;
    }
    let from = rest.find("https://").or_else(|| rest.find("http://"))?;
    let address = rest.get(from..)?.split(|char: char| char.is_whitespace() || "\"'”″]".contains(char)).next()?;
    SafeUrl::parse(address, Sink::Page, None).ok()
}
