//! The package in an application that was built by another tool: `cargo xtask matrix`.

use crate::{browser::at, server};
use serde_json::json;
use std::{env, path::Path};

/// Every host application has four posts: by the element, in a shadow root, in another format, and mounted.
const POSTS: &str = r#"
const places = ["element", "shadow", "format", "mounted"];
const found = await until(() => {
  const articles = places.map((id) => { const host = document.getElementById(id); return (host?.shadowRoot ?? host)?.querySelector(".bm-post"); });
  return articles.every(Boolean) && articles;
});
await until(() => found.every((article) => getComputedStyle(article).getPropertyValue("--bm-css")));
"#;

#[test]
#[ignore = "it needs an application: `cargo xtask matrix` builds them"]
fn the_application_shows_posts() {
    let host = env::var("BACKMATTER_HOST").expect("an address, or a folder of files");
    let address = if host.starts_with("http") { host } else { server::serve(Path::new(&host)) };
    at(&address, |page| async move {
        page.gives(
            &format!("{POSTS} return found.map((article) => text(article.querySelector('.bm-title')))"),
            json!(["The ferry at dawn", "The ferry at dawn", "Low water & high", "The ferry at dawn"]),
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
        // Each file was found, and each program came once.
        page.gives(
            "const all = performance.getEntriesByType('resource');
             const wasm = all.map(({ name }) => name).filter((name) => name.includes('.wasm')).sort();
             return [all.filter(({ name, responseStatus }) => responseStatus >= 400 && !name.endsWith('favicon.ico')).map(({ name }) => name), wasm.length - new Set(wasm).size, wasm.length]",
            json!([[], 0, 3]),
        )
        .await;
    });
}
