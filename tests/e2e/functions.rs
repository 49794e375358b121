//! The functions of the package.

use crate::browser::on;
use serde_json::json;

#[test]
fn importing_the_package_does_nothing_and_it_can_be_made_ready_twice() {
    on("/tests/pages/host.css", |page| async move {
        page.gives(
            "const before = Object.keys(window).length; const { ready, detect, normalize } = await pkg();
             const early = [detect, normalize].map((call) => { try { call({ title: 'T' }); return 'no error'; } catch (error) { return error.message; } });
             const [one, two] = [ready(), ready()]; await one; await two;
             return [Object.keys(window).length - before, customElements.get('backmatter-post') === undefined, one === two, ...early, performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('.wasm')).length]",
            json!([0, true, true, "ready() has not resolved yet", "ready() has not resolved yet", 1]),
        )
        .await;
    });
}

#[test]
fn a_handle_updates_sets_and_unmounts() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg(); place.innerHTML = '<p>Own words</p>';
             const handle = await mount('#place', { title: 'One', body: 'x' }, { headingBase: 3 });
             const seen = [place.querySelector('p.bm-paragraph') !== null, handle.element === place, handle.report.format, place.querySelector('.bm-title').localName];
             handle.update({ title: 'Two' }); await tick(); seen.push(text(place), place.querySelector('.bm-title').localName);
             handle.set({ headingBase: 4 }); await tick(); seen.push(place.querySelector('.bm-title').localName);
             const second = await mount(place, { title: 'Three' }); await tick(); seen.push(text(place), place.querySelector('.bm-title').localName);
             second.unmount(); seen.push(place.innerHTML); second.unmount();
             return seen",
            json!([true, true, "backmatter/1", "h3", "Two", "h3", "h4", "Three", "h4", "<p>Own words</p>"]),
        )
        .await;
    });
}

/// React's strict mode mounts twice, and takes the first away when the second is there.
#[test]
fn a_handle_that_was_replaced_does_not_take_the_new_post_away() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg(); const first = mount(place, { title: 'One' }), second = mount(place, { title: 'Two' });
             (await first).unmount(); const handle = await second; await tick(); const seen = [text(place)];
             handle.unmount(); (await first).unmount(); seen.push(place.innerHTML);
             const third = await mount(place, { title: 'Three' }); handle.unmount(); seen.push(text(place)); third.unmount(); seen.push(place.innerHTML);
             return seen",
            json!(["Two", "", "Three", ""]),
        )
        .await;
    });
}

#[test]
fn a_shadow_root_can_be_mounted_too() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives("const { mount } = await pkg(); const root = place.attachShadow({ mode: 'open' }); const handle = await mount(root, { title: 'In the shade' }); return [text(root.querySelector('.bm-title')), handle.element === place]", json!(["In the shade", true])).await;
    });
}

#[test]
fn mounting_what_is_no_post_rejects_with_a_code() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg(); const codes = [];
             for (const input of ['{', 7, [], { a: 1 }, null]) await mount(place, input).catch((error) => codes.push(error.code));
             await mount('#nowhere', {}).catch((error) => codes.push(error.name));
             return codes",
            json!(["bad-json", "not-a-post", "not-a-post", "not-a-post", "not-a-post", "TypeError"]),
        )
        .await;
    });
}

#[test]
fn detect_normalize_and_json_ld() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount, detect, normalize, ready } = await pkg(); await ready();
             const found = detect({ title: 'T', body: 'B' });
             const { post, report } = normalize({ Title: 'T', body: 'One\\n\\nTwo', authors: 'A', metaTitle: 'M', meta: { n: 7 } });
             const handle = await mount(place, await fixture('full')); const ld = handle.jsonLd();
             return [found.format, found.confidence, post, report.format, ld['@type'], ld.image.length, ld.image[2].creator.name, ld.image[2].creditText, ld.author[0].name]",
            json!([
                "backmatter/1", 0.9,
                { "format": "backmatter/1", "title": "T", "authors": [{ "name": "A" }], "body": [{ "type": "paragraph", "text": "One" }, { "type": "paragraph", "text": "Two" }], "meta_title": "M", "meta": { "n": 7 } },
                "backmatter/1", "BlogPosting", 6, "Mara Lind", "“Sill” · Mara Lind / Flickr · CC BY 4.0 · modified", "Ines Valk"
            ]),
        )
        .await;
    });
}

