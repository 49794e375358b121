//! Posts in other formats: converted by the program `formats`, then shown like any other.

use crate::browser::on;
use serde_json::json;

/// A fixture each; its format in the report, and whether a title and a body are shown.
#[test]
fn every_format_is_shown_and_named() {
    on("/tests/pages/blank.html", |page| async move {
        for (file, format) in [
            ("wordpress", "wordpress"),
            ("jsonfeed", "jsonfeed"),
            ("ghost", "ghost"),
            ("portable-text", "portable-text"),
            ("editorjs", "editorjs"),
            ("prosemirror", "prosemirror"),
            ("gutenberg", "gutenberg"),
            ("lexical", "lexical"),
            ("strapi-5", "strapi"),
            ("contentful", "contentful"),
            ("forem", "forem"),
        ] {
            page.gives(
                &format!(
                    "await embedded(); place.replaceChildren(); const post = element('backmatter-post'); place.append(post);
                     post.post = await (await fetch('/tests/fixtures/formats/{file}.json')).text(); const report = await post.ready;
                     return [report.format, post.querySelectorAll('.bm-article-body > *').length > 0, post.state]"
                ),
                json!([format, true, "ready"]),
            )
            .await;
        }
    });
}

const WORDPRESS: &str = r#"{ "id": 7, "title": { "rendered": "Low water &amp; high" }, "content": { "rendered": "<p>The tide waits.</p>" }, "author": 6 }"#;

#[test]
fn a_program_names_the_format_or_leaves_it_to_be_detected() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "const {{ mount, detect, normalize, ready, readyFormats }} = await pkg(); const given = {WORDPRESS};
                 const handle = await mount(place, given); const first = [text(place.querySelector('.bm-title')), handle.report.format];
                 await readyFormats(); const {{ post }} = normalize(given);
                 handle.update('<p>As <b>HTML</b></p>', {{ format: 'html' }}); first.push(text(place.querySelector('.bm-article-body')));
                 handle.set({{ headingBase: 4 }}); first.push(text(place.querySelector('.bm-article-body')));
                 return [...first, detect(given).format, post.title, post.format]"
            ),
            json!([
                "Low water & high", "wordpress", "As HTML", "As HTML", "wordpress", "Low water & high", "backmatter/1"
            ]),
        )
        .await;
        page.gives(
            "place.replaceChildren(); const post = element('backmatter-post', { format: 'text' }); post.post = 'Plain words.\\n\\nAnd more.'; place.append(post); await post.ready;
             return [...post.querySelectorAll('.bm-paragraph')].map(text)",
            json!(["Plain words.", "And more."]),
        )
        .await;
    });
}

/// An input without a title and body is an error that says what was looked for, never a blank post.
#[test]
fn what_cannot_be_shown_is_an_error_and_not_a_blank() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg(); const said = [];
             for (const input of [
               { code: 'rest_post_invalid_id', message: 'Invalid post ID.', data: { status: 404 } },
               { id: 1, content: { rendered: '', protected: true }, title: { rendered: '' } },
               { id: 1, slug: 'x', title: { rendered: '' }, content: { rendered: '' } },
             ]) await mount(place, input).then(() => said.push('shown'), (error) => said.push([error.code, error.message.length > 10]));
             return said",
            json!([["not-a-post", true], ["protected", true], ["not-a-post", true]]),
        )
        .await;
    });
}

const HOSTILE: &str = r#"{ "id": 1, "link": "javascript:window.ran=1", "format": "<script>window.ran=1</script>",
    "title": { "rendered": "<img src=x onerror=window.ran=1>Kept" },
    "content": { "rendered": "<p onclick='window.ran=1' style='position:fixed'>Words</p><script>window.ran=1</script><iframe srcdoc='<script>parent.ran=1</script>'></iframe><a href='java\tscript:window.ran=1'>gone</a><svg onload=window.ran=1></svg><form action='//evil.example'><input name=body></form>" },
    "_embedded": { "author": [{ "name": "<b onmouseover=window.ran=1>A</b>", "link": "vbscript:1" }], "wp:featuredmedia": [{ "source_url": "data:text/html,<script>window.ran=1</script>" }] } }"#;

