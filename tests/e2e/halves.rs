//! The two halves of the wasm: a post needs one; its meta box, HTML and other forms of a post the other.

use crate::browser::on;
use serde_json::json;

const HTML: &str = r#"'{ "title": "T", "body": [{ "type": "html", "html": "<h2>Low</h2><ul><li>water</ul>" }] }'"#;

#[test]
fn a_post_as_text_without_html_loads_the_eager_half_alone() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "await import('/pkg/embed.js'); const post = element('backmatter-post');
             const data = await fixture('cjk'); delete data.meta; post.post = JSON.stringify(data); place.append(post); await post.ready; await tick(500);
             const names = performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.includes('/pkg/'));
             return [...new Set(names.map((name) => name.split('/').pop()))].sort()",
            json!(["backmatter.css", "backmatter_bg.wasm", "embed.js", "index.js"]),
        )
        .await;
    });
}

/// What no text and no flag can say comes with the lazy half: values, nested options, candidates, an update.
#[test]
fn what_needs_the_lazy_half_waits_for_it() {
    on("/tests/pages/blank.html", |page| async move {
        for (change, shown) in [
            ("post.post = { title: 'A value', similar: [] }", "A value"),
            (
                "post.post = '{ \"title\": \"Labels\", \"images\": [{ \"alt\": \"x\" }] }'; post.labels = { gallery: 'Pictures' }",
                "Pictures",
            ),
            (
                "post.post = '{ \"title\": \"Rank me\", \"candidates\": [{ \"title\": \"How to rank\" }] }'",
                "How to rank",
            ),
            ("post.post = '{ \"title\": \"One\" }'; await post.ready; post.post = '{ \"title\": \"Two\" }'", "Two"),
        ] {
            page.gives(
                &format!(
                    "await import('/pkg/embed.js'); place.replaceChildren(); const post = element('backmatter-post'); place.append(post); {change};
                     await post.ready; for (let i = 0; i < 50 && !text(post).includes('{shown}'); i++) await tick(20);
                     return [text(post).includes('{shown}'), post.report.notices.length]"
                ),
                json!([true, i32::from(shown == "Pictures")]),
            )
            .await;
        }
    });
}

#[test]
fn html_fetches_the_lazy_half_also_when_its_name_is_escaped() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg();
             const { report } = await mount(place, '{ \"title\": \"T\", \"body\": [{ \"type\": \"\\u0068\\u0074ml\", \"\\u0068tml\": \"<h2>Low</h2><ul><li>water</ul>\" }] }');
             return [report.notices, [...place.querySelectorAll('.bm-article-body > *')].map((block) => block.localName)]",
            json!([[], ["div", "ul"]]),
        )
        .await;
    });
}

/// A handle has both halves from the start, so that `update` can answer at once.
#[test]
fn an_update_with_html_is_shown_at_once() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "const {{ mount }} = await pkg(); const handle = await mount(place, {{ title: 'T' }});
                 const {{ notices }} = handle.update({HTML}); return [notices, text(place.querySelector('li'))]"
            ),
            json!([[], "water"]),
        )
        .await;
    });
}

/// An element whose host has lost the lazy half still follows its attributes and its data, by beginning anew.
#[test]
fn without_the_lazy_half_an_element_still_changes() {
    on("/no-lazy/tests/pages/blank.html", |page| async move {
        page.gives(
            "await import('/no-lazy/pkg/embed.js'); const post = element('backmatter-post', {}, '<p>Own words</p>'); place.append(post);
             post.post = '{ \"title\": \"One\", \"candidates\": [{ \"title\": \"x\" }] }'; await post.ready; const notices = post.report.notices.map((notice) => notice.what);
             post.setAttribute('heading-base', '4'); for (let i = 0; i < 50 && !post.querySelector('h4'); i++) await tick(20);
             return [notices, text(post.querySelector('h4')), post.querySelectorAll('.bm-post').length]",
            json!([["not ranked"], "One", 1]),
        )
        .await;
    });
}

