//! Without WebAssembly, without its file, after a crash: the host's fallback, never a blank page.

use crate::browser::on;
use serde_json::json;

#[test]
fn each_reason_is_named_and_the_fallback_stays() {
    on("/tests/pages/blank.html", |page| async move {
        let cases = [
            (
                "no-webassembly",
                "inside.write('<script>delete window.WebAssembly</script><script type=module src=/pkg/embed.js></script>')",
            ),
            (
                "old-browser",
                "inside.write('<script>CSS.supports = () => false</script><script type=module src=/pkg/embed.js></script>')",
            ),
            ("bad-mime", "inside.write('<script type=module src=/broken/pkg/embed.js></script>')"),
        ];
        for (reason, load) in cases {
            page.gives(
                &format!(
                    "const frame = document.createElement('iframe'); document.body.append(frame); const inside = frame.contentDocument; inside.open();
                     inside.write('<!doctype html><script>window.heard = new Promise((resolve) => addEventListener(\"backmatter-fallback\", (event) => resolve(event.detail)))</script>');
                     {load}; inside.write('<backmatter-post><script type=application/json>{{ \"title\": \"T\" }}</' + 'script><p>Own words</p></backmatter-post>'); inside.close();
                     const detail = await frame.contentWindow.heard; await tick(); const post = inside.querySelector('backmatter-post');
                     return [detail.reason, text(post.querySelector('p')), post.dataset.state]"
                ),
                json!([reason, "Own words", "fallback"]),
            )
            .await;
        }
    });
}

/// Each engine has its own message for an invalid file ("expected magic word 00 61 73 6d").
#[test]
fn what_is_wrong_with_a_file_is_said_in_our_own_words() {
    on("/tests/pages/host.css", |page| async move {
        let cases = [
            (
                "new Response('<!doctype html>', { headers: { 'Content-Type': 'application/wasm' } })",
                "load-failed",
                "first_bg.wasm of backmatter is broken, or of another build than the scripts beside it: see docs/bundlers.md",
            ),
            (
                "new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])",
                "load-failed",
                "first_bg.wasm of backmatter could not be loaded: see docs/bundlers.md",
            ),
            (
                "'http://localhost:1/first_bg.wasm'",
                "load-failed",
                "first_bg.wasm of backmatter could not be loaded: see docs/bundlers.md",
            ),
            ("'/gone.wasm'", "load-failed", "/gone.wasm answered 404: see docs/bundlers.md of backmatter"),
            (
                "'/tests/pages/blank.html'",
                "bad-mime",
                "/tests/pages/blank.html answered with something else than WebAssembly: see docs/bundlers.md of backmatter",
            ),
        ];
        for (wasm, reason, message) in cases {
            page.gives(
                &format!("const {{ start }} = await pkg(); return start({{ wasm: {wasm} }}).catch(({{ reason, message }}) => [reason, message.replace(location.origin, '')])"),
                json!([reason, message]),
            )
            .await;
        }
    });
}

#[test]
fn a_policy_without_wasm_is_named() {
    on("/no-wasm/tests/pages/one_post.html", |page| async move {
        page.gives("const post = document.querySelector('backmatter-post'); await shown(post); return [post.state, text(post.querySelector('.fallback h2'))]", json!(["fallback", "Reading a tide table without a phone"])).await;
        page.gives(
            "const { ready } = await pkg(); return ready().then(() => 'no error', (error) => error.reason)",
            json!("csp"),
        )
        .await;
    });
}

#[test]
fn a_mount_that_cannot_be_falls_back_too() {
    on("/no-wasm/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg(); place.innerHTML = '<p>Own words</p>'; const said = heard(place, 'backmatter-fallback');
             const reason = await mount(place, { title: 'T' }).catch((error) => error.reason);
             return [reason, (await said).reason, place.dataset.state, text(place)]",
            json!(["csp", "csp", "fallback", "Own words"]),
        )
        .await;
    });
}

/// Forces a crash: an exception that passes through Rust, thrown while a text is passed to it.
const CRASH: &str = "const crashing = (act) => {
    const decode = TextDecoder.prototype.decode; TextDecoder.prototype.decode = () => { throw new Error('forced'); };
    try { act(); return 'no crash'; } catch (error) { return error.reason; } finally { TextDecoder.prototype.decode = decode; }
};";

