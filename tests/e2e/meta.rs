//! The meta box in use: filled in time, searched, copied, sorted, printed.

use crate::browser::on;
use serde_json::json;
use thirtyfour::Key;

const BLANK: &str = "/tests/pages/blank.html";

/// A post whose meta has 30 fields of many shapes, in an open box.
const LONG: &str = r#"
    await embedded();
    const meta = { views: 1234567, hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', harbour: 'Café at the wall', contact: 'ann@mail.example',
      crew: [{ name: 'Tom', age: 9 }, { name: 'Ann', age: 10 }, { name: 'Ida' }], note: '{"calm": true}', depth: '', _edit_lock: '1:1' };
    for (let n = 0; n < 24; n++) meta[`gauge_${n}`] = `reading ${n}`;
    const post = element('backmatter-post', { 'meta-open': '', sections: 'meta', lang: 'en' });
    post.post = JSON.stringify({ title: 'T', meta }); place.append(post); await shown(post);
    await until(() => post.querySelector('.bm-facts'));
    let copied; navigator.clipboard.writeText = async (text) => { copied = text; };
"#;

#[test]
fn a_closed_box_is_filled_when_the_page_is_idle_and_the_report_with_it() {
    on(BLANK, |page| async move {
        page.gives(
            "const post = element('backmatter-post'); const reports = []; post.addEventListener('backmatter-change', ({ detail }) => reports.push(detail.report.notices.length));
             post.post = JSON.stringify({ title: 'T', body: 'Calm.', meta: { contact: 'ann@mail.example', level: 'easy' } }); place.append(post); const ready = new Promise((seen) => post.addEventListener('backmatter-ready', () => seen([post.querySelector('.bm-post-meta-digest').textContent, post.querySelector('.bm-post-meta').offsetHeight])));
             await embedded(); const before = await ready;
             await until(() => post.querySelector('.bm-fact')); await tick(150);
             const box = post.querySelector('.bm-post-meta');
             return [before[0] === '\\u00a0', text(box.querySelector('.bm-post-meta-digest')), box.offsetHeight === before[1], box.open, reports, post.report.notices.map(({ where, what }) => `${where} ${what}`)]",
            json!([true, "2 fields · easy", true, false, [1], ["meta.contact masked"]]),
        )
        .await;
    });
}

#[test]
fn a_report_that_is_asked_for_is_whole() {
    on(BLANK, |page| async move {
        page.gives(
            "const { mount } = await pkg(); const handle = await mount(place, { title: 'T', meta: { contact: 'ann@mail.example' } });
             return [handle.report.notices.length, place.querySelectorAll('.bm-fact').length]",
            json!([1, 1]),
        )
        .await;
    });
}

#[test]
fn a_box_that_is_opened_early_is_filled_and_keeps_the_focus() {
    on(BLANK, |page| async move {
        page.run(
            "window.requestIdleCallback = () => 0; const post = element('backmatter-post'); post.post = JSON.stringify({ title: 'T', meta: { level: 'easy' } }); place.append(post);
             await embedded(); await until(() => post.state === 'ready'); post.querySelector('summary').focus()",
        )
        .await;
        page.press([Key::Enter]).await;
        page.gives(
            "await until(() => document.querySelector('.bm-fact')); return [document.querySelector('.bm-post-meta').open, document.activeElement.className]",
            json!([true, "bm-post-meta-summary"]),
        )
        .await;
    });
}

#[test]
fn a_box_that_cannot_be_filled_says_so_when_it_is_opened() {
    on("/no-widget/tests/pages/blank.html", |page| async move {
        page.gives(
            "await import('/no-widget/pkg/embed.js'); const post = element('backmatter-post'); post.post = JSON.stringify({ title: 'T', body: 'Calm.', meta: { level: 'easy' } });
             place.append(post); await until(() => post.state === 'ready'); await tick(400);
             const closed = text(post.querySelector('.bm-post-meta')); post.querySelector('summary').click(); await until(() => post.querySelector('.bm-facts-found'));
             const excuse = text(post.querySelector('.bm-facts-found')).length > 10; post.querySelector('summary').click(); await tick(100); post.querySelector('summary').click(); await tick(400);
             return [closed, excuse, post.querySelectorAll('.bm-facts-found').length, text(post).includes('Calm.')]",
            json!(["About this post", true, 1, true]),
        )
        .await;
    });
}

