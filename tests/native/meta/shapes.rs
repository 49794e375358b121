//! Point 1: a value of any shape is shown in a suitable form, without a schema.

use super::row;
use crate::support::{assert_has, assert_lacks, fact_html, meta_html, notices_of};
use backmatter::model::Fact;

#[test]
fn arrays_become_lists() {
    assert_eq!(
        fact_html("tools", r#"["rope", "lead"]"#),
        "<ul class=\"bm-values bm-values-inline\" role=\"list\"><li class=\"bm-value\">rope</li><li class=\"bm-value\">lead</li></ul>"
    );
    let long = format!("[\"{}\", \"b\"]", "a".repeat(80));
    assert_has(&fact_html("notes", &long), "<ul class=\"bm-values\" role=\"list\">");
    assert_eq!(
        fact_html("scores", r#"{ "quality": 73 }"#),
        "<dl class=\"bm-map\"><div class=\"bm-fact\"><dt class=\"bm-fact-label\">Quality</dt><dd class=\"bm-fact-value\"><span class=\"bm-measure\" style=\"--bm-value:73;\">73</span></dd></div></dl>"
    );
    let records =
        fact_html("entities", r#"[{ "name": "A", "type": "x" }, { "name": "B", "url": "https://b.example" }]"#);
    for column in ["Name", "Type", "URL"] {
        assert_has(&records, &format!("data-bm-action=\"sort\">{column}</button></th>"));
    }
    assert_has(
        &records,
        "<td data-bm-column=\"Name\">A</td><td data-bm-column=\"Type\">x</td>\
         <td data-bm-column=\"URL\"><span class=\"bm-missing\" role=\"img\" aria-label=\"not given\">–</span></td>",
    );
    assert_has(&fact_html("mixed", r#"["a", ["b", { "c": 1 }]]"#), "<dt class=\"bm-fact-label\">C</dt>");
}

/// Browsers lay out a table as a whole.
#[test]
fn a_table_of_many_records_goes_on_in_disclosures() {
    let records: Vec<String> =
        (1..=1_200).map(|number| format!(r#"{{ "name": "n{number}", "id": {number} }}"#)).collect();
    let html = fact_html("entities", &format!("[{}]", records.join(",")));
    assert_eq!(html.matches("<table").count(), 3);
    assert_eq!(html.matches("<tr>").count(), 1_203);
    assert_has(&html, "<details class=\"bm-records-rest\"><summary class=\"bm-records-range\">501–1,000</summary>");
    assert_has(&html, "1,001–1,200");
}

#[test]
fn a_map_under_an_image_key_is_an_image_only_with_an_address() {
    assert_has(&fact_html("cover", r#"{ "material": "hardback" }"#), "hardback");
    assert_has(&fact_html("cover", r#"{ "src": "a.png" }"#), "<img");
}

#[test]
fn sparse_or_wide_records_are_lists_and_not_tables() {
    let sparse: Vec<String> = (0..40).map(|index| format!("{{ \"k{index}\": 1 }}")).collect();
    let html = fact_html("x", &format!("[{}]", sparse.join(",")));
    assert_eq!((html.matches("<table").count(), html.matches("<li").count()), (0, 40));
}

#[test]
fn deep_values_are_shown_as_they_were_written() {
    let deep = format!("{}1{}", "[".repeat(60), "]".repeat(60));
    let html = meta_html(&format!("{{ \"deep\": {deep} }}"));
    assert_has(&html, "<summary class=\"bm-deep-more\">Deeper levels</summary>");
    assert_has(&html, &format!("<code>{}1", "[".repeat(52)));
    let notices = notices_of(&format!("{{ \"title\": \"T\", \"meta\": {{ \"deep\": {deep} }} }}"));
    assert_has(&notices.join("\n"), "deeper levels shown as JSON (facts nest 8 levels at most)");
}

#[test]
fn each_shape_has_a_fact_of_its_own() {
    type Is = fn(&Fact) -> bool;
    let cases: [(&str, &str, Is); 17] = [
        ("note", "\"calm\"", |fact| matches!(fact, Fact::Text(_))),
        ("depth", "7", |fact| matches!(fact, Fact::Number(_))),
        ("open", "true", |fact| matches!(fact, Fact::Flag(true))),
        ("tools", "[\"rope\", \"lead\"]", |fact| matches!(fact, Fact::List(_))),
        ("size", "{ \"length\": 7 }", |fact| matches!(fact, Fact::Map(_))),
        ("crew", "[{ \"n\": 1 }, { \"n\": 2 }]", |fact| matches!(fact, Fact::Records(_))),
        ("crew", "[{ \"n\": 1 }]", |fact| matches!(fact, Fact::List(_))),
        ("mixed", "[1, { \"n\": 2 }]", |fact| matches!(fact, Fact::List(_))),
        ("page", "\"https://a.example/\"", |fact| matches!(fact, Fact::Link(..))),
        ("page", "{ \"title\": \"A\", \"url\": \"https://a.example/\", \"target\": \"\" }", |fact| {
            matches!(fact, Fact::Link(..))
        }),
        ("cover", "\"https://a.example/b.png\"", |fact| matches!(fact, Fact::Image(_))),
        ("logo", "{ \"url\": \"https://a.example/b.webp?v=2\", \"width\": 20 }", |fact| matches!(fact, Fact::Image(_))),
        ("logo", "{ \"url\": \"https://a.example/b\", \"alt\": \"A boat\" }", |fact| matches!(fact, Fact::Image(_))),
        ("logo", "{ \"url\": \"https://a.example/b\", \"size\": 3 }", |fact| matches!(fact, Fact::Map(_))),
        ("snippet", "\"ls -l\"", |fact| matches!(fact, Fact::Code(_))),
        ("depth", "{ \"value\": 7, \"source\": \"chart 12\" }", |fact| matches!(fact, Fact::Sourced(..))),
        ("depth", "{ \"value\": 7, \"unit\": \"m\" }", |fact| matches!(fact, Fact::Map(_))),
    ];
    for (key, value, is) in cases {
        let row = row(key, value);
        assert!(is(&row.field.fact), "{key}: {value} is {:?}", row.field.fact);
    }
}

#[test]
fn a_value_stands_with_its_source() {
    let html = fact_html("depth", r#"{ "value": 7, "source": "Chart 12", "source_url": "https://charts.example/12" }"#);
    assert_has(&html, "<span class=\"bm-number\">7</span> <small class=\"bm-fact-source\">Source: <a");
    assert_has(&html, ">Chart 12</a>");
    assert_has(
        &fact_html("depth", r#"{ "value": 7, "source_url": "https://charts.example/12" }"#),
        ">charts.example</a>",
    );
    assert_lacks(&fact_html("depth", r#"{ "value": 7, "source_url": "javascript:1" }"#), "bm-fact-source");
}

#[test]
fn three_levels_are_still_lists() {
    let html = meta_html(
        r#"{ "plan": { "north": { "harbours": [{ "name": "Sill", "marks": ["red", "green"] }, { "name": "Bar", "marks": [] }] } } }"#,
    );
    for part in ["North", "Harbours", "Sill", "red</li>", "not given"] {
        assert_has(&html, part);
    }
}

#[test]
fn a_long_text_begins_and_goes_on_in_a_disclosure() {
    let sentence = "The gauge stood a little above the sill and the wind had not changed. ";
    let long = fact_html("note", &format!("\"{}\"", sentence.repeat(20)));
    assert_has(
        &long,
        "changed. <details class=\"bm-long-rest\"><summary class=\"bm-long-more\">Show the rest</summary>The gauge",
    );
    assert_eq!(long.matches("The gauge").count(), 20, "all of it is there");
    let lines = fact_html("note", &format!("\"{}\"", "a\\n".repeat(30)));
    assert_has(&lines, "<details");
    assert_lacks(&fact_html("note", &format!("\"{}\"", sentence.repeat(8))), "<details");
    assert_has(&fact_html("note", &format!("\"{}\"", "字".repeat(700))), "<details");
}

#[test]
fn what_looks_like_something_else_keeps_its_words() {
    let cases = [
        ("brochure", r#"{ "title": "Sold out", "url": "", "target": "" }"#, "Sold out"),
        ("brochure", r#"{ "title": "Sold out", "url": "javascript:1" }"#, "Sold out"),
        ("country", r#"{ "code": "US", "data": { "status": "active", "n": 5 } }"#, "active"),
        ("published", "false", ">no<"),
    ];
    for (key, value, shown) in cases {
        assert_has(&fact_html(key, value), shown);
    }
}

#[test]
fn whatever_json_a_meta_is_it_shows_something() {
    let cases =
        [("7", "7"), ("\"calm\"", "calm"), ("true", "yes"), ("[1, \"two\"]", "two"), ("[[1], { \"a\": 2 }]", "2")];
    for (meta, shown) in cases {
        assert_has(&meta_html(meta), shown);
    }
}
