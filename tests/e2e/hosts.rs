//! The package in an application or a site that was built by another tool: `cargo xtask matrix`.

use crate::{browser::at, server};
use serde_json::json;
use std::{env, fs, path::Path};

/// Every host application has four posts: by the element, in a shadow root, in another format, and mounted.
const POSTS: &str = r#"
const places = ["element", "shadow", "format", "mounted"];
const found = await until(() => {
  const articles = places.map((id) => { const host = document.getElementById(id); return (host?.shadowRoot ?? host)?.querySelector(".bm-post"); });
  return articles.every(Boolean) && articles;
});
await until(() => found.every((article) => getComputedStyle(article).getPropertyValue("--bm-css")));
"#;

fn address() -> String {
    let host = env::var("BACKMATTER_HOST").expect("an address, or a folder of files");
    if host.starts_with("http") { host } else { server::serve(Path::new(&host)) }
}

#[test]
#[ignore = "it needs an application: `cargo xtask matrix` builds them"]
fn the_application_shows_posts() {
    at(&address(), |page| async move {
        page.gives(
            &format!("{POSTS} return found.map((article) => text(article.querySelector('.bm-title')))"),
            json!(["The ferry at dawn", "The ferry at dawn", "Low water & high", "The ferry at dawn"]),
        )
        .await;
        // What stands in the documentation, by the element or rendered ahead.
        page.holds(
            "for (const host of document.querySelectorAll('.documented')) await until(() => text(host.querySelector('.bm-title')) === 'The ferry at dawn');
             for (const host of document.querySelectorAll('.rendered')) await until(() => host.querySelector('[data-bm-fingerprint]'));
             return true",
        )
        .await;
        // The meta box, which needs the program `widget`, in light and in shadow DOM.
        page.gives(
            &format!(
                "{POSTS} const said = [];
                 for (const article of found.slice(0, 2)) {{
                   article.querySelector('.bm-post-meta-summary').click();
                   const box = await until(() => article.querySelector('.bm-facts'));
                   said.push(box.textContent.includes('Ines'), getComputedStyle(article.querySelector('.bm-fact')).display !== 'block');
                 }}
                 return said"
            ),
            json!([true, true, true, true]),
        )
        .await;
        page.holds(&format!(
            "{POSTS} found[0].querySelector('[data-bm-image]').click();
             return Boolean(await until(() => found[0].querySelector('dialog[open]')))"
        ))
        .await;
        // An element that the framework moves, or removes and restores, keeps its post.
        page.gives(
            "const kept = document.getElementById('kept'), change = document.getElementById('change');
             if (!kept) return null;
             await until(() => kept.state === 'ready'); kept.querySelector('summary').click(); await until(() => kept.querySelector('.bm-facts'));
             for (const turn of [1, 2]) { change.click(); await tick(300); }
             const back = document.getElementById('kept'); await until(() => back.querySelector('.bm-post'));
             return [back === kept, back.state, back.querySelectorAll('.bm-post').length, text(back.querySelector('.bm-title'))]",
            if page.run("return document.getElementById('kept') !== null").await == json!(true) {
                json!([true, "ready", 1, "The ferry at dawn"])
            } else {
                json!(null)
            },
        )
        .await;
        // Candidates, which need the program `related`.
        page.gives(
            "const host = document.getElementById('element'), post = host.matches('backmatter-post') ? host : host.querySelector('backmatter-post');
             post.post = { title: 'Paper tides', candidates: [{ title: 'Iron boats' }, { title: 'Paper boats' }] };
             return text(await until(() => post.querySelector('.bm-card-title')))",
            json!("Paper boats"),
        )
        .await;
        // Each file was found, and each program came once. (Some development servers are asked where they have bundled the package first.)
        page.gives(
            "const all = performance.getEntriesByType('resource').filter(({ name }) => !/\\/node_modules\\/\\.[^?]*\\.wasm/.test(name));
             const wasm = all.map(({ name }) => name).filter((name) => name.includes('.wasm')).sort();
             return [all.filter(({ name, responseStatus }) => responseStatus >= 400 && !name.endsWith('favicon.ico')).map(({ name }) => name), wasm.length - new Set(wasm).size, wasm.length]",
            json!([[], 0, 4]),
        )
        .await;
    });
}

/// The recipes of `docs/static-sites.md`: the post is in the HTML, and the element resumes from it.
#[test]
#[ignore = "it needs a site: `cargo xtask matrix` builds them"]
fn the_site_has_its_post_before_any_script() {
    at(&address(), |page| async move {
        page.gives(
            "const html = await (await fetch(location.href)).text(), post = document.querySelector('backmatter-post'); await until(() => post.state === 'ready'); await tick(300);
             const wasm = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('.wasm')).length;
             const before = wasm(); post.querySelector('.bm-post-meta-summary').click();
             post.querySelector('[data-bm-image]').click(); await until(() => post.querySelector('dialog[open]'));
             return [html.includes('data-bm-fingerprint'), html.includes('<strong>before</strong>'), post.state, before > 1, text(post.querySelector('.bm-post-meta-digest')).startsWith('3 fields')]",
            json!([true, true, "ready", false, true]),
        )
        .await;
    });
}

/// Hot reload: the development server exchanges the component, and the page stays.
#[test]
#[ignore = "it needs a development server: `cargo xtask matrix` starts one"]
fn a_change_of_a_component_is_shown_without_a_reload() {
    let file = env::var("BACKMATTER_EDITED").expect("a file of the application");
    at(&address(), |page| async move {
        page.run(
            "await until(() => document.querySelector('.documented h2.bm-title')); window.isTheSamePage = true;
             document.querySelector('#element .bm-post-meta-summary').click(); await until(() => document.querySelector('#element .bm-facts'))",
        )
        .await;
        let text = fs::read_to_string(&file).unwrap();
        let changed =
            text.replace("heading-base={2}", "heading-base={3}").replace("heading-base=\"2\"", "heading-base=\"3\"");
        assert_ne!(text, changed, "{file} has no heading-base");
        fs::write(&file, changed).unwrap();
        page.gives(
            "await until(() => document.querySelector('.documented h3.bm-title'));
             return [window.isTheSamePage, document.querySelectorAll('.documented .bm-post').length, document.querySelector('#element details').open]",
            json!([true, 1, true]),
        )
        .await;
    });
}
