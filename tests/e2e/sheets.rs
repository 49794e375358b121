//! Posts in pages with the stylesheets of well-known frameworks, and with hostile rules.

use crate::browser::{Page, on};
use serde_json::json;
use thirtyfour::By;

/// What is wrong with the structure of the post, as sentences. Typography is the host's.
const FAULTS: &str = r"
const post = await window.showPost();
await shown(post);
await until(() => post.querySelectorAll('.bm-fact').length > 15);
await tick(100);
const all = (selector) => [...post.querySelectorAll(selector)];
const box = (one) => one.getBoundingClientRect();
const style = (one, pseudo) => getComputedStyle(one, pseudo);
const px = (length) => parseFloat(length) || 0;
const em = (one, property) => px(style(one)[property]) / px(style(one).fontSize);
const words = (one) => { const range = document.createRange(); range.selectNodeContents(one); return range.getBoundingClientRect(); };
const clear = 'rgba(0, 0, 0, 0)';
const faults = [];
const each = (selector, what, holds) => {
  const found = all(selector);
  if (!found.length) faults.push(`${selector} is missing`);
  for (const one of found) if (!holds(one)) faults.push(`${selector}: ${what}: ${text(one).slice(0, 30)}`);
};

each('script', 'is hidden', (one) => style(one).display === 'none');
each('.bm-list', 'has markers', (one) => style(one).listStyleType !== 'none' && em(one, 'paddingInlineStart') >= 1.5 && style(one).listStylePosition === 'outside');
each('.bm-list > .bm-item', 'is an item of its own line', (one) => style(one).display === 'list-item' && style(one).float === 'none');
each('.bm-checklist > .bm-item', 'has no bullet', (one) => style(one).listStyleType === 'none' && style(one, '::before').content === 'none');
each('.bm-checklist > .bm-item', 'has its box before its words', (one) => box(one.querySelector('.bm-check')).right <= words(one.lastChild).left);
each('.bm-check', 'is a square', (one) => Math.abs(box(one).width - box(one).height) < 1 && box(one).width > 8);
each('.bm-code', 'has its buttons above its text', (one) => box(one.querySelector('.bm-code-tools')).bottom <= box(one.querySelector('pre')).top + 1);
each('.bm-code pre', 'is at the start and on the surface of its block', (one) => style(one).textAlign === 'start' && style(one).backgroundColor === clear && style(one).maxHeight === 'none');
each('.bm-code pre code', 'has no form of its own', (one) => style(one).backgroundColor === clear && px(style(one).paddingLeft) === 0);
each('.bm-quote', 'has one bar', (one) => px(style(one).borderLeftWidth) > 1 && px(style(one.querySelector('blockquote')).borderLeftWidth) === 0);
each('.bm-quote blockquote, .bm-quote', 'has no quotation mark in the margin', (one) => style(one, '::before').content === 'none');
each('.bm-quote figcaption, .bm-code figcaption', 'is a plain line', (one) => style(one).backgroundColor === clear && style(one).textAlign === 'start');
each('.bm-table td', 'has space', (one) => em(one, 'paddingTop') > .2 && em(one, 'paddingRight') > .4 && style(one).backgroundColor === clear);
each('.bm-table tr', 'has no stripes', (one) => style(one).backgroundColor === clear);
each('.bm-section', 'has more space above than below', (one) => box(one).top - box(one.previousElementSibling).bottom > box(one.nextElementSibling).top - box(one).bottom);
each('.bm-article-body > .bm-paragraph', 'stands apart', (one) => box(one).top - box(one.previousElementSibling).bottom > 4);
each('summary', 'has one marker', (one) => style(one, '::after').content === 'none');
each('.bm-fact', 'stands in one row', (one) => box(one.querySelector('dt')).height > 0 && style(one).float === 'none' && px(style(one.querySelector('dd')).marginInlineStart) === 0);
each('.bm-grid-item, .bm-card', 'has no bullet', (one) => style(one).listStyleType === 'none' && style(one).float === 'none');
each('.bm-figure .bm-image', 'keeps to its figure', (one) => box(one).right <= box(one.closest('.bm-figure')).right + 1);
each('.bm-article-body > .bm-figure .bm-image', 'has its own proportions', (one) => Math.abs(box(one).width / box(one).height - one.getAttribute('width') / one.getAttribute('height')) < .05);
each('.bm-card', 'has a picture to its edge', (one) => { const picture = one.querySelector('img'); return !picture || box(picture).left - box(one).left < 2; });
each('dialog', 'is closed', (one) => style(one).display === 'none');
for (const part of [post.querySelector('.bm-post'), ...all('.bm-header, .bm-article-body, .bm-about, .bm-gallery, .bm-similar-posts')]) {
  if (style(part).boxShadow !== 'none' || style(part).backgroundColor !== clear || px(style(part).paddingLeft)) faults.push(`${part.className} is drawn as a card`);
}
const centres = all('.bm-header, .bm-article-body, .bm-about, .bm-gallery, .bm-similar-posts').map((part) => (box(part).left + box(part).right) / 2);
if (Math.max(...centres) - Math.min(...centres) > 1) faults.push(`centre lines: ${centres.map(Math.round)}`);
const probe = post.querySelector('.bm-article-body').appendChild(document.createElement('p'));
probe.style.cssText = 'inline-size: 68ch !important; max-inline-size: none !important; padding: 0; border: 0';
const measure = box(probe).width;
probe.remove();
const lines = box(post.querySelector('.bm-article-body')).width;
if (Math.abs(lines - Math.min(measure, box(post).width)) > 1) faults.push(`lines of ${lines} in a measure of ${measure} and an element of ${box(post).width}`);
const scrolls = (one) => one.closest('.bm-scroll, .bm-code-text, .bm-cards') !== null || one.matches('.bm-part, .bm-joint');
for (const one of all('.bm-post *')) if (one.checkVisibility() && !scrolls(one) && (box(one).right > box(post).right + 1.5 || box(one).left < box(post).left - 1.5)) faults.push(`${one.className} leaves the element`);
post.querySelector('[data-bm-image]').click();
await until(() => post.querySelector('dialog').open);
// It grows out of its picture.
const picture = post.querySelector('.bm-slide-image'), isWhole = () => box(picture).width > .9 * document.documentElement.clientWidth && box(picture).bottom <= innerHeight;
await until(isWhole).catch(() => {});
each('.bm-lightbox > button', 'is a target of 44 pixels in the view', (one) => box(one).width >= 44 && box(one).height >= 44 && box(one).left >= 0 && box(one).right <= innerWidth && box(one).top >= 0);
each('.bm-slide-image', 'is as large as it can be', isWhole);
each('.bm-slide-words', 'is in the view', (one) => box(one).bottom <= innerHeight + 1 && style(one).textAlign === 'center');
return faults;
";

