//! The two programs: `first` paints a post from its JSON text; `widget` makes it interactive and paints what `first`
//! cannot.

use crate::browser::on;
use serde_json::{Value, json};
use std::fs;

const HTML: &str = r#"'{ "title": "T", "body": [{ "type": "html", "html": "<h2>Low</h2><ul><li>water</ul>" }] }'"#;

/// The files of the package that a page has asked for.
const LOADED: &str = "const loaded = () => [...new Set(performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/pkg/')).map((name) => name.split('/').pop()))].sort();";

#[test]
fn a_post_without_images_and_facts_loads_the_first_program_alone() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "{LOADED} await embedded(); const post = element('backmatter-post');
                 post.post = JSON.stringify({{ title: 'T', body: 'Calm.' }}); place.append(post); await post.ready; await tick(900);
                 return loaded()"
            ),
            json!(["backmatter.css", "elements.js", "embed.js", "first_bg.wasm", "programs.js", "shared.js"]),
        )
        .await;
    });
}

#[test]
fn mount_loads_the_program_that_keeps_posts_alive_alone() {
    on("/tests/pages/host.css", |page| async move {
        page.gives(
            &format!("{LOADED} const {{ mount }} = await pkg(); await mount(document.body, {{ title: 'T' }}); return loaded()"),
            json!(["box_css.js", "elements.js", "index.js", "programs.js", "shared.js", "widget.js", "widget_bg.wasm"]),
        )
        .await;
    });
}

/// Values, nested options, candidates, HTML, an update: each is shown, whichever program it needs.
#[test]
fn what_the_first_program_cannot_do_the_other_does() {
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
            ("post.post = '{ \"title\": \"T\", \"body\": [{ \"type\": \"html\", \"html\": \"<p>Low\" }] }'", "Low"),
            (
                "post.post = '{ \"title\": \"T\", \"body\": [{ \"type\": \"\\u0068\\u0074ml\", \"\\u0068tml\": \"<p>High\" }] }'",
                "High",
            ),
        ] {
            page.gives(
                &format!(
                    "await embedded(); place.replaceChildren(); const post = element('backmatter-post'); place.append(post); {change};
                     await post.ready; for (let i = 0; i < 50 && !text(post).includes('{shown}'); i++) await tick(20);
                     return [text(post).includes('{shown}'), post.querySelectorAll('.bm-post').length]"
                ),
                json!([true, 1]),
            )
            .await;
        }
    });
}

/// The tree that `first` paints and `widget` takes over is the tree that `widget` paints alone, on the built package, for every
/// fixture; and its nodes stay.
#[test]
fn both_programs_show_one_tree() {
    on("/tests/pages/blank.html", |page| async move {
        for name in
            ["full", "cjk", "credits", "empty", "failing_image", "gallery", "hostile", "minimal", "one_or_many", "rtl"]
        {
            page.gives(
                &format!(
                    "const {{ mount }} = await pkg(); await embedded(); place.replaceChildren();
                     const json = await (await fetch('/tests/fixtures/{name}.json')).text();
                     const shape = (root) => [...root.querySelectorAll('*')].map((node) => node.localName + [...node.attributes].filter(({{ name }}) => !['tabindex', 'role', 'aria-label', 'data-bm-failed'].includes(name)).map(({{ name, value }}) => ` ${{name}}=${{value}}`).sort().join('')).join('\\n') + root.textContent;
                     const post = element('backmatter-post'); post.post = json; place.append(post); await post.ready;
                     const title = post.querySelector('.bm-title');
                     const alone = place.appendChild(document.createElement('div')); const handle = await mount(alone, json);
                     void handle.report; dispatchEvent(new Event('beforeprint')); void post.report; dispatchEvent(new Event('beforeprint'));
                     const one = shape(post.querySelector('.bm-post')), other = shape(alone.querySelector('.bm-post'));
                     const notices = [post.report, handle.report].map((report) => report.notices.map((notice) => notice.code + notice.where).sort().join());
                     const same = [one === other, notices[0] === notices[1], post.querySelector('.bm-title') === title]; handle.unmount(); return same"
                ),
                json!([true, true, true]),
            )
            .await;
        }
    });
}

