//! The elements: where a post comes from, and what happens when they are moved, cloned or removed.

use crate::browser::on;
use serde_json::json;

#[test]
fn one_script_tag_and_one_element_show_the_whole_post() {
    on("/tests/pages/one_post.html", |page| async move {
        page.run("await shown(document.querySelector('backmatter-post'))").await;
        page.gives(
            "return [...document.querySelector('.bm-post').children].map((part) => part.className)",
            json!(["bm-header", "bm-article-body", "bm-gallery", "bm-about", "bm-similar-posts", "bm-lightbox"]),
        )
        .await;
        page.gives("return document.querySelector('.fallback')", json!(null)).await;
        page.holds("return getComputedStyle(document.querySelector('.bm-cards')).display === 'grid'").await;
        page.holds("return document.head.firstElementChild.href.endsWith('/pkg/backmatter.css')").await;
        page.gives("const post = document.querySelector('backmatter-post'); return [post.state, post.dataset.state, post.report.format]", json!(["ready", "ready", "backmatter/1"])).await;
    });
}

#[test]
fn four_elements_share_one_post() {
    on("/tests/pages/four_parts.html", |page| async move {
        page.run("for (const part of document.querySelectorAll('[instance]')) await shown(part)").await;
        page.gives(
            "return [...document.querySelectorAll('.bm-post')].map((post) => post.firstElementChild.className)",
            json!(["bm-header", "bm-about", "bm-gallery", "bm-similar-posts"]),
        )
        .await;
        page.gives(
            "return performance.getEntriesByName(new URL('../fixtures/full.json', location).href).length",
            json!(1),
        )
        .await;
        page.run("document.querySelector('backmatter-gallery').post = { title: 'Another', images: ['x.png', 'y.png'], meta: { mood: 'new' } }; await tick(200)").await;
        page.holds("return text(document.querySelector('backmatter-meta')).includes('new')").await;
    });
}

#[test]
fn several_posts_stand_on_one_page_and_a_lazy_one_waits() {
    on("/tests/pages/several_posts.html", |page| async move {
        page.gives(
            "const [one, two, lazy] = document.querySelectorAll('backmatter-post'); await shown(one); await shown(two); return [one.state, two.state, lazy.state]",
            json!(["ready", "ready", "idle"]),
        )
        .await;
        page.gives("const lazy = document.querySelectorAll('backmatter-post')[2]; lazy.scrollIntoView(); await shown(lazy); return lazy.state", json!("ready")).await;
        page.gives("return document.querySelectorAll('.bm-post')[1].dir", json!("rtl")).await;
    });
}

#[test]
fn a_property_set_before_the_element_is_defined_is_kept() {
    on("/tests/pages/by_property.html", |page| async move {
        page.run("await shown(document.querySelector('backmatter-post'))").await;
        page.holds("return text(document.querySelector('.bm-title')) === 'Reading a tide table without a phone'").await;
    });
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const early = document.createElement('late-post'); early.post = { title: 'Early' }; place.append(early);
             const { define } = await pkg(); define({ prefix: 'late' }); define({ prefix: 'late' });
             await shown(early); return text(early)",
            json!("Early"),
        )
        .await;
    });
}

#[test]
fn a_property_wins_over_a_script_child_and_that_over_src() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const post = element('backmatter-post', { src: '/tests/fixtures/cjk.json' }, '<script type=\"application/json\">{ \"title\": \"Child\" }</script>');
             place.append(post); await shown(post); const child = text(post.querySelector('.bm-title'));
             post.post = { title: 'Property' }; await tick(); const property = text(post.querySelector('.bm-title'));
             post.post = undefined; await tick(); const again = text(post.querySelector('.bm-title'));
             post.querySelector('script').remove(); post.setAttribute('src', '/tests/fixtures/minimal.json'); await tick(300);
             return [child, property, again, text(post.querySelector('.bm-title'))]",
            json!(["Child", "Property", "Child", "One line"]),
        )
        .await;
    });
}

