//! An open image: zoomed, moved, swiped away.

use crate::browser::{Page, on};
use serde_json::json;
use std::future::Future;
use thirtyfour::Key;

const BLANK: &str = "/tests/pages/blank.html";

const OPEN: &str = r"
    await embedded(); const post = element('backmatter-post', { 'base-url': '/tests/fixtures/' });
    post.post = JSON.stringify({ title: 'T', images: ['boat', 'curve', 'gauge'].map((name) => ({ src: `images/${name}.svg`, alt: name, width: 600, height: 400 })) });
    place.append(post); await shown(post); (post.shadowRoot ?? post).querySelector('[data-bm-image] img').click(); await until(() => (post.shadowRoot ?? post).querySelector('dialog').open);
    await until(() => (post.shadowRoot ?? post).querySelector('.bm-slide-image').naturalWidth > 0);";

/// How an image is seen.
const SEEN: &str = r"const post = document.querySelector('backmatter-post'), image = () => (post.shadowRoot ?? post).querySelector('.bm-slide-image'), count = () => text((post.shadowRoot ?? post).querySelector('.bm-lightbox-count'));
    const scale = () => Math.round((image().style.transform.match(/scale\((.*)\)/)?.[1] ?? 1) * 100) / 100;
    const pointer = (type, x, y, id = 1) => image().dispatchEvent(new PointerEvent(type, { pointerId: id, clientX: x, clientY: y, bubbles: true, cancelable: true, isPrimary: id === 1 }));";

/// Tests the first of three open images: in the page, and in a shadow root.
fn in_page_and_shadow<F: Future<Output = ()> + 'static>(test: impl Fn(Page) -> F + Copy + 'static) {
    for shadow in ["", "shadow: '',"] {
        let open = OPEN.replace("element('backmatter-post', {", &format!("element('backmatter-post', {{ {shadow}"));
        on(BLANK, move |page| async move {
            page.run(&open).await;
            test(page).await;
        });
    }
}

#[test]
fn keys_come_nearer_and_move_the_image() {
    in_page_and_shadow(|page| async move {
        page.types("++").await;
        page.gives(
            &format!(
                "{SEEN} return [scale(), (post.shadowRoot ?? post).querySelector('.bm-lightbox-zoom').ariaPressed]"
            ),
            json!([2.25, "true"]),
        )
        .await;
        page.press([Key::Right]).await;
        page.gives(
            &format!("{SEEN} return [count(), image().style.transform.startsWith('translate(-60px')]"),
            json!(["1 of 3", true]),
        )
        .await;
        page.types("-0").await;
        page.gives(&format!("{SEEN} return [scale(), image().style.transform]"), json!([1, ""])).await;
        page.press([Key::Right]).await;
        page.gives(&format!("{SEEN} return count()"), json!("2 of 3")).await;
    });
}

#[test]
fn wheel_double_click_and_button_come_nearer_too() {
    in_page_and_shadow(|page| async move {
        page.gives(
            &format!(
                "{SEEN} const seen = []; image().dispatchEvent(new WheelEvent('wheel', {{ deltaY: -400, clientX: 10, clientY: 10, bubbles: true, cancelable: true }})); seen.push(scale() > 2);
                 image().dispatchEvent(new MouseEvent('dblclick', {{ bubbles: true }})); seen.push(scale());
                 (post.shadowRoot ?? post).querySelector('.bm-lightbox-zoom').click(); seen.push(scale()); (post.shadowRoot ?? post).querySelector('.bm-lightbox-zoom').click(); return [...seen, scale()]"
            ),
            json!([true, 1, 2.5, 1]),
        )
        .await;
    });
}

#[test]
fn one_finger_goes_on_and_two_come_nearer() {
    in_page_and_shadow(|page| async move {
        page.gives(
            &format!(
                "{SEEN} const seen = []; const swipe = (fromX, fromY, toX, toY) => {{ pointer('pointerdown', fromX, fromY); pointer('pointermove', toX, toY); pointer('pointerup', toX, toY); }};
                 swipe(300, 200, 200, 210); seen.push(count()); swipe(200, 200, 320, 190); seen.push(count()); swipe(200, 200, 220, 205); seen.push(count());
                 pointer('pointerdown', 200, 200, 1); pointer('pointerdown', 300, 200, 2); pointer('pointermove', 150, 200, 1); pointer('pointermove', 350, 200, 2); seen.push(scale());
                 pointer('pointerup', 350, 200, 2); pointer('pointerup', 150, 200, 1); swipe(300, 200, 100, 200); seen.push(count());
                 image().dispatchEvent(new MouseEvent('dblclick', {{ bubbles: true }})); swipe(200, 100, 210, 260); await tick(100); return [...seen, (post.shadowRoot ?? post).querySelector('dialog').open]"
            ),
            json!(["2 of 3", "1 of 3", "1 of 3", 2, "1 of 3", false]),
        )
        .await;
    });
}

#[test]
fn from_right_to_left_a_swipe_to_the_right_goes_on() {
    on(BLANK, |page| async move {
        page.run(&OPEN.replace("element('backmatter-post', {", "element('backmatter-post', { dir: 'rtl',")).await;
        page.gives(
            &format!("{SEEN} pointer('pointerdown', 100, 200); pointer('pointermove', 250, 200); pointer('pointerup', 250, 200); return count()"),
            json!("2 of 3"),
        )
        .await;
    });
}

#[test]
fn the_neighbours_are_on_their_way() {
    in_page_and_shadow(|page| async move {
        page.holds("return await until(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('curve.svg')))").await;
    });
}
