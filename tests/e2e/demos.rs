//! The demos: each is checked with axe, by keyboard and by geometry; contrast on hosts of several colours.

use crate::{
    accessibility::violations,
    browser::{Page, on},
};
use serde_json::{Value, json};

const INDEX: &str = "/dist/index.html?demos";

/// Paths of the demos, the index first; of those on the reader's own page, or of the pages that embed the package.
async fn paths(page: &Page, of_hosts: bool) -> Vec<String> {
    page.go(INDEX).await;
    let links = page.run("await until(() => document.querySelector('.demos-card a')); return [...document.querySelectorAll('.demos-card a')].map((link) => link.pathname + link.search)").await;
    let links: Vec<String> = serde_json::from_value(links).unwrap();
    links.into_iter().filter(|path| path.contains("/tests/pages/") == of_hosts).collect()
}

/// Opens a demo and waits until it is painted, its boxes opened.
async fn open(page: &Page, path: &str) {
    page.go(path).await;
    page.run(
        "await until(() => document.querySelector('[data-bm-root], .reader-report, backmatter-post'));
         const posts = document.querySelectorAll('backmatter-post, backmatter-meta'); for (const post of posts) if (!post.hasAttribute('loading')) await shown(post);
         const roots = [document, ...[...posts].map((post) => post.shadowRoot).filter(Boolean)];
         for (const root of roots) for (const details of root.querySelectorAll('.bm-post-meta')) details.open = true;
         // Lay out everything, including content outside the viewport.
         const sheet = new CSSStyleSheet(); sheet.replaceSync('* { content-visibility: visible !important }');
         for (const root of roots) root.adoptedStyleSheets.push(sheet);
         await tick(500)",
    )
    .await;
}

/// Elements that overflow the page horizontally, and texts that overlap.
const GEOMETRY: &str = "
    const scrolls = (one) => one.closest('.bm-scroll, .bm-code-text, .bm-fact-code, .bm-cards, .bm-status, .reader-list, textarea, dialog') !== null || one.matches('.bm-part, .bm-joint');
    const name = (one) => `${one.className || one.localName}: ${text(one).slice(0, 40)}`;
    const roots = [document, ...[...document.querySelectorAll('*')].map((one) => one.shadowRoot).filter(Boolean)];
    const all = roots.flatMap((root) => [...root.querySelectorAll('body *, .bm-post, .bm-post *')]).filter((one) => one.checkVisibility() && !scrolls(one) && !one.closest('.bm-post-meta:not([open]) .bm-post-meta-digest, .bm-identifier-head'));
    const out = all.filter((one) => { const { left, right, width } = one.getBoundingClientRect(); return width > 0 && (right > innerWidth + 1.5 || left < -1.5); }).map((one) => `out: ${name(one)}`);
    const lines = all.filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())).slice(0, 400).flatMap((one) =>
      [...one.childNodes].filter((node) => node.nodeType === 3 && node.data.trim()).flatMap((node) => {
        const range = document.createRange(); range.selectNodeContents(node);
        // The hidden lines of a clamped text have boxes, too.
        if (getComputedStyle(one).webkitLineClamp !== 'none') return [];
        return [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1).map((box) => ({ one, box }));
      }));
    const over = [];
    for (let i = 0; i < lines.length; i++) for (let j = i + 1; j < lines.length; j++) {
      const [a, b] = [lines[i].box, lines[j].box];
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      // Boxes of adjacent lines may overlap a little, because the line height is smaller.
      if (wide > 2 && high > .4 * Math.min(a.height, b.height)) over.push(`over: ${name(lines[i].one)} | ${name(lines[j].one)}`);
    }
    return [...new Set([...out, ...over])].slice(0, 5)";

