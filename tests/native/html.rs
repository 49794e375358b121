//! HTML into our own blocks: a new tree of known kinds, whatever comes in.

use crate::support::{assert_has, assert_lacks, cleaned, corpus, parse_html};
use backmatter::html::{Token, blocks, read_tokens};

#[test]
fn what_is_allowed_is_kept() {
    let cases = [
        ("<p>a <b>b</b> <em>c</em></p>", "<p>a <strong>b</strong> <em>c</em></p>"),
        ("text<p>more", "<p>text</p><p>more</p>"),
        ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ("a<br>b", "<p>a<br>b</p>"),
        ("<p>  folded \n space </p>", "<p>folded space</p>"),
        (
            "<h3>T</h3>",
            "<div class=\"bm-section\"><h3 class=\"bm-heading\" id=\"bm-t\">T</h3><a class=\"bm-anchor\" href=\"#bm-t\" aria-label=\"Link to “T”\"></a></div>",
        ),
        (
            "<ul><li>a<ul><li>b</ul><li>c</ul>",
            "<ul class=\"bm-list\"><li class=\"bm-item\">a<ul class=\"bm-list\"><li class=\"bm-item\">b</li></ul></li><li class=\"bm-item\">c</li></ul>",
        ),
        ("<ol start=3><li>c</ol>", "<ol class=\"bm-list\" start=\"3\"><li class=\"bm-item\">c</li></ol>"),
        ("<a href=\"/x\">l<b>i</b>nk</a>", "<p><a href=\"/x\">l<strong>i</strong>nk</a></p>"),
        ("<hr>", "<hr class=\"bm-divider\">"),
        ("<b><i>x</i></b>", "<p><strong><em>x</em></strong></p>"),
        ("<span style=\"color:red\" id=a class=b onclick=c>x</span>", "<p>x</p>"),
        ("<blink>x</blink><w:p>y</w:p>", "<p>xy</p>"),
        ("<p>x</p><noscript><img src=x onerror=alert(1)></noscript>", "<p>x</p>"),
    ];
    for (untrusted, clean) in cases {
        assert_eq!(cleaned(untrusted), clean, "for {untrusted}");
    }
}

