//! The HTML of the article.

use crate::support::{assert_has, fixture, html};

#[test]
fn plain_text_becomes_paragraphs() {
    assert_has(
        &html(r#"{ "body": "one\ntwo\n\n\nthree" }"#),
        "<p class=\"bm-paragraph\">one<br>two</p><p class=\"bm-paragraph\">three</p>",
    );
}

#[test]
fn marks_nest_in_one_order_and_neighbours_share_a_link() {
    let text = r#"{ "body": [{ "type": "paragraph", "text": [
        { "text": "a", "href": "/x" }, { "text": "b", "marks": ["code", "strong"], "href": "/x" }, { "text": "c", "href": "/y" } ] }] }"#;
    assert_has(
        &html(text),
        "<a class=\"bm-link\" href=\"/x\">a<strong><code>b</code></strong></a><a class=\"bm-link\" href=\"/y\">c</a>",
    );
}

#[test]
fn every_block_has_its_form() {
    let html = html(&fixture("full"));
    for part in [
        "<figure class=\"bm-figure\"><a class=\"bm-figure-link\" aria-haspopup=\"dialog\" href=\"images/harbour.svg\" data-bm-image=\"0\"><img class=\"bm-image\" decoding=\"async\" loading=\"lazy\" alt=\"A harbour wall with a painted tide gauge\" referrerpolicy=\"no-referrer\" width=\"1200\" height=\"630\" src=\"images/harbour.svg\"></a>",
        "<div class=\"bm-section\"><h3 class=\"bm-heading\" id=\"bm-note-204-why-this-matters\">Why this matters</h3><a class=\"bm-anchor\" href=\"#bm-note-204-why-this-matters\" aria-label=\"Link to “Why this matters”\"></a></div>",
        ">The rule of twelfths</h4>",
        "<ol class=\"bm-list\"><li class=\"bm-item\">In the first hour",
        "two twelfths<ul class=\"bm-list\"><li class=\"bm-item\">so after two hours a quarter is in</li>",
        "<figure class=\"bm-code\" dir=\"ltr\" translate=\"no\"><figcaption class=\"bm-code-language\">python</figcaption><pre class=\"bm-code-text\" tabindex=\"0\"><code>def twelfths(low, high, hour):\n    steps",
        "</code></pre><div class=\"bm-code-tools\"><button class=\"bm-code-wrap\" type=\"button\" aria-pressed=\"false\">Wrap lines</button><button class=\"bm-code-copy\" type=\"button\">Copy code</button></div></figure>",
        "<blockquote class=\"bm-quote-text\"><p class=\"bm-paragraph\">The sea is punctual.",
        "<figcaption class=\"bm-quote-cite\"><cite>a harbour master</cite></figcaption>",
        "<caption class=\"bm-table-caption\">One day at the outer wall</caption><thead><tr><th scope=\"col\">Time</th>",
        "<td><strong>Leave</strong> before this</td>",
        "<ul class=\"bm-checklist\" role=\"list\"><li class=\"bm-item\"><span class=\"bm-check bm-check-done\" role=\"img\" aria-label=\"done\"></span>Note the four times</li>",
        "<span class=\"bm-check\" role=\"img\" aria-label=\"to do\"></span>Tell somebody ashore",
        "<ul class=\"bm-grid bm-grid-rows\" role=\"list\"><li class=\"bm-grid-item\" style=\"--bm-ratio:600/400;\">",
        "<hr class=\"bm-divider\">",
        "H<sub>2</sub>O, 3<sup>rd</sup> hour, <del>always</del> <mark>mostly</mark>, press <code>Enter</code>.",
    ] {
        assert_has(&html, part);
    }
}

#[test]
fn a_heading_has_a_name_of_its_own() {
    let headings = |id: &str, texts: &[&str]| {
        let blocks: Vec<_> = texts.iter().map(|text| serde_json::json!({ "type": "heading", "text": text })).collect();
        let html = html(&serde_json::json!({ "id": id, "body": blocks }).to_string());
        html.split("id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_string()).collect::<Vec<_>>()
    };
    for (id, texts, names) in [
        ("", vec!["Setup"], vec!["bm-setup"]),
        ("42", vec!["Setup"], vec!["bm-42-setup"]),
        ("", vec!["Setup", "Setup", "SETUP!"], vec!["bm-setup", "bm-setup-2", "bm-setup-3"]),
        ("", vec!["  C++ & you: 1,000 ways  "], vec!["bm-c-you-1-000-ways"]),
        ("", vec!["潮汐表、入門", "Élan — vital"], vec!["bm-潮汐表-入門", "bm-Élan-vital"]),
        ("", vec!["Part 3", "Part", "Part"], vec!["bm-part-3", "bm-part", "bm-part-4"]),
        ("", vec!["???", "🌊"], vec!["bm-section", "bm-section-2"]),
        ("", vec!["location", "__proto__"], vec!["bm-location", "bm-proto"]),
    ] {
        assert_eq!(headings(id, &texts), names, "{texts:?}");
    }
    assert_eq!(headings("", &vec!["same"; 700]).len(), 500);
}

#[test]
fn rows_are_as_long_as_they_are_given() {
    let text = r#"{ "body": [{ "type": "table", "head": ["a"], "rows": [[1, 2], [3]] }] }"#;
    assert_has(
        &html(text),
        "<tr><th scope=\"col\">a</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr>",
    );
}

#[test]
fn lists_nest_no_deeper_than_the_policy() {
    let nested = ["{\"text\":\"x\",\"items\":[".repeat(60), "]}".repeat(60)].concat();
    let html = html(&format!("{{ \"body\": [{{ \"type\": \"list\", \"items\": [{nested}] }}] }}"));
    assert_eq!(html.matches("<ul").count(), 32);
}

#[test]
fn the_header_names_authors_and_dates() {
    let html = html(&fixture("full"));
    assert_has(
        &html,
        "By <a class=\"bm-author\" href=\"https://notes.example/authors/ines\" rel=\"noopener noreferrer\">Ines Valk</a> and <span class=\"bm-author\">Tom Okafor</span>",
    );
    assert_has(&html, "Published <time datetime=\"2025-03-02\">2 March 2025</time>");
    assert_has(&html, "Updated <time datetime=\"2025-04-10T09:30+02:00\">10 April 2025, 09:30 +02:00</time>");
    assert_has(
        &html,
        "<p class=\"bm-intro\">A tide table is a page of small numbers that decides whether a boat leaves. <em>This note</em> shows",
    );
}
