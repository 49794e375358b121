//! The gallery on a page: its rows, its layout stability, images that fail or wait, and many images.

use crate::browser::on;
use serde_json::json;

const BLANK: &str = "/tests/pages/blank.html";

/// Shows a post with these images, an expression, in an element with these attributes.
fn gallery(attributes: &str, images: &str) -> String {
    format!(
        "await embedded(); const post = element('backmatter-gallery', {{ 'base-url': '/tests/fixtures/', {attributes} }});
         post.post = JSON.stringify({{ title: 'T', images: {images} }}); place.append(post); await shown(post); const root = post.shadowRoot ?? post;"
    )
}

const OF_ALL_SHAPES: &str = "(await fixture('gallery')).images";

#[test]
fn a_row_of_images_is_of_one_height_and_fills_its_line() {
    on(BLANK, |page| async move {
        page.gives(
            &format!(
                "place.style.inlineSize = '680px'; {} await until(() => [...root.querySelectorAll('img')].slice(0, 4).every((image) => image.complete));
                 const boxes = [...root.querySelectorAll('.bm-image')].slice(0, 4).map((image) => image.getBoundingClientRect());
                 const [one, two, three, four] = boxes; const near = (a, b) => Math.abs(a - b) < 1.5;
                 return [near(one.height, two.height), near(three.height, four.height), near(two.right - one.left, 680), one.top < three.top]",
                gallery("", OF_ALL_SHAPES)
            ),
            json!([true, true, true, true]),
        )
        .await;
    });
}

#[test]
fn in_a_uniform_grid_all_are_of_one_shape() {
    on(BLANK, |page| async move {
        page.gives(
            &format!(
                "{} const shapes = new Set([...root.querySelectorAll('.bm-image')].filter((image) => image.checkVisibility()).map((image) => image.getBoundingClientRect()).map(({{ width, height }}) => (width / height).toFixed(1))); return [...shapes]",
                gallery("gallery: 'grid'", OF_ALL_SHAPES)
            ),
            json!(["1.5"]),
        )
        .await;
    });
}

/// Cumulative Layout Shift as the browser measures it, of sizes known and unknown, of a failing image and of the lightbox.
#[test]
fn nothing_moves_while_images_come() {
    for attributes in ["", "shadow: ''", "gallery: 'grid'"] {
        on(BLANK, move |page| async move {
            page.gives(
                &format!(
                    "const images = (await fixture('gallery')).images.reverse(); await (await pkg()).ready(); {} place.after(element('p', {{}}, 'What stands below'));
                     const shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({{ type: 'layout-shift' }});
                     const pictures = [...root.querySelectorAll('.bm-image')]; pictures.forEach((image) => {{ image.loading = 'eager'; }});
                     const early = pictures.filter((image) => image.complete).length; await until(() => pictures.every((image) => image.complete)); await tick(100);
                     root.querySelector('[data-bm-image]').click(); await until(() => root.querySelector('dialog').open);
                     await tick(300); root.querySelector('.bm-lightbox-close').click(); await tick(300); return [early, ...shifts.map(({{ value }}) => value)]",
                    gallery(attributes, "images").replace("'/tests/fixtures/'", "'/late/tests/fixtures/'")
                ),
                json!([0]),
            )
            .await;
        });
    }
}

#[test]
fn five_hundred_images_are_all_there_and_few_are_loaded() {
    for attributes in ["", "shadow: ''"] {
        on(BLANK, move |page| async move {
            page.gives(
                &format!(
                    "const many = Array.from({{ length: 500 }}, (_, n) => ({{ src: `images/boat.svg?${{n}}`, alt: `Boat ${{n + 1}}`, width: 600, height: 400, source: 'pexels' }})); {}
                     const all = await until(() => {{ const all = root.querySelectorAll('[data-bm-image]'); return all.length === 500 && all; }}); await tick(300);
                     const loaded = performance.getEntriesByType('resource').filter(({{ name }}) => name.includes('boat.svg')).length;
                     all[499].click(); await until(() => root.querySelector('dialog').open); const seen = [text(root.querySelector('.bm-lightbox-count')), root.querySelectorAll('.bm-slide').length];
                     root.querySelector('.bm-lightbox-next').click(); return [...seen, text(root.querySelector('.bm-lightbox-count')), root.querySelectorAll('.bm-credit').length >= 500, loaded < 100]",
                    gallery(attributes, "many")
                ),
                json!(["500 of 500", 1, "1 of 500", true, true]),
            )
            .await;
        });
    }
}

