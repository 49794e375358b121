//! Attributes are live.

use crate::browser::on;
use serde_json::json;

#[test]
fn every_attribute_takes_effect_when_it_changes() {
    on("/tests/pages/blank.html", |page| async move {
        page.run("const post = element('backmatter-post'); post.post = await fixture('full'); place.append(post); await shown(post); window.post = post").await;
        let cases = [
            (
                "align",
                "start",
                "post.style.inlineSize = '2000px'; const left = (one) => one.getBoundingClientRect().left; return left(post.querySelector('.bm-article-body')) - left(post)",
                json!(0),
            ),
            (
                "lang",
                "de",
                "return post.querySelector('.bm-post').lang + text(post.querySelector('.bm-post-meta-digest'))",
                json!("de18 Angaben · intermediate · 11 Min. · 24.635 Aufrufe · Last reviewed 10. April 2025"),
            ),
            ("dir", "rtl", "return post.querySelector('.bm-post').dir", json!("rtl")),
            (
                "theme",
                "dark",
                "return getComputedStyle(post.querySelector('.bm-post')).backgroundColor",
                json!("rgb(23, 24, 27)"),
            ),
            (
                "sections",
                "meta body",
                "return [...post.querySelector('.bm-post').children].map((part) => part.className).slice(0, 3)",
                json!(["bm-about", "bm-header", "bm-article-body"]),
            ),
            (
                "heading-base",
                "4",
                "return [post.querySelector('.bm-title').localName, post.querySelector('.bm-heading').localName]",
                json!(["h4", "h5"]),
            ),
            (
                "base-url",
                "https://notes.example/x/",
                "return post.querySelector('.bm-image').src",
                json!("https://notes.example/x/images/harbour.svg"),
            ),
        ];
        for (name, value, script, expected) in cases {
            page.run(&format!("post.setAttribute('{name}', '{value}')")).await;
            page.becomes(script, expected).await;
        }
        page.gives("for (const name of post.getAttributeNames()) if (name !== 'data-state') post.removeAttribute(name); await tick(); return [post.querySelector('.bm-title').localName, post.querySelector('.bm-post').getAttribute('dir')]", json!(["h2", null])).await;
    });
}

#[test]
fn the_meta_box_opens_by_attribute_and_options_and_labels_are_properties() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const post = element('backmatter-post', { 'meta-open': '' }); post.post = await fixture('full'); post.options = { headingBase: 3, labels: { gallery: 'A' } };
             place.append(post); await shown(post);
             const before = [post.querySelector('details').open, post.querySelector('.bm-title').localName, text(post.querySelector('.bm-section-title'))];
             post.labels = { gallery: 'Bilder' }; await tick();
             return [...before, text(post.querySelector('.bm-section-title'))]",
            json!([true, "h3", "A", "Bilder"]),
        )
        .await;
    });
}

#[test]
fn unchanged_blocks_keep_their_nodes_their_focus_and_what_is_open() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const post = element('backmatter-post'); const data = await fixture('full'); post.post = data; place.append(post); await shown(post);
             const link = post.querySelector('.bm-paragraph .bm-link'); link.focus(); const details = post.querySelector('details'); details.open = true; await tick();
             data.body[3].text = 'Changed'; data.meta.view_count = 7; post.post = structuredClone(data); await tick(100);
             return [document.activeElement === link, post.querySelector('details') === details && details.open,
                     text(post.querySelectorAll('.bm-paragraph')[1]), text(details).includes('7 views')]",
            json!([true, true, "Changed", true]),
        )
        .await;
    });
}
