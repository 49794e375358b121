//! What is done with one input.

use crate::{arguments::Arguments, document::document};
use backmatter::{NATIVE, Options, Report, formats, json, render_ahead, rendering, report::Failure, tools::converting};

/// A command.
#[derive(Clone, Copy)]
pub enum Verb {
    Render,
    Normalize,
    Check,
}

impl Verb {
    pub fn parse(name: &str) -> Result<Verb, String> {
        match name {
            "render" => Ok(Verb::Render),
            "normalize" => Ok(Verb::Normalize),
            "check" => Ok(Verb::Check),
            other => Err(format!("there is no command `{other}`")),
        }
    }

    /// The extension of its output files.
    pub const fn ending(self) -> &'static str {
        match self {
            Verb::Render => "html",
            Verb::Normalize | Verb::Check => "json",
        }
    }

    /// Converts one input.
    pub fn act(self, text: &str, arguments: &Arguments) -> Result<String, Failure> {
        match self {
            Verb::Render => rendered(text, arguments),
            Verb::Normalize => normalized(text, arguments),
            Verb::Check => checked(text, arguments),
        }
    }
}

fn rendered(text: &str, arguments: &Arguments) -> Result<String, Failure> {
    let html = render_ahead(text, &arguments.options, NATIVE)?.html;
    let Some(assets) = &arguments.assets else { return Ok(html + "\n") };
    Ok(document(&html, text, arguments, assets))
}

fn normalized(text: &str, arguments: &Arguments) -> Result<String, Failure> {
    let converted = formats::convert(text, &Options::read(&arguments.options), &converting(NATIVE.parse_html))?;
    Ok(json::indented(&converted.text) + "\n")
}

fn checked(text: &str, arguments: &Arguments) -> Result<String, Failure> {
    let report: Report = rendering::read(text, &Options::read(&arguments.options), NATIVE.parse_html)?.report;
    Ok(serde_json::to_string_pretty(&report).unwrap_or_default() + "\n")
}
