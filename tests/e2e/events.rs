//! Events: notifications after an action, cancellable events before one.

use crate::browser::on;
use serde_json::json;

#[test]
fn a_host_hears_ready_change_and_toggle() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const post = element('backmatter-post'); post.post = await fixture('full'); const ready = heard(document, 'backmatter-ready'); place.append(post);
             const first = (await ready).report.format; const promised = (await post.ready).format;
             const change = heard(document, 'backmatter-change'); post.post = { title: 'New', nonsense: 1, meta: { a: 1 } }; const where = (await change).report.notices[0].where;
             const toggle = heard(document, 'backmatter-toggle'); post.querySelector('summary').click();
             return [first, promised, where, await toggle]",
            json!(["backmatter/1", "backmatter/1", "nonsense", { "section": "meta", "open": true }]),
        )
        .await;
    });
}

#[test]
fn a_host_may_take_over_images_and_links() {
    on("/tests/pages/blank.html", |page| async move {
        page.run(
            "const post = element('backmatter-post', { 'base-url': '/tests/fixtures/' }); post.post = await fixture('full'); place.append(post); await shown(post); window.post = post;
             window.asked = []; window.stop = true;
             for (const name of ['backmatter-image', 'backmatter-link']) post.addEventListener(name, (event) => { asked.push(event.detail); if (stop) event.preventDefault(); })",
        )
        .await;
        page.gives(
            "post.querySelector('[data-bm-image=\"3\"] img').click(); await tick(); return [post.querySelector('dialog').open, asked.pop()]",
            json!([false, { "index": 3, "image": { "src": format!("{}/tests/fixtures/images/gauge.svg", crate::server::address()), "alt": "The tide gauge, close", "caption": "Read the gauge at eye height", "credit": "Image source: Pexels" } }]),
        )
        .await;
        page.gives(
            "post.querySelector('.bm-card-link').click(); const { kind, rank } = asked.pop(); return [kind, rank]",
            json!(["similar", 1]),
        )
        .await;
        page.gives("const cards = [...post.querySelectorAll('.bm-card-link')]; cards.at(-1).click(); return cards.length > 1 && asked.pop().rank === cards.length", json!(true)).await;
        page.gives("post.querySelector('.bm-credit-link').click(); const { kind, rank } = asked.pop(); return [kind, rank ?? null]", json!(["credit", null])).await;
        page.gives(
            "post.querySelector('.bm-link').click(); return asked.pop()",
            json!({ "url": "https://notes.example/datum", "kind": "body" }),
        )
        .await;
        page.gives("stop = false; post.querySelector('[data-bm-image=\"3\"] img').click(); await tick(); return post.querySelector('dialog').open", json!(true)).await;
        page.gives(
            "const open = post.querySelector('dialog'); open.close(); await tick(); asked.length = 0;
             post.querySelector('.bm-link').addEventListener('click', (event) => event.preventDefault());
             post.querySelector('.bm-link').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true })); return asked.length",
            json!(0),
        )
        .await;
    });
}

#[test]
fn events_leave_a_shadow_root() {
    on("/tests/pages/shadow.html", |page| async move {
        page.gives("const post = document.querySelector('backmatter-post'); await shown(post); const toggle = heard(document, 'backmatter-toggle'); post.shadowRoot.querySelector('summary').click(); return (await toggle).open", json!(true)).await;
    });
}

#[test]
fn a_host_may_update_from_within_an_event() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg(); const handle = await mount(place, await fixture('full'));
             let again = true;
             place.addEventListener('focusout', () => { if (again) { again = false; handle.update({ title: 'From within', meta: { a: 1 } }); } });
             place.querySelector('.bm-link').focus(); handle.update({ title: 'Outer', meta: { a: 2 } }); await tick(100);
             handle.update({ title: 'Later' }); await tick();
             return text(place)",
            json!("Later"),
        )
        .await;
    });
}

/// A host with its own lightbox, which unmounts the post first.
#[test]
fn a_host_may_unmount_in_the_event_of_an_image() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg(); const handle = await mount(place, await fixture('full'), { baseUrl: '/tests/fixtures/' });
             place.addEventListener('backmatter-image', (event) => { event.preventDefault(); handle.unmount(); });
             const errors = []; addEventListener('error', (event) => errors.push(event.message));
             const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
             place.querySelector('[data-bm-image]').dispatchEvent(click); await tick();
             return [click.defaultPrevented, errors, place.querySelectorAll('.bm-post').length]",
            json!([true, [], 0]),
        )
        .await;
    });
}