#[test]
fn an_element_that_the_parser_has_not_finished_waits_for_its_data() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const frame = document.createElement('iframe'); document.body.append(frame); const inside = frame.contentDocument;
             inside.open(); inside.write('<script type=module async src=/pkg/embed.js></script>');
             await until(() => frame.contentWindow.customElements.get('backmatter-post'));
             inside.write('<backmatter-post><script type=application/json>{ \"title\": '); await tick(200);
             const waiting = inside.querySelector('backmatter-post').state;
             inside.write('\"Late\" }</' + 'script><p>fallback</p></backmatter-post>'); inside.close();
             const post = inside.querySelector('backmatter-post'); await shown(post);
             return [waiting, text(post.querySelector('.bm-title'))]",
            json!(["idle", "Late"]),
        )
        .await;
    });
}

#[test]
fn a_moved_element_keeps_its_nodes_and_a_removed_one_gives_the_fallback_back() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const post = element('backmatter-post', {}, '<p class=own>Own words</p>'); post.post = await fixture('full');
             place.append(post); await shown(post);
             const title = post.querySelector('.bm-title'); const hidden = post.querySelector('.own');
             const other = document.body.appendChild(document.createElement('div')); other.append(post); await tick();
             const kept = post.querySelector('.bm-title') === title;
             post.remove(); await tick();
             const back = post.innerHTML; place.append(post); await shown(post);
             return [hidden, kept, back, post.state, post.querySelectorAll('.bm-post').length]",
            json!([null, true, "<p class=\"own\">Own words</p>", "ready", 1]),
        )
        .await;
    });
}

#[test]
fn a_clone_shows_its_own_post_and_not_what_was_copied() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const post = element('backmatter-post', {}, '<script type=\"application/json\">{ \"title\": \"Twice\", \"meta\": { \"a\": 1 } }</script>');
             place.append(post); await shown(post);
             const clone = post.cloneNode(true); place.append(clone); await shown(clone); await tick(100);
             return [post, clone].map((one) => [one.querySelectorAll('.bm-post').length, text(one.querySelector('.bm-title'))])",
            json!([[1, "Twice"], [1, "Twice"]]),
        )
        .await;
    });
}

#[test]
fn a_shadow_root_is_styled_and_keeps_the_fallback_until_the_post_is_there() {
    on("/tests/pages/shadow.html", |page| async move {
        page.gives(
            "const post = document.querySelector('backmatter-post'); await shown(post); const root = post.shadowRoot;
             await until(() => getComputedStyle(root.querySelector('.bm-cards')).display === 'grid');
             const own = [root.querySelectorAll('slot').length, post.querySelectorAll('.fallback').length];
             root.querySelector('[data-bm-image] img').click(); await tick();
             return [...own, root.querySelector('dialog').open, root.querySelector('.bm-post-meta').getBoundingClientRect().width > 300]",
            json!([0, 1, true, true]),
        )
        .await;
    });
}

#[test]
fn a_thousand_comings_and_goings_leave_nothing() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg(); const data = JSON.stringify(await fixture('full')); const own = Object.keys(window).length;
             let handle = await mount(place, data); handle.unmount();
             const nodes = document.querySelectorAll('*').length;
             for (let turn = 0; turn < 300; turn++) { handle = await mount(place, data); handle.unmount(); }
             return [document.querySelectorAll('*').length - nodes, place.childNodes.length, Object.keys(window).length - own]",
            json!([0, 0, 0]),
        )
        .await;
    });
}

#[test]
fn a_clone_of_a_post_set_by_property_is_empty_and_not_a_dead_copy() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const post = element('backmatter-post'); post.post = { title: 'Once' }; place.append(post); await shown(post);
             const clone = post.cloneNode(true); place.append(clone); await tick();
             return [clone.state, clone.dataset.state, clone.children.length]",
            json!(["idle", "idle", 0]),
        )
        .await;
    });
}

