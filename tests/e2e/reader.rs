//! The standalone reader: what is opened, chosen, searched, set and kept.

use crate::{
    accessibility::violations,
    browser::{Page, on},
};
use serde_json::json;
use thirtyfour::Key;

/// The page.
pub const READER: &str = "/dist/index.html";

/// More verbs: `click(words)`, `drop(text)`, `rows()`, `title()`, `problem()`, `posts(count)`.
const VERBS: &str = r#"
await until(() => document.querySelector(".reader"));
const seen = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
const click = (words) => seen("button, summary, a").find((one) => text(one) === words).click();
const rows = () => seen(".reader-row-title").map(text);
const title = () => text(document.querySelector(".bm-title") ?? document.body);
const problem = () => text(document.querySelector(".reader-problem"));
const posts = (count) => JSON.stringify(Array.from({ length: count }, (_, n) => ({ id: `p${n + 1}`, title: `Post number ${n + 1}`, published: "2025-01-02", body: n % 2 ? "even" : "odd", meta: { tags: [n % 100 ? "tide" : "hundred"] } })));
const drop = async (content) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([content], "posts.json", { type: "application/json" }));
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  await tick(400);
};
const type = (field, value) => { field.value = value; field.dispatchEvent(new Event("input", { bubbles: true })); };
"#;

/// Asserts what a script with these verbs gives.
pub async fn gives(page: &Page, script: &str, expected: serde_json::Value) {
    page.gives(&format!("{VERBS}{script}"), expected).await;
}

#[test]
fn empty_it_says_what_it_is_and_offers_ways_in() {
    on(READER, |page| async move {
        gives(
            &page,
            "return [text(document.querySelector('.reader-lead')), seen('.reader-empty .reader-button').map(text), seen('.reader-posts').length]",
            json!([
                "Backmatter shows posts from JSON: open a file, drop or paste one here, or fetch an address. It stays on this machine.",
                ["Open a file", "Show the sample", "Show 10,000 made-up posts", "Fetch", "Show"], 0
            ]),
        )
        .await;
        assert_eq!(violations(&page).await, json!([]), "empty");
        gives(
            &page,
            "click('Show the sample'); await until(() => document.querySelector('.bm-title')); await tick(300);
             const loaded = seen('.bm-image').length > 3 && seen('.bm-image').every((image) => new URL(image.src).pathname.startsWith('/dist/tests/fixtures/images/'));
             return [title(), document.title, loaded, seen('.reader-empty').length]",
            json!(["Reading a tide table without a phone", "Reading a tide table without a phone", true, 0]),
        )
        .await;
        page.run("for (const details of document.querySelectorAll('details')) details.open = true; await tick(300)")
            .await;
        assert_eq!(violations(&page).await, json!([]), "the sample");
        gives(
            &page,
            "return performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(location.origin) && !name.startsWith('data:')).map(({ name }) => name)",
            json!([]),
        )
        .await;
    });
}

#[test]
fn what_cannot_be_opened_is_said_and_what_was_open_stays() {
    on(READER, |page| async move {
        gives(
            &page,
            "await drop('{ \"title\": \"First\" }'); const before = title();
             const said = [];
             for (const bad of ['', 'plain words', '{ \"title\": \"Cut', '[]', '{ \"posts\": [] }']) { await drop(bad); said.push([problem().length > 20, title()]); }
             await drop('{ \"title\": \"Second\" }');
             return [before, said, problem(), title()]",
            json!(["First", [[true, "First"], [true, "First"], [true, "First"], [true, "First"], [true, "First"]], "", "Second"]),
        )
        .await;
        // With the place of the mistake, and what it probably is.
        gives(
            &page,
            "await drop('{\\n  \"title\": \"Cut\",\\n  \"body\": [],\\n}');
             return [problem(), document.querySelector('.reader-problem-place').textContent]",
            json!([
                "This is not JSON: expected a key in quotes, found `}` at line 4, column 1. The comma before it is one too many.} ^",
                "}\n^"
            ]),
        )
        .await;
        for (src, said) in [
            ("/nowhere.json", "/nowhere.json answered 404"),
            ("http://127.0.0.1:1/x.json", "Access-Control-Allow-Origin"),
            ("/answers/page", "/answers/page answered with a page, not with JSON"),
        ] {
            page.go(&format!("{READER}?src={src}")).await;
            gives(&page, &format!("await until(problem); return [problem().includes('{said}') || problem(), seen('.reader-empty').length]"), json!([true, 1])).await;
        }
        // An invalid post keeps its place in the list, and shows an error when it is opened.
        page.go(READER).await;
        gives(
            &page,
            "await drop('[{ \"title\": \"Good\" }, 7]'); location.hash = '#2'; await tick(300); return [rows(), seen('.bm-failure').length]",
            json!([["Good", "Post 2"], 1]),
        )
        .await;
    });
}

