//! The lightbox: a dialog of the browser's, in the page and in a shadow root.

use crate::browser::{Page, on};
use serde_json::json;
use thirtyfour::Key;

const BLANK: &str = "/tests/pages/blank.html";

/// Shows three images in an element with these attributes.
fn three(attributes: &str) -> String {
    format!(
        "await embedded(); const made = element('backmatter-post', {{ 'base-url': '/tests/fixtures/', {attributes} }});
         made.post = JSON.stringify({{ id: 'tides', title: 'T', images: ['boat', 'curve', 'gauge'].map((name) => ({{ src: `images/${{name}}.svg`, alt: name, caption: `The ${{name}}`, width: 600, height: 400, credit: {{ creator: 'Mara', creator_url: 'https://m.example/' }} }})) }});
         place.append(made); await shown(made); await until(() => all('img')[0]?.complete);"
    )
}

/// What the tests look at, in the page and in a shadow root.
const LOOK: &str = "const post = () => document.querySelector('backmatter-post'), root = () => post().shadowRoot ?? post();
    const all = (selector) => [...root().querySelectorAll(selector)], one = (selector) => root().querySelector(selector);
    const dialog = () => one('dialog'), focused = () => (post().shadowRoot ?? document).activeElement, count = () => text(one('.bm-lightbox-count'));
    const open = async (index) => { const link = one(`[data-bm-image='${index}']`); link.focus(); link.click(); await until(() => dialog().open); };";

impl Page {
    async fn shows_three(&self, attributes: &str) {
        self.run(&format!("{LOOK} {}", three(attributes))).await;
    }

    async fn says(&self, script: &str, expected: serde_json::Value) {
        self.gives(&format!("{LOOK} {script}"), expected).await;
    }
}

const IN_PAGE_AND_SHADOW: [&str; 2] = ["", "shadow: ''"];

#[test]
fn the_focus_goes_in_and_comes_back_to_the_picture() {
    for attributes in IN_PAGE_AND_SHADOW {
        on(BLANK, move |page| async move {
            page.shows_three(attributes).await;
            page.says(
                "await open(1); const seen = [dialog().contains(focused()), dialog().matches(':modal'), dialog().getAttribute('aria-label'), one('.bm-slide').ariaLabel, one('.bm-slide').ariaRoleDescription, text(one('.bm-lightbox .bm-credit'))];
                 one('.bm-lightbox-close').click(); await until(() => !dialog().open && focused()?.dataset.bmImage); return [...seen, focused().dataset.bmImage]",
                json!([true, true, "Gallery", "2 of 3", "slide", "Image by Mara", "1"]),
            )
            .await;
        });
    }
}

#[test]
fn escape_closes_and_tab_stays_inside() {
    for attributes in IN_PAGE_AND_SHADOW {
        on(BLANK, move |page| async move {
            page.shows_three(attributes).await;
            page.says("await open(0); return true", json!(true)).await;
            for _ in 0..9 {
                page.press([Key::Tab]).await;
                page.says(
                    "const now = focused(); return !now || now === document.body || dialog().contains(now)",
                    json!(true),
                )
                .await;
            }
            page.press([Key::Escape]).await;
            page.says("await until(() => !dialog().open); await tick(); return focused().dataset.bmImage", json!("0"))
                .await;
        });
    }
}

#[test]
fn a_picture_that_is_gone_gives_the_focus_to_the_heading() {
    on(BLANK, |page| async move {
        page.shows_three("").await;
        page.says(
            "await open(2); one(\"[data-bm-image='2']\").closest('li').remove(); one('.bm-lightbox-close').click(); await until(() => !dialog().open); await tick(); return text(focused())",
            json!("Gallery"),
        )
        .await;
    });
}

#[test]
fn a_click_beside_the_picture_closes_it_and_one_on_it_does_not() {
    on(BLANK, |page| async move {
        page.shows_three("").await;
        page.says(
            "await open(0); const image = one('.bm-slide-image'); await until(() => image.naturalWidth && image.complete);
             await tick(300); const { left, top, width, height } = image.getBoundingClientRect();
             const click = (x, y) => image.dispatchEvent(new MouseEvent('click', { clientX: x, clientY: y, bubbles: true, cancelable: true }));
             click(left + width / 2, top + height / 2); const first = dialog().open; click(left + 2, top + height / 2); await tick(); return [first, dialog().open]",
            json!([true, false]),
        )
        .await;
    });
}