#[test]
fn images_of_other_hosts_are_not_asked_for_before_a_click() {
    on(BLANK, |page| async move {
        page.gives(
            &format!(
                "const asked = (host) => performance.getEntriesByType('resource').filter(({{ name }}) => name.includes(host)).length;
                 const other = `http://localhost:${{location.port}}`, images = [{{ src: `${{other}}/a.svg`, alt: 'A' }}, {{ src: `${{other}}/b.svg`, alt: 'B', srcset: `${{other}}/c.svg 800w` }}, {{ src: 'images/boat.svg', alt: 'own' }}]; {}
                 await tick(200); post.setAttribute('remote-images', ' Click'); await tick(200); const waiting = [...root.querySelectorAll('.bm-image-waiting')]; const seen = [waiting.length, text(waiting[0]).replace(location.port, 'PORT'), asked(other), root.querySelectorAll('img').length];
                 waiting[0].focus(); waiting[0].click(); await until(() => root.querySelectorAll('.bm-figure img').length === 3); await until(() => asked(other) > 0);
                 return [...seen, root.querySelectorAll('.bm-image-waiting').length, waiting[0].getRootNode().activeElement?.dataset.bmImage ?? document.activeElement.closest('figure')?.querySelector('a').dataset.bmImage]",
                gallery("'remote-images': 'click'", "images")
            ),
            json!([2, "Show images from localhost:PORT A", 0, 1, 0, "0"]),
        )
        .await;
    });
}

/// A program that cannot honour `remote-images` must not request images.
#[test]
fn without_the_program_that_can_wait_the_fallback_stays() {
    on("/no-widget/tests/pages/blank.html", |page| async move {
        page.gives(
            "await import('/no-widget/pkg/embed.js'); const post = element('backmatter-post', { 'remote-images': 'click' }, '<p>Own words</p>'); post.post = JSON.stringify({ title: 'T', images: ['http://localhost:1/a.svg'] });
             place.append(post); await until(() => post.state === 'fallback'); post.post = JSON.stringify({ title: 'U', images: ['http://localhost:1/a.svg'] }); await tick(300);
             return [post.state, text(post), performance.getEntriesByType('resource').filter(({ name }) => name.includes('localhost:1')).length]",
            json!(["fallback", "Own words", 0]),
        )
        .await;
    });
}

#[test]
fn a_required_credit_is_seen_whatever_becomes_of_its_image() {
    on(BLANK, |page| async move {
        page.gives(
            &format!(
                "place.append(element('style', {{}}, 'small, figcaption {{ display: none; max-height: 1em; overflow: hidden }}')); place.style.inlineSize = '140px';
                 const images = [{{ src: '/gone.svg', alt: 'gone', credit: {{ creator: 'Mara '.repeat(30), required: true }} }}, {{ src: 'javascript:x', credit: {{ creator: 'Jon', required: true }} }}]; {}
                 await until(() => root.querySelector('[data-bm-failed]')); return [...root.querySelectorAll('.bm-credit')].map((credit) => credit.checkVisibility() && credit.scrollHeight <= credit.parentElement.clientHeight + 1 && credit.scrollWidth <= credit.clientWidth + 1)",
                gallery("", "images")
            ),
            json!([true, true]),
        )
        .await;
    });
}

#[test]
fn one_click_on_a_waiting_image_leaves_all_else_as_it_is() {
    on(BLANK, |page| async move {
        page.gives(
            &format!(
                "const images = Array.from({{ length: 300 }}, (_, n) => ({{ src: n === 200 ? 'http://localhost:1/a.svg' : `images/boat.svg?${{n}}`, alt: `Boat ${{n + 1}}`, width: 600, height: 400 }})); {}
                 const button = await until(() => root.querySelector('.bm-image-waiting')); await until(() => root.querySelectorAll('[data-bm-image]').length === 299);
                 const first = root.querySelector('.bm-grid'), items = root.querySelectorAll('.bm-grid-item').length; button.click();
                 return [root.querySelectorAll('[data-bm-image]').length, root.querySelector('.bm-grid') === first, items === root.querySelectorAll('.bm-grid-item').length, document.activeElement.dataset.bmImage]",
                gallery("'remote-images': 'click'", "images")
            ),
            json!([300, true, true, "200"]),
        )
        .await;
    });
}

#[test]
fn relative_addresses_under_a_base_of_another_host_wait_too() {
    on(BLANK, |page| async move {
        page.gives(
            "document.head.append(element('base', { href: 'http://localhost:1/' })); const { mount } = await import(location.origin + '/pkg/index.js');
             await mount(place, JSON.stringify({ title: 'T', images: ['a.svg'] }), { remoteImages: 'click' }); await tick(200);
             return [place.querySelectorAll('.bm-image-waiting').length, performance.getEntriesByType('resource').filter(({ name }) => name.includes('localhost:1/a')).length]",
            json!([1, 0]),
        )
        .await;
    });
}

#[test]
fn in_a_frame_without_an_address_the_button_works() {
    on(BLANK, |page| async move {
        page.gives(
            "const frame = document.body.appendChild(Object.assign(document.createElement('iframe'), { srcdoc: '<div id=p></div><script type=module>import { mount } from \"' + location.origin + '/pkg/index.js\"; await mount(\"#p\", JSON.stringify({ title: \"T\", images: [{ src: \"' + location.origin + '/tests/fixtures/images/boat.svg\", alt: \"A\" }] }), { remoteImages: \"click\" }); document.body.dataset.done = 1</' + 'script>' }));
             const inside = (selector) => frame.contentDocument?.querySelector(selector); const button = await until(() => inside('[data-done]') && inside('.bm-image-waiting')); button.click(); return Boolean(await until(() => inside('.bm-figure img')))",
            json!(true),
        )
        .await;
    });
}
