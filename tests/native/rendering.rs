//! Posts as HTML, without a page.

use crate::support::{fixture, fixtures, options};
use backmatter::{
    NATIVE, json, render, render_ahead,
    rendering::fingerprint,
    report::{Failure, FailureCode},
};
use serde_json::Value;
use std::fs;

#[test]
fn html_has_all_facts_and_the_language_that_is_asked_for() {
    let html = render(&fixture("full"), &options(r#"{ "lang": "de" }"#), NATIVE).unwrap().html;
    assert!(html.starts_with("<article class=\"bm-post\""), "{html}");
    assert!(html.contains("10. April 2025") && html.contains("bm-fact-label"), "{html}");
}

#[test]
fn posts_of_other_systems_are_rendered_and_reported_as_what_they_are() {
    let text =
        fs::read_to_string(format!("{}/tests/fixtures/formats/wordpress.json", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let rendered = render(&text, &options("{}"), NATIVE).unwrap();
    assert_eq!(rendered.report.format, "wordpress");
    assert!(rendered.html.contains("Mending the pier"), "{}", rendered.html);
}

#[test]
fn what_cannot_be_shown_is_a_failure_with_a_code() {
    for (text, expected) in [
        ("{ \"title\": ", FailureCode::BadJson),
        ("[]", FailureCode::NotAPost),
        ("{ \"a\": 1 }", FailureCode::NotAPost),
        (
            r#"{ "id": 1, "content": { "rendered": "", "protected": true }, "title": { "rendered": "" } }"#,
            FailureCode::Protected,
        ),
    ] {
        let Err(Failure { code, message }) = render(text, &options("{}"), NATIVE) else { panic!("{text} is shown") };
        assert_eq!(code, expected, "{text}: {message}");
    }
}

/// The end-to-end tests check `fingerprint.js` against the same table.
#[test]
fn fingerprints_are_those_of_the_table() {
    let file = format!("{}/tests/fixtures/ahead/fingerprints.json", env!("CARGO_MANIFEST_DIR"));
    let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    for case in &cases {
        let given = case["options"].to_string();
        let found =
            fingerprint(case["text"].as_str().unwrap(), case["src"].as_str(), &json::read(&given).unwrap().value);
        let expected = case["fingerprint"].as_str().unwrap().replace("VERSION", env!("CARGO_PKG_VERSION"));
        assert_eq!(found, expected, "{}", case["name"]);
    }
    let of = |name: &str| cases.iter().find(|case| case["name"] == name).map(|case| case["fingerprint"].clone());
    assert_eq!(of("an angle bracket"), of("the same as a page writes it"));
    assert_eq!(of("options in another order, flags and numbers as words"), of("the same as attributes have them"));
}

#[test]
fn what_is_rendered_ahead_carries_its_fingerprint_and_a_report_that_ends_no_script() {
    for name in fixtures() {
        let given = json::read("{}").unwrap().value;
        let Ok(rendered) = render_ahead(&fixture(&name), &given, NATIVE) else { continue };
        let (article, report) = rendered.html.split_once("<script type=\"application/json\" data-bm-report>").unwrap();
        assert!(article.starts_with("<article data-bm-fingerprint=\""), "{name}");
        let report = report.strip_suffix("</script>").unwrap();
        assert!(!report.contains('<'), "{name}: {report}");
        let report: Value = serde_json::from_str(report).unwrap();
        assert!(report["notices"].as_array().unwrap().len() <= 51, "{name}");
        assert_eq!(report["format"], "backmatter/1", "{name}");
    }
}
