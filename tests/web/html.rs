//! The browser's own parser, inert.

use backmatter::{
    embed::widget::parse_html,
    html::{Token, blocks},
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