/// A text fragment link searches as find-in-page does, and a test can open one.
#[test]
fn find_in_page_opens_the_box() {
    on("/tests/pages/one_post.html", |page| async move {
        let is_open = "return document.querySelector('.bm-post-meta').open";
        page.run("await until(() => document.querySelector('.bm-fact'))").await;
        page.gives(is_open, json!(false)).await;
        page.go("/tests/pages/one_post.html#:~:text=invented%20harbour").await;
        page.gives(&format!("await tick(500); {is_open}"), json!(true)).await;
    });
}

#[test]
fn a_search_shows_what_it_finds_marks_it_and_says_how_much() {
    on(BLANK, |page| async move {
        page.run(&format!("{LONG} post.querySelector('.bm-facts-query').focus()")).await;
        let found = "await tick(200); const post = document.querySelector('backmatter-post');
             return [text(post.querySelector('.bm-facts-found') ?? post.querySelector('.bm-facts-query')), post.querySelectorAll('.bm-facts:not(.bm-facts-away *) > .bm-fact').length, text(post.querySelector('[role=status]')), CSS.highlights.get('backmatter-found').size, document.activeElement.className]";
        page.types("cafe").await;
        page.gives(found, json!(["1 of 30 fields", 1, "1 of 30 fields", 1, "bm-facts-query"])).await;
        page.press([Key::Escape]).await;
        page.gives(found, json!(["", 30, "", 0, "bm-facts-query"])).await;
        page.types("1,234").await;
        page.gives(found, json!(["1 of 30 fields", 1, "1 of 30 fields", 1, "bm-facts-query"])).await;
        page.press([Key::Escape]).await;
        page.types("nowhere").await;
        page.gives(found, json!(["0 of 30 fields", 0, "0 of 30 fields", 0, "bm-facts-query"])).await;
        // An update is searched anew.
        page.gives(
            "const post = document.querySelector('backmatter-post'); const data = JSON.parse(post.post); data.meta.gauge_3 = 'nowhere else'; post.post = JSON.stringify(data); await tick(300);
             return [text(post.querySelector('.bm-facts-found')), text(post.querySelector('.bm-facts'))]",
            json!(["1 of 30 fields", "Gauge 3nowhere else"]),
        )
        .await;
    });
}

#[test]
fn buttons_copy_what_they_name() {
    on(BLANK, |page| async move {
        page.gives(
            &format!(
                "{LONG} const told = []; const press = async (selector) => {{ copied = undefined; post.querySelector(selector).click(); await tick(150); told.push(copied); }};
                 await press('.bm-identifier-copy'); const said = text(post.querySelector('[role=status]'));
                 await press('[data-bm-action=copy-json]'); const whole = JSON.parse(told.pop());
                 await press('[data-bm-action=copy-markdown]'); const markdown = told.pop();
                 return [told[0] === meta.hash, said, whole.views, whole.depth, whole._edit_lock, whole.contact, markdown.includes('- **Views:** 1234567\\n'), markdown.includes('ann@')]"
            ),
            json!([true, "Copied", 1_234_567, "", "1:1", "•••", true, false]),
        )
        .await;
    });
}

