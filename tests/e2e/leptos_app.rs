//! The application of `examples/leptos-app`, drawn in the page, and drawn on a server and taken over: `cargo xtask leptos`.

use crate::browser::{Page, on};
use serde_json::json;
use std::{fs, path::Path};

#[test]
#[ignore = "it needs the application: `cargo xtask leptos` builds it"]
fn it_works_in_the_page() {
    on("/target/leptos-app/csr/index.html", |page| async move { works(&page).await });
}

#[test]
#[ignore = "it needs the application: `cargo xtask leptos` builds it"]
fn it_takes_over_what_a_server_has_drawn() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/leptos-app/hydrate");
    let html = fs::read_to_string(folder.join("index.html")).expect("`cargo xtask leptos` writes it");
    let marked = html.replace(
        "</body>",
        "<script>window.drawn = ['.bm-title', '.bm-article-body', '.bm-fact', 'dialog'].map((part) => document.querySelector(part));</script></body>",
    );
    fs::write(folder.join("marked.html"), marked).unwrap();
    on("/target/leptos-app/hydrate/marked.html", |page| async move {
        page.gives(
            "await until(() => document.querySelector('#format').textContent.trim()); return [drawn.every((part) => part.isConnected), document.querySelectorAll('.bm-post').length]",
            json!([true, 1]),
        )
        .await;
        works(&page).await;
    });
}

/// Everything that a reader or the application can do with the post.
async fn works(page: &Page) {
    page.gives(
        "await until(() => document.querySelector('#format')?.textContent.trim()); await tick(200);
         return [text(document.querySelector('.bm-title')), text(document.querySelector('#format')), getComputedStyle(document.querySelector('.bm-fact')).display]",
        json!(["Low water", "backmatter/1", "grid"]),
    )
    .await;
    // The meta box.
    page.gives(
        "document.querySelector('.bm-post-meta-summary').click(); document.querySelector('[data-bm-action=all-json]').click();
         return (await until(() => document.querySelector('.bm-facts-json'))).textContent.includes('Ines')",
        json!(true),
    )
    .await;
    // The application is asked before a link is followed, and keeps the reader here.
    page.gives(
        "document.querySelector('.bm-article-body a[href*=tides]').click(); await until(() => text(document.querySelector('#followed')));
         return [text(document.querySelector('#followed')), location.pathname.includes('leptos-app')]",
        json!(["https://tides.example/table", true]),
    )
    .await;
    page.holds("document.querySelector('[data-bm-image]').click(); return Boolean(await until(() => document.querySelector('dialog[open] img')))").await;
    page.run("document.querySelector('dialog[open]').close(); await tick(100)").await;
    // Another post, in the same root.
    page.gives(
        "const root = document.querySelector('.bm-post'); document.querySelector('#change').click(); await until(() => text(document.querySelector('.bm-title')) === 'High water');
         return [document.querySelectorAll('.bm-post').length, root.isConnected, document.querySelector('[data-bm-image]')]",
        json!([1, true, null]),
    )
    .await;
}
