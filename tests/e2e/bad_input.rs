//! Bad input: a clear message in the report, in the event and, where the reader must know, on the page.

use crate::browser::on;
use serde_json::json;

#[test]
fn each_kind_of_bad_input_has_its_code_and_its_sentence() {
    on("/tests/pages/blank.html", |page| async move {
        let cases = [
            ("post.setAttribute('src', '/answers/nothing')", "fetch-failed", "/answers/nothing answered 404"),
            (
                "post.setAttribute('src', '/answers/page')",
                "fetch-failed",
                "/answers/page answered with a web page, not with JSON",
            ),
            (
                "post.setAttribute('src', '/answers/cut')",
                "bad-json",
                "a text holds a bare control character or never ends at line 1, column 16",
            ),
            (
                "post.setAttribute('src', 'http://127.0.0.1:1/')",
                "fetch-failed",
                "http://127.0.0.1:1/ could not be fetched: WORDS",
            ),
            ("post.post = '{ \"title\": }'", "bad-json", "expected a value, found `}` at line 1, column 12"),
            ("post.post = '[]'", "not-a-post", "the input is no post: it is an empty list"),
            (
                "post.innerHTML = '<script type=\"application/json\">not json</script>'",
                "bad-json",
                "expected a value, found `n` at line 1, column 1",
            ),
        ];
        for (act, code, message) in cases {
            page.gives(
                &format!(
                    "place.replaceChildren(); let warned = ''; console.warn = (said) => {{ warned = said; }}; const post = element('backmatter-post'); {act}; const error = heard(document, 'backmatter-error'); place.append(post);
                     const detail = await error; const reason = await until(() => post.querySelector('.bm-failure-reason'));
                     // Each browser has its own words.
                     const words = (await fetch('http://127.0.0.1:1/').catch((error) => error)).message, same = (said) => said.replace(words, 'WORDS');
                     return [detail.code, same(detail.message), post.state, same(text(reason)), post.report.notices[0].why === detail.message, same(warned)]"
                ),
                json!([code, message, "error", message, true, format!("backmatter: {message}")]),
            )
            .await;
        }
    });
}

/// Values of JavaScript: what the meta box shows of each, and whether the next post is shown.
#[test]
fn values_of_many_kinds_are_read_and_harm_nothing() {
    on("/tests/pages/blank.html", |page| async move {
        let cases = [
            ("new (class Gauge { constructor() { this.depth = 'low'; } })()", "Depth low"),
            ("new Map([[1, 'one'], ['1', 'text']])", "1 one 1 text"),
            ("new Map([['a', 'b']])", "A b"),
            ("new Set(['a', 'b'])", "a b"),
            ("new URL('https://a.example/x')", "a.example/x"),
            ("Object.create(URL.prototype, { href: { get() { throw 1; } } })", ""),
            ("Object.create(URL.prototype, { depth: { value: 'low', enumerable: true } })", "Depth low"),
            ("new Date('nonsense')", ""),
            ("new Proxy([], { get(list, key) { if (key === 'length') return 1e9; throw 1; } })", ""),
            ("new Proxy({}, { ownKeys() { throw 1; } })", ""),
            ("(() => { const all = {}; all.all = all; all.depth = 'low'; return all; })()", "Depth low"),
            ("Object.create(null, { depth: { value: 'low', enumerable: true } })", "Depth low"),
            ("Uint8Array.of(1, 2)", "1 2"),
            ("'low\\uD800'", "low\u{FFFD}"),
            ("12345678901234567890n", "12345678901234567890"),
            ("(function* () { for (;;) yield 1; })()", ""),
        ];
        for (value, shown) in cases {
            page.gives(
                &format!(
                    "place.replaceChildren(); const post = element('backmatter-post', {{ 'meta-open': '' }}); post.post = {{ title: 'T', meta: {{ before: 'x', value: {value} }} }};
                     place.append(post); await post.ready; await until(() => post.querySelector('.bm-fact'));
                     const value = [...post.querySelectorAll('.bm-facts > .bm-fact > dd')].filter((part) => !part.closest('.bm-facts-away'))[1], leaves = 'dt, li, dd';
                     const words = [...(value?.querySelectorAll(leaves) ?? [])].filter((part) => !part.querySelector(leaves)).map(text);
                     const seen = words.length ? words.join(' ') : value ? text(value) : '';
                     const isShort = post.report.notices.every((notice) => Object.values(notice).every((said) => String(said).length <= 300));
                     post.post = '{{ \"title\": \"Next\" }}'; await until(() => text(post.querySelector('.bm-title')) === 'Next'); return [seen.replaceAll(',', ''), isShort]"
                ),
                json!([shown, true]),
            )
            .await;
        }
    });
}

#[test]
fn the_hosts_fallback_stays_in_place_of_a_message_and_a_better_post_replaces_it() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const post = element('backmatter-post', {}, '<p>Own words</p>'); post.post = '{'; place.append(post); await shown(post);
             const bad = text(post); post.post = { title: 'Good' }; await until(() => post.state === 'ready');
             const good = text(post); post.post = '{'; await until(() => post.state === 'error'); return [bad, good, text(post)]",
            json!(["Own words", "Good", "Own words"]),
        )
        .await;
    });
}

#[test]
fn an_image_that_does_not_load_says_so_and_keeps_its_words() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const post = element('backmatter-post', { 'base-url': '/tests/fixtures/' }); post.post = await fixture('failing_image'); place.append(post); await shown(post);
             const figure = post.querySelector('.bm-figure'); await until(() => figure.dataset.bmFailed !== undefined);
             const visible = (selector) => figure.querySelector(selector).checkVisibility({ visibilityProperty: true });
             await until(() => post.report.notices.some(({ what }) => what === 'an image did not load'));
             return [visible('img'), visible('.bm-image-failed'), text(figure)]",
            json!([false, true, "The image did not load. A missing photograph Try againThe caption staysImage source: Unsplash"]),
        )
        .await;
    });
}

#[test]
fn an_image_that_did_not_load_is_tried_again() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "await embedded(); const post = element('backmatter-post'); post.post = JSON.stringify({ title: 'T', images: [{ src: '/answers/third-time.svg', alt: 'A curve' }] }); place.append(post); await shown(post);
             const figure = post.querySelector('.bm-figure'); const failed = () => figure.dataset.bmFailed !== undefined; const button = figure.querySelector('.bm-image-retry');
             await until(failed); button.focus(); button.click(); await until(failed); const again = document.activeElement === button;
             button.click(); await until(() => figure.querySelector('img').naturalWidth > 0); return [again, failed(), document.activeElement.className, figure.querySelector('img').checkVisibility()]",
            json!([true, false, "bm-figure-link", true]),
        )
        .await;
    });
}

#[test]
fn the_hostile_post_renders_and_nothing_of_it_runs() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "let fired = 0; window.alert = () => fired++; const post = element('backmatter-post'); post.post = await (await fetch('/tests/fixtures/hostile.json')).text(); place.append(post); await shown(post); await tick(300);
             const bad = [...post.querySelectorAll('*')].filter((one) => one.id || [...one.attributes].some(({ name, value }) => /^on|^style$/.test(name) && name !== 'style' || /^\\s*(javascript|data|vbscript):/i.test(value)));
             return [post.state, fired, bad.map((one) => one.outerHTML), post.querySelector('script, iframe, form, svg, style'), window.config === undefined, ({}).polluted === undefined, post.report.notices.length > 20]",
            json!(["ready", 0, [], null, true, true, true]),
        )
        .await;
    });
}
