//! HTML to blocks: always a new tree of known kinds, whatever the input.

use crate::corpora::corpus;
use crate::support::{assert_has, assert_lacks, cleaned, parse_html};
use backmatter::html::{Token, blocks, flattened, read_tokens};

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
    assert_has(&html, "<tbody><tr><td>1</td><td>2<p>3</p></td></tr></tbody>");

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
        "<p class=\"bm-embed\"><a class=\"bm-embed-link\" href=\"https://video.example/1\"><bdi>A film</bdi></a></p>"
    );
    assert_eq!(
        cleaned("<iframe src=\"https://www.video.example/1\"></iframe>"),
        "<p class=\"bm-embed\"><a class=\"bm-embed-link\" href=\"https://www.video.example/1\"><bdi>www.video.example/1</bdi></a></p>"
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

/// Every hostile input of the corpora, as a whole tree: the output has only our tags and attributes.
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
                // An `id` without our prefix could shadow a property of `window` or `document`.
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

#[test]
fn links_keep_where_they_lead_and_what_they_are_called() {
    let cases = [
        // An icon alone.
        ("<a href=/m aria-label=Mastodon><i class=fa></i></a>", "<p><a href=\"/m\">Mastodon</a></p>"),
        ("<a href=/m title=Mastodon><svg></svg></a>", "<p><a href=\"/m\">Mastodon</a></p>"),
        ("<a href=https://www.youtube.com/@a><i></i></a>", "<p><a href=\"https://www.youtube.com/@a\">YouTube</a></p>"),
        ("<a href=/m><img src=data:x alt=Shop></a>", "<p><a href=\"/m\">Shop</a></p>"),
        ("<a href=#top aria-hidden=true><i></i></a>x", "<p>x</p>"),
        ("<a href=/empty></a>x", "<p>x</p>"),
        // Neighbours.
        ("<a href=/a>A</a><a href=/b>B</a>", "<p><a href=\"/a\">A</a> <a href=\"/b\">B</a></p>"),
        ("<a href=/a>Low w</a><a href=/a>ater</a>", "<p><a href=\"/a\">Low water</a></p>"),
        ("<a href=/a>A</a>, b", "<p><a href=\"/a\">A</a>, b</p>"),
        // Written twice, to slide one in under the pointer.
        ("<a href=/m><span>Read more</span> <span>Read more</span></a>", "<p><a href=\"/m\">Read more</a></p>"),
        ("<a href=/m><span>Read more</span><span>Read more</span></a>", "<p><a href=\"/m\">Read more</a></p>"),
        ("x <a href=/c><span>cous</span><span>cous</span></a>", "<p>x <a href=\"/c\">couscous</a></p>"),
        (
            "<a href=/m><b><i>もしもしもし</i></b></a>",
            "<p><a href=\"/m\"><strong><em>もしもしもし</em></strong></a></p>",
        ),
        (
            "<a href=/j><span>Johnson</span> <span>&amp; Johnson</span></a>",
            "<p><a href=\"/j\">Johnson &amp; Johnson</a></p>",
        ),
        ("<a href=/l><span>London</span><span>-London</span></a>", "<p><a href=\"/l\">London-London</a></p>"),
        // Buttons.
        ("<p>a <button>Copy</button></p>", "<p>a</p>"),
        ("<button><a href=/buy>Buy</a></button>", "<p><a href=\"/buy\">Buy</a></p>"),
    ];
    for (untrusted, clean) in cases {
        assert_eq!(cleaned(untrusted), clean, "for {untrusted}");
    }
}

#[test]
fn fragment_links_lead_to_their_targets_by_names_of_our_own() {
    let html = cleaned(
        "<p>Low<sup id=fnref:1><a href=#fn:1>1</a></sup></p><ol><li id=fn:1>At noon <a href=#fnref:1>back</a></ol>",
    );
    assert_has(&html, "<a href=\"#bm--to-fn_58_1\"><sup>1</sup></a>");
    assert_has(
        &html,
        "<li class=\"bm-item\"><span id=\"bm--to-fn_58_1\"></span>At noon <a href=\"#bm--to-fnref_58_1\">back</a>",
    );
    assert_has(&cleaned("<a href='#%C3%BCber'>x</a><a name='über'></a>y"), "<span id=\"bm--to-über\"></span>y");
    // An id without a link, or a link without a target.
    assert_eq!(cleaned("<p id=x>a</p><a href=#y>b</a>"), "<p>a</p><p><a href=\"#y\">b</a></p>");
    // Duplicate ids: the first one counts.
    let html = cleaned("<a href=#a>x</a><p id=a>one</p><p id=a>two</p>");
    assert_eq!(html.matches("<span id=").count(), 1, "{html}");
    assert_has(&html, "</span>one");
    // A place without words before code, and at the end.
    assert_has(&cleaned("<a href=#c>x</a><div id=c></div><pre>code</pre>"), "<span id=\"bm--to-c\"></span><figure");
    assert_has(&cleaned("<a href=#e>x</a><p>y</p><div id=e></div>"), "<span id=\"bm--to-e\"></span>");
    for name in ["\"><script>", "constructor", "a b", "bm-title"] {
        let quoted = name.replace('"', "&quot;");
        let html = cleaned(&format!("<a href=\"#{quoted}\">x</a><p id=\"{quoted}\">y"));
        assert!(
            !html.contains("id=\"a b\"") && !html.contains("<script") && !html.contains("id=\"bm-title\""),
            "{html}"
        );
    }
}

#[test]
fn structure_is_kept() {
    let cases = [
        (
            "<dl><dt>Ebb<dd>out<dt>Flood<dd>in<dd>up</dl>",
            "<dl class=\"bm-descriptions\"><dt class=\"bm-description-term\">Ebb</dt><dd class=\"bm-description\">out</dd><dt class=\"bm-description-term\">Flood</dt><dd class=\"bm-description\">in</dd><dd class=\"bm-description\">up</dd></dl>",
        ),
        (
            "<details><summary>More</summary><p>a</details>",
            "<details class=\"bm-details\"><summary class=\"bm-details-summary\">More</summary><p>a</p></details>",
        ),
        (
            "<table><tr><th colspan=2>a<tr><th>b<td rowspan=300>c</table>",
            "<div class=\"bm-scroll\" tabindex=\"0\"><table class=\"bm-table\"><thead><tr><th scope=\"col\" colspan=\"2\">a</th></tr></thead><tbody><tr><th scope=\"row\">b</th><td rowspan=\"250\">c</td></tr></tbody></table></div>",
        ),
        ("<ul><li><h3>H</h3>t</ul>", "<h3 class=\"bm-heading\" id=\"bm-h\">H</h3>"),
        ("<p dir=rtl lang=ar>مد</p>", "<div class=\"bm-passage\" lang=\"ar\" dir=\"rtl\"><p>مد</p></div>"),
        ("<p>a <span lang=fr>marée</span></p>", "<p>a <span lang=\"fr\">marée</span></p>"),
        ("<p dir=ltr>a</p>", "<p>a</p>"),
        (
            "<p>&nbsp;</p><h2>&nbsp;</h2><ul><li>&nbsp;<li>x</ul>",
            "<ul class=\"bm-list\"><li class=\"bm-item\">x</li></ul>",
        ),
        ("<img class=emoji alt=😀 src=https://s.example/e.png>", "<p>😀</p>"),
        (
            "<div class=kg-toggle-card><div class=kg-toggle-heading><h4>Q</h4></div><p>A</p></div>",
            "<summary class=\"bm-details-summary\">Q</summary><p>A</p>",
        ),
        ("<blockquote>x</blockquote>", "<blockquote class=\"bm-quote-text\"><p>x</p></blockquote>"),
        ("<figure><blockquote>x</blockquote><figcaption>Ines</figcaption></figure>", "<cite>Ines</cite>"),
        (
            "<video controls><source src=https://a.example/f.mp4>No video</video>",
            "href=\"https://a.example/f.mp4\"><bdi>a.example/f.mp4</bdi>",
        ),
        ("<iframe src=//player.vimeo.com/video/12?h=1></iframe>", "href=\"https://vimeo.com/12\""),
        ("<p>https://youtu.be/abc</p>", "<span class=\"bm-embed-service\">YouTube</span>: <bdi>youtu.be/abc</bdi>"),
    ];
    for (untrusted, part) in cases {
        assert_has(&cleaned(untrusted), part);
    }
}

#[test]
fn captions_and_galleries_old_and_new_are_kept() {
    let caption = "<span class=\"bm-caption-text\">The quay</span>";
    for untrusted in [
        "<div class='wp-caption alignnone'><img src=a.jpg alt=A><p class=wp-caption-text>The quay</p></div>",
        "<figure class=wp-block-image><img src=a.jpg alt=A><figcaption class=wp-element-caption>The quay</figcaption></figure>",
        "<table class=tr-caption-container><tr><td><img src=a.jpg alt=A><tr><td class=tr-caption>The quay</table>",
        "[caption id='x' width='10']<img src=a.jpg alt=A> The quay[/caption]",
        "<p>[caption width='10']<img src=a.jpg alt=A></p><p>The quay[/caption]</p>",
    ] {
        let html = cleaned(untrusted);
        assert_has(&html, caption);
        assert_lacks(&html, "caption]");
    }
    for untrusted in [
        "<div class=gallery><dl class=gallery-item><dt><img src=a.jpg alt=A></dt></dl><dl class=gallery-item><dt><img src=b.jpg alt=B></dl></div>",
        "<ul class='wp-block-gallery'><li class=blocks-gallery-item><figure><img src=a.jpg alt=A></figure></li><li class=blocks-gallery-item><img src=b.jpg alt=B></li></ul>",
        "<div class='kg-gallery-container'><div><img src=a.jpg alt=A></div><div><img src=b.jpg alt=B></div></div>",
    ] {
        let html = cleaned(untrusted);
        assert_eq!(
            (html.matches("<ul class=\"bm-grid").count(), html.matches("bm-grid-item").count()),
            (1, 2),
            "{html}"
        );
    }
}

#[test]
fn code_says_its_language_however_the_site_writes_it() {
    for untrusted in [
        "<pre><code class=language-ruby>x</code></pre>",
        "<pre class='lang:ruby decode:true'>x</pre>",
        "<pre class='brush: ruby; gutter: true'>x</pre>",
        "<pre class='brush:ruby;'>x</pre>",
        "<pre class='EnlighterJSRAW' data-enlighter-language=ruby>x</pre>",
        "<pre><code class='hljs ruby'>x</code></pre>",
        "<div class='language-ruby highlighter-rouge'><div class=highlight><pre class=highlight><code>x</code></pre></div></div>",
        "<div class='highlight highlight-source-ruby'><pre>x</pre></div>",
        "<pre class='sourceCode ruby'>x</pre>",
        "<pre data-lang=ruby>x</pre>",
    ] {
        assert_has(&cleaned(untrusted), "<figcaption class=\"bm-code-language\">ruby</figcaption>");
    }
    let html = cleaned(
        "<pre class=highlight><code><table><tr><td class='gutter gl'><pre class=lineno>1\n2</pre></td><td class=code><pre>a()\nb()</pre></td></tr></table></code></pre>",
    );
    assert_has(&html, "a()\nb()");
    assert_lacks(&html, "1\n2");
}

#[test]
fn shortcodes_are_left_out_and_words_in_brackets_stay() {
    let cases = [
        ("[vc_row][vc_column_text el='a']words[/vc_column_text][/vc_row]", "<p>words</p>"),
        ("[et_pb_section]a[/et_pb_section]", "<p>a</p>"),
        ("[box color=\"red\"]a[/box]", "<p>a</p>"),
        ("[contact-form-7 id=1]a", "<p>a</p>"),
        ("see [1] and [sic], [box] or [a b]", "<p>see [1] and [sic], [box] or [a b]</p>"),
        ("<code>[gallery ids=\"1\"]</code>", "<p><code>[gallery ids=\"1\"]</code></p>"),
        ("open [ and [vc_row", "<p>open [ and [vc_row</p>"),
        ("[embed]https://a.example/x[/embed]", "<p><a href=\"https://a.example/x\">https://a.example/x</a></p>"),
    ];
    for (untrusted, clean) in cases {
        assert_eq!(cleaned(untrusted), clean, "for {untrusted}");
    }
    assert_has(&cleaned("[youtube https://www.youtube.com/watch?v=abc]"), "YouTube");
}

#[test]
fn pictures_that_lead_elsewhere_have_a_link_of_their_own_to_the_lightbox() {
    let html = cleaned("<a href=https://a.example/shop><img src=/a.jpg alt=A></a>");
    assert_has(&html, "<a class=\"bm-figure-page\" href=\"https://a.example/shop\"");
    assert_has(
        &html,
        "<a class=\"bm-figure-open\" aria-haspopup=\"dialog\" href=\"/a.jpg\" data-bm-image=\"0\" aria-label=\"Open image 1\"></a>",
    );
    // A link to the image file itself opens the lightbox.
    let html = cleaned("<a href=/full.jpg><img src=/a.jpg alt=A></a>");
    assert_has(&html, "<a class=\"bm-figure-link\" aria-haspopup=\"dialog\" href=\"/full.jpg\" data-bm-image=\"0\">");
    assert_lacks(&html, "bm-figure-open");
    assert_lacks(&cleaned("<a href='javascript:alert(1)'><img src=/a.jpg alt=A></a>"), "bm-figure-page");
}

#[test]
fn elements_that_nest_too_deep_go_before_the_parser_and_those_that_end_by_themselves_stay() {
    let deep = format!("{}core{}", "<div>".repeat(2_000), "</div>".repeat(2_000));
    let flat = flattened(&deep);
    assert!(flat.len() < 6_000 && flat.contains("core"), "{}", flat.len());
    // An unclosed anchor ends at the next one.
    let anchors = "<a name=x>y <a href=/z>z</a>".repeat(500);
    assert_eq!(flattened(&anchors), anchors);
    assert_eq!(cleaned(&"<a name=x>y ".repeat(300)).matches('y').count(), 300);
    assert_eq!(flattened("<p>a"), "<p>a");
}