#[test]
fn the_structure_of_a_post_holds_under_any_stylesheet() {
    on("/tests/pages/sheet.html?none#host", |page| async move {
        let mut faults = Vec::new();
        for name in names(&page).await {
            for width in [1000, 360] {
                page.resize(width, 900).await;
                open(&page, &name).await;
                let found = page.run(FAULTS).await;
                faults.extend(found.as_array().unwrap().iter().map(|fault| format!("{name}, {width} px: {fault}")));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

/// The styles of what stands below the post.
const BELOW: &str = "return [...document.querySelectorAll('#below, #below *')].map((one) => [...getComputedStyle(one)].map((name) => name + getComputedStyle(one)[name]).join(';'))";

#[test]
fn a_host_looks_the_same_with_and_without_a_post() {
    on("/tests/pages/sheet.html?none#host", |page| async move {
        for name in names(&page).await {
            open(&page, &name).await;
            let host = page.session.find(By::Id("host")).await.unwrap();
            let before = host.screenshot_as_png().await.unwrap();
            let styles = page.run(BELOW).await;
            page.run("await shown(await window.showPost()); await tick(100); scrollTo(0, 0)").await;
            let after = host.screenshot_as_png().await.unwrap();
            assert!(before == after, "{name}");
            assert_eq!(page.run(BELOW).await, styles, "{name}");
        }
    });
}

/// The names of the stylesheets.
async fn names(page: &Page) -> Vec<String> {
    let names = page.run("return until(() => window.sheets)").await;
    serde_json::from_value(names).unwrap()
}

/// Opens the page with a stylesheet and without a post.
async fn open(page: &Page, name: &str) {
    page.go("/tests/pages/blank.html").await;
    page.go(&format!("/tests/pages/sheet.html?{name}#host")).await;
    page.run("await until(() => window.sheets && document.readyState === 'complete')").await;
    // A file that is missing would let every test pass.
    page.gives("return [...document.styleSheets[0].cssRules].filter((rule) => rule.href && !rule.styleSheet?.cssRules.length).map(({ href }) => href)", json!([])).await;
    // Some change their colours slowly when their files arrive.
    page.run("await tick(); await Promise.all(document.getAnimations().map(({ finished }) => finished))").await;
}
