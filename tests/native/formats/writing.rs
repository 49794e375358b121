//! An input and its native JSON give the same drawing.

use super::{converted_with, folder, input, inputs};
use crate::support::{TOOLS, assert_has, fixture, fixtures, options};
use backmatter::{NATIVE, Options, decode, formats::convert, rendering::draw};

/// The HTML of an input, and the HTML of its native JSON.
fn both(text: &str, given: &str) -> (String, String) {
    let converted = convert(text, &options(given), &TOOLS).unwrap_or_else(|failure| panic!("{failure:?} for {text}"));
    let direct = draw(converted.post, options(given), NATIVE.locale);
    let again = Options { format: None, ..options(given) };
    let native =
        decode(&converted.text, &again, &TOOLS).unwrap_or_else(|failure| panic!("{failure:?} for {}", converted.text));
    (without_box(&direct), without_box(&draw(native.post, again, NATIVE.locale)))
}

/// Removes the meta box and the similar posts, which are read and ranked after the conversion.
fn without_box(html: &str) -> String {
    let parts = ["<section class=\"bm-about", "<section class=\"bm-similar"];
    parts.into_iter().fold(html.to_string(), |html, part| {
        let Some(from) = html.find(part) else { return html };
        let behind = ["<section class=\"bm-", "<dialog class=\"bm-", "</article>"];
        let end = behind.iter().filter_map(|begin| html[from + 1..].find(begin)).min().unwrap_or(0);
        [&html[..from], &html[from + 1 + end..]].concat()
    })
}

#[track_caller]
fn is_lossless(text: &str, given: &str) {
    let (direct, native) = both(text, given);
    let differs = direct.bytes().zip(native.bytes()).position(|(one, other)| one != other);
    let at = differs.unwrap_or(direct.len().min(native.len())).saturating_sub(80);
    let near = |html: &str| html.chars().skip(at).take(240).collect::<String>();
    assert!(direct == native, "for {text}\n{}\n\n{}", near(&direct), near(&native));
}

#[test]
fn every_fixture_of_another_format_is_drawn_the_same_from_its_native_text() {
    assert!(!folder().is_empty());
    for name in inputs() {
        is_lossless(&input(&name), "{}");
    }
}

#[test]
fn every_native_fixture_is_drawn_the_same_from_what_is_written() {
    for name in fixtures().into_iter().filter(|name| name != "empty") {
        is_lossless(&fixture(&name), "{}");
    }
}