#[test]
fn what_another_system_exports_is_a_library_too() {
    on(READER, |page| async move {
        gives(
            &page,
            "const exported = async (name) => { await drop(await (await fetch(`/tests/fixtures/formats/${name}.json`)).text()); await tick(200); };
             await exported('wordpress-list'); const list = [rows(), title()];
             const said = text(document.querySelector('.reader-report')).includes('This looks like WordPress REST: ');
             await exported('portable-text'); const blocks = [document.querySelectorAll('.bm-article-body > *').length > 0, problem()];
             await drop('<p>A page without JSON.</p>'); const html = text(document.querySelector('.bm-article-body'));
             await drop('{ \"title\": \"One\" }\\n{ \"title\": \"Two\" }'); const lines = rows();
             return [list, said, blocks, html, lines]",
            json!([[["Without company", "The second", "The third & last"], "Without company"], true, [true, ""], "A page without JSON.", ["One", "Two"]]),
        )
        .await;
    });
}

#[test]
fn json_is_pasted_typed_and_edited() {
    on(READER, |page| async move {
        gives(
            &page,
            "const paste = (target, content) => { const clipboardData = new DataTransfer(); clipboardData.setData('text/plain', content); target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, data: content, dataType: 'text/plain', bubbles: true, cancelable: true })); return tick(200); };
             type(document.querySelector('.reader-empty .reader-paste'), '{ \"title\": \"Typed\" }'); click('Show'); await tick(200); const typed = title();
             await paste(document.querySelector('.reader-empty .reader-paste'), 'only into the field'); const still = title();
             await paste(document.body, '{ \"title\": \"Pasted\", \"published\": \"soon\" }'); const pasted = title();
             type(document.querySelector('.reader-source'), '{ \"title\": \"Edited\" }'); await tick(400);
             return [typed, still, pasted, title()]",
            json!(["Typed", "Typed", "Pasted", "Edited"]),
        )
        .await;
        gives(
            &page,
            "type(document.querySelector('.reader-source'), '{ \"title\": \"Edited\", \"published\": \"soon\" }'); await tick(400);
             const report = document.querySelector('.reader-report'); const closed = report.open; report.open = true;
             return [closed, text(report.querySelector('summary')), text(report).includes('published')]",
            json!([false, "Report: 1 notice", true]),
        )
        .await;
    });
}

#[test]
fn on_a_phone_a_list_of_any_length_leaves_room_for_the_post() {
    on(READER, |page| async move {
        page.resize(360, 800).await;
        gives(
            &page,
            "await drop(posts(10000)); const { height } = document.querySelector('.reader-posts').getBoundingClientRect();
             return [height < 400, document.querySelectorAll('.reader-row').length <= 40, document.documentElement.scrollWidth <= innerWidth]",
            json!([true, true, true]),
        )
        .await;
    });
}

#[test]
fn one_post_alone_is_edited_as_it_was_written() {
    on(READER, |page| async move {
        gives(
            &page,
            "const own = '{\\n  \\\"title\\\": \\\"Mine\\\",  \\\"n\\\": 1e400\\n}\\n'; await drop(own); return document.querySelector('.reader-source').value === own",
            json!(true),
        )
        .await;
    });
}

