//! The program that reads every format: text in, native text out.

use super::{Answer, long_html, read_flat_options, related::Noted};
use crate::{
    Report, formats,
    html::Parser,
    report::Failure,
    tools::{LeftToShowing, ReadBefore, Whole, converting},
};
use serde::{Serialize, Serializer, ser::SerializeMap};

/// An input in the native format.
#[derive(Debug)]
pub struct Conversion {
    /// The post, as JSON text.
    pub text: String,
    /// The report on the input.
    pub report: Report,
    /// Where each part of the post comes from: the part, and a path into the input.
    pub mapped: Vec<(&'static str, String)>,
    /// How many posts the input has.
    pub posts: usize,
}

impl Serialize for Conversion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", &self.text)?;
        map.serialize_entry("report", &self.report)?;
        map.serialize_entry("mapped", &self.mapped)?;
        map.serialize_entry("posts", &self.posts)?;
        map.end()
    }
}

/// Reads any accepted input: JSON, JSON Lines, HTML, plain text.
pub fn convert(text: &str, options: &str, parse_html: Parser) -> Answer<Conversion> {
    let converted = formats::convert(text, &read_flat_options(options), &tools(parse_html, long_html::read));
    Answer(converted.map(|converted| Conversion {
        text: converted.text,
        report: converted.report,
        mapped: converted.mapped,
        posts: converted.posts,
    }))
}

/// Reads a list of posts in any format, for the field `name` of a post.
pub fn convert_list(text: &str, name: &str, options: &str, parse_html: Parser) -> Answer<Noted> {
    let listed = formats::convert_list(text, name, &read_flat_options(options), &converting(parse_html));
    Answer(listed.map(|(text, notices)| Noted { text, notices }))
}

const fn tools(parse_html: Parser, read_before: ReadBefore) -> Whole<LeftToShowing> {
    Whole { read_before, ..converting(parse_html) }
}

/// The long HTML of an input, which may be read in parts before the whole is: each text as it is to be parsed.
pub fn long_html(text: &str, options: &str, least: u32, parse_html: Parser) -> Answer<Vec<String>> {
    let read = |note| formats::convert(text, &read_flat_options(options), &tools(parse_html, note));
    Answer(Ok(long_html::find(least as usize, read)))
}

/// Which format an input is in.
pub fn identify(text: &str, options: &str) -> Answer<Report> {
    let found: Result<_, Failure> = formats::identify(text, &read_flat_options(options));
    Answer(found.map(|detection| detection.report(Vec::new())))
}
