//! What a reader does with credits.

use crate::browser::on;
use serde_json::json;

const BLANK: &str = "/tests/pages/blank.html";

#[test]
fn the_credit_of_an_open_image_is_copied_with_its_links() {
    on(BLANK, |page| async move {
        page.gives(
            "await embedded(); const post = element('backmatter-post', { 'base-url': '/tests/fixtures/' });
             post.post = JSON.stringify({ title: 'T', images: [{ src: 'images/curve.svg', alt: 'A curve', credit: { creator: 'Mara', creator_url: 'https://m.example/', source: 'the archive' } }] });
             place.append(post); await shown(post); let copied; navigator.clipboard.write = async ([item]) => { copied = item; }; let plain; navigator.clipboard.writeText = async (text) => { plain = text; };
             post.querySelector('[data-bm-image] img').click(); await until(() => post.querySelector('dialog').open);
             const read = async (type) => (await copied.getType(type)).text();
             post.querySelector('[data-bm-action=copy-credit]').click(); await tick(200); const both = [await read('text/plain'), await read('text/html')];
             post.querySelector('[data-bm-action=copy-credit-markdown]').click(); await tick(200);
             return [...both, plain, text(post.querySelector('[role=status]'))]",
            json!([
                "Mara / the archive",
                "<a href=\"https://m.example/\">Mara</a> / the archive",
                "[Mara](<https://m.example/>) / the archive",
                "Copied"
            ]),
        )
        .await;
    });
}

#[test]
fn a_line_of_credit_is_taken_apart_when_widget_is_there() {
    on(BLANK, |page| async move {
        page.gives(
            "await embedded(); const post = element('backmatter-post', { 'base-url': '/tests/fixtures/' });
             post.post = JSON.stringify({ title: 'T', images: [{ src: 'images/curve.svg', alt: 'A curve', credit: 'Photo by Mara Lind on Unsplash' }] });
             place.append(post); await until(() => post.state === 'ready'); const first = text(post.querySelector('.bm-credit'));
             await until(() => post.querySelector('.bm-credit a')); return [first.includes('Mara Lind'), text(post.querySelector('.bm-credit')), post.report.notices.map(({ what }) => what)]",
            json!([true, "Mara Lind / Unsplash", ["there is no link to the creator"]]),
        )
        .await;
    });
}

#[test]
fn without_widget_a_line_of_credit_stands_as_it_was_written() {
    on("/no-widget/tests/pages/blank.html", |page| async move {
        page.gives(
            "await import('/no-widget/pkg/embed.js'); const post = element('backmatter-post', { 'base-url': '/tests/fixtures/' }); post.post = JSON.stringify({ title: 'T', images: [{ src: 'images/curve.svg', alt: 'A curve', credit: 'Photo by Mara Lind on Unsplash' }] });
             place.append(post); await until(() => post.state === 'ready'); await tick(300); return [text(post.querySelector('.bm-credit')), post.report.notices]",
            json!(["Image source: Photo by Mara Lind on Unsplash", []]),
        )
        .await;
    });
}

#[test]
fn what_was_shown_before_credits_could_be_checked_is_checked_when_it_is_asked() {
    on(BLANK, |page| async move {
        page.gives(
            "await embedded(); const post = element('backmatter-post', { 'base-url': '/tests/fixtures/' });
             post.post = JSON.stringify({ title: 'T', images: [{ src: 'images/curve.svg', alt: 'A curve', source: 'unsplash' }] }); const ready = new Promise((seen) => post.addEventListener('backmatter-ready', () => seen(post.report.notices.length)));
             place.append(post); const before = await ready; await (await pkg()).ready(); return [before, post.report.notices.map(({ where }) => where), post.report.notices.length]",
            json!([0, ["images[0].credit", "images[0].credit"], 2]),
        )
        .await;
    });
}