#[test]
fn what_runs_is_left_out() {
    let cases = [
        "<script>alert(1)</script>",
        "<style>*{display:none}</style>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mtext><script>alert(1)</script></mtext></math>",
        "<template><img src=x onerror=alert(1)></template>",
        "<textarea><script>alert(1)</script></textarea>",
        "<object data=\"javascript:alert(1)\"></object>",
        "<select><option>a</select>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    ];
    for untrusted in cases {
        assert_eq!(cleaned(untrusted), "", "for {untrusted}");
    }
}

#[test]
fn a_bad_address_costs_the_address_and_not_the_words() {
    assert_eq!(cleaned("<a href=\"&#106;avascript:alert(1)\">words</a>"), "<p>words</p>");
    let html = cleaned("<img src=\"javascript:alert(1)\" alt=\"A boat\">");
    assert_has(&html, "A boat");
    assert_lacks(&html, "<img");
}

#[test]
fn code_tables_and_figures() {
    let html =
        cleaned("<pre class=\"wp-block\"><code class=\"language-rust x\">fn a() {\n  1 &lt; 2\n}\n</code></pre>");
    assert_has(&html, "<figcaption class=\"bm-code-language\">rust</figcaption>");
    assert_has(&html, "<code>fn a() {\n  1 &lt; 2\n}\n</code>");

    let html = cleaned("<table><caption>C</caption><tr><th>a<th>b<tr><td>1<td><p>2<p>3</table>");
    assert_has(&html, "<thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>");
    assert_has(&html, "<tbody><tr><td>1</td><td>2<br>3</td></tr></tbody>");

    let html = cleaned(
        "<figure><img src=a.png width=300 height=\"20em\" alt=A><figcaption>A <b>caption</b></figcaption></figure>",
    );
    assert_has(
        &html,
        "<img class=\"bm-image\" decoding=\"async\" loading=\"lazy\" alt=\"A\" referrerpolicy=\"no-referrer\" width=\"300\" src=\"a.png\">",
    );
    assert_has(&html, "<span class=\"bm-caption-text\">A <strong>caption</strong></span>");

    let html = cleaned("<figure><img src=a.png><img src=b.png><figcaption>Both</figcaption></figure>");
    assert_has(&html, "<ul class=\"bm-grid ");
    assert_has(&html, "<p>Both</p>");
}

#[test]
fn frames_become_links_and_checkboxes_checklists() {
    assert_eq!(
        cleaned("<iframe src=\"https://video.example/1\" title=\"A film\"></iframe>"),
        "<p><a href=\"https://video.example/1\">A film</a></p>"
    );
    assert_eq!(
        cleaned("<iframe src=\"https://www.video.example/1\"></iframe>"),
        "<p><a href=\"https://www.video.example/1\">video.example</a></p>"
    );
    let html = cleaned("<ul><li><input type=checkbox checked>a<li><input type=checkbox>b</ul>");
    assert_has(&html, "aria-label=\"done\"");
    assert_has(&html, "aria-label=\"to do\"");
}

#[test]
fn deep_nesting_is_flattened_and_keeps_its_text() {
    let deep = format!("{}core{}", "<blockquote>".repeat(5_000), "</blockquote>".repeat(5_000));
    let html = cleaned(&deep);
    assert_has(&html, "core");
    assert_eq!(html.matches("<blockquote").count(), 31);
}

#[test]
fn tokens_may_be_any_rubbish() {
    let open = |name: &str| Token::Open { name: name.into(), attributes: vec![] };
    let (found, _) = blocks(
        vec![
            Token::Close,
            open("td"),
            Token::Text("a".into()),
            open("li"),
            Token::Close,
            Token::Close,
            Token::Close,
            open("tr"),
        ],
        None,
    );
    assert_eq!(found.len(), 1);
    assert_eq!(read_tokens("[{\"\":\"p\",\"href\":\"x\"},\"t\",null,7,true]").unwrap().len(), 3);
    assert_eq!(read_tokens("{}"), None);
    assert_eq!(read_tokens("no"), None);
}

/// Every hostile input of the corpora, as a whole tree: nothing but our vocabulary comes out.
#[test]
fn hostile_corpora_leave_nothing_that_runs() {
    let mut inputs: Vec<String> = Vec::new();
    if let Some(text) = corpus("dompurify.json") {
        let cases: serde_json::Value = serde_json::from_str(&text).unwrap();
        let cases = cases.as_array().cloned().unwrap_or_default();
        inputs.extend(cases.iter().filter_map(|case| case["payload"].as_str().map(String::from)));
    }
    inputs.extend(corpus("xss-payload-list.txt").unwrap_or_default().lines().map(String::from));
    let tags = backmatter::markup::Tag::NAMES;
    for input in inputs {
        let html = cleaned(&input);
        for token in parse_html(&html).unwrap() {
            let Token::Open { name, attributes } = token else { continue };
            assert!(tags.contains(&name.as_str()), "<{name}> from {input}");
            for (key, value) in attributes {
                assert!(!key.starts_with("on") && key != "style", "{key} from {input}");
                // A name that a script could look for on `window` or `document` would hide what it finds there.
                assert!(key != "id" || value.starts_with("bm-"), "{key} from {input}");
                let address = matches!(key.as_str(), "href" | "src");
                let scheme = value.split([':', '/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
                let runs =
                    value.contains(':') && matches!(scheme.as_str(), "javascript" | "data" | "vbscript" | "blob");
                assert!(!(address && runs), "{key}={value} from {input}");
            }
        }
    }
}

/// html5ever alone would take minutes and gigabytes for these.
#[test]
fn what_nests_deeper_than_browsers_allow_is_flattened_before_it_is_parsed() {
    let reopened: Vec<String> = (0..5_000).map(|n| format!("<b id={n}><p>")).collect();
    for html in ["<div>".repeat(20_000), "<ul><li>".repeat(20_000), reopened.concat()] {
        let tokens = parse_html(&format!("{html}words")).unwrap();
        assert!(
            tokens.contains(&Token::Text("words".into())) && tokens.len() < 1_000_000,
            "{} of {}",
            tokens.len(),
            &html[..20]
        );
    }
    let flat = "<p>a<li>b<br>".repeat(5_000) + &"<div><em>c</em></div>".repeat(5_000);
    assert!(parse_html(&flat).unwrap().len() > 20_000);
    assert_eq!(
        cleaned("1 < 2 and <b>3 > 2</b> <a href=\"/x?a<b\">y</a>"),
        cleaned("1 &lt; 2 and <b>3 &gt; 2</b> <a href=\"/x?a&lt;b\">y</a>")
    );
}