#[test]
fn after_a_crash_the_other_widgets_show_their_posts_again_and_after_another_the_hosts_words() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "{CRASH} const {{ mount }} = await pkg();
                 const places = [1, 2].map(() => place.appendChild(element('div', {{}}, '<p>Own words</p>')));
                 const [one, two] = [await mount(places[0], {{ title: 'T1', body: 'B' }}), await mount(places[1], {{ title: 'T2', body: 'B' }})];
                 const seen = () => places.map((place) => [place.dataset.state, text(place), place.querySelectorAll('.bm-post').length]);
                 const reasons = []; document.addEventListener('backmatter-fallback', (event) => reasons.push(event.detail.reason));
                 const said = [crashing(() => one.update({{ title: 'Other', body: 'C' }}))]; await tick(100); const first = seen();
                 two.update({{ title: 'T3' }}); one.update({{ title: 'Again' }}); await tick(100); const between = seen();
                 said.push(crashing(() => one.update({{ title: 'Other', body: 'C' }}))); await tick(100);
                 return [said, first, between, seen(), reasons]"
            ),
            json!([
                ["crash", "crash"],
                [["fallback", "Own words", 0], ["ready", "T2B", 1]],
                [["ready", "Again", 1], ["ready", "T3", 1]],
                [["fallback", "Own words", 0], ["fallback", "Own words", 0]],
                ["crash", "crash", "crash"]
            ]),
        )
        .await;
    });
}

/// An exception of the page during painting affects only that post.
#[test]
fn a_page_that_does_not_let_a_post_be_painted_keeps_its_own_words() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const [one, two] = [1, 2].map(() => { const post = element('backmatter-post', {}, '<p>Own words</p>'); post.post = { title: 'T', body: 'B' }; place.append(post); return post; });
             await shown(one); await shown(two);
             const copy = Node.prototype.cloneNode; Node.prototype.cloneNode = () => { throw null; };
             one.post = { title: 'Other', body: 'C' }; await tick(); Node.prototype.cloneNode = copy; await tick(100);
             const seen = [one.state, text(one), two.state, text(two)]; one.post = { title: 'Back' }; await tick(100); return [...seen, text(one)]",
            json!(["fallback", "Own words", "ready", "TB", "Back"]),
        )
        .await;
    });
}

/// A host whose blur listener runs during painting, and calls a function or removes or empties the element.
#[test]
fn a_host_that_acts_while_its_post_is_painted_does_no_harm() {
    on("/tests/pages/blank.html", |page| async move {
        for (deed, after) in [
            ("event.target.remove()", "Two"),
            ("event.target.closest('.bm-post').replaceChildren()", "Two"),
            ("place.replaceChildren()", "Two"),
            ("handle.update({ title: 'Three' })", "Three"),
            ("handle.set({ headingBase: 4 })", "Two"),
            ("handle.unmount()", "Own words"),
            ("throw 1", "Two"),
            ("void handle.report; handle.jsonLd()", "Two"),
        ] {
            page.gives(
                &format!(
                    "const {{ mount }} = await pkg(); place.innerHTML = '<p>Own words</p>'; const other = document.body.appendChild(document.createElement('div'));
                     const beside = await mount(other, {{ title: 'Beside' }});
                     const handle = await mount(place, {{ title: 'One', body: [{{ type: 'code', text: 'x' }}, 'Low water.'] }});
                     const button = place.querySelector('.bm-code-copy'); button.focus();
                     addEventListener('error', (event) => event.preventDefault());
                     let done = false; place.addEventListener('focusout', (event) => {{ if (!done) {{ done = true; {deed}; }} }});
                     try {{ handle.update({{ title: 'Two', body: [{{ type: 'code', text: 'y' }}, 'High water.'] }}); }} catch {{}}
                     await tick(100); if (text(place) === '') handle.update({{ title: 'Two', body: 'x' }});
                     // Not every browser tells of the focus of a node that is gone.
                     const seen = [text(place).startsWith(done ? '{after}' : 'Two'), text(other)]; beside.update({{ title: 'Alive' }}); seen.push(text(other)); handle.unmount(); beside.unmount(); other.remove(); return seen"
                ),
                json!([true, "Beside", "Alive"]),
            )
            .await;
        }
    });
}

/// A host that has emptied the element gives it another post.
#[test]
fn an_emptied_element_shows_its_next_post() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const post = element('backmatter-post'); post.post = { title: 'One' }; place.append(post); await shown(post);
             post.innerHTML = ''; post.post = { title: 'Two' }; await tick(200); return [post.state, text(post)]",
            json!(["ready", "Two"]),
        )
        .await;
    });
}

/// Options and posts that throw values other than an `Error`.
#[test]
fn what_throws_something_else_than_an_error_costs_one_call() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg(); const said = [];
             const odd = [1, null, undefined, Symbol('s'), { get message() { throw 2; } }];
             for (const thrown of odd) {
               const options = { get lang() { throw thrown; } }, post = new Proxy({}, { ownKeys() { throw thrown; } });
               await mount(place, { title: 'T' }, options).then(() => said.push('shown'), (error) => said.push(error.code));
               await mount(place, post).then(() => said.push('shown'), (error) => said.push(error.code));
             }
             await mount(place, { title: 'Alive' }); return [said.every((word) => word === 'shown' || word === 'not-a-post'), text(place)]",
            json!([true, "Alive"]),
        )
        .await;
    });
}
