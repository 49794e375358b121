//! axe-core without a violation, a keyboard walk, and nothing that overflows.

use crate::browser::{Page, on};
use serde_json::{Value, json};
use std::{env, fs, path::Path};
use thirtyfour::Key;

/// Roles whose names depend on no version of a browser.
const ROLES: [&str; 19] = [
    "article",
    "blockquote",
    "button",
    "cell",
    "columnheader",
    "definition",
    "dialog",
    "figure",
    "heading",
    "image",
    "link",
    "list",
    "listitem",
    "region",
    "row",
    "searchbox",
    "separator",
    "table",
    "term",
];

/// Every violation that axe-core finds on the page, as sentences.
pub async fn violations(page: &Page) -> serde_json::Value {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(axe).expect("axe-core is installed by `cargo xtask test`");
    page.run(&format!(
        "{axe}; const {{ violations }} = await window.axe.run(document, {{ resultTypes: ['violations'] }});
         return violations.flatMap(({{ id, nodes }}) => nodes.map((node) => `${{id}}: ${{node.target}} ${{node.failureSummary}}`))"
    ))
    .await
}

#[test]
fn axe_finds_nothing_on_any_host_page() {
    on("/tests/pages/blank.html", |page| async move {
        for name in ["one_post", "four_parts", "several_posts", "by_property", "dark_host", "shadow", "right_to_left"] {
            page.go(&format!("/tests/pages/{name}.html")).await;
            page.run("for (const post of document.querySelectorAll(':is(backmatter-post, backmatter-meta):not([loading])')) await shown(post); for (const details of document.querySelectorAll('details')) details.open = true; await tick(300)").await;
            assert_eq!(violations(&page).await, json!([]), "{name}");
        }
        page.go("/tests/pages/one_post.html").await;
        page.run("await shown(document.querySelector('backmatter-post')); document.querySelector('[data-bm-image] img').click(); await tick(300)").await;
        assert_eq!(violations(&page).await, json!([]), "the lightbox");
        page.go("/tests/pages/blank.html").await;
        page.run("const post = element('backmatter-post'); post.post = '{'; place.append(post); await shown(post); await tick()").await;
        assert_eq!(violations(&page).await, json!([]), "a failure");
    });
}

#[test]
fn a_keyboard_reaches_everything_and_the_lightbox_gives_the_focus_back() {
    on("/tests/pages/one_post.html", |page| async move {
        page.run("await shown(document.querySelector('backmatter-post')); document.querySelector('[data-bm-image=\"3\"]').focus()").await;
        page.press([Key::Enter]).await;
        page.holds("await tick(); return document.querySelector('dialog').open && document.querySelector('dialog').contains(document.activeElement)").await;
        page.press([Key::Right, Key::Right, Key::Left]).await;
        page.gives("return text(document.querySelector('.bm-lightbox-count'))", json!("5 of 6")).await;
        page.press([Key::Escape]).await;
        page.holds("await tick(); return !document.querySelector('dialog').open && document.activeElement.dataset.bmImage === '3'").await;
        page.run("document.querySelector('summary').focus()").await;
        page.press([Key::Enter]).await;
        page.holds("await tick(); return document.querySelector('.bm-post-meta').open").await;
        page.press([Key::Tab]).await;
        page.holds("return document.querySelector('.bm-post-meta, .bm-similar-posts').contains(document.activeElement) || document.activeElement.closest('.bm-similar-posts') !== null").await;
    });
}

#[test]
fn the_accessibility_tree_of_a_post_is_that_of_its_golden_file() {
    on("/tests/pages/one_post.html", |page| async move {
        opened(&page).await;
        let tree = page.devtools("Accessibility.getFullAXTree", json!({})).await;
        let nodes = tree["nodes"].as_array().unwrap();
        let article = nodes.iter().find(|node| node["role"]["value"] == "article").unwrap();
        let mut lines = Vec::new();
        outline(nodes, article, 0, &mut lines);
        golden("tree", &lines);
    });
}

#[test]
fn the_walk_by_keyboard_is_that_of_its_golden_file() {
    on("/tests/pages/one_post.html", |page| async move {
        opened(&page).await;
        let mut lines = Vec::new();
        for _ in 0..200 {
            page.press([Key::Tab]).await;
            let stop = page.run("const { activeElement: stop } = document; return stop.closest('.bm-post') && `${stop.localName}.${stop.className} ${stop.ariaLabel || text(stop) || stop.querySelector('img').alt}`.slice(0, 80)").await;
            match stop.as_str() {
                Some(stop) => lines.push(stop.to_string()),
                None if !lines.is_empty() => break,
                None => {}
            }
        }
        golden("walk", &lines);
    });
}

