//! Lexical, as its own nodes, those of Payload and those of Ghost are.

use super::common::{CELL, LINE, PARAGRAPH, PART, QUOTE, ROW, ROWS, RULE, pictures_at};
use crate::formats::bodies::{
    marking,
    tree::{Grammar, Node, Rule, Walk, nothing},
};

/// Lexical, as its own nodes, Payload's and Ghost's are.
pub static LEXICAL: Grammar = Grammar {
    name: "Lexical",
    top: "root.children children",
    kind: "type",
    children: "children",
    text: "text",
    breaks: true,
    flat_lists: false,
    define: nothing,
    marks: marking::bits,
    rules: &[
        ("text extendedtext codehighlight hashtag", Rule::Text),
        ("paragraph", PARAGRAPH),
        ("heading extendedheading", Rule::Heading("tag")),
        ("quote extendedquote aside", QUOTE),
        ("list", Rule::List { numbered: "listType=number", start: "start" }),
        ("listitem", Rule::Item("checked")),
        ("code", Rule::Code { text: "", language: "language" }),
        ("codeblock", Rule::Code { text: "code", language: "language" }),
        ("linebreak", LINE),
        ("tab", Rule::Value("span", "")),
        ("horizontalrule", RULE),
        ("link autolink", Rule::Link("url fields.url")),
        ("table", ROWS),
        ("tablerow", ROW),
        ("tablecell", CELL),
        ("upload", Rule::Image("value")),
        ("image inlineimage", Rule::Image("")),
        ("gallery", Rule::Call(pictures_at)),
        ("html", Rule::Html("html")),
        ("markdown", Rule::Value("p", "markdown")),
        ("callout", Rule::Inline("blockquote", "calloutText")),
        ("toggle", Rule::Call(toggle)),
        ("header", Rule::Inline("h2", "header")),
        ("embed", Rule::Embed { address: "url", title: "metadata.title caption" }),
        ("youtube tweet", Rule::Embed { address: "url", title: "" }),
        ("bookmark", Rule::Embed { address: "url", title: "metadata.title" }),
        ("video audio file", Rule::Embed { address: "src", title: "title fileTitle fileName" }),
        ("button", Rule::Embed { address: "buttonUrl", title: "buttonText" }),
        ("root", PART),
        ("paywall", Rule::Nothing),
    ],
};

fn toggle<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    for (name, ways) in [("h3", "heading"), ("div", "content")] {
        walk.open(name, Vec::new());
        walk.html(node, ways);
        walk.close();
    }
}