/// Odd JavaScript values: each gives a clear message or loses one field, and the next post is shown.
#[test]
fn hostile_objects_cost_a_notice_and_never_the_instance() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg(); const outcome = {};
             const cases = {
               cycle: (() => { const post = { title: 'T', meta: {} }; post.meta.self = post; return post; })(),
               getter: { title: 'T', get body() { throw new Error('no'); } },
               revoked: (() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return { title: 'T', meta: proxy }; })(),
               keys: { title: 'T', meta: new Proxy({}, { ownKeys() { throw new Error('trap'); } }) },
               endless: { title: 'T', meta: { list: new Proxy([], { get: (list, key) => key === 'length' ? 2 ** 32 - 1 : 'x' }) } },
               inherited: Object.assign(Object.create({ title: 'inherited' }), { body: 'own' }),
               numbers: { title: 'T', meta: { a: NaN, b: 2 ** 60, c: 10n ** 20n } },
               kinds: { title: 'T', meta: { map: new Map([['k', 'v']]), set: new Set([1]), date: new Date(0), bytes: new Uint8Array([1, 2]), nothing: undefined, call() {}, symbol: Symbol('s'), url: new URL('https://a.example/') } },
               surrogate: { title: 'a\\ud800b' },
               deep: (() => { let deep = 1; for (let level = 0; level < 100000; level++) deep = [deep]; return { title: 'T', meta: { deep } }; })(),
             };
             for (const [name, post] of Object.entries(cases)) {
               try { const { report } = await mount(place, post); outcome[name] = report.notices.map(({ what }) => what).filter((what) => what !== 'no heading is shown').join(' | '); }
               catch (error) { outcome[name] = error.code ?? String(error); }
             }
             await mount(place, { title: 'Alive' }); outcome.after = text(place);
             return outcome",
            json!({
                "cycle": "a cycle ends here",
                "getter": "left out",
                "revoked": "left out",
                "keys": "left out",
                "endless": "the rest was left out | the rest was left out",
                "inherited": "",
                "numbers": "shown as empty | digits may be lost",
                "kinds": "",
                "surrogate": "shown as U+FFFD",
                "deep": "deeper values left out | kept as raw JSON | deeper levels shown as JSON",
                "after": "Alive"
            }),
        )
        .await;
    });
}

#[test]
fn a_foreign_shadow_root_keeps_its_own_children_and_slots() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg(); const root = place.attachShadow({ mode: 'open' }); root.innerHTML = '<style>p{}</style><p>Own <slot></slot></p>'; const before = root.innerHTML;
             const handle = await mount(root, { title: 'T' }); const during = root.querySelectorAll('p').length; handle.unmount();
             return [during, root.innerHTML === before]",
            json!([0, true]),
        )
        .await;
    });
}

#[test]
fn an_element_is_not_mounted_twice() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives("const { mount } = await pkg(); place.append(element('backmatter-post')); return mount('backmatter-post', { title: 'T' }).catch((error) => error.name)", json!("TypeError")).await;
    });
}

/// Input that would expand far beyond its own size is shown in another form, and the page keeps working.
#[test]
fn input_that_would_explode_does_not() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg();
             const records = Array.from({ length: 7000 }, (_, index) => ({ ['k' + index]: 1 }));
             const rows = [Array(10000).fill(''), ...Array(10000).fill(['x'])];
             const key = 'k'.repeat(1e6);
             const posts = [
               { title: 'A', meta: { records } },
               { title: 'B', body: [{ type: 'table', rows }] },
               { title: 'C', meta: { [key]: Array(2000).fill('http://u@a') } },
               { title: 'D', images: [{ src: 'a.png', srcset: 'j: 1x, '.repeat(100000) }] },
               { title: 'E', body: [{ type: 'html', html: '<a href=\"https://x.example/' + 'y'.repeat(2000) + '\">' + '<b>x</b>y'.repeat(50000) + '</a>' }] },
             ];
             const titles = [];
             for (const post of posts) { await mount(place, post); titles.push(text(place.querySelector('.bm-title'))); }
             return titles",
            json!(["A", "B", "C", "D", "E"]),
        )
        .await;
    });
}
