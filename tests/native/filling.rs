//! The pages of a static site, and the posts in them.

use backmatter::{
    NATIVE, json, render_ahead,
    rendering::{ATTRIBUTES, fill},
};
use std::fs;

const POST: &str = r#"{ "title": "Low water", "body": "Calm." }"#;

/// The HTML of the post with these options.
fn rendered(options: &str) -> String {
    let given = json::read(options).unwrap().value;
    render_ahead(POST, &given, NATIVE).unwrap().html
}

fn script() -> String {
    ["<script type=\"application/json\">", POST, "</script>"].concat()
}

#[test]
fn a_post_stands_in_front_of_its_json_and_all_else_is_as_it_was() {
    let page = format!(
        "<!doctype html>\r\n<div CLASS=x>é &amp; <br/>\n<backmatter-post>\n <p>Fallback</p>{}\n</backmatter-post>\n<p>behind",
        script()
    );
    let filled = fill(&page, NATIVE);
    let expected = format!(
        "<!doctype html>\r\n<div CLASS=x>é &amp; <br/>\n<backmatter-post>{}{}</backmatter-post>\n<p>behind",
        rendered("{}"),
        script()
    );
    assert_eq!(filled.html, expected);
    assert_eq!((filled.reports.len(), filled.failures.len()), (1, 0));
}

