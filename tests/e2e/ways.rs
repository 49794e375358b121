//! The four ways in which a post comes to a page: painted by `first` and taken over, painted by `widget` at once, rendered ahead,
//! and as components of a Leptos application. All show one tree.

use crate::{ahead, browser::on, engine::Engine};
use backmatter::{NATIVE, json, render_ahead};
use serde_json::json;
use std::{fs, path::Path};

/// `shape(root)`: a tree as text, without attributes that scripts add for the keyboard or as markers.
const SHAPE: &str = "const shape = (root) => [...root.querySelectorAll('*')].map((node) => node.localName + [...node.attributes]
  .filter(({ name }) => !['tabindex', 'role', 'aria-label', 'data-bm-failed', 'open'].includes(name))
  .map(({ name, value }) => ` ${name}=${name === 'style' ? value.replace(/[\\s;]/g, '') : value}`).sort().join('')).join('\\n') + '\\n' + root.textContent;";

/// The fixtures that are posts.
const FIXTURES: [&str; 8] = ["full", "cjk", "credits", "gallery", "hostile", "minimal", "one_or_many", "rtl"];

fn fixture(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/{name}.json"))).unwrap()
}

#[test]
fn all_four_ways_show_one_tree_node_by_node() {
    // WebKitGTK writes Arabic with other digits than ICU4X does.
    let is_other = |name: &&str| Engine::of_this_run() == Engine::WebKit && *name == "rtl";
    for name in FIXTURES.into_iter().filter(|name| !is_other(name)) {
        let path = ahead::static_page(&format!("ways-{name}"), &fixture(name), r#"{ "baseUrl": "/tests/fixtures/" }"#);
        on(&path, move |page| async move {
            let rendered = page.run(&format!("{SHAPE} return shape(document.querySelector('.bm-post'))")).await;
            page.go("/tests/pages/blank.html").await;
            let painted = page
                .run(&format!(
                    "{SHAPE} await embedded(); const {{ mount }} = await pkg(); const options = {{ baseUrl: '/tests/fixtures/' }};
                     const json = await (await fetch('/tests/fixtures/{name}.json')).text();
                     const post = element('backmatter-post', {{ 'base-url': '/tests/fixtures/' }}); post.post = json; place.append(post); await post.ready;
                     const alone = place.appendChild(document.createElement('div')); const handle = await mount(alone, json, options);
                     for (const turn of [1, 2]) {{ void handle.report; void post.report; dispatchEvent(new Event('beforeprint')); await tick(30); }}
                     return [post, alone].map((way) => shape(way.querySelector('.bm-post')))"
                ))
                .await;
            assert_eq!(painted[0], rendered, "{name}: painted by first, and rendered ahead");
            assert_eq!(painted[1], rendered, "{name}: painted by widget, and rendered ahead");
            page.go(&format!("/dist/index.html?src=/tests/fixtures/{name}.json")).await;
            let component = page
                .run(&format!("{SHAPE} const post = await until(() => document.querySelector('.bm-post')); await tick(300); dispatchEvent(new Event('beforeprint')); await tick(300); return shape(post)"))
                .await;
            assert_eq!(component, rendered, "{name}: as a component, and rendered ahead");
        });
    }
}

/// Dates, numbers, lists and plurals are the page's in `widget`, and ICU4X's in what is rendered ahead. Differences in
/// other engines are listed in `docs/rendering-ahead.md`.
#[test]
fn a_page_and_the_command_line_write_the_same_words() {
    on("/tests/pages/blank.html", |page| async move {
        // WebKitGTK writes Arabic with other digits.
        let languages: &[&str] =
            if Engine::of_this_run() == Engine::WebKit { &["en", "de", "ja"] } else { &["en", "de", "ja", "ar"] };
        for lang in languages {
            for name in FIXTURES {
                let options = format!(r#"{{ "lang": "{lang}", "baseUrl": "/tests/fixtures/" }}"#);
                let given = json::read(&options).unwrap().value;
                let html = json!(render_ahead(&fixture(name), &given, NATIVE).unwrap().html);
                page.gives(
                    &format!(
                        "const {{ mount }} = await pkg(); const options = {{ baseUrl: '/tests/fixtures/', lang: '{lang}' }};
                         const handle = await mount(place, await (await fetch('/tests/fixtures/{name}.json')).text(), options);
                         void handle.report; dispatchEvent(new Event('beforeprint')); await tick(0);
                         const ahead = new DOMParser().parseFromString({html}, 'text/html').querySelector('.bm-post');
                         const words = (root) => [...root.querySelectorAll('*')].filter((node) => !node.children.length && node.textContent.trim()).map((node) => node.textContent);
                         const others = words(ahead), found = words(place.querySelector('.bm-post')).map((text, index) => [text, others[index]]).filter(([one, other]) => one !== other);
                         handle.unmount(); return found.slice(0, 20)"
                    ),
                    json!([]),
                )
                .await;
            }
        }
    });
}

/// What is rendered ahead is whole without any script.
#[test]
fn without_javascript_axe_finds_nothing_and_every_fact_is_there() {
    for name in ["full", "rtl", "credits"] {
        let path = ahead::static_page(
            &format!("static-{name}"),
            &fixture(name),
            r#"{ "baseUrl": "/tests/fixtures/", "headingBase": 1 }"#,
        );
        on(&path, |page| async move {
            page.run(
                "for (const details of document.querySelectorAll('details')) details.open = true; await tick(200)",
            )
            .await;
            assert_eq!(crate::accessibility::violations(&page).await, json!([]));
        });
    }
    let given = json::read("{}").unwrap().value;
    let html = render_ahead(&fixture("full"), &given, NATIVE).unwrap().html;
    assert!(html.matches("bm-fact-value").count() > 5, "{html}");
}

#[test]
fn links_within_the_post_lead_to_their_places() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "await embedded(); const post = element('backmatter-post');
             post.post = { title: 'T', id: 'n7', body: [{ type: 'html', html: '<p>Low<sup id=r1><a href=#f1>1</a></sup></p>' + '<p>More</p>'.repeat(80) + '<ol><li id=f1>At noon <a href=#r1>back</a></ol>' }] };
             place.append(post); await post.ready; dispatchEvent(new Event('beforeprint')); await tick(200);
             const [there, back] = post.querySelectorAll('.bm-paragraph a, .bm-item a'); there.click(); await tick(200); const low = scrollY;
             back.click(); await tick(200); return [there.hash, low > 500, scrollY < low, document.querySelectorAll('#f1').length]",
            json!(["#bm-n7--to-f1", true, true, 0]),
        )
        .await;
    });
}

