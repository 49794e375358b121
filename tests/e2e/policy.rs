//! A strict Content-Security-Policy with Trusted Types: no violations.

use crate::browser::{Page, on};
use serde_json::json;

/// Waits for the posts of the page, then opens the box and an image.
async fn is_used(page: &Page, words: &str) {
    page.run("for (const post of document.querySelectorAll('backmatter-post')) await shown(post); await tick(1200)")
        .await;
    page.gives(&format!("return [[...document.querySelectorAll('backmatter-post')].map((post) => post.state).join(' '), document.querySelectorAll('.bm-fact').length > 10, {words}]"), json!(["ready ready", true, true])).await;
    page.run("document.querySelector('summary').click(); document.querySelector('[data-bm-image] img').click(); await tick(200)").await;
    page.gives("return [document.querySelector('dialog').open, getComputedStyle(document.querySelector('.bm-measure')).getPropertyValue('--bm-value')]", json!([true, "83"])).await;
}

/// Words of the `html` block.
const WORDS: &str = "text(document.querySelector('.bm-article-body')).includes('predictions are not promises')";

#[test]
fn the_strictest_page_shows_everything_without_a_violation() {
    on("/strict/tests/pages/strict_csp.html", |page| async move {
        is_used(&page, WORDS).await;
        page.gives("return window.violations", json!([])).await;
    });
}

/// HTML is read by `parseHTML` there, or shown as text. The attempt to make the policy is the one violation.
#[test]
fn a_page_that_allows_no_trusted_types_policy_shows_its_posts() {
    on("/no-types/tests/pages/strict_csp.html", |page| async move {
        let is_text =
            "document.querySelector('backmatter-post').report.notices.some(({ code }) => code === 'html-as-text')";
        is_used(&page, &format!("({WORDS} || {is_text})")).await;
        page.gives("return window.violations.map((one) => one.split(':')[0])", json!(["trusted-types"])).await;
    });
}

#[test]
fn the_policy_is_real() {
    on("/strict/tests/pages/strict_csp.html", |page| async move {
        page.gives("try { document.body.insertAdjacentHTML('beforeend', '<p>x</p>'); } catch {} await tick(100); return window.violations.length > 0", json!(true)).await;
    });
}