/// The element of a page keeps the HTML when it reads the same options from its attributes.
#[test]
fn attributes_are_options() {
    let cases = [
        ("<backmatter-post lang=de>", r#"{ "lang": "de" }"#),
        ("<backmatter-post lang='de' heading-base=\"3\">", r#"{ "lang": "de", "headingBase": "3" }"#),
        ("<backmatter-post meta-open>", r#"{ "metaOpen": true }"#),
        ("<backmatter-post meta-open=\"false\" shortcuts=false>", "{}"),
        ("<backmatter-post base-url=\"/a?b&amp;c=>\">", r#"{ "baseUrl": "/a?b&c=>" }"#),
        ("<BACKMATTER-POST Heading-Base = 3 >", r#"{ "headingBase": "3" }"#),
        ("<backmatter-post\nid=x\nclass='a b'\ndata-x>", "{}"),
        ("<backmatter-post src=/7.json loading=lazy>", "{}"),
        ("<backmatter-body>", r#"{ "sections": "body" }"#),
        ("<backmatter-meta sections=\"meta body\">", r#"{ "sections": "meta body" }"#),
    ];
    for (tag, options) in cases {
        let name = tag.trim_start_matches('<').split(|char: char| char.is_whitespace() || char == '>').next().unwrap();
        let filled = fill(&format!("{tag}{}</{name}>", script()), NATIVE);
        assert_eq!(filled.html, format!("{tag}{}{}</{name}>", rendered(options), script()), "{tag}");
    }
}

#[test]
fn what_is_no_element_with_a_post_is_left_alone() {
    let script = script();
    let filled = format!("<backmatter-post>{}{script}</backmatter-post>", rendered("{}"));
    let cases = [
        "<backmatter-post></backmatter-post>".to_string(),
        "<backmatter-post src=/7.json></backmatter-post>".into(),
        format!("<backmatter-post shadow>{script}</backmatter-post>"),
        format!("<backmatter-post instance=a>{script}</backmatter-post>"),
        format!("<backmatter-poster>{script}</backmatter-poster>"),
        format!("<!-- <backmatter-post>{script}</backmatter-post> -->"),
        format!("<textarea><backmatter-post>{script}</backmatter-post></textarea>"),
        "<script>const a = \"<backmatter-post><script type='application/json'>{}\";</script>".into(),
        format!("<backmatter-post>{script}"),
        "<backmatter-post><script type=\"application/json\">{ \"title\": \"a\" }".into(),
        "<backmatter-post".into(),
        format!("<p>Intro <backmatter-post>{script}</backmatter-post>"),
        format!("<backmatter-post remote-images=click>{script}</backmatter-post>"),
        format!("<backmatter-post><div>{script}</div></backmatter-post>"),
        format!("<backmatter-post src=/a.json /><section>Much</section><backmatter-post>{script}</backmatter-post>"),
        format!("<iframe><backmatter-post>{script}</backmatter-post></iframe>"),
        format!("<textarea></textareax><backmatter-post>{script}</backmatter-post></textarea>"),
        format!("<!x \"<backmatter-post>{script}"),
        "< backmatter-post>a < b <".into(),
        String::new(),
        filled,
    ];
    for page in cases {
        let filled = fill(&page, NATIVE);
        assert_eq!(filled.html, page);
        assert_eq!((filled.reports.len(), filled.failures.len()), (0, 0), "{page}");
    }
}

/// Markup around an element that does not hide it.
#[test]
fn odd_pages_are_filled_all_the_same() {
    let cases = [
        "<!-- a --!>",
        "<svg><title/><style/></svg>",
        "<p>One<h2>Two</h2>",
        "<p>One</p>",
        "<a href=x>y</a>",
        "<!doctype html>",
        "<script>a < b</script>",
    ];
    for before in cases {
        let filled = fill(&format!("{before}<backmatter-post>{}</backmatter-post>", script()), NATIVE);
        let expected = format!("{before}<backmatter-post>{}{}</backmatter-post>", rendered("{}"), script());
        assert_eq!(filled.html, expected, "{before}");
    }
    let drawing = format!("<backmatter-post><svg><title/><style/></svg>{}</backmatter-post>", script());
    assert_eq!(fill(&drawing, NATIVE).reports.len(), 1, "{drawing}");
    let upper = script().replace("application/json", "Application/JSON");
    let filled = fill(&format!("<backmatter-post><img src=a><b>x</b>{upper}</backmatter-post>"), NATIVE);
    assert_eq!(filled.html, format!("<backmatter-post>{}{upper}</backmatter-post>", rendered("{}")));
}

#[test]
fn a_post_that_cannot_be_rendered_costs_only_itself() {
    let bad = "<backmatter-post><script type=\"application/json\">{ \"title\": </script></backmatter-post>";
    let good = format!("<backmatter-post>{}</backmatter-post>", script());
    let filled = fill(&[bad, &good].concat(), NATIVE);
    assert!(filled.html.starts_with(bad), "{}", filled.html);
    assert_eq!(filled.reports.len(), 1);
    assert_eq!(filled.failures.iter().map(|failure| failure.code.as_str()).collect::<Vec<_>>(), ["bad-json"]);
}

#[test]
fn every_attribute_of_the_contract_that_says_how_a_post_is_drawn_counts() {
    let path = format!("{}/src/embed/contract.json", env!("CARGO_MANIFEST_DIR"));
    let contract: serde_json::Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let names = contract["attributes"].as_array().unwrap().iter().map(|attribute| attribute["name"].as_str().unwrap());
    let drawn: Vec<&str> = names.filter(|name| !["src", "loading", "instance", "shadow"].contains(name)).collect();
    assert_eq!(drawn, ATTRIBUTES);
}

/// Hostile JSON or attributes cannot write markup.
#[test]
fn nothing_hostile_reaches_the_page_as_markup() {
    let post = r#"{ "title": "\u003cscript>alert(1)\u003c/script>", "body": [{ "type": "html", "html": "\u003cimg src=x onerror=alert(1)>\u003ca href='javascript:alert(1)'>x\u003c/a>" }], "nope\u003cscript>": 1 }"#;
    let start = "<backmatter-post lang='\"><script>alert(1)</script>' dir=\"'><b>\" base-url='javascript:alert(1)'>";
    let filled = fill(&format!("{start}<script type=\"application/json\">{post}</script></backmatter-post>"), NATIVE);
    let added = filled.html.strip_prefix(start).unwrap();
    assert_eq!(added.matches("<script").count(), 2, "the report and the JSON: {added}");
    for sink in ["onerror", "javascript:alert", "<b>"] {
        assert!(!added.replace(post, "").contains(sink), "{sink}: {added}");
    }
}

/// The work is linear in the length of the page, whatever its content.
#[test]
fn pages_of_openings_without_ends_are_read_once() {
    for part in
        ["<", "<!--", "<backmatter-post ", "<backmatter-post>", "<script", "<script>", "<a b=\"", "</", "<textarea>"]
    {
        let page = part.repeat(30_000);
        assert_eq!(fill(&page, NATIVE).html, page, "{part}");
    }
}
