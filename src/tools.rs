//! The implementations of [`Tools`]: a minimal one for the first paint, and full ones.

use crate::{
    context::{Context, Fields, Tools},
    credits, facts, formats,
    html::{self, NoParser, Parser, Remark, Token},
    json::Value,
    model::{Block, Credit, Facts, Post, Span},
    policy::SafeUrl,
    report::{Need, Path},
};

/// Reads only the short form of credit. Adds everything else to the needs.
#[derive(Clone, Copy, Debug)]
pub struct FirstPaint;

impl Tools for FirstPaint {
    fn html(&self, _: &str, _: Option<&SafeUrl>) -> Result<(Vec<Block>, Vec<Remark>), NoParser> {
        Err(NoParser::Program)
    }

    fn tokens(&self, _: &str) -> Option<Vec<Token>> {
        None
    }

    fn credit(&self, image: &mut Fields<'_, '_, '_, '_>) -> Option<Box<Credit>> {
        credits::short_credit_of_image(image)
    }

    /// Any caption may be a credit; only the full reader can tell.
    fn credit_in_caption(&self, _: &[Span], context: &mut Context<'_>) -> Option<(Vec<Span>, Box<Credit>)> {
        context.needs.add(Need::Credits);
        None
    }

    fn credit_blocks(&self, _: &mut [Block], _: &mut Context<'_>) {}

    fn facts(&self, _: &Value<'_>, _: &mut Context<'_>, _: &Path<'_>) -> Option<Facts> {
        None
    }

    fn compare(&self, _: &mut Post, _: &Value<'_>, _: &mut Context<'_>) -> bool {
        false
    }
}

/// The full implementation; `F` decides about facts and ranking.
#[derive(Clone, Copy, Debug)]
pub struct Whole<F = ReadFacts> {
    /// What parses HTML.
    pub parse_html: Parser,
    /// What has read an HTML text before.
    pub read_before: ReadBefore,
    /// When the meta box is read.
    pub facts: F,
}

/// The blocks of an HTML text that was read before, where it was.
pub type ReadBefore = fn(&str, Option<&SafeUrl>) -> Option<(Vec<Block>, Vec<Remark>)>;

impl<F> Whole<F> {
    /// Everything, with no HTML read before.
    pub const fn new(parse_html: Parser, facts: F) -> Whole<F> {
        Whole { parse_html, read_before: |_, _| None, facts }
    }
}

/// Facts and candidates: what stands beside the article.
pub trait Beside {
    /// Reads a meta. `None` for one that is to be read later.
    fn facts(&self, meta: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Facts>;

    /// Adds the best candidates of an input to the strip of its post. Returns false where it is left to another program.
    fn compare(&self, post: &mut Post, value: &Value<'_>, context: &mut Context<'_>) -> bool;
}

/// When the meta box is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadFacts {
    /// With the post.
    Now,
    /// With the post where it is short enough to be painted at once: up to [`facts::AT_ONCE`] fields.
    Short,
    /// After the post.
    Later,
}

impl Beside for ReadFacts {
    fn facts(&self, meta: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Facts> {
        let reads = match self {
            ReadFacts::Now => true,
            ReadFacts::Short => facts::is_short(meta),
            ReadFacts::Later => false,
        };
        reads.then(|| facts::read(meta, context, path))
    }

    fn compare(&self, post: &mut Post, value: &Value<'_>, context: &mut Context<'_>) -> bool {
        formats::compare(post, value, context);
        true
    }
}

/// Reads the meta box, and leaves candidates to the program `related`.
#[derive(Clone, Copy, Debug)]
pub struct OnlyFacts(pub ReadFacts);

impl Beside for OnlyFacts {
    fn facts(&self, meta: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Facts> {
        self.0.facts(meta, context, path)
    }

    fn compare(&self, _: &mut Post, _: &Value<'_>, _: &mut Context<'_>) -> bool {
        false
    }
}

/// Leaves both to the program that shows the post. Converting to the native format does not need them.
#[derive(Clone, Copy, Debug)]
pub struct LeftToShowing;

impl Beside for LeftToShowing {
    fn facts(&self, _: &Value<'_>, _: &mut Context<'_>, _: &Path<'_>) -> Option<Facts> {
        None
    }

    fn compare(&self, _: &mut Post, _: &Value<'_>, _: &mut Context<'_>) -> bool {
        false
    }
}

/// The tools of a program that converts posts.
pub const fn converting(parse_html: Parser) -> Whole<LeftToShowing> {
    Whole::new(parse_html, LeftToShowing)
}

impl<F: Beside> Tools for Whole<F> {
    fn html(&self, html: &str, base: Option<&SafeUrl>) -> Result<(Vec<Block>, Vec<Remark>), NoParser> {
        if let Some(read) = (self.read_before)(html, base) {
            return Ok(read);
        }
        let tokens = (self.parse_html)(html).ok_or(NoParser::Page)?;
        Ok(html::blocks(tokens, base))
    }

    fn tokens(&self, html: &str) -> Option<Vec<Token>> {
        (self.parse_html)(html)
    }

    fn credit(&self, image: &mut Fields<'_, '_, '_, '_>) -> Option<Box<Credit>> {
        credits::credit_of_image(image)
    }

    fn credit_in_caption(&self, caption: &[Span], context: &mut Context<'_>) -> Option<(Vec<Span>, Box<Credit>)> {
        credits::credit_in_caption(caption, context).map(|(rest, credit)| (rest, Box::new(credit)))
    }

    fn credit_blocks(&self, blocks: &mut [Block], context: &mut Context<'_>) {
        let mut open: Vec<&mut Block> = blocks.iter_mut().collect();
        while let Some(block) = open.pop() {
            match block {
                Block::Image(image) => context.take_credit(image),
                Block::Gallery(images) => images.iter_mut().for_each(|image| context.take_credit(image)),
                other => open.extend(other.inner_mut()),
            }
        }
    }

    fn facts(&self, meta: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Facts> {
        self.facts.facts(meta, context, path)
    }

    fn compare(&self, post: &mut Post, value: &Value<'_>, context: &mut Context<'_>) -> bool {
        self.facts.compare(post, value, context)
    }
}
