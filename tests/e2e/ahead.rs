//! Posts that were rendered ahead: the element keeps the HTML, and loads nothing until a feature needs it.

use crate::browser::{Page, on};
use backmatter::{NATIVE, json, render_ahead};
use serde_json::json;
use std::{fs, path::Path};

/// A page with a post that was rendered ahead. `{html}` and `{json}` in `element` are the post and its JSON.
#[track_caller]
fn page(name: &str, post: &str, options: &str, element: &str) -> String {
    let given = json::read(options).unwrap().value;
    let html = render_ahead(post, &given, NATIVE).unwrap().html;
    let data = post.replace('<', "\\u003c");
    let script = format!("<script type=\"application/json\">{data}</script>");
    let body = element.replace("{html}", &html).replace("{json}", &script);
    write(name, "<script type=module src=/pkg/embed.js></script>", &body)
}

/// A page with a post that was rendered ahead, and without any script.
pub fn static_page(name: &str, post: &str, options: &str) -> String {
    let given = json::read(options).unwrap().value;
    write(name, "", &render_ahead(post, &given, NATIVE).unwrap().html)
}

fn write(name: &str, head: &str, body: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/ahead");
    fs::create_dir_all(&folder).unwrap();
    let text = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>{name}</title>
         <link rel=stylesheet href=/pkg/backmatter.all.css>{head}
         <body><main>{body}</main>
         <script>window.changes = []; new MutationObserver((list) => changes.push(...list.map(({{ target }}) => target.className || target.localName)))
           .observe(document.querySelector('main'), {{ childList: true, subtree: true }});</script></body>"
    );
    fs::write(folder.join(format!("{name}.html")), text).unwrap();
    format!("/target/ahead/{name}.html")
}

/// The post of the tests: every part, with images that are there.
fn full() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/full.json")).unwrap()
}

const ELEMENT: &str = "<backmatter-post base-url=/tests/fixtures/>{html}{json}</backmatter-post>";
const OPTIONS: &str = r#"{ "baseUrl": "/tests/fixtures/" }"#;

/// Each file of the package that was asked for.
const FILES: &str = "[...new Set(performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/pkg/')).map((name) => name.split('/').pop()))].sort()";

const WASM: &str = "performance.getEntriesByType('resource').filter(({ name }) => name.includes('.wasm')).map(({ name }) => name.split('/').pop())";

/// Asserts that the element has resumed from the HTML, with the same nodes and without wasm.
async fn is_kept(page: &Page) {
    page.gives(
        &format!(
            "const post = document.querySelector('backmatter-post'); await customElements.whenDefined('backmatter-post'); const report = await post.ready; await tick(300);
             return [post.state, report.format, changes, {WASM}, post.querySelectorAll('.bm-post').length]"
        ),
        json!(["ready", "backmatter/1", [], [], 1]),
    )
    .await;
}

#[test]
fn html_that_was_rendered_ahead_stays_and_loads_no_wasm() {
    on(&page("kept", &full(), OPTIONS, ELEMENT), |page| async move {
        is_kept(&page).await;
        page.gives(&format!("return {FILES}"), json!(["ahead.js", "backmatter.all.css", "elements.js", "embed.js"]))
            .await;
        // The meta box opens without a program, with all of its facts.
        page.gives(
            &format!(
                "const box = document.querySelector('.bm-post-meta'); box.querySelector('summary').click(); await tick(100);
                 return [box.open, box.querySelectorAll('.bm-fact').length > 5, getComputedStyle(box.querySelector('.bm-fact')).display, {WASM}]"
            ),
            json!([true, true, "grid", []]),
        )
        .await;
    });
}

#[test]
fn what_needs_the_program_loads_it_and_the_nodes_stay() {
    on(&page("asked", &full(), OPTIONS, ELEMENT), |page| async move {
        is_kept(&page).await;
        page.gives(
            "const post = document.querySelector('backmatter-post'), title = post.querySelector('.bm-title'), fact = post.querySelector('.bm-fact');
             post.querySelector('.bm-post-meta-summary').click(); post.querySelector('[data-bm-action=all-json]').click();
             const json = await until(() => post.querySelector('.bm-facts-json'));
             post.querySelector('[data-bm-action=all-json]').click(); await until(() => !post.querySelector('.bm-facts-json'));
             return [json.textContent.includes('{'), title.isConnected, changes.includes('bm-article-body')]",
            json!([true, true, false]),
        )
        .await;
        page.gives(
            "document.querySelector('[data-bm-image]').click(); const dialog = await until(() => document.querySelector('dialog[open]'));
             return dialog.querySelector('img') !== null",
            json!(true),
        )
        .await;
    });
}

