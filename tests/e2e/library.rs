//! A library of posts in the reader: opened, searched, kept.

use crate::{
    accessibility::violations,
    browser::on,
    reader::{READER, gives},
};
use serde_json::json;

#[test]
fn a_list_is_searched_walked_and_linked_to() {
    on(READER, |page| async move {
        gives(
            &page,
            "await drop(`{ \"posts\": ${posts(150)} }`);
             const all = [rows().length < 45, text(document.querySelector('.reader-count')), title()];
             const search = document.querySelector('[type=search]');
             type(search, 'number 14'); await tick(100); const some = [rows().slice(0, 2), text(document.querySelector('.reader-count'))];
             type(search, 'HUNDRED'); await tick(100); const tagged = rows();
             type(search, 'nothing like it'); await tick(100); const none = text(document.querySelector('.reader-count'));
             type(search, ''); await tick(100);
             return [all, some, tagged, none]",
            json!([[true, "150 posts", "Post number 1"], [["Post number 14", "Post number 140"], "11 of 150 posts"], ["Post number 1", "Post number 101"], "0 of 150 posts"]),
        )
        .await;
        gives(
            &page,
            "const press = async (code) => { document.body.dispatchEvent(new KeyboardEvent('keydown', { code, altKey: true, bubbles: true, cancelable: true })); await tick(150); };
             await press('ArrowDown'); await press('ArrowDown'); const third = [title(), location.hash, text(document.querySelector('[aria-current]')).includes('number 3')];
             await press('ArrowUp'); const second = title();
             history.back(); await tick(250); const back = title(); history.forward(); await tick(250);
             await press('KeyS'); const searching = document.activeElement.type;
             location.hash = '#p120'; await tick(250);
             return [third, second, back, title(), searching, seen('[aria-current]').length]",
            json!([["Post number 3", "#p3", true], "Post number 2", "Post number 3", "Post number 120", "search", 1]),
        )
        .await;
        assert_eq!(violations(&page).await, json!([]), "a list");
        page.go("/tests/pages/blank.html").await;
        page.go(&format!("{READER}?src=/tests/fixtures/candidates.json#note-9")).await;
        gives(
            &page,
            "await until(() => document.querySelector('.bm-title')); return seen('.bm-post').length",
            json!(1),
        )
        .await;
    });
}

#[test]
fn a_search_shows_the_place_of_each_find_and_is_walked_from_its_field() {
    on(READER, |page| async move {
        gives(
            &page,
            "await drop(posts(150)); const search = document.querySelector('[type=search]');
             const places = () => seen('.reader-row').slice(0, 2).map((row) => [row.querySelector('mark')?.textContent, text(row)]);
             type(search, 'number 7'); await tick(100); const titles = places();
             type(search, 'evenn'); await tick(100); const mistake = places();
             type(search, '\"post number 12\" tag:tide before:2026'); await tick(100); const count = rows().length;
             search.focus();
             const press = async (key) => { search.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); await tick(200); };
             const walked = [];
             for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'ArrowUp']) { await press(key); walked.push(title()); }
             return [titles, mistake, count, walked, document.activeElement === search]",
            json!([
                [["number", "Post number 72025-01-02"], ["number", "Post number 702025-01-02"]],
                [["even", "Post number 22025-01-02 even tide"], ["even", "Post number 42025-01-02 even tide"]],
                11,
                ["Post number 12", "Post number 120", "Post number 121", "Post number 120"],
                true
            ]),
        )
        .await;
        assert_eq!(violations(&page).await, json!([]), "a search");
    });
}

#[test]
fn each_post_of_a_library_leads_to_similar_ones() {
    on(READER, |page| async move {
        gives(
            &page,
            "await drop(JSON.stringify([
               { id: 'a', title: 'Paper tides', body: 'Tide tables on paper, by the harbour office.', meta: { tags: ['tides'] } },
               { id: 'b', title: 'Rye bread', body: 'Flour, water and salt.' },
               { id: 'c', title: 'The office', body: 'The harbour office prints tide tables.', meta: { tags: ['tides'] } },
               { id: 'd', title: 'With its own', body: 'Tide tables of the harbour office.', similar: [{ title: 'Chosen' }] }]));
             const strip = () => seen('.reader-similar .bm-card-title').map(text);
             await until(() => strip().length); const first = strip();
             document.querySelector('.reader-similar a').click(); await until(() => title() !== 'Paper tides');
             const second = title(); seen('.reader-row-link')[3].click(); await until(() => title() === 'With its own'); await tick(300);
             return [first[0], second, strip(), seen('.bm-card-title').map(text)]",
            json!(["The office", "The office", [], ["Chosen"]]),
        )
        .await;
        assert_eq!(violations(&page).await, json!([]));
    });
}

