//! Without WebAssembly, without its file, after a crash: the host's own words, never a blank.

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

#[test]
fn after_a_crash_every_widget_shows_the_hosts_words() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const [one, two] = [1, 2].map(() => { const post = element('backmatter-post', {}, '<p>Own words</p>'); post.post = { title: 'T', body: 'B' }; place.append(post); return post; });
             await shown(one); await shown(two);
             const reasons = []; document.addEventListener('backmatter-fallback', (event) => reasons.push(event.detail.reason));
             const copy = Node.prototype.cloneNode; Node.prototype.cloneNode = () => { throw new Error('clobbered'); };
             one.post = { title: 'Other', body: 'C' }; await tick(); Node.prototype.cloneNode = copy; await tick(100);
             return [one.state, two.state, text(one), text(two), reasons, place.querySelectorAll('.bm-post').length]",
            json!(["fallback", "fallback", "Own words", "Own words", ["crash", "crash"], 0]),
        )
        .await;
    });
}