#[test]
fn settings_are_kept_and_reset() {
    on(READER, |page| async move {
        gives(
            &page,
            "click('Show the sample'); click('Type and colours'); await tick(200);
             const [size, measure] = document.querySelectorAll('[type=range]'); type(size, '140'); type(measure, '50');
             const theme = document.querySelector('select'); theme.value = 'dark'; theme.dispatchEvent(new Event('change', { bubbles: true })); await tick(150);
             const main = document.querySelector('main');
             return [main.style.fontSize, main.style.getPropertyValue('--reader-measure'), getComputedStyle(document.body).backgroundColor]",
            json!(["140%", "50ch", "rgb(23, 24, 27)"]),
        )
        .await;
        page.go("/tests/pages/blank.html").await;
        page.go(READER).await;
        gives(
            &page,
            "const kept = [document.querySelector('main').style.fontSize, document.querySelector('select').value, getComputedStyle(document.body).backgroundColor];
             click('Type and colours'); click('Reset'); await tick(150);
             return [kept, document.querySelector('main').style.fontSize, document.querySelector('select').value]",
            json!([["140%", "dark", "rgb(23, 24, 27)"], "100%", "auto"]),
        )
        .await;
        // Invalid stored settings are ignored.
        page.run("localStorage.setItem('backmatter-reader', '{\"size\": 9999, \"theme\": 3}')").await;
        page.go("/tests/pages/blank.html").await;
        page.go(READER).await;
        gives(&page, "return document.querySelector('main').style.fontSize", json!("100%")).await;
    });
}

#[test]
fn a_keyboard_walks_through_the_reader() {
    on(READER, |page| async move {
        gives(
            &page,
            "await drop(posts(3)); await until(() => document.querySelector('.bm-post-meta') && !document.querySelector('.reader-empty').checkVisibility()); document.querySelector('.reader-name a').focus(); return true",
            json!(true),
        )
        .await;
        let mut walked = Vec::new();
        for _ in 0..14 {
            page.press([Key::Tab]).await;
            walked.push(page.run("const { activeElement: on } = document; const { outlineStyle } = getComputedStyle(on.closest('.reader-button, .bm-card') ?? on); return `${on.type || text(on)} ${outlineStyle !== 'none'}`").await);
        }
        let named = [
            "search",
            "Post number 12025-01-02",
            "Post number 22025-01-02",
            "Post number 32025-01-02",
            "Open other posts",
            "checkbox",
            "JSON of this post",
            "Type and colours",
            "Demos of every part",
            "Documentation",
            "About this post 1 field",
            "Post number 3",
            "Post number 2",
            "Report: 0 notices",
        ];
        assert_eq!(walked, named.map(|name| json!(format!("{name} true"))));
    });
}

#[test]
fn another_list_takes_the_place_of_the_first_one_whole() {
    on(READER, |page| async move {
        gives(
            &page,
            "await drop(posts(4)); const before = rows();
             await drop(JSON.stringify(['A', 'B', 'C', 'D'].map((title) => ({ title }))));
             return [before.length, rows(), title(), seen('.reader-row-link').map((link) => link.hash)]",
            json!([4, ["A", "B", "C", "D"], "A", ["#1", "#2", "#3", "#4"]]),
        )
        .await;
    });
}

#[test]
fn every_post_has_an_address_of_its_own_and_its_headings_lead_to_it() {
    on(READER, |page| async move {
        gives(
            &page,
            "const body = [{ type: 'heading', text: 'Part' }];
             await drop(JSON.stringify([{ title: 'A' }, { title: 'B', id: 1 }, { title: 'C', id: '100% & more' }, { title: 'D', id: 'note 7', body }, { title: 'E', id: 'note 7', body }]));
             const links = seen('.reader-row-link'); const titles = [];
             for (const link of links) { link.click(); await tick(150); titles.push(title()); }
             location.hash = '#1'; await tick(150);
             const press = async (code) => { document.body.dispatchEvent(new KeyboardEvent('keydown', { code, altKey: true, bubbles: true, cancelable: true })); await tick(150); };
             const walked = []; for (let n = 0; n < 3; n++) { await press('ArrowDown'); walked.push(title()); }
             const part = document.querySelector('.bm-anchor'); navigator.clipboard.writeText = async () => {}; part.click(); await tick(200);
             return [titles, walked, location.hash, title()]",
            json!([["A", "B", "C", "D", "E"], ["C", "D", "E"], "#bm-note-7-part", "D"]),
        )
        .await;
        gives(
            &page,
            "location.hash = '#1'; await tick(150); const away = title(); location.hash = '#bm-note-7-part'; await tick(200); return [away, title()]",
            json!(["B", "D"]),
        )
        .await;
    });
}