/// Changes that a host makes to its object afterwards are not shown.
#[test]
fn an_object_is_taken_over_as_it_was_when_the_html_was_kept() {
    let post = r#"{"title":"As rendered","body":"Calm.","meta":{"level":"easy","tools":["watch","lead line"]}}"#;
    let html = render_ahead(post, &json::read("{}").unwrap().value, NATIVE).unwrap().html;
    let body = format!(
        "<backmatter-post>{html}</backmatter-post><script>const given = document.querySelector('backmatter-post').post = {post};</script>"
    );
    let path = write("object", "<script type=module src=/pkg/embed.js></script>", &body);
    on(&path, |page| async move {
        is_kept(&page).await;
        page.gives(
            "const post = document.querySelector('backmatter-post'); given.title = 'Changed'; given.meta = { other: [1, 2, 3] }; given.body = ['a', 'b', 'c'];
             post.querySelector('summary').click(); post.querySelector('[data-bm-action=all-json]').click();
             const view = await until(() => post.querySelector('.bm-facts-json')); void post.report;
             return [text(post.querySelector('.bm-title')), view.textContent.includes('easy'), post.state]",
            json!(["As rendered", true, "ready"]),
        )
        .await;
    });
}

#[test]
fn images_that_failed_before_the_scripts_ran_say_so() {
    let options = r#"{ "baseUrl": "/nowhere/" }"#;
    let element = "<backmatter-post base-url=/nowhere/>{html}{json}</backmatter-post>";
    on(&page("failed", &full(), options, element), |page| async move {
        page.becomes(
            "const figure = document.querySelector('.bm-figure'); return [figure.hasAttribute('data-bm-failed'), document.querySelector('backmatter-post').report?.notices.some(({ code }) => code === 'image-failed')]",
            json!([true, true]),
        )
        .await;
    });
}

#[test]
fn an_image_opens_at_the_first_click() {
    on(&page("image", &full(), OPTIONS, ELEMENT), |page| async move {
        is_kept(&page).await;
        page.holds("document.querySelector('[data-bm-image]').click(); return Boolean(await until(() => document.querySelector('dialog[open] img')))").await;
    });
}

#[test]
fn an_update_goes_on_from_it_too() {
    on(&page("update", &full(), OPTIONS, ELEMENT), |page| async move {
        is_kept(&page).await;
        page.gives(
            "const post = document.querySelector('backmatter-post'); const given = JSON.parse(post.querySelector('script:not([data-bm-report])').textContent);
             const body = post.querySelector('.bm-article-body'); given.title = 'Another title'; post.post = given;
             await until(() => text(post.querySelector('.bm-title')) === 'Another title');
             return [post.querySelectorAll('.bm-post').length, post.querySelector('.bm-article-body') === body]",
            json!([1, true]),
        )
        .await;
    });
}

#[test]
fn with_an_address_the_post_is_fetched_when_it_is_needed() {
    let options = r#"{ "baseUrl": "/tests/fixtures/", "src": "/tests/fixtures/full.json" }"#;
    let element = "<backmatter-post src=/tests/fixtures/full.json base-url=/tests/fixtures/>{html}</backmatter-post>";
    on(&page("src", &full(), options, element), |page| async move {
        is_kept(&page).await;
        page.gives(
            "const asked = () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('full.json')); const before = asked();
             document.querySelector('.bm-post-meta-summary').click(); document.querySelector('[data-bm-action=all-json]').click();
             await until(() => document.querySelector('.bm-facts-json')); return [before, asked()]",
            json!([false, true]),
        )
        .await;
    });
}

#[test]
fn a_shadow_root_that_the_page_declares_is_kept_too() {
    let element = "<backmatter-post shadow base-url=/tests/fixtures/><template shadowrootmode=open><link rel=stylesheet href=/pkg/backmatter.all.css>{html}</template>{json}</backmatter-post>";
    for (name, options, kept) in [("shadow", OPTIONS, true), ("shadow-foreign", "{}", false)] {
        on(&page(name, &full(), options, element), move |page| async move {
            page.gives(
                &format!(
                    "await customElements.whenDefined('backmatter-post'); const post = document.querySelector('backmatter-post');
                     const before = post.shadowRoot.querySelector('.bm-post'); await post.ready; await tick(100);
                     const all = post.shadowRoot.querySelectorAll('.bm-post'); return [all.length, all[0] === before, {WASM}.length > 0, post.state]"
                ),
                json!([1, kept, !kept, "ready"]),
            )
            .await;
        });
    }
}

#[test]
fn html_of_something_else_is_replaced_once() {
    let changed = full().replacen("Reading a tide table", "Reading a newer table", 1);
    let script = format!("<script type=\"application/json\">{}</script>", changed.replace('<', "\\u003c"));
    for (name, element) in [
        ("foreign", ELEMENT.replace("{json}", &script)),
        ("options", ELEMENT.replace("base-url", "heading-base=3 base-url")),
    ] {
        on(&page(name, &full(), OPTIONS, &element), |page| async move {
            page.gives(
                "const post = document.querySelector('backmatter-post'); await customElements.whenDefined('backmatter-post'); await post.ready; await tick(100);
                 return [post.querySelectorAll('.bm-post').length, post.state, text(post.querySelector('.bm-title')).includes('newer') || post.querySelector('.bm-title').localName === 'h3']",
                json!([1, "ready", true]),
            )
            .await;
        });
    }
}

