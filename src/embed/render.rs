//! The program of servers: text in, HTML out.

use super::{Answer, read_flat_options};
use crate::{
    Rendered, Surroundings,
    html::Parser,
    json::{self, Value},
    labels::INTL,
    render_ahead,
    rendering::{self, Filled, Neighbours},
};
use serde::{Serialize, Serializer, ser::SerializeMap};

impl Serialize for Rendered {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("html", &self.html)?;
        map.serialize_entry("report", &self.report)?;
        map.end()
    }
}

impl Serialize for Filled {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("html", &self.html)?;
        map.serialize_entry("reports", &self.reports)?;
        map.serialize_entry("failures", &self.failures)?;
        map.end()
    }
}

/// For each post of a site those to read next.
pub fn index(text: &str, options: &str, parse_html: Parser) -> Answer<Vec<Neighbours>> {
    let site = rendering::subjects(text, &read_flat_options(options), parse_html);
    Answer(site.map(|site| rendering::neighbours(&site, &mut |_| ())))
}

/// A page with the posts of its elements.
pub fn fill(page: &str, parse_html: Parser) -> Answer<Filled> {
    Answer(Ok(rendering::fill(page, Surroundings { parse_html, locale: INTL })))
}

/// The HTML of a post in any accepted format, as an element of a page goes on from it.
pub fn render(text: &str, options: &str, parse_html: Parser) -> Answer<Rendered> {
    let surroundings = Surroundings { parse_html, locale: INTL };
    // Options come from our own JavaScript side, so they are JSON; if they were not, the defaults would do.
    let given = json::read(options).map_or(Value::Null, |given| given.value);
    Answer(render_ahead(text, &given, surroundings))
}
