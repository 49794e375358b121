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

/// HTML is read by `parseHTML` there, or shown as text.
#[test]
fn a_page_that_allows_no_trusted_types_policy_shows_its_posts() {
    on("/no-types/tests/pages/strict_csp.html", |page| async move {
        page.run(
            "for (const post of document.querySelectorAll('backmatter-post')) await shown(post); await tick(1200)",
        )
        .await;
        page.gives("return [[...document.querySelectorAll('backmatter-post')].map((post) => post.state).join(' '), document.querySelectorAll('.bm-fact').length > 10, text(document.querySelector('.bm-article-body')).includes('predictions are not promises') || document.querySelector('backmatter-post').report.notices.some(({ code }) => code === 'html-as-text')]", json!(["ready ready", true, true])).await;
        page.run("document.querySelector('summary').click(); document.querySelector('[data-bm-image] img').click(); await tick(200)").await;
        // The attempt to make the policy is the one violation.
        page.gives(
            "return [document.querySelector('dialog').open, window.violations.map((one) => one.split(':')[0])]",
            json!([true, ["trusted-types"]]),
        )
        .await;
    });
}

#[test]
fn the_policy_is_real() {
    on("/strict/tests/pages/strict_csp.html", |page| async move {
        page.gives("try { document.body.insertAdjacentHTML('beforeend', '<p>x</p>'); } catch {} await tick(100); return window.violations.length > 0", json!(true)).await;
    });
}
