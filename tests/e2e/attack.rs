//! Hostile texts that others collected, and some of our own, through every way into the widget: nothing runs, nothing but the
//! vocabulary is drawn, no foreign address is asked.

use crate::{browser::on, corpora::corpus};
use backmatter::markup::{Address, Attr, Tag};
use serde_json::{Value, json};

/// Texts of our own, so that the test says something without the corpora.
const OWN: [&str; 8] = [
    "<img src=x onerror=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<a href=\"java\u{9}script:alert(1)\">a</a>",
    "<details open ontoggle=alert(1)><summary>s</summary></details>",
    "<form><input name=attributes><input name=firstChild></form><style>@import 'https://foreign.example/x.css'</style>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "\" onmouseover=\"alert(1)\" style=\"position:fixed",
];

/// How many texts go through one page.
const PART: usize = 250;

/// The lines of the list, the payloads of the fixtures of a sanitiser, and the naughty strings, where they are.
fn payloads() -> Vec<String> {
    let text = |name: &str| corpus(name).unwrap_or_default();
    let list = |name: &str| serde_json::from_str::<Vec<Value>>(&text(name)).unwrap_or_default();
    let mut found: Vec<String> = OWN.map(String::from).to_vec();
    found.extend(list("dompurify.json").iter().filter_map(|case| Some(case["payload"].as_str()?.to_string())));
    found.extend(list("blns.json").iter().filter_map(|case| Some(case.as_str()?.to_string())));
    found.extend(text("xss-payload-list.txt").lines().map(String::from));
    found
}

#[test]
fn no_hostile_text_runs_or_draws_or_loads_anything() {
    let attributes = [Attr::NAMES, Address::NAMES].concat();
    let vocabulary = json!({ "tags": Tag::NAMES, "attributes": attributes });
    for part in payloads().chunks(PART) {
        let script = format!(
            "const {{ attack }} = await import('/tests/pages/attack.js'); return attack({}, {vocabulary})",
            json!(part)
        );
        on("/tests/pages/blank.html", |page| async move {
            assert_eq!(page.run(&script).await, json!([[], [], true]));
        });
    }
}

/// Without this the test above could pass because its page is deaf.
#[test]
fn the_same_texts_run_in_a_page_that_trusts_them() {
    let script = format!(
        "const {{ control }} = await import('/tests/pages/attack.js'); return await control({}) > 1",
        json!(OWN)
    );
    on("/tests/pages/blank.html", |page| async move { page.holds(&script).await });
}