#[test]
fn a_file_is_kept_for_the_next_visit_if_the_reader_wants_it() {
    on(READER, |page| async move {
        const KEEP: &str = "const keep = document.querySelector('.reader-keep input'); const file = async () => (await caches.match('/kept-library'))?.text();";
        let asked = "await drop(posts(3)); const before = keep.checked; keep.click(); await tick(500); return [before, keep.checked, await file() === posts(3)]";
        gives(&page, &format!("{KEEP} {asked}"), json!([false, true, true])).await;
        page.go(READER).await;
        // The driver of WebKit forgets what caches hold with each page.
        if page.run("return await caches.match('/kept-library') !== undefined").await == json!(true) {
            let kept = "await until(() => rows().length === 3); const is = keep.checked; keep.click(); await tick(500); return [is, title(), await file() ?? null]";
            gives(&page, &format!("{KEEP} {kept}"), json!([true, "Post number 1", null])).await;
            page.go(READER).await;
        }
        gives(&page, "await tick(800); return rows().length", json!(0)).await;
        assert_eq!(violations(&page).await, json!([]));
    });
}

#[test]
fn every_file_that_the_reader_needs_is_kept_for_a_visit_without_a_network() {
    on(READER, |page| async move {
        gives(
            &page,
            "const needed = ['/dist/index.html', ...performance.getEntriesByType('resource').map(({ name }) => name)].filter((name) => !name.endsWith('favicon.ico'));
             const cache = await until(async () => (await caches.has('backmatter-reader')) && caches.open('backmatter-reader'));
             await until(async () => (await cache.keys()).length >= needed.length);
             const missing = []; for (const name of needed) if (!await cache.match(name)) missing.push(name);
             return [missing, needed.some((name) => name.endsWith('_bg.wasm')), Boolean((await navigator.serviceWorker.ready).active)]",
            json!([[], true, true]),
        )
        .await;
    });
}

#[test]
fn ten_thousand_made_up_posts_are_one_click_away() {
    on(READER, |page| async move {
        gives(
            &page,
            "click('Show 10,000 made-up posts'); await until(() => text(document.querySelector('.reader-count')) === '10000 posts');
             type(document.querySelector('[type=search]'), 'stagin product tag:servers'); await tick(300);
             await until(() => seen('.reader-similar .bm-card').length === 3);
             return rows()[0].startsWith('Keeping staging')",
            json!(true),
        )
        .await;
    });
}

#[test]
fn ten_thousand_posts_draw_only_the_rows_in_view() {
    on(READER, |page| async move {
        gives(
            &page,
            "await drop(posts(10000)); const list = document.querySelector('.reader-list');
             const height = list.firstElementChild.offsetHeight;
             list.scrollTop = height; await tick(200); const last = rows().at(-1);
             const drawn = document.querySelectorAll('.reader-row').length;
             list.querySelector('li:last-child a').click(); await tick(300);
             return [height, drawn <= 40, last, title(), document.querySelector('.reader-row [aria-current]') !== null]",
            json!([760_000, true, "Post number 10000", "Post number 10000", true]),
        )
        .await;
    });
}

#[test]
fn a_file_that_is_longer_than_one_input_may_be_is_read_in_parts() {
    on(READER, |page| async move {
        gives(
            &page,
            "const filler = 'x'.repeat(9_000), post = (n) => `{\"id\":\"p${n}\",\"title\":\"Post number ${n}\",\"body\":\"${filler}\"}`;
             const file = new File(['{\"posts\":[', Array.from({ length: 8_000 }, (_, n) => post(n + 1)).join(','), ']}'], 'posts.json');
             const give = () => { const dataTransfer = new DataTransfer(); dataTransfer.items.add(file); document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })); };
             give();
             await until(() => document.querySelector('.reader-progress'));
             const told = /of 72 MB/.test(text(document.querySelector('.reader-progress')));
             click('Cancel');
             await tick(300);
             const given_up = [seen('.reader-progress').length, rows().length];
             give();
             // 72 MB take some browsers a while.
             for (let turn = 0; turn < 5 && !rows().length; turn++) await until(() => rows().length > 0).catch(() => {});
             return [told, given_up, title(), problem(), seen('.reader-progress').length, rows()[0]]",
            json!([true, [0, 0], "Post number 1", "", 0, "Post number 1"]),
        )
        .await;
    });
}

#[test]
fn a_long_file_that_is_one_post_stays_one() {
    on(READER, |page| async move {
        gives(
            &page,
            "const blocks = Array.from({ length: 600 }, () => ({ type: 'paragraph', text: 'tide '.repeat(1_500) }));
             const found = [];
             for (const [title, post] of [['As an object', { title: 'As an object', body: blocks }], ['As a body', blocks.map(({ text }) => ({ _type: 'block', children: [{ _type: 'span', text }] }))]]) {
               await drop(JSON.stringify(post));
               await until(() => document.querySelectorAll('.bm-paragraph').length > 1);
               found.push([title, rows().length, problem()]);
               await drop('{ \"title\": \"Between\" }');
             }
             return found",
            json!([["As an object", 0, ""], ["As a body", 0, ""]]),
        )
        .await;
    });
}
