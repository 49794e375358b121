//! The program of servers: text in, HTML out.

use super::{Answer, read_options};
use crate::{Rendered, Surroundings, html::Parser, labels::INTL, rendering};
use serde::{Serialize, Serializer, ser::SerializeMap};

impl Serialize for Rendered {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("html", &self.html)?;
        map.serialize_entry("report", &self.report)?;
        map.end()
    }
}

/// The HTML of a post in any accepted format.
pub fn render(text: &str, options: &str, parse_html: Parser) -> Answer<Rendered> {
    Answer(rendering::render(text, &read_options(options), Surroundings { parse_html, locale: INTL }))
}