#[test]
fn the_json_of_a_row_opens_under_it_and_is_copied() {
    on(BLANK, |page| async move {
        page.gives(
            &format!(
                "{LONG} const button = [...post.querySelectorAll('.bm-fact-json')].find(({{ ariaLabel }}) => ariaLabel === 'JSON of Note'); button.focus(); button.click();
                 const raw = button.parentNode.querySelector('.bm-raw'); const open = [text(raw.querySelector('pre')), button.ariaExpanded, document.activeElement === button];
                 raw.querySelector('[data-bm-action=copy-json]').click(); await tick(50); const json = copied;
                 raw.querySelector('[data-bm-action=copy-markdown]').click(); await tick(50); const markdown = copied;
                 button.click(); return [open, json, markdown, button.ariaExpanded, button.parentNode.querySelector('.bm-raw')]"
            ),
            json!([
                ["\"{\\\"calm\\\": true}\"", "true", true],
                "\"{\\\"calm\\\": true}\"",
                "- **Note:**\n  - **Calm:** yes\n",
                "false",
                null
            ]),
        )
        .await;
    });
}

#[test]
fn the_whole_box_turns_to_json_and_back() {
    on(BLANK, |page| async move {
        page.gives(
            &format!(
                "{LONG} const button = () => post.querySelector('[data-bm-action=all-json]'); button().focus(); button().click();
                 const json = [JSON.parse([...post.querySelectorAll('.bm-facts-json')].map((piece) => piece.textContent).join('\\n')).gauge_3, post.querySelectorAll('.bm-fact').length, button().ariaPressed, document.activeElement === button()];
                 button().click(); return [json, post.querySelectorAll('.bm-fact').length > 30, button().ariaPressed, document.activeElement === button()]"
            ),
            json!([["reading 3", 0, "true", true], true, "false", true]),
        )
        .await;
    });
}

#[test]
fn a_table_is_sorted_by_its_columns_and_what_is_missing_stands_last() {
    on(BLANK, |page| async move {
        page.gives(
            &format!(
                "{LONG} const [name, age] = post.querySelectorAll('.bm-records-sort'); const column = (at) => [...post.querySelectorAll('.bm-records tbody tr')].map((row) => row.cells[at].textContent).join();
                 const seen = []; for (const button of [name, age, age]) {{ button.click(); seen.push(column(0), button.parentNode.ariaSort); }} return [...seen, name.parentNode.ariaSort]"
            ),
            json!(["Ann,Ida,Tom", "ascending", "Tom,Ann,Ida", "ascending", "Ann,Tom,Ida", "descending", null]),
        )
        .await;
    });
}

#[test]
fn a_table_that_goes_on_in_disclosures_is_sorted_as_a_whole() {
    on(BLANK, |page| async move {
        page.gives(
            "await embedded(); const crew = Array.from({ length: 1200 }, (_, at) => ({ name: `n${at % 7}`, age: at }));
             const post = element('backmatter-post', { 'meta-open': '', lang: 'en' }); post.post = JSON.stringify({ title: 'T', meta: { crew } }); place.append(post); await shown(post);
             await until(() => post.querySelectorAll('.bm-records-rest').length === 2);
             const [first, second, third] = post.querySelectorAll('.bm-records'); const ends = (table) => [table.tBodies[0].rows.length, table.tBodies[0].rows[0].cells[1].textContent];
             const before = [first, second, third].map(ends); for (let turn = 0; turn < 2; turn++) second.tHead.rows[0].cells[1].firstChild.click();
             return [before, [first, second, third].map(ends), third.tHead.rows[0].cells[1].ariaSort]",
            json!([[[500, "0"], [500, "500"], [200, "1000"]], [[500, "1199"], [500, "699"], [200, "199"]], "descending"]),
        )
        .await;
    });
}

#[test]
fn a_find_in_the_hidden_part_of_a_table_opens_it() {
    on(BLANK, |page| async move {
        page.gives(
            "await embedded(); const meta = { crew: Array.from({ length: 1200 }, (_, at) => ({ name: `n${at}`, age: 1 })) }; for (let at = 0; at < 24; at++) meta[`gauge_${at}`] = 'calm';
             const post = element('backmatter-post', { 'meta-open': '', lang: 'en' }); post.post = JSON.stringify({ title: 'T', meta }); place.append(post); await shown(post);
             const query = await until(() => post.querySelector('.bm-facts-query')); query.value = 'n1100'; query.dispatchEvent(new Event('input', { bubbles: true }));
             await until(() => post.querySelector('.bm-records-rest[open]')); return [...post.querySelectorAll('.bm-records-rest')].map(({ open }) => open)",
            json!([false, true]),
        )
        .await;
    });
}