#[test]
fn html_of_a_post_that_is_an_error_now_stays_as_the_fallback() {
    let element = "<backmatter-post>{html}<script type=\"application/json\">{ \"title\": </script></backmatter-post>";
    on(&page("error", &full(), OPTIONS, element), |page| async move {
        page.gives(
            "const post = document.querySelector('backmatter-post'); await until(() => post.state === 'error');
             return [post.querySelectorAll('.bm-post').length, post.querySelector('.bm-article-body').checkVisibility()]",
            json!([1, true]),
        )
        .await;
    });
}

/// A minifier, a translator or an extension may have changed the HTML between server and page.
#[test]
fn html_that_was_changed_on_its_way_is_kept_and_whole_after_the_takeover() {
    type Change = fn(&str) -> String;
    let changes: [(&str, Change); 3] = [
        ("translated", |html| {
            html.replacen("<p class=\"bm-paragraph\">", "<p class=\"bm-paragraph\"><font><font>x</font></font>", 1)
        }),
        ("extended", |html| {
            html.replacen("<div class=\"bm-article-body\">", "<div class=\"bm-article-body\"><aside>added</aside>", 1)
        }),
        ("minified", |html| html.replace("\" ", "\"\n").replace(" class=\"bm-title\"", " class=bm-title")),
    ];
    for (name, change) in changes {
        let given = json::read(OPTIONS).unwrap().value;
        let html = change(&render_ahead(&full(), &given, NATIVE).unwrap().html);
        on(&page(name, &full(), OPTIONS, &ELEMENT.replace("{html}", &html)), |page| async move {
            page.gives(
                "const post = document.querySelector('backmatter-post'); await customElements.whenDefined('backmatter-post'); await post.ready;
                 post.querySelector('.bm-post-meta-summary').click(); post.querySelector('[data-bm-action=all-json]').click();
                 await until(() => post.querySelector('.bm-facts-json'));
                 return [post.state, post.querySelectorAll('.bm-post').length, post.querySelectorAll('.bm-post > *').length > 3]",
                json!(["ready", 1, true]),
            )
            .await;
        });
    }
}

/// The native tests check `fingerprint.rs` against the same table.
#[test]
fn fingerprints_are_those_of_the_table() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { fingerprint } = await import('/src/embed/fingerprint.js'); const cases = await (await fetch('/tests/fixtures/ahead/fingerprints.json')).json();
             return cases.filter(({ text, src, options, fingerprint: expected }) => fingerprint('VERSION', text, src, options) !== expected).map(({ name }) => name)",
            json!([]),
        )
        .await;
    });
}

/// HTML of a post in another format: a feature that needs the program converts the post first.
#[test]
fn a_post_of_another_format_goes_on_too() {
    let post = r#"{ "id": 7, "title": { "rendered": "Low water" }, "content": { "rendered": "<p>At noon</p>" }, "acf": { "depth": 4, "tools": ["rope", "lead"] }, "link": "https://notes.example/7" }"#;
    let element = "<backmatter-post>{html}{json}</backmatter-post>";
    on(&page("other-format", post, "{}", element), |page| async move {
        page.gives(
            &format!(
                "const post = document.querySelector('backmatter-post'); await customElements.whenDefined('backmatter-post'); await post.ready; await tick(200);
                 const before = [post.state, post.report.format, [...changes], {WASM}];
                 const {{ ready }} = await pkg(); await ready(); const format = post.report.format;
                 document.querySelector('.bm-post-meta-summary').click(); document.querySelector('[data-bm-action=all-json]').click();
                 await until(() => document.querySelector('.bm-facts-json'));
                 post.post = {{ title: 'Another' }}; await until(() => text(post.querySelector('.bm-title')) === 'Another');
                 return [...before, format, post.state]"
            ),
            json!(["ready", "wordpress", [], [], "wordpress", "ready"]),
        )
        .await;
    });
}

/// The server took the words of the option `lang`; what is drawn later has them, too.
#[test]
fn html_in_another_language_stays_in_it() {
    let options = r#"{ "baseUrl": "/tests/fixtures/", "lang": "de" }"#;
    let element = "<backmatter-post lang=de base-url=/tests/fixtures/>{html}{json}</backmatter-post>";
    on(&page("german", &full(), options, element), |page| async move {
        is_kept(&page).await;
        page.gives(
            "const post = document.querySelector('backmatter-post'), box = post.querySelector('.bm-post-meta');
             box.querySelector('summary').click(); await tick(100);
             post.querySelector('[data-bm-image]').click(); await until(() => post.querySelector('dialog[open]'));
             const close = post.querySelector('dialog [aria-label=Schließen]');
             return [Boolean(close), text(post.querySelector('.bm-date')).startsWith('Veröffentlicht am '), post.querySelectorAll('.bm-post').length, post.report.notices.map(({ code }) => code).includes('page-changed')]",
            json!([true, true, 1, false]),
        )
        .await;
    });
}