#[test]
fn the_index_names_every_state_in_words_and_each_link_leads_to_one() {
    on(INDEX, |page| async move {
        let demos = paths(&page, false).await;
        assert!(demos.len() > 55, "{demos:?}");
        assert_eq!(violations(&page).await, json!([]), "the index");
        page.go("/dist/index.html?demo=gallery-rtl").await;
        page.gives("await until(() => document.querySelector('.bm-gallery')); return [text(document.querySelector('.demo-title')), document.querySelector('.bm-post').dir]", json!(["Gallery: Right to left", "rtl"])).await;
        page.gives(
            "const source = document.querySelector('.reader-source'); source.value = '{ \"title\": \"x\", \"images\": [{ \"alt\": \"Mine\" }] }'; source.dispatchEvent(new Event('input', { bubbles: true }));
             await tick(500); return text(document.querySelector('.bm-image-alt'))",
            json!("Mine"),
        )
        .await;
        page.go("/dist/index.html?demo=no-such-one").await;
        page.holds("await until(() => document.querySelector('.demos-card')); return true").await;
    });
}

#[test]
fn axe_finds_nothing_in_any_demo() {
    on(INDEX, |page| async move {
        for path in paths(&page, false).await {
            if path.contains("huge") {
                continue;
            }
            open(&page, &path).await;
            assert_eq!(violations(&page).await, json!([]), "{path}");
        }
    });
}

#[test]
fn axe_finds_nothing_in_dark() {
    on(INDEX, |page| async move {
        page.darken().await;
        for path in [
            "/dist/index.html?demos",
            "/dist/index.html?demo=post-full",
            "/dist/index.html?demo=post-hostile",
            "/dist/index.html?demo=failure-not-json",
        ] {
            open_or_index(&page, path).await;
            assert_eq!(violations(&page).await, json!([]), "{path}");
        }
    });
}

async fn open_or_index(page: &Page, path: &str) {
    if path.contains("?demos") {
        page.go(path).await;
        page.run("await until(() => document.querySelector('.demos-card'))").await;
    } else {
        open(page, path).await;
    }
}

#[test]
fn nothing_overflows_or_overlaps_in_320_pixels() {
    on(INDEX, |page| async move {
        page.resize(320, 900).await;
        let reader = ["/dist/index.html", "/dist/index.html?src=/tests/fixtures/full.json"].map(String::from);
        for path in paths(&page, false).await.into_iter().chain(reader) {
            open(&page, &path).await;
            assert_eq!(page.run(GEOMETRY).await, json!([]), "{path}");
        }
    });
}

#[test]
fn nothing_overflows_or_overlaps_with_text_of_twice_the_size() {
    on(INDEX, |page| async move {
        for (width, of_hosts) in [(360, false), (320, true)] {
            page.resize(width, 900).await;
            for path in paths(&page, of_hosts).await {
                if path.contains("huge") || path.contains("loud") {
                    continue;
                }
                open(&page, &path).await;
                page.run("document.documentElement.style.fontSize = '200%'; await tick(150)").await;
                assert_eq!(page.run(GEOMETRY).await, json!([]), "{path}");
            }
        }
    });
}