#[test]
fn numbers_are_copied_with_their_own_digits() {
    on(BLANK, |page| async move {
        page.gives(
            &format!(
                "{LONG} const take = (from, to = from) => {{ const range = document.createRange(); range.setStartBefore(from); range.setEndAfter(to); getSelection().removeAllRanges(); getSelection().addRange(range);
                   const event = new ClipboardEvent('copy', {{ clipboardData: new DataTransfer(), bubbles: true, cancelable: true }}); from.dispatchEvent(event); return [event.clipboardData.getData('text/plain').replace(/\\s+/g, ' ').trim(), event.defaultPrevented]; }};
                 const rows = post.querySelectorAll('.bm-fact'); const number = post.querySelector('data'); return [number.textContent, take(number.firstChild), take(rows[0]), take(rows[2])]"
            ),
            json!(["1,234,567", ["1234567", true], ["Views 1234567", true], ["", false]]),
        )
        .await;
    });
}

#[test]
fn a_group_that_was_closed_stays_closed() {
    on(BLANK, |page| async move {
        page.gives(
            &format!(
                "{LONG} const more = JSON.parse(post.post); for (let n = 0; n < 8; n++) more.meta[`checksum_${{n}}`] = `sum${{n}}`; post.post = JSON.stringify(more); await tick(300);
                 const group = () => [...post.querySelectorAll('.bm-facts-group')].find((one) => one.textContent.startsWith('Technical')); group().querySelector('summary').click(); await tick(100);
                 const data = JSON.parse(post.post); data.meta.hash = 'other'; post.post = JSON.stringify(data); await tick(300); return [text(group()).includes('other'), group().open]"
            ),
            json!([true, false]),
        )
        .await;
    });
}

#[test]
fn a_huge_box_opens_with_its_first_rows_and_is_searched_to_its_last() {
    on(BLANK, |page| async move {
        page.gives(
            "await embedded(); const meta = {}; for (let n = 0; n < 100000; n++) meta[`gauge_${n}`] = `reading ${n}`;
             const post = element('backmatter-post', { sections: 'meta' }); post.post = JSON.stringify({ title: 'T', meta }); place.append(post); await shown(post);
             post.querySelector('summary').click(); await until(() => post.querySelector('.bm-fact')); const first = post.querySelectorAll('.bm-fact').length;
             const query = post.querySelector('.bm-facts-query'); query.value = 'reading 99999'; query.dispatchEvent(new Event('input', { bubbles: true }));
             const found = text(post.querySelector('.bm-facts-found')); query.value = ''; query.dispatchEvent(new Event('input', { bubbles: true }));
             return [first >= 50, text(post.querySelector('.bm-post-meta-digest')), found, post.querySelectorAll('.bm-facts-query').length]",
            json!([true, "100,000 fields", "1 of 100,000 fields", 1]),
        )
        .await;
    });
}

#[test]
fn it_works_in_a_shadow_root_under_the_strictest_policy() {
    on("/strict/tests/pages/strict_csp.html", |page| async move {
        page.gives(
            "const post = document.createElement('backmatter-post'); for (const name of ['shadow', 'meta-open']) post.setAttribute(name, ''); post.setAttribute('sections', 'meta'); post.post = JSON.stringify({ title: 'T', meta: { hash: 'abcdefg', level: 'easy' } });
             document.querySelector('main').append(post); await shown(post); const root = post.shadowRoot; await until(() => root.querySelector('.bm-fact'));
             let copied; navigator.clipboard.writeText = async (text) => { copied = text; }; root.querySelector('.bm-identifier-copy').click(); await tick(100);
             return [getComputedStyle(root.querySelector('.bm-fact')).display, getComputedStyle(document.querySelector('.bm-fact')).display, copied, window.violations]",
            json!(["grid", "grid", "abcdefg", []]),
        )
        .await;
    });
}
