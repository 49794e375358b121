//! `ProseMirror`, and `TipTap` with its names.

use super::common::{CELL, HEAD, LINE, PARAGRAPH, PART, QUOTE, ROW, ROWS, RULE};
use crate::formats::bodies::{
    marking,
    tree::{Grammar, Rule, nothing},
};

/// `ProseMirror`, and `TipTap` with its names.
pub static PROSEMIRROR: Grammar = Grammar {
    name: "ProseMirror",
    top: "content",
    kind: "type",
    children: "content",
    text: "text",
    breaks: true,
    flat_lists: false,
    define: nothing,
    marks: marking::objects,
    rules: &[
        ("text", Rule::Text),
        ("paragraph", PARAGRAPH),
        ("heading", Rule::Heading("attrs.level")),
        ("bulletlist tasklist todolist", Rule::List { numbered: "", start: "" }),
        ("orderedlist", Rule::List { numbered: "yes", start: "attrs.start attrs.order" }),
        ("listitem", Rule::Item("")),
        ("taskitem todoitem", Rule::Item("attrs.checked attrs.done")),
        ("blockquote", QUOTE),
        ("codeblock", Rule::Code { text: "", language: "attrs.language attrs.params" }),
        ("horizontalrule", RULE),
        ("hardbreak", LINE),
        ("image imageblock resizableimage captionedimage", Rule::Image("attrs")),
        ("figure", Rule::Around("figure")),
        ("figcaption caption imagecaption", Rule::Around("figcaption")),
        ("table", ROWS),
        ("tablerow", ROW),
        ("tablecell", CELL),
        ("tableheader", HEAD),
        ("details doc detailscontent column columns callout", PART),
        ("detailssummary", Rule::Around("p")),
        (
            "youtube iframe video twitter embed",
            Rule::Embed { address: "attrs.src attrs.url attrs.href", title: "attrs.title" },
        ),
        ("mention", Rule::Value("span", "attrs.label attrs.id text")),
        ("emoji", Rule::Value("span", "text attrs.emoji attrs.name")),
        ("inlinemath blockmath math", Rule::Value("code", "attrs.latex attrs.formula text")),
    ],
};
