//! Drawings and their HTML.

use backmatter::{
    markup::{Attr, Markup, Prop, Tag},
    policy::{Sink, url::SafeUrl},
};

#[test]
fn a_drawing_writes_its_html() {
    let mut markup = Markup::new(Tag::Section, "bm-a");
    markup
        .attr(Attr::AriaLabel, "\"a\" & <b>")
        .open(Tag::P, "")
        .text("x < y & \"z\"")
        .open(Tag::Br, "")
        .close()
        .close();
    markup.open(Tag::Span, "bm-b").prop(Prop::Value, "7").attr(Attr::Role, "img").text("é😀\u{A0}").close();
    assert_eq!(
        markup.to_html(),
        "<section class=\"bm-a\" aria-label=\"&quot;a&quot; &amp; &lt;b&gt;\"><p>x &lt; y &amp; \"z\"<br></p>\
         <span class=\"bm-b\" role=\"img\" style=\"--bm-value:7;\">é😀&nbsp;</span></section>"
    );
    assert_eq!(markup.len(), 2);
}

#[test]
fn the_root_stays_open_and_everything_is_closed() {
    let mut markup = Markup::new(Tag::Ul, "");
    markup.close().close().open(Tag::Li, "").text("a").open(Tag::Em, "").text("b");
    assert_eq!(markup.to_html(), "<ul><li>a<em>b</em></li></ul>");
}

#[test]
fn an_address_goes_in_only_as_a_safe_one() {
    let url = SafeUrl::parse("https://a.example/?a=1&b=\"2\"", Sink::Link, None).unwrap();
    let mut markup = Markup::new(Tag::A, "");
    markup.address(backmatter::markup::Address::Href, &url).text("x");
    assert_eq!(markup.to_html(), "<a href=\"https://a.example/?a=1&amp;b=&quot;2&quot;\">x</a>");
}

#[test]
fn the_vocabulary_fits_its_opcodes() {
    assert!(Tag::NAMES.len() < 256);
    for names in [Tag::NAMES, Attr::NAMES, Prop::NAMES] {
        let mut once = names.to_vec();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), names.len());
    }
    for refused in [
        "script", "style", "iframe", "object", "embed", "form", "textarea", "svg", "math", "template", "link", "meta",
        "base",
    ] {
        assert!(!Tag::NAMES.contains(&refused), "{refused}");
    }
    for name in Attr::NAMES {
        assert!(
            !name.starts_with("on") && !["style", "name", "href", "src", "srcset", "srcdoc"].contains(name),
            "{name}"
        );
    }
}