/// Shows the post with everything in it open.
async fn opened(page: &Page) {
    page.run("const post = await shown(document.querySelector('backmatter-post')); for (const details of post.querySelectorAll('details')) details.open = true; await until(() => post.querySelectorAll('.bm-fact').length > 15); for (const details of post.querySelectorAll('details')) details.open = true; await tick(300)").await;
}

/// The nodes of [`ROLES`] under `node`, one a line, with their names.
fn outline(nodes: &[Value], node: &Value, depth: usize, lines: &mut Vec<String>) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let is_told = ROLES.contains(&role) && node["ignored"] == false;
    if is_told {
        let name = node["name"]["value"].as_str().unwrap_or_default();
        let properties = node["properties"].as_array();
        let level = properties.and_then(|all| all.iter().find(|one| one["name"] == "level"));
        let level = level.map(|level| format!(" {}", level["value"]["value"])).unwrap_or_default();
        lines.push(format!("{}{role}{level} {name}", "  ".repeat(depth)).trim_end().to_string());
    }
    for child in node["childIds"].as_array().into_iter().flatten() {
        let child = nodes.iter().find(|node| node["nodeId"] == *child);
        if let Some(child) = child {
            outline(nodes, child, depth + usize::from(is_told), lines);
        }
    }
}

/// Are these the lines of a golden file? `BACKMATTER_GOLDEN=write` rewrites it.
fn golden(name: &str, lines: &[String]) {
    let path = format!("{}/tests/fixtures/accessibility/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let text = lines.join("\n") + "\n";
    if env::var("BACKMATTER_GOLDEN").is_ok_and(|wish| wish == "write") {
        fs::write(&path, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), text, "{path}");
}

#[test]
fn nothing_overflows_on_a_narrow_page_or_with_large_text() {
    on("/tests/pages/one_post.html", |page| async move {
        for (name, width, size) in [
            ("one_post", 320, "100%"),
            ("one_post", 360, "200%"),
            ("right_to_left", 320, "200%"),
            ("loud_host", 360, "100%"),
            ("dark_host", 768, "100%"),
        ] {
            page.resize(width, 900).await;
            page.go(&format!("/tests/pages/{name}.html")).await;
            page.run(&format!("document.documentElement.style.fontSize = '{size}'; await shown(document.querySelector('backmatter-post')); document.querySelector('details').open = true; await tick(200)")).await;
            page.gives(
                "const edge = document.querySelector('backmatter-post').getBoundingClientRect();
                 const scrolls = (one) => one.closest('.bm-scroll, .bm-code-text, .bm-fact-code, .bm-cards') !== null || one.matches('.bm-part, .bm-joint');
                 return [...document.querySelectorAll(location.href.includes('loud') ? ':is(.bm-post-meta, .bm-gallery, .bm-similar-posts) *' : '.bm-post *')].filter((one) => !scrolls(one) && one.checkVisibility() && (one.getBoundingClientRect().right > edge.right + 1.5 || one.getBoundingClientRect().left < edge.left - 1.5)).map((one) => `${one.className} ${Math.round(one.getBoundingClientRect().left - edge.left)} ${Math.round(one.getBoundingClientRect().right - edge.right)}`)",
                json!([]),
            )
            .await;
        }
    });
}

#[test]
fn loud_css_of_the_host_does_not_move_the_chrome() {
    on("/tests/pages/loud_host.html", |page| async move {
        page.run("await shown(document.querySelector('backmatter-post')); await tick(200)").await;
        page.gives(
            "const style = (selector) => getComputedStyle(document.querySelector(selector));
             return [style('.bm-fact').float, style('.bm-fact-label').backgroundColor, style('.bm-fact-label').textTransform, style('.bm-facts').borderTopStyle, style('.bm-grid-item').listStyleType, style('.bm-post-meta-summary').backgroundColor, style('.bm-credit').marginTop]",
            json!(["none", "rgba(0, 0, 0, 0)", "none", "none", "none", "rgba(0, 0, 0, 0)", "0px"]),
        )
        .await;
    });
}