#[test]
fn what_stands_in_items_and_quotations_is_written() {
    let cases = [
        (
            "<ul><li><p>one</p><p>two</p></li></ul>",
            r#""items":[{"text":"one","blocks":[{"type":"paragraph","text":"two"}]}]"#,
        ),
        (
            "<ul><li>one<ul><li>deep</li></ul><ol><li>deeper</li></ol></li></ul>",
            r#""items":[{"text":"one","items":["deep"],"blocks":[{"type":"list","ordered":true,"items":["deeper"]}]}]"#,
        ),
        ("<ul><li>one</li><ul><li>two</li></ul></ul>", r#""items":[{"text":"one","items":["two"]}]"#),
        (
            "<ul><li>one<img src='https://a.example/b.png' alt='B'></li></ul>",
            r#""blocks":[{"type":"image","src":"https://a.example/b.png","alt":"B"}]"#,
        ),
        (
            "<blockquote><blockquote>deep</blockquote><ul><li>item</li></ul></blockquote>",
            r#"{"type":"quote","blocks":[{"type":"quote","text":"deep"},{"type":"list","items":["item"]}]}"#,
        ),
    ];
    for (html, part) in cases {
        assert_has(&converted_with(html, r#"{ "format": "html" }"#).text, part);
    }
}

/// Constructs of real bodies, each with its own name.
pub const CONSTRUCTS: &[(&str, &str)] = &[
    ("paragraphs in an item", "<ul><li><p>one</p><p>two</p></li><li><h3>Head</h3>text</li></ul>"),
    ("code in an item", "<ol start=4><li>one<pre><code class=language-js>a()</code></pre></li></ol>"),
    ("lists in lists", "<ul><li>a<ol start=3><li>b<ul><li>c</ul></ol><p>d</p><ul><li>e</ul></ul>"),
    (
        "a checklist",
        "<ul><li><input type=checkbox checked> a</li><li><input type=checkbox>b<ul><li>plain</ul></li></ul>",
    ),
    ("a mixed checklist", "<ul><li><input type=checkbox checked> a</li><li>b</li></ul>"),
    ("a quotation of blocks", "<blockquote><p>a</p><ul><li>b</ul><blockquote>c</blockquote><h2>d</h2></blockquote>"),
    (
        "a quotation with its author",
        "<figure><blockquote><p>a</p></blockquote><figcaption>Ines <em>Valk</em></figcaption></figure>",
    ),
    ("a disclosure", "<details><summary>More <b>here</b></summary><p>a</p><ul><li>b</ul></details>"),
    (
        "a description list",
        "<dl><dt>Ebb</dt><dd>out</dd><dt>Flood</dt><dt>Rise</dt><dd>in</dd><dd><p>up</p><p>on</p></dd></dl>",
    ),
    (
        "a table with everything",
        "<table><caption>Tides</caption><thead><tr><th colspan=2>a</th><th>b</th></tr></thead><tr><th>row</th><td rowspan=2>c<td><ul><li>d</ul><p>e</p><tr><td>f<td><img src=/g.png alt=G></table>",
    ),
    (
        "footnotes",
        "<p>Tides<sup id=fnref:1><a href=#fn:1>1</a></sup> turn.</p><ol><li id=fn:1>At noon. <a href=#fnref:1>back</a></li></ol>",
    ),
    (
        "a table of contents",
        "<ul><li><a href=#low>Low</a></ul><h2 id=low>Low</h2><p><a name=end></a>x <a href='#end'>end</a></p>",
    ),
    ("a target with no words", "<p><a href=#a>to a</a></p><div id=a></div><pre>code</pre><hr id=b>"),
    (
        "linked pictures",
        "<a href=https://a.example/shop><img src=/a.jpg alt=A></a><a href=/full.jpg><img src=/small.jpg alt=B></a>",
    ),
    (
        "a caption",
        "<div class=wp-caption><img src=a.jpg alt=A><p class=wp-caption-text>The <a href=/quay>quay</a></p></div>",
    ),
    (
        "a gallery",
        "<div class=gallery><dl class=gallery-item><dt><img src=a.jpg alt=A></dt><dd class='wp-caption-text gallery-caption'>A</dd></dl><dl class=gallery-item><dt><img src=b.jpg alt=B></dt></dl></div>",
    ),
    (
        "a gallery of blocks",
        "<figure class='wp-block-gallery has-nested-images'><figure class=wp-block-image><img src=a.jpg alt=A><figcaption>A</figcaption></figure><figure class=wp-block-image><img src=b.jpg alt=B></figure><figcaption>Both</figcaption></figure>",
    ),
    (
        "players",
        "<iframe src=https://www.youtube.com/embed/abc-123 title='Low tide'></iframe><video controls><source src=/film.mp4></video><audio src=https://a.example/a.mp3></audio>",
    ),
    ("a bare address", "<p>https://vimeo.com/12345</p><p>https://a.example/page</p>"),
    (
        "other languages",
        "<p lang=ar dir=rtl>مد</p><p>a <span lang=fr>marée</span> b</p><div dir=rtl><p dir=ltr>c</p></div>",
    ),
    ("marks and links", "<p><b>a<i>b</i></b><a href=/x>c</a><a href=/y>d</a> <a href=/x>e<code>f</code></a></p>"),
    ("spaces", "<p> a <b> b </b> c<br>\n d&nbsp; </p><p>&nbsp;</p><ul><li> </li><li>x</li></ul><h2>&nbsp;</h2>"),
    (
        "shortcodes",
        "<p>[caption id='a' width='300']<img src=a.jpg alt=A> The quay[/caption] [vc_row el='b']words[/vc_row] [embed]https://youtu.be/abc[/embed]</p>",
    ),
];

#[test]
fn every_construct_is_drawn_the_same_from_its_native_text() {
    for (_, html) in CONSTRUCTS {
        is_lossless(html, r#"{ "format": "html" }"#);
        is_lossless(html, r#"{ "format": "html", "baseUrl": "https://site.example/notes/7" }"#);
    }
}

/// Tags of the random HTML.
const TAGS: [&str; 31] = [
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "td",
    "th",
    "thead",
    "caption",
    "blockquote",
    "figure",
    "figcaption",
    "details",
    "summary",
    "a",
    "b",
    "em",
    "code",
    "pre",
    "span",
    "h2",
    "h3",
    "sup",
    "button",
    "section",
    "i",
];
const LONE: [&str; 6] = [
    "<img src=/i.png alt=I>",
    "<br>",
    "<hr>",
    "<input type=checkbox checked>",
    "<img src=/j.png alt=J href=/k>",
    "<wbr>",
];
const ATTRIBUTES: [&str; 20] = [
    "",
    "",
    "",
    " id=a",
    " id=b",
    " href='#a'",
    " href=/x",
    " href=https://e.example/y",
    " class=gallery",
    " class=wp-caption",
    " class=wp-caption-text",
    " class=language-js",
    " dir=rtl",
    " lang=fr",
    " colspan=2 rowspan=3",
    " src=https://youtu.be/abc title=T",
    " aria-label=L",
    " name=a",
    " start=4",
    " class=kg-toggle-card",
];
const WORDS: [&str; 15] = [
    "tide",
    "low water",
    "[1]",
    "[vc_row a='b']",
    "Photo: Mara Lind / Unsplash",
    "https://youtu.be/x",
    " ",
    "\n",
    "&nbsp;",
    "x@y.example",
    "[caption width='1']",
    "[/caption]",
    "é",
    "مد",
    "&lt;b&gt;",
];

/// Pseudo-random numbers, the same in every run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn html(&mut self, depth: usize) -> String {
        let mut html = String::new();
        for _ in 0..=self.below(3) {
            match self.below(10) {
                0..4 => html += WORDS[self.below(WORDS.len())],
                4 => html += LONE[self.below(LONE.len())],
                _ if depth == 0 => html += WORDS[self.below(WORDS.len())],
                _ => {
                    let tag = TAGS[self.below(TAGS.len())];
                    let attributes = ATTRIBUTES[self.below(ATTRIBUTES.len())];
                    let inner = self.html(depth - 1);
                    let end = if self.below(10) == 0 { String::new() } else { format!("</{tag}>") };
                    html.extend([&format!("<{tag}{attributes}>"), &inner, &end].map(String::as_str));
                }
            }
        }
        html
    }
}

#[test]
fn random_html_is_drawn_the_same_from_its_native_text() {
    for seed in 1..=1_500 {
        let mut random = Random(u64::wrapping_mul(seed, 0x9E37_79B9_7F4A_7C15));
        is_lossless(&format!("<p>begin</p><div>{}end</div>", random.html(6)), r#"{ "format": "html" }"#);
    }
}
