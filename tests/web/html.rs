//! The browser's own parser, inert.

use backmatter::{
    embed::widget::parse_html,
    html::{Token, blocks, parse},
};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test as test;

#[wasm_bindgen(inline_js = "
export const trap = () => { window.fired = 0; window.alert = () => { window.fired++; }; };
export const fired = () => window.fired;
")]
extern "C" {
    fn trap();
    fn fired() -> u32;
}

fn names(html: &str) -> Vec<String> {
    let open = |token| if let Token::Open { name, .. } = token { Some(name) } else { None };
    parse_html(html).unwrap().into_iter().filter_map(open).collect()
}

#[test]
fn tokens_are_what_was_written() {
    let tokens = parse_html("<p title=\"a&amp;b\" onclick=x>t<br>u</p>").unwrap();
    let open = |name: &str, attributes: &[(&str, &str)]| Token::Open {
        name: name.into(),
        attributes: attributes.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect(),
    };
    let text = |text: &str| Token::Text(text.into());
    let expected = [open("p", &[("title", "a&b")]), text("t"), open("br", &[]), Token::Close, text("u"), Token::Close];
    assert_eq!(tokens, expected);
}

#[test]
fn starts_and_ends_are_in_balance() {
    for html in [
        "",
        "text",
        "<b><i>x</b>y</i>",
        "<table><p>x<td>y",
        "<ul><li><ul><li>a</ul><li>b</ul><hr>",
        "<script>x</script><p>y",
    ] {
        let mut open = 0;
        for token in parse_html(html).unwrap() {
            match token {
                Token::Open { .. } => open += 1,
                Token::Close => open -= 1,
                Token::Text(_) | Token::Block(_) => {}
            }
            assert!(open >= 0, "{html}");
        }
        assert_eq!(open, 0, "{html}");
    }
}

#[test]
fn clobbered_nodes_do_not_break_the_walk() {
    let html = "<form><input name=attributes><input name=parentNode><input name=firstChild><input name=nextSibling>\
                <input name=localName><input name=nodeType></form><p>after</p>";
    assert_eq!(names(html).last().map(String::as_str), Some("p"));
}

#[test]
fn foreign_elements_go_by_a_name_that_is_dropped() {
    assert_eq!(names("<svg><g><a>x</a></g></svg><math><mi>x</mi></math>"), ["svg", "svg", "svg", "svg", "svg"]);
}

#[test]
fn nothing_runs() {
    trap();
    for html in [
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<script>alert(1)</script>",
        "<details open ontoggle=alert(1)>",
    ] {
        let (found, _) = blocks(parse_html(html).unwrap(), None);
        drop(found);
    }
    assert_eq!(fired(), 0);
}

/// The attributes that `inert.js` reads; the parser of servers gives all of them.
const READ: [&str; 14] = [
    "href", "src", "data-src", "data", "srcset", "sizes", "width", "height", "alt", "title", "class", "type",
    "checked", "start",
];

/// Normalised tokens: only attributes that are read, sorted; adjacent texts joined.
fn plain(tokens: Vec<Token>) -> Vec<Token> {
    let mut plain: Vec<Token> = Vec::new();
    for token in tokens {
        match token {
            Token::Open { name, mut attributes } => {
                attributes.retain(|(name, _)| READ.contains(&name.as_str()));
                attributes.sort();
                plain.push(Token::Open { name, attributes });
            }
            Token::Text(text) => match plain.last_mut() {
                Some(Token::Text(before)) => before.push_str(&text),
                _ => plain.push(Token::Text(text)),
            },
            other => plain.push(other),
        }
    }
    plain
}

#[test]
fn the_browser_and_the_parser_of_servers_read_the_same() {
    for html in [
        "",
        "text",
        "<p>a<p>b",
        "<b><i>x</b>y</i>",
        "<table><p>x<td>y<tr><th>z</table>",
        "<table><caption>c</caption><thead><tr><th>a<tbody><tr><td rowspan=2>b</table>",
        "<ul><li><ul><li>a</ul><li>b</ul><hr>",
        "<script>x < y</script><p>y<style>p{}</style>",
        "<noscript><img src=a.png></noscript><p>x",
        "<a href=/a>one<a href=/b>two</a>",
        "<h2>a</h3>b",
        // (Since 2025 the standard lets more stand in <select>, which is not drawn: parsers differ there.)
        "<select><option>a</select>c",
        "<textarea>\n<p>not a paragraph</textarea>",
        "<svg><p>out</p><title>t</title></svg><math><mi>x</math>",
        "<form><form><input name=attributes></form>x",
        "<!-- a comment --><p title='&amp;&notit;&#x41;&#0;'>&hellip;&nbsp;&bogus;",
        "<p>\u{0}null and \r\n lines</p>",
        "<img src=a.png srcset='a.png 1x, b.png 2x' ALT=A><IMG>",
        "<dl><dt>a<dd>b<dt>c</dl><details open><summary>s</summary>t</details>",
        "<frameset><p>x</frameset>",
        "<template><p>in a template</p></template>after",
        "<html><head><title>t</title></head><body class=c><p>x</body></html>trailing",
        "<figure><img src=a.png><figcaption>c</figcaption></figure>",
        "<pre>\nfirst line</pre><code>&lt;b&gt;</code>",
    ] {
        let [browser, server] = [parse_html(html), parse(html)].map(|tokens| plain(tokens.unwrap()));
        assert_eq!(browser, server, "{html}");
        assert_eq!(blocks(browser, None).0, blocks(server, None).0, "{html}");
    }
}
