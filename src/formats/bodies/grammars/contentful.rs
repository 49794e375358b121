//! The rich text of Contentful. Its nodes name assets and entries, which the response includes or not.

use super::common::{CELL, HEAD, PARAGRAPH, PART, QUOTE, ROW, ROWS, RULE};
use crate::{
    coerce::items,
    formats::{
        bodies::{
            marking,
            tree::{Grammar, Node, Rule, Walk, nothing},
        },
        ways::{at, first, text_of},
    },
    json::Value,
    model::Block,
    report::NoticeCode,
};

/// Contentful's rich text.
pub static CONTENTFUL: Grammar = Grammar {
    name: "Contentful rich text",
    top: "content",
    kind: "nodeType",
    children: "content",
    text: "value",
    breaks: true,
    flat_lists: false,
    define: nothing,
    marks: marking::objects,
    rules: &[
        ("text", Rule::Text),
        ("paragraph", PARAGRAPH),
        ("heading1", Rule::Around("h1")),
        ("heading2", Rule::Around("h2")),
        ("heading3", Rule::Around("h3")),
        ("heading4", Rule::Around("h4")),
        ("heading5", Rule::Around("h5")),
        ("heading6", Rule::Around("h6")),
        ("orderedlist", Rule::List { numbered: "yes", start: "" }),
        ("unorderedlist", Rule::List { numbered: "", start: "" }),
        ("listitem", Rule::Item("")),
        ("hr", RULE),
        ("blockquote", QUOTE),
        ("table", ROWS),
        ("tablerow", ROW),
        ("tablecell", CELL),
        ("tableheadercell", HEAD),
        ("hyperlink", Rule::Link("data.uri")),
        ("entryhyperlink assethyperlink resourcehyperlink", Rule::Call(contentful_link)),
        ("embeddedassetblock", Rule::Call(contentful_asset)),
        (
            "embeddedentryblock embeddedentryinline embeddedresourceblock embeddedresourceinline",
            Rule::Call(contentful_entry),
        ),
        ("document", PART),
    ],
};

/// What an asset link leads to among what the response includes.
fn linked<'v, 'a>(walk: &Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>, among: &'static str) -> Option<&'v Value<'a>> {
    let id = node.word("data.target.sys.id")?;
    let known = walk.beside.and_then(|beside| at(beside, among)).map(items).unwrap_or_default();
    let here = at(node.value, "data.target").filter(|target| target.get("fields").is_some());
    here.or_else(|| known.iter().find(|one| at(one, "sys.id").and_then(text_of) == Some(id)))
}

fn contentful_asset<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let Some(asset) = linked(walk, node, "includes.Asset") else {
        return walk.note(
            node,
            "data.target",
            NoticeCode::PartDropped,
            "an image",
            "the asset is not among what the response includes",
        );
    };
    let kind = at(asset, "fields.file.contentType").and_then(text_of).unwrap_or_default();
    if kind.is_empty() || kind.starts_with("image/") {
        let image = walk.picture(node, "data.target", asset);
        if let Some(image) = image {
            walk.block(Block::Image(Box::new(image)));
        }
    } else {
        let link = |ways| first(asset, ways).and_then(|(_, found)| text_of(found)).unwrap_or_default().to_string();
        let attributes = vec![
            ("src".to_string(), link("fields.file.url")),
            ("title".to_string(), link("fields.title fields.file.fileName")),
        ];
        walk.open("iframe", attributes);
        walk.close();
    }
}

fn contentful_entry<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let title = linked(walk, node, "includes.Entry")
        .and_then(|entry| first(entry, "fields.title fields.name fields.internalName"));
    match title.and_then(|(_, title)| text_of(title)) {
        Some(title) => {
            walk.note(node, "data.target", NoticeCode::PartAsWords, "an entry", "how it looks only the site knows");
            let title = title.to_string();
            walk.text(&title);
        }
        None => walk.note(
            node,
            "data.target",
            NoticeCode::PartDropped,
            "an entry",
            "it is not among what the response includes",
        ),
    }
}

fn contentful_link<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let asset = linked(walk, node, "includes.Asset").and_then(|asset| at(asset, "fields.file.url")).and_then(text_of);
    let attributes: Vec<_> = asset.map(|href| ("href".to_string(), href.to_string())).into_iter().collect();
    if attributes.is_empty() {
        walk.note(
            node,
            "data.target",
            NoticeCode::LinkUnresolved,
            "",
            "it leads to an entry: its address only the site knows",
        );
    }
    walk.open("a", attributes);
    walk.inside(node);
}