/// What is converted meets the same policy as what is native, on a page with the strictest policy of its own.
#[test]
fn a_hostile_post_of_another_system_has_nowhere_to_run() {
    on("/strict/tests/pages/strict_csp.html", |page| async move {
        page.gives(
            &format!(
                "const {{ mount }} = await import('/strict/pkg/index.js'); const target = document.body.appendChild(document.createElement('div'));
                 for (const format of [undefined, 'wordpress', '__proto__', 'html\\0', '<script>']) {{
                   const handle = await mount(target, {HOSTILE}, {{ format }}); await tick(100);
                   if (!text(target).includes('Words') || !text(target).includes('Kept')) return [format, text(target)];
                   const bad = [...target.querySelectorAll('*')].filter((one) => one.matches('script, iframe, form, input, svg, [style*=fixed]')
                     || [...one.attributes].some(({{ name, value }}) => name.startsWith('on') || /^(javascript|vbscript|data:text)/i.test(value)));
                   if (bad.length) return [format, bad.map((one) => one.outerHTML)];
                   handle.unmount();
                 }}
                 // The browser reports blocked attributes in inert parsing; no other violation is allowed.
                 return [window.ran, window.violations.filter((said) => !/^(script|style)-src-attr: /.test(said))]"
            ),
            json!([null, []]),
        )
        .await;
    });
}

/// A text from `src` that begins like a page counts as one, unless the host sets the format.
#[test]
fn html_from_an_address_is_a_post_where_the_host_says_so() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "await embedded(); const said = [];
             for (const format of [null, 'html']) {
               const post = element('backmatter-post', { src: '/answers/page' }); if (format) post.setAttribute('format', format);
               place.replaceChildren(post); await until(() => post.state === 'ready' || post.state === 'error'); said.push(post.state);
             }
             return said",
            json!(["error", "ready"]),
        )
        .await;
    });
}

/// Long HTML is read in parts, between which the page answers; the same blocks come of it as where it is read at once.
#[test]
fn long_html_is_read_in_parts_and_is_the_same_as_in_one() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            r##"const { mount, ready, readyFormats } = await pkg(); await ready(); await readyFormats();
               let parts = 0, html = "";
               const go = globalThis.scheduler?.yield?.bind(scheduler) ?? (() => new Promise((done) => setTimeout(done)));
               (globalThis.scheduler ??= {}).yield = () => { parts++; return go(); };
               for (let at = 0; html.length < 260_000; at++) html += `<h2 id="s${at}">Tide ${at}</h2><p>Low <a href="#s${at + 1}">water</a><script>alert(1)</script> and <em>high</em> & more.</p><ul><li>one<li><p>two</p><p>three</ul><table><caption>T</caption><tr><td colspan=2>a</table><pre>let a;\n</pre>`;
               // Without what is set when it is known what overflows.
               const whole = async (target) => { dispatchEvent(new Event("beforeprint")); await until(() => target.querySelectorAll("h2, h3").length > html.match(/<h2/g).length - 1); await tick(100); return target.querySelector(".bm-article-body").innerHTML.replaceAll(/bm-\d+-| (tabindex|role|aria-label)="[^"]*"/g, ""); };
               const said = [];
               for (const post of [{ title: "Long", body: [{ type: "html", html }] }, { id: 7, title: { rendered: "Long" }, content: { rendered: html }, author: 6 }]) {
                 const [one, two] = [1, 2].map(() => place.appendChild(document.createElement("div")));
                 parts = 0; const inParts = await mount(one, post); said.push(parts > 5); parts = 0;
                 const atOnce = await mount(two, { title: "Short", body: "Words." }); atOnce.update(post); said.push(parts);
                 said.push(await whole(one) === await whole(two), JSON.stringify(inParts.report.notices) === JSON.stringify(atOnce.report.notices), inParts.report.notices.length > 0);
                 inParts.unmount(); atOnce.unmount();
               }
               return said"##,
            json!([true, 0, true, true, true, true, 0, true, true, true]),
        )
        .await;
    });
}