/// Values and words that JSON can copy are shown; the rest is refused whole, and the next post is shown.
#[test]
fn without_the_lazy_half_values_are_copied_as_json_does() {
    on("/no-lazy/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await import('/no-lazy/pkg/index.js'); const codes = [];
             for (const bad of [() => {}, Symbol('x'), { n: 1n }, { get title() { throw new Error('no'); } }]) codes.push(await mount(place, bad).catch((error) => error.code));
             const handle = await mount(place, { title: 'T', images: [{ alt: 'x' }] }, { headingBase: 3 }); handle.set({ labels: { gallery: 'Pictures' } });
             return [codes, place.querySelector('.bm-title').localName, place.dataset.state]",
            json!([["not-a-post", "not-a-post", "not-a-post", "not-a-post"], "h3", "ready"]),
        )
        .await;
    });
}

/// A post that is given while an older one still waits for its half is the one that stays.
#[test]
fn a_later_post_is_not_overtaken() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg(); const first = mount(place, { title: 'First' }); const second = mount(place, { title: 'Second' });
             await first; const handle = await second; const third = mount(place, { title: 'Third' }); handle.unmount(); await third; await tick(200);
             return [handle.element.dataset.state, text(place)]",
            json!(["idle", ""]),
        )
        .await;
    });
}

#[test]
fn without_the_lazy_half_html_is_text_and_the_rest_is_there() {
    on("/no-lazy/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "const {{ mount, ready }} = await import('/no-lazy/pkg/index.js'); const {{ report }} = await mount(place, {HTML});
                 return [text(place.querySelector('h2')), text(place.querySelector('.bm-paragraph')), report.notices[0].what, await ready().catch((error) => error.reason)]"
            ),
            json!(["T", "<h2>Low</h2><ul><li>water</ul>", "HTML shown as plain text", "load-failed"]),
        )
        .await;
    });
}

/// The lightbox is in the lazy half; without it an image is a link to itself.
#[test]
fn the_first_click_on_an_image_waits_for_the_lightbox_and_asks_the_host_once() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "await import('/pkg/embed.js'); const post = element('backmatter-post', { 'base-url': '/tests/fixtures/' });
             post.post = JSON.stringify({ title: 'T', images: [{ src: 'images/curve.svg', alt: 'A curve' }] }); place.append(post); await post.ready;
             const asked = []; post.addEventListener('backmatter-image', ({ detail }) => asked.push(detail.index));
             post.querySelector('[data-bm-image] img').click();
             await until(() => post.querySelector('dialog').open);
             const first = text(post.querySelector('.bm-lightbox-count'));
             post.querySelector('.bm-lightbox-close').click(); await tick(100);
             post.querySelector('[data-bm-image] img').click(); await tick(100);
             return [asked, first, post.querySelector('dialog').open]",
            json!([[0, 0], "1 of 1", true]),
        )
        .await;
        page.go("/no-lazy/tests/pages/blank.html").await;
        page.run(
            "await import('/no-lazy/pkg/embed.js'); const post = element('backmatter-post', { 'base-url': '/tests/fixtures/' });
             post.post = JSON.stringify({ title: 'T', images: [{ src: 'images/curve.svg', alt: 'A curve' }] }); place.append(post); await post.ready;
             setTimeout(() => post.querySelector('[data-bm-image] img').click(), 100)",
        )
        .await;
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        page.gives("return location.pathname", json!("/tests/fixtures/images/curve.svg")).await;
    });
}

#[test]
fn a_reader_who_has_gone_on_is_not_taken_to_an_image() {
    on("/no-lazy/tests/pages/blank.html", |page| async move {
        page.run(
            "await import('/no-lazy/pkg/embed.js'); const post = element('backmatter-post', { 'base-url': '/tests/fixtures/' });
             post.post = JSON.stringify({ title: 'T', images: [{ src: 'images/curve.svg', alt: 'A curve' }] }); place.append(post); await post.ready;
             post.querySelector('[data-bm-image] img').click(); post.remove()",
        )
        .await;
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        page.gives("return location.pathname", json!("/no-lazy/tests/pages/blank.html")).await;
    });
}

#[test]
fn why_there_is_no_post_is_said_without_the_lazy_half_too() {
    on("/no-lazy/tests/pages/blank.html", |page| async move {
        page.gives(
            "await import('/no-lazy/pkg/embed.js'); const post = element('backmatter-post'); post.post = '{ cut'; place.append(post);
             await heard(post, 'backmatter-error'); await tick(300);
             return [post.querySelectorAll('.bm-failure').length, text(post).includes('line 1'), post.querySelector('.bm-failure').getAttribute('role')]",
            json!([1, true, "alert"]),
        )
        .await;
    });
}