/// What a reader has done before `widget` comes is still there afterwards.
#[test]
fn a_takeover_keeps_focus_selection_scroll_and_what_is_open() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "await embedded(); const post = element('backmatter-post'); post.post = await (await fetch('/tests/fixtures/full.json')).text();
             Object.defineProperty(navigator, 'connection', { value: { saveData: true } }); place.append(post); await post.ready;
             const link = post.querySelector('.bm-link'), paragraph = post.querySelector('.bm-paragraph'); link.focus();
             getSelection().selectAllChildren(paragraph); const said = String(getSelection()); scrollTo(0, 200); const top = scrollY;
             post.querySelector('.bm-post-meta').open = true;
             await until(() => post.querySelector('.bm-fact'));
             return [document.activeElement === link, String(getSelection()) === said, scrollY === top, post.querySelector('.bm-post-meta').open, post.querySelector('.bm-paragraph') === paragraph]",
            json!([true, true, true, true, true]),
        )
        .await;
    });
}

/// With `saveData`, `widget` is loaded only when the reader uses a feature that needs it.
#[test]
fn a_reader_who_saves_data_loads_the_rest_only_when_it_is_asked_for() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "{LOADED} Object.defineProperty(navigator, 'connection', {{ value: {{ saveData: true }} }});
                 await embedded(); const post = element('backmatter-post'); post.post = await (await fetch('/tests/fixtures/cjk.json')).text(); place.append(post); await post.ready;
                 await tick(1500); const before = loaded().includes('widget_bg.wasm');
                 post.querySelector('summary').click(); await until(() => post.querySelector('.bm-fact')); return [before, loaded().includes('widget_bg.wasm')]"
            ),
            json!([false, true]),
        )
        .await;
    });
}

/// A handle has `widget` from the start, so that `update` can answer at once.
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

/// Without `widget`, an element still follows its attributes and data: it paints the post from scratch.
#[test]
fn without_widget_an_element_still_changes() {
    on("/no-widget/tests/pages/blank.html", |page| async move {
        page.gives(
            "await import('/no-widget/pkg/embed.js'); const post = element('backmatter-post', {}, '<p>Own words</p>'); place.append(post);
             post.post = '{ \"title\": \"One\", \"candidates\": [{ \"title\": \"x\" }] }'; await post.ready; await tick(200);
             post.setAttribute('heading-base', '4'); await until(() => post.querySelector('h4'));
             return [text(post.querySelector('h4')), post.querySelectorAll('.bm-post').length, post.state]",
            json!(["One", 1, "ready"]),
        )
        .await;
    });
}