#[test]
fn a_post_given_while_src_is_loading_stays() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const post = element('backmatter-post', { src: '/answers/nothing' }); place.append(post); await tick(0);
             post.post = { title: 'Given' }; await shown(post); await tick(300);
             return [post.state, text(post)]",
            json!(["ready", "Given"]),
        )
        .await;
        page.gives(
            "place.replaceChildren(); const post = element('backmatter-post', { src: '/answers/nothing' }); place.append(post); await until(() => post.state === 'error');
             post.setAttribute('src', '/tests/fixtures/minimal.json'); return (await post.ready).format",
            json!("backmatter/1"),
        )
        .await;
    });
}

#[test]
fn a_custom_property_of_the_page_reaches_the_post_in_light_and_in_shadow_dom() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "await embedded(); const said = [];
             for (const attributes of [{}, { shadow: '' }]) {
               const post = element('backmatter-post', attributes); post.post = { title: 'T', body: 'Words' }; place.style.setProperty('--bm-ink', 'rgb(1, 2, 3)'); post.style.setProperty('--bm-measure', '30ch');
               place.replaceChildren(post); await post.ready; const article = (post.shadowRoot ?? post).querySelector('.bm-post');
               await until(() => getComputedStyle(article).getPropertyValue('--bm-css'));
               said.push(getComputedStyle(article).getPropertyValue('--bm-used-ink'), getComputedStyle(article).getPropertyValue('--bm-used-measure'));
             }
             return said",
            json!(["rgb(1, 2, 3)", "30ch", "rgb(1, 2, 3)", "30ch"]),
        )
        .await;
    });
}

#[test]
fn an_element_that_takes_the_place_of_another_shows_its_own_post() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "await embedded(); const one = element('backmatter-body', { instance: 'x' }), meta = element('backmatter-meta', { instance: 'x' });
             one.post = { title: 'One', body: 'first', meta: { a: 'one' } }; place.append(one, meta); await one.ready;
             const two = element('backmatter-body', { instance: 'x' }); two.post = { title: 'Two', body: 'second', meta: { a: 'two' } };
             one.replaceWith(two); await two.ready; await tick(200); return text(two)",
            json!("Twosecond"),
        )
        .await;
    });
}

#[test]
fn what_could_not_be_fetched_stays_said() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "await embedded(); const post = element('backmatter-post', { src: '/answers/nothing' }); place.append(post); await until(() => post.state === 'error');
             post.setAttribute('theme', 'dark'); await tick(200); const after = [post.state, post.querySelector('[role=alert]') !== null];
             const broken = element('backmatter-post', { src: '/answers/nothing' }); broken.options = { get format() { throw 1; } }; place.append(broken);
             await until(() => broken.state === 'error'); return after",
            json!(["error", true]),
        )
        .await;
    });
}

#[test]
fn additions_to_prototypes_do_no_harm() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "Object.defineProperty(Object.prototype, 'report', { value: { notices: [] }, configurable: true, writable: true }); Array.prototype.toJSON = function () { return 'x'; };
             await embedded(); const post = element('backmatter-post'); post.post = '{ \"title\": \"T\", \"body\": [{ \"type\": \"html\", \"html\": \"<p>Low <b>water</b>\" }] }';
             place.append(post); await post.ready; await until(() => post.querySelector('.bm-paragraph strong'));
             const said = [post.state, text(post.querySelector('.bm-paragraph'))];
             delete Object.prototype.report; delete Array.prototype.toJSON; return said",
            json!(["ready", "Low water"]),
        )
        .await;
    });
}

#[test]
fn a_table_is_sorted_whatever_the_page_says_of_its_language() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "document.documentElement.lang = 'en_US'; await embedded(); const post = element('backmatter-post', { 'meta-open': '' });
             post.post = { title: 'T', meta: { tides: [{ name: 'b', depth: 2 }, { name: 'a', depth: 10 }] } }; place.append(post); await post.ready;
             const head = await until(() => post.querySelector('.bm-records-sort, .bm-records th button')); head.click(); await tick(100);
             return [...post.querySelectorAll('.bm-records tbody tr')].map((row) => text(row.cells[0]))",
            json!(["a", "b"]),
        )
        .await;
    });
}