#[test]
fn a_picture_that_leads_elsewhere_opens_by_its_corner() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "await embedded(); const post = element('backmatter-post');
             post.post = { title: 'T', body: [{ type: 'image', src: '/tests/fixtures/images/boat.png', alt: 'A boat', href: 'https://boats.example/' }] };
             place.append(post); await post.ready; const said = []; post.addEventListener('backmatter-link', (event) => { said.push(event.detail.url); event.preventDefault(); });
             post.querySelector('.bm-figure-page').click(); post.querySelector('.bm-figure-open').click();
             const dialog = await until(() => post.querySelector('dialog[open] img')); const isOpen = Boolean(dialog);
             return [said, isOpen, post.querySelector('.bm-figure-open').getAttribute('aria-label')]",
            json!([["https://boats.example/"], true, "Open image 1"]),
        )
        .await;
    });
}

/// No script receives the error event of an image that fails before the script runs.
#[test]
fn images_that_did_not_load_keep_to_the_column_without_a_script() {
    on(&ahead::static_page("lost", &fixture("full"), r#"{ "baseUrl": "/nowhere/" }"#), |page| async move {
        page.resize(360, 800).await;
        page.gives("await tick(300); return [document.querySelector('.bm-image').naturalWidth, document.documentElement.scrollWidth - document.documentElement.clientWidth]", json!([0, 0])).await;
    });
}
