//! The words of the interface in the language of the option, or of the page.

use crate::browser::on;
use serde_json::json;

const BLANK: &str = "/tests/pages/blank.html";

const POST: &str = r#"
const post = { title: "Low water", published: "2025-04-10", body: "The ferry leaves at five.", meta: { depth: "3.4 m", tools: ["almanac", "watch"] } };
const shows = async (attributes, set = {}) => {
  const made = Object.assign(element("backmatter-post", attributes), { post, ...set });
  place.replaceChildren(made);
  await shown(made);
  return [text(made.querySelector(".bm-post-meta-title")), text(made.querySelector(".bm-date"))];
};
const files = () => performance.getEntriesByType("resource").map(({ name }) => name.split("/").pop()).filter((name) => name.startsWith("labels."));
await pkg().then(({ define }) => define());
"#;

#[test]
fn words_are_those_of_the_option_or_of_the_page_and_the_hosts_labels_win() {
    on(BLANK, |page| async move {
        page.gives(
            &format!(
                "{POST} const said = [await shows({{}}), await shows({{ lang: 'en-GB' }}), await shows({{ lang: 'xx' }})], none = files();
                 said.push(await shows({{ lang: 'de-AT' }}), await shows({{ lang: 'zh-TW' }}), await shows({{ lang: 'de' }}, {{ labels: {{ meta_title: 'Angaben' }} }}));
                 document.documentElement.lang = 'fr'; said.push(await shows({{}}));
                 return [said, none, files().sort()]"
            ),
            json!([
                [
                    ["About this post", "Published April 10, 2025"],
                    ["About this post", "Published 10 April 2025"],
                    ["About this post", "Published April 10, 2025"],
                    ["Über diesen Beitrag", "Veröffentlicht am 10. April 2025"],
                    ["關於本文", "發布於 2025年4月10日"],
                    ["Angaben", "Veröffentlicht am 10. April 2025"],
                    ["À propos de cet article", "Publié le April 10, 2025"]
                ],
                [],
                ["labels.de.js", "labels.fr.js", "labels.zh-hant.js"]
            ]),
        )
        .await;
    });
}

#[test]
fn a_language_that_is_set_later_is_loaded_then() {
    on(BLANK, |page| async move {
        page.gives(
            &format!(
                "{POST} const target = place.appendChild(document.createElement('div'));
                 const handle = await (await pkg()).mount(target, post, {{ lang: 'ja' }});
                 const title = () => text(target.querySelector('.bm-post-meta-title'));
                 const first = title(); target.querySelector('summary').click();
                 handle.set({{ lang: 'ko' }}); await until(() => title() === '이 글 정보');
                 const isOpen = target.querySelector('.bm-post-meta').open;
                 handle.update({{ ...post, title: 'High water' }}, {{ lang: 'he' }}); await until(() => title() === 'על הפוסט הזה');
                 return [first, isOpen, text(target.querySelector('.bm-title')), target.querySelectorAll('.bm-post').length]"
            ),
            json!(["この記事について", true, "High water", 1]),
        )
        .await;
    });
}

/// Another format is converted first, and the words are there all the same.
#[test]
fn a_post_of_another_format_has_the_words_too() {
    on(BLANK, |page| async move {
        page.gives(
            &format!(
                "{POST} return shows({{ lang: 'es', format: 'wordpress' }}, {{ post: {{ title: {{ rendered: 'Marea' }}, content: {{ rendered: '<p>A las cinco.</p>' }}, date: '2025-04-10T08:00:00', acf: {{ depth: '3.4 m' }} }} }}).then(([title]) => title)"
            ),
            json!("Sobre este artículo"),
        )
        .await;
    });
}

/// Options that are odd cost only themselves.
#[test]
fn errors_have_the_words_too_and_an_odd_language_costs_nothing() {
    on(BLANK, |page| async move {
        page.gives(
            &format!(
                "{POST} const failed = element('backmatter-post', {{ lang: 'de', src: '/nowhere.json' }}); place.append(failed);
                 await until(() => text(failed).includes('Dieser Beitrag kann nicht angezeigt werden'));
                 const {{ state }} = failed, odd = [];
                 for (const lang of [{{ toString: null }}, ['de'], 7, null, '']) odd.push((await shows({{}}, {{ options: {{ lang, headingBase: 3 }} }}))[0]);
                 const isBase = place.querySelector('h3.bm-title') !== null;
                 for (const lang of ['__proto__', 'constructor', '../de', 'de/../../x', 'javascript:alert(1)', '<script>']) odd.push((await shows({{ lang }}))[0]);
                 return [state, isBase, [...new Set(odd)], odd.length, files(), place.querySelectorAll('script').length]"
            ),
            json!(["error", true, ["About this post"], 11, ["labels.de.js"], 0]),
        )
        .await;
    });
}