/// WCAG 1.4.3 for every text of ours, on what it really stands on: colours are mixed on a canvas as the page mixes them.
const CONTRAST: &str = "
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
    const over = (colours) => { canvas.clearRect(0, 0, 1, 1); for (const colour of ['#fff', ...colours]) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); } return [...canvas.getImageData(0, 0, 1, 1).data]; };
    const light = (rgb) => { const [r, g, b] = rgb.map((part) => (part /= 255) <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
    const low = [];
    for (const one of document.querySelectorAll('.bm-post *')) {
      if (!one.checkVisibility() || one.closest('dialog, [inert]') || ![...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
      const papers = []; for (let at = one; at; at = at.parentElement) papers.unshift(getComputedStyle(at).backgroundColor);
      const { color, fontSize, fontWeight } = getComputedStyle(one);
      const [a, b] = [light(over(papers)), light(over([...papers, color]))].sort((a, b) => b - a);
      const isLarge = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && fontWeight >= 700);
      const ratio = (a + .05) / (b + .05);
      if (ratio < (isLarge ? 3 : 4.5)) low.push(`${one.className || one.localName} ${ratio.toFixed(2)}`);
    }
    return [...new Set(low)]";

#[test]
fn contrast_holds_on_white_black_sepia_and_grey() {
    on(INDEX, |page| async move {
        for path in [
            "/tests/pages/one_post.html",
            "/tests/pages/sepia_host.html",
            "/tests/pages/dark_host.html",
            "/dist/index.html?demo=post-full",
            "/dist/index.html?demo=post-dark",
        ] {
            open(&page, path).await;
            assert_eq!(page.run(CONTRAST).await, json!([]), "{path}");
        }
        // Black paper, white ink, and the other way round.
        for (paper, ink) in [("#000", "#fff"), ("#fff", "#000"), ("#808080", "#000"), ("#666", "#fff")] {
            open(&page, "/tests/pages/one_post.html").await;
            page.run(&format!("document.body.style.cssText = 'background: {paper}; color: {ink}'; document.head.append(element('style', {{}}, 'a {{ color: inherit }}')); await tick(50)"))
                .await;
            assert_eq!(page.run(CONTRAST).await, json!([]), "{ink} on {paper}");
        }
    });
}

/// The focused element, and whether it shows a focus outline.
/// A card shows the outline for its link.
const STOPS: &str = "const on = document.activeElement; const { outlineStyle, outlineWidth } = getComputedStyle(on.closest('.bm-card') ?? on);
    return [on.className || on.localName, outlineStyle !== 'none' && parseFloat(outlineWidth) > 0]";

#[test]
fn the_documentation_is_drawn_by_the_widget() {
    for (name, title) in
        [("", "Backmatter"), ("json", "The JSON format backmatter/1"), ("elements", "Elements, events and functions")]
    {
        on(&format!("/dist/index.html?docs={name}"), move |page| async move {
            page.gives(
                "const post = await until(() => document.querySelector('.bm-post'));
                 const lost = () => [...post.querySelectorAll('a[href^=\"#\"]')].filter((link) => !document.getElementById(link.hash.slice(1)));
                 // A long text is painted in parts.
                 await until(() => lost().length === 0);
                 const files = [...post.querySelectorAll('a')].filter((link) => link.pathname.endsWith('.md') && !link.pathname.endsWith('CHANGELOG.md'));
                 return [text(post.querySelector('.bm-title')), lost().length, files.length, text(document.querySelector('.reader-report summary'))]",
                json!([title, 0, 0, "Report: 0 notices"]),
            )
            .await;
        });
    }
}

#[test]
fn a_keyboard_walks_through_every_demo_in_order_and_sees_where_it_is() {
    on(INDEX, |page| async move {
        for path in [
            "/dist/index.html?demo=post-full",
            "/dist/index.html?demo=post-rtl",
            "/dist/index.html?demo=post-dark",
            "/dist/index.html?demo=meta-hostile",
        ] {
            open(&page, path).await;
            // All keyboard-focusable elements, in document order.
            let expected = page.run("const reachable = [...document.querySelectorAll('.demo a[href], .demo button, .demo summary, .demo textarea, .demo [tabindex=\"0\"]')].filter((one) => one.checkVisibility() && !one.closest('dialog')); return reachable.map((one) => one.className || one.localName)").await;
            page.run("document.activeElement.blur(); scrollTo(0, 0)").await;
            let mut walked = Vec::new();
            for _ in 0..expected.as_array().unwrap().len() {
                page.press([thirtyfour::Key::Tab]).await;
                let stop = page.run(STOPS).await;
                assert_eq!(stop[1], Value::Bool(true), "{path}: no focus is seen on {}", stop[0]);
                walked.push(stop[0].clone());
            }
            assert_eq!(Value::Array(walked), expected, "{path}");
        }
    });
}
