//! Posts on paper.

use crate::browser::on;
use serde_json::json;

const BLANK: &str = "/tests/pages/blank.html";

#[test]
fn printing_fills_a_closed_box_and_shows_everything() {
    on(BLANK, |page| async move {
        page.gives(
            "await embedded(); await (await pkg()).ready(); window.requestIdleCallback = () => 0;
             const post = element('backmatter-post'); post.post = JSON.stringify({ title: 'T', meta: { level: 'easy', a: 'ann@mail.example' } }); place.append(post); await until(() => post.state === 'ready');
             const before = post.querySelectorAll('.bm-fact').length; dispatchEvent(new Event('beforeprint'));
             return [before, post.querySelectorAll('.bm-fact').length, post.querySelector('.bm-post-meta').open]",
            json!([0, 2, false]),
        )
        .await;
        page.emulate_print().await;
        page.holds("return document.querySelector('.bm-fact').checkVisibility() && document.querySelector('.bm-fact').getBoundingClientRect().height > 10").await;
        page.holds(
            "return ![...document.querySelectorAll('.bm-post-meta button')].some((button) => button.checkVisibility())",
        )
        .await;
    });
    // Tables of ten columns, in the article and in the box, and six cards, on paper of 700 pixels.
    on(BLANK, |page| async move {
        page.resize(700, 1000).await;
        page.run(
            "const columns = Array.from({ length: 10 }, (_, at) => `Column of words ${at}`);
             const row = Object.fromEntries(columns.map((name) => [name, `Some words and ${name}`]));
             const similar = Array.from({ length: 6 }, (_, at) => ({ title: `Card ${at} with a longer title`, url: `/${at}` }));
             const post = element('backmatter-post', { 'meta-open': '' });
             post.post = { title: 'T', body: [{ type: 'table', head: columns, rows: [columns, columns] }], meta: { stations: [row, row] }, similar };
             place.append(post); await embedded(); await shown(post); await until(() => post.querySelector('.bm-records'))",
        )
        .await;
        page.emulate_print().await;
        page.gives(
            "const post = document.querySelector('backmatter-post'), box = (one) => one.getBoundingClientRect();
             const seen = (selector) => [...post.querySelectorAll(selector)].filter((one) => box(one).width > 10 && box(one).left >= box(post).left - 1 && box(one).right <= box(post).right + 1).length;
             return [seen('.bm-table :is(th, td)'), seen('.bm-records td'), seen('.bm-card')]",
            json!([30, 20, 6]),
        )
        .await;
    });
}
