//! A strict Content-Security-Policy with Trusted Types: no violations.

use crate::browser::on;
use serde_json::json;

#[test]
fn the_strictest_page_shows_everything_without_a_violation() {
    on("/strict/tests/pages/strict_csp.html", |page| async move {
        page.run(
            "for (const post of document.querySelectorAll('backmatter-post')) await shown(post); await tick(1200)",
        )
        .await;
        page.gives("return window.violations", json!([])).await;
        page.gives("return [[...document.querySelectorAll('backmatter-post')].map((post) => post.state).join(' '), document.querySelectorAll('.bm-fact').length > 10, text(document.querySelector('.bm-article-body')).includes('predictions are not promises')]", json!(["ready ready", true, true])).await;
        page.run("document.querySelector('summary').click(); document.querySelector('[data-bm-image] img').click(); await tick(200)").await;
        page.gives("return [document.querySelector('dialog').open, getComputedStyle(document.querySelector('.bm-measure')).getPropertyValue('--bm-value'), window.violations]", json!([true, "83", []])).await;
    });
}

#[test]
fn the_policy_is_real() {
    on("/strict/tests/pages/strict_csp.html", |page| async move {
        page.gives("try { document.body.insertAdjacentHTML('beforeend', '<p>x</p>'); } catch {} await tick(100); return window.violations.length > 0", json!(true)).await;
    });
}
