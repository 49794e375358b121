//! The two halves of the wasm: a post needs one, HTML and other forms of a post the other.

use crate::browser::on;
use serde_json::json;

const HTML: &str = "{ title: 'T', body: [{ type: 'html', html: '<h2>Low</h2><ul><li>water</ul>' }] }";

#[test]
fn a_post_without_html_loads_the_eager_half_alone() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "await import('/pkg/embed.js'); const post = element('backmatter-post', { 'meta-open': '' });
             post.post = await fixture('cjk'); place.append(post); await post.ready; await tick(500);
             const names = performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.includes('/pkg/'));
             return [...new Set(names.map((name) => name.split('/').pop()))].sort()",
            json!(["backmatter.css", "backmatter_bg.wasm", "embed.js", "index.js"]),
        )
        .await;
    });
}

#[test]
fn html_fetches_the_lazy_half_also_when_its_name_is_escaped() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { mount } = await pkg();
             const { report } = await mount(place, '{ \"title\": \"T\", \"body\": [{ \"type\": \"\\u0068\\u0074ml\", \"\\u0068tml\": \"<h2>Low</h2><ul><li>water</ul>\" }] }');
             return [report.notices, [...place.querySelectorAll('.bm-article-body > *')].map((block) => block.localName)]",
            json!([[], ["h3", "ul"]]),
        )
        .await;
    });
}

/// A handle has both halves from the start, so that `update` can answer at once.
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

#[test]
fn without_the_lazy_half_html_is_text_and_the_rest_is_there() {
    on("/no-lazy/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "const {{ mount, ready }} = await import('/no-lazy/pkg/index.js'); const {{ report }} = await mount(place, {HTML});
                 return [text(place.querySelector('h2')), text(place.querySelector('.bm-paragraph')), report.notices[0].what, await ready().catch((error) => error.reason)]"
            ),
            json!(["T", "<h2>Low</h2><ul><li>water</ul>", "HTML shown as plain text", "load-failed"]),
        )
        .await;
    });
}