#[test]
fn the_page_behind_stays_where_it_is() {
    on(BLANK, |page| async move {
        page.shows_three("").await;
        page.says(
            "document.body.append(element('div', { style: 'block-size: 3000px' })); scrollTo(0, 120); const where = () => [scrollX, scrollY, document.documentElement.clientWidth]; const before = where();
             await open(0); const during = where(); dialog().dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true })); one('.bm-lightbox-close').click(); await until(() => !dialog().open); await tick();
             return [before.join() === during.join(), before.join() === where().join()]",
            json!([true, true]),
        )
        .await;
    });
}

#[test]
fn the_back_button_closes_it_where_the_host_wants_that() {
    for attributes in ["'image-history': 'back'", "'image-history': 'back', shadow: ''"] {
        on(BLANK, move |page| async move {
            page.shows_three(attributes).await;
            page.says(
                "const before = history.length, address = location.href; await open(0); const seen = [history.length - before, location.href === address];
                 history.back(); await until(() => !dialog().open); seen.push(location.href === address);
                 await open(1); one('.bm-lightbox-close').click(); await until(() => !dialog().open); await tick(200); return [...seen, history.length - before, history.state?.backmatter ?? null]",
                json!([1, true, true, 1, null]),
            )
            .await;
        });
    }
}

#[test]
fn without_that_wish_history_and_address_are_left_alone() {
    on(BLANK, |page| async move {
        page.shows_three("").await;
        page.says(
            "const before = [history.length, location.href, history.state]; await open(0); one('.bm-lightbox-next').click(); one('.bm-lightbox-close').click(); await until(() => !dialog().open); await tick();
             return JSON.stringify(before) === JSON.stringify([history.length, location.href, history.state])",
            json!(true),
        )
        .await;
    });
}

#[test]
fn an_address_opens_its_image_and_follows_the_reader() {
    for attributes in ["'image-history': 'link'", "'image-history': 'link', shadow: ''"] {
        on("/tests/pages/blank.html#bm-tides--image-2", move |page| async move {
            page.shows_three(attributes).await;
            page.says(
                "await until(() => dialog().open); const seen = [count()]; one('.bm-lightbox-next').click(); seen.push(location.hash);
                 one('.bm-lightbox-close').click(); await until(() => !dialog().open); await tick(); seen.push(location.hash);
                 await open(0); seen.push(location.hash); history.back(); await until(() => !dialog().open); seen.push(location.hash);
                 history.forward(); await until(() => dialog().open); return [...seen, count()]",
                json!(["2 of 3", "#bm-tides--image-3", "", "#bm-tides--image-1", "", "1 of 3"]),
            )
            .await;
        });
    }
}

#[test]
fn odd_addresses_open_nothing() {
    for hash in [
        "#bm-tides--image-9",
        "#bm-tides--image-0",
        "#bm-tides--image--1",
        "#bm-tides--image-1e0",
        "#%E0%A4%A",
        "#bm-other--image-1",
    ] {
        on(&format!("/tests/pages/blank.html{hash}"), |page| async move {
            page.shows_three("'image-history': 'link'").await;
            page.says("await tick(150); return [dialog().open, post().state]", json!([false, "ready"])).await;
        });
    }
}

#[test]
fn keys_of_one_character_can_be_switched_off() {
    on(BLANK, |page| async move {
        page.shows_three("shortcuts: 'false'").await;
        page.says("await open(0); await until(() => one('.bm-slide-image').naturalWidth); return true", json!(true))
            .await;
        page.types("++").await;
        page.press([Key::Right]).await;
        page.says("return [count(), one('.bm-slide-image').style.transform]", json!(["2 of 3", ""])).await;
    });
}

#[test]
fn it_grows_out_of_its_picture_unless_the_reader_wants_rest() {
    on(BLANK, |page| async move {
        page.shows_three("").await;
        let moves = "await open(0); const moving = one('.bm-slide-image').getAnimations().length; one('.bm-lightbox-next').click(); const next = one('.bm-slide-image').getAnimations().length; one('.bm-lightbox-close').click(); await until(() => !dialog().open); return [moving, next]";
        page.says(moves, json!([1, 1])).await;
        page.rest().await;
        page.says(moves, json!([0, 0])).await;
    });
}

#[test]
fn an_image_that_fails_here_keeps_its_words_and_can_be_tried_again() {
    for attributes in IN_PAGE_AND_SHADOW {
        on(BLANK, move |page| async move {
            page.run(&format!(
            "{LOOK} await embedded(); const made = element('backmatter-post', {{ 'base-url': '/answers/', {attributes} }});
             made.post = JSON.stringify({{ title: 'T', images: [{{ src: 'never.svg', alt: 'A boat', caption: 'Cap', credit: {{ creator: 'Mara', required: true }} }}, {{ src: '/tests/fixtures/images/boat.svg', alt: 'b' }}] }});
             place.append(made); await shown(made); await open(1); one('.bm-lightbox-previous').click();"
        ))
        .await;
            page.says(
            "const slide = await until(() => one('.bm-slide[data-bm-failed]')); const shows = (selector) => slide.querySelector(selector).checkVisibility();
             return [shows('.bm-image-failed'), shows('.bm-image-retry'), shows('.bm-caption-text'), shows('.bm-credit'), shows('img')]",
            json!([true, true, true, true, false]),
        )
        .await;
        });
    }
}

