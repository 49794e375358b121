//! Work that only some programs can do.

use super::{Context, Fields};
use crate::{
    html::{NoParser, Remark, Token},
    json::Value,
    model::{Block, Credit, Facts, Post, Span},
    policy::SafeUrl,
    report::Path,
};

/// Work that only some programs do. All readers call it through this trait, and a program names the one implementation
/// that it uses (see `tools`). The linker keeps only what that implementation refers to, so a small program stays
/// small. What an implementation cannot do is added to the needs of the [`Context`].
pub trait Tools {
    /// Reads HTML.
    ///
    /// # Errors
    /// When there is no parser for it.
    fn html(&self, html: &str, base: Option<&SafeUrl>) -> Result<(Vec<Block>, Vec<Remark>), NoParser>;

    /// The tokens of HTML. `None` when there is no parser for it.
    fn tokens(&self, html: &str) -> Option<Vec<Token>>;

    /// The credit of an image, from any of its fields.
    fn credit(&self, image: &mut Fields<'_, '_, '_, '_>) -> Option<Box<Credit>>;

    /// The credit that a caption is, or ends in, and what is left of the caption.
    fn credit_in_caption(&self, caption: &[Span], context: &mut Context<'_>) -> Option<(Vec<Span>, Box<Credit>)>;

    /// Takes the credits out of the captions of all images in blocks.
    fn credit_blocks(&self, blocks: &mut [Block], context: &mut Context<'_>);

    /// Reads a meta. `None` for one that is to be read later.
    fn facts(&self, meta: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Facts>;

    /// Adds the best candidates of the input `value` to the strip of its post. Returns false where it is left to another
    /// program.
    fn compare(&self, post: &mut Post, value: &Value<'_>, context: &mut Context<'_>) -> bool;
}