/// The hashes of `integrity.json` match the files; a script with another hash does not run.
#[test]
fn a_page_may_check_the_scripts() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/");
    let hashes: Value =
        serde_json::from_str(&fs::read_to_string(format!("{root}pkg/integrity.json")).unwrap()).unwrap();
    let scripts = ["elements.js", "programs.js", "shared.js", "widget.js"];
    for (name, is_right, state) in [("right", true, "ready"), ("wrong", false, "fallback")] {
        let hash = |file: &str| if is_right || file != "programs.js" { &hashes[file] } else { &hashes["shared.js"] };
        let integrity: Value = scripts.iter().map(|file| (format!("/pkg/{file}"), hash(file).clone())).collect();
        let page = format!(
            "<!doctype html><title>Checked</title><script type=importmap>{}</script><script type=module src=/pkg/embed.js integrity={}></script>
             <backmatter-post><script type=application/json>{{ \"title\": \"T\" }}</script><p>Own words</p></backmatter-post>",
            json!({ "integrity": integrity }),
            hashes["embed.js"]
        );
        fs::create_dir_all(format!("{root}target/ahead")).unwrap();
        fs::write(format!("{root}target/ahead/checked-{name}.html"), page).unwrap();
        on(&format!("/target/ahead/checked-{name}.html"), move |page| async move {
            page.becomes("return document.querySelector('backmatter-post').dataset.state", json!(state)).await;
        });
    }
}

/// A host that has copied only some of the files.
#[test]
fn without_the_script_that_shows_posts_the_fallback_stays() {
    on("/no-programs/tests/pages/blank.html", |page| async move {
        page.gives(
            "await import('/no-programs/pkg/embed.js'); const post = element('backmatter-post', {}, '<p>Own words</p>'); post.post = { title: 'T' }; const said = heard(post, 'backmatter-fallback');
             place.append(post); const { reason } = await said; const bare = element('backmatter-post'); bare.post = { title: 'T' }; place.append(bare); await heard(bare, 'backmatter-fallback');
             return [reason, text(post), post.state, text(bare).startsWith('programs.js of backmatter could not be loaded')]",
            json!(["load-failed", "Own words", "fallback", true]),
        )
        .await;
    });
}

/// A post that needs `widget` shows the host's fallback if `widget` cannot be loaded.
#[test]
fn without_widget_what_needs_it_falls_back() {
    on("/no-widget/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "await import('/no-widget/pkg/embed.js'); const post = element('backmatter-post', {{}}, '<p>Own words</p>'); post.post = {HTML}; const said = heard(post, 'backmatter-fallback'); place.append(post);
                 const {{ reason }} = await said; const {{ mount }} = await import('/no-widget/pkg/index.js');
                 return [reason, text(post), await mount(place, {{ title: 'T' }}).catch((error) => error.reason)]"
            ),
            json!(["load-failed", "Own words", "load-failed"]),
        )
        .await;
    });
}

/// A post that is set while an older one waits for its program wins.
#[test]
fn a_later_post_is_not_overtaken() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg(); const first = mount(place, { title: 'First' }); const second = mount(place, { title: 'Second' });
             await first; const handle = await second; const third = mount(place, { title: 'Third' }); handle.unmount(); await third; await tick(200);
             return [handle.element.dataset.state, text(place)]",
            json!(["ready", "Third"]),
        )
        .await;
    });
}

/// The lightbox comes with `widget`; without it an image is a link to itself.
#[test]
fn the_first_click_on_an_image_waits_for_the_lightbox_and_asks_the_host_once() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "await embedded(); const post = element('backmatter-post', { 'base-url': '/tests/fixtures/' });
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
        page.go("/no-widget/tests/pages/blank.html").await;
        page.run(
            "await import('/no-widget/pkg/embed.js'); const post = element('backmatter-post', { 'base-url': '/tests/fixtures/' });
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
    on("/no-widget/tests/pages/blank.html", |page| async move {
        page.run(
            "await import('/no-widget/pkg/embed.js'); const post = element('backmatter-post', { 'base-url': '/tests/fixtures/' });
             post.post = JSON.stringify({ title: 'T', images: [{ src: 'images/curve.svg', alt: 'A curve' }] }); place.append(post); await post.ready;
             post.querySelector('[data-bm-image] img').click(); post.remove()",
        )
        .await;
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        page.gives("return location.pathname", json!("/no-widget/tests/pages/blank.html")).await;
    });
}

#[test]
fn why_there_is_no_post_is_said_without_widget_too() {
    on("/no-widget/tests/pages/blank.html", |page| async move {
        page.gives(
            "await import('/no-widget/pkg/embed.js'); const post = element('backmatter-post'); post.post = '{ cut'; place.append(post);
             await heard(post, 'backmatter-error'); await tick(300);
             return [post.querySelectorAll('.bm-failure').length, text(post).includes('line 1'), post.querySelector('.bm-failure').getAttribute('role')]",
            json!([1, true, "alert"]),
        )
        .await;
    });
}