#[test]
fn a_widget_that_goes_while_it_is_open_leaves_no_trap() {
    on(BLANK, |page| async move {
        page.shows_three("'image-history': 'back'").await;
        page.says(
            "await open(0); post().remove(); await tick(200); const button = document.body.appendChild(element('button', {}, 'x')); button.focus(); history.back(); await tick(100); return document.activeElement === button",
            json!(true),
        )
        .await;
    });
}

#[test]
fn the_back_button_closes_it_after_a_reload_and_after_going_forward_too() {
    on(BLANK, |page| async move {
        page.shows_three("'image-history': 'back'").await;
        page.says("await open(0); history.back(); await until(() => !dialog().open); history.forward(); await tick(150); return dialog().open", json!(false)).await;
        page.says("await open(1); history.back(); await until(() => !dialog().open); return true", json!(true)).await;
        page.says("await open(2); setTimeout(() => location.reload(), 10); return true", json!(true)).await;
        page.run("await tick(600)").await;
        page.shows_three("'image-history': 'back'").await;
        page.says("await open(0); history.back(); await until(() => !dialog().open); return true", json!(true)).await;
    });
}

#[test]
fn of_several_widgets_with_one_post_one_opens_the_image_of_an_address() {
    on("/tests/pages/blank.html#bm-tides--image-1", |page| async move {
        page.gives(
            "await embedded(); const made = ['body', 'gallery'].map((part) => element('backmatter-' + part, { 'base-url': '/tests/fixtures/', instance: 'x', 'image-history': 'link' }));
             made[0].post = JSON.stringify({ id: 'tides', title: 'T', body: [{ type: 'image', src: 'images/boat.svg', alt: 'boat' }], images: [{ src: 'images/curve.svg', alt: 'curve' }] });
             place.append(...made); await until(() => made.some((one) => one.querySelector('dialog')?.open)); await tick(300);
             return [made.filter((one) => one.querySelector('dialog')?.open).length, text(made[0].querySelector('.bm-lightbox-count'))]",
            json!([1, "1 of 2"]),
        )
        .await;
    });
}

#[test]
fn an_address_stays_on_its_page_whatever_the_base() {
    on(BLANK, |page| async move {
        page.shows_three("'image-history': 'link'").await;
        page.says(
            "document.head.append(element('base', { href: '/elsewhere/' })); const path = location.pathname; await open(1); return [location.pathname === path, location.hash]",
            json!([true, "#bm-tides--image-2"]),
        )
        .await;
    });
}

#[test]
fn keys_go_on_from_wherever_the_focus_is_and_the_number_is_said() {
    for attributes in IN_PAGE_AND_SHADOW {
        on(BLANK, move |page| async move {
            page.shows_three(attributes).await;
            page.says("await open(0); one('[data-bm-action=copy-credit]').focus(); return true", json!(true)).await;
            page.press([Key::Right, Key::Right]).await;
            page.says(
                "await tick(200); const region = dialog().querySelector('[role=status]'); const seen = [count(), text(region), dialog().contains(focused())];
                 dialog().dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', altKey: true, bubbles: true })); return [...seen, count()]",
                json!(["3 of 3", "3 of 3", true, "3 of 3"]),
            )
            .await;
        });
    }
}

#[test]
fn what_stands_in_place_of_a_picture_is_a_sentence_and_no_dot() {
    on(BLANK, |page| async move {
        page.run(&format!(
            "{LOOK} await embedded(); const made = element('backmatter-post', {{ 'remote-images': 'click' }});
             made.post = JSON.stringify({{ title: 'T', images: [{{ src: '/tests/fixtures/images/boat.svg', alt: 'own' }}, {{ src: 'http://localhost:1/a.svg', alt: 'other' }}] }});
             place.append(made); await shown(made); await open(0); one('.bm-lightbox-next').click();"
        ))
        .await;
        page.says("const {{ width, height }} = one('.bm-slide > .bm-image-waiting').getBoundingClientRect(); return [width > 100, height >= 44]".replace("{{", "{").replace("}}", "}").as_str(), json!([true, true])).await;
    });
}
