//! The snippets of the documentation, in a page. Those for Node are run by `tests/hosts/node/snippets.mjs`, those for
//! bundlers and frameworks by `cargo xtask matrix`.

use crate::{
    browser::{Page, on},
    snippets::{Snippet, snippets},
};
use serde_json::{Value, json};
use std::{fs, path::Path};

const EMBED: &str = "<script type=module src=/backmatter/embed.js></script>";
const POST: &str = r#"<script type="application/json">{
    "id": "low-water", "title": "Low water", "body": ["The ferry leaves at five.", { "type": "checklist", "items": [{ "text": "Row out", "checked": true }] }],
    "meta": { "is_paid": true, "water_depth": "3.4 m", "tools": ["almanac", "watch"] },
    "images": [{ "src": "/img/boat.jpg", "alt": "A boat" }],
    "similar": [{ "url": "/notes/lead-line", "title": "Sounding with a lead line" }]
}</script>"#;

fn of_language(language: &str) -> Vec<Snippet> {
    let all = snippets(Path::new(env!("CARGO_MANIFEST_DIR")));
    all.into_iter().filter(|snippet| snippet.language == language).collect()
}

/// Writes a file that the test's server serves; returns its path there.
fn written(name: &str, text: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/docs");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), text).unwrap();
    format!("/target/docs/{name}")
}

fn page(name: &str, head: &str, body: &str) -> String {
    let text =
        format!("<!doctype html><html lang=en><meta charset=utf-8><title>{name}</title>{head}<main>{body}</main>");
    written(&format!("{name}.html"), &text)
}

/// What the reader of the docs puts in place of the words that stand for it.
fn filled_in(html: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg/integrity.json");
    let hashes: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut parts = html.split("sha384-…");
    let mut text = parts.next().unwrap().to_string();
    for part in parts {
        let file = text.rsplit("/backmatter/").next().unwrap().split('"').next().unwrap();
        text = format!("{text}{}{part}", hashes[file].as_str().unwrap());
    }
    let ahead = r#"{ "title": "Ebbe um fünf" }"#;
    let german = backmatter::json::read(r#"{ "lang": "de" }"#).unwrap().value;
    let html = backmatter::render_ahead(ahead, &german, backmatter::NATIVE).unwrap().html;
    text.replace("<!-- what `backmatter render --lang de` has written -->", &html)
}

const STATES: &str = "
    const elements = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('backmatter-'));
    for (const element of elements) await until(() => element.state === 'ready');
    const failed = performance.getEntriesByType('resource').filter(({ name, responseStatus }) => responseStatus >= 400 && name.includes('/backmatter/'));
    return [elements.length > 0, document.querySelectorAll('.bm-article-body, .bm-title').length > 0, failed.map(({ name }) => name)]";

/// Each is put on a page with what it leaves out, a script or a post; all is loaded, and a post is shown.
#[test]
fn the_html_of_the_docs_shows_posts() {
    let found = of_language("html");
    assert!(found.len() > 9, "{}", found.len());
    for (index, Snippet { page: of, heading, text, .. }) in found.into_iter().enumerate() {
        println!("{of}, {heading}");
        let post =
            if text.contains("<backmatter-") { "" } else { &format!("<backmatter-post>{POST}</backmatter-post>") };
        let define = "<script type=module>import 'backmatter/define'</script>";
        let script = match text.as_str() {
            map if map.contains("\"imports\"") => define,
            whole if whole.contains("embed.js") => "",
            _ => EMBED,
        };
        let path = page(&format!("html-{index}"), "", &format!("{}{post}{script}", filled_in(&text)));
        on(&path, |page| async move {
            page.gives(STATES, json!([true, true, []])).await;
        });
    }
}

/// What an element and its parts look like, as far as custom properties change it.
const LOOK: &str = "
    const post = document.querySelector('backmatter-post');
    const styles = (part, pseudo) => {
      const { borderRadius, maxInlineSize, outlineColor, borderColor, backgroundColor } = getComputedStyle(part, pseudo);
      return [borderRadius, maxInlineSize, outlineColor, borderColor, backgroundColor];
    };
    const look = () => JSON.stringify([...post.querySelectorAll('*')].map((part) => [styles(part), styles(part, '::after')]));";

/// Each declaration alone changes the look of a post.
#[test]
fn the_css_of_the_docs_changes_the_look() {
    let found = of_language("css");
    assert!(found.len() > 1, "{}", found.len());
    let path = page("css", EMBED, &format!("<backmatter-post>{POST}</backmatter-post>"));
    on(&path, |page| async move {
        page.run("await shown(document.querySelector('backmatter-post'))").await;
        for Snippet { page: of, text, .. } in found {
            let (selector, rest) = text.split_once('{').unwrap();
            for line in rest.lines().filter(|line| line.trim_start().starts_with("--")) {
                println!("{of}: {line}");
                let style = json!(format!("{selector}{{{}}}", line.split("/*").next().unwrap()));
                page.holds(&format!(
                    "{LOOK} document.querySelector('summary, button').focus({{ focusVisible: true }});
                     const before = look(), sheet = document.head.appendChild(Object.assign(document.createElement('style'), {{ textContent: {style} }}));
                     const after = look(); sheet.remove(); return before !== after"
                ))
                .await;
            }
        }
    });
}

/// A script for a page: what the text around it has done before, and what holds after it, in its own scope.
struct Script {
    page: &'static str,
    heading: &'static str,
    before: &'static str,
    holds: &'static str,
}

const SCRIPTS: [Script; 14] = [
    Script {
        page: "README.md",
        heading: "Install",
        before: "",
        holds: "Boolean(customElements.get('backmatter-post'))",
    },
    Script {
        page: "README.md",
        heading: "From JavaScript",
        before: "",
        holds: "document.querySelector('#post .bm-title').textContent === 'High water'",
    },
    Script {
        page: "bundlers.md",
        heading: "Bundlers",
        before: "",
        holds: "Boolean(customElements.get('backmatter-post')) && typeof mount === 'function'",
    },
    Script {
        page: "bundlers.md",
        heading: "Where the wasm files go",
        before: "",
        holds: "until(() => element.state === 'ready' && performance.getEntriesByName(`${location.origin}/late/pkg/first_bg.wasm`).length === 1)",
    },
    Script {
        page: "csp-and-security.md",
        heading: "The script child",
        before: "window.post = { title: '</script>' }",
        holds: "!text.includes('<') && JSON.parse(text).title === post.title",
    },
    Script {
        page: "csp-and-security.md",
        heading: "JSON-LD",
        before: "window.handle = await mount('#post', { title: '</script>', body: 'Words.' })",
        holds: "JSON.parse(document.head.querySelector('[type=\"application/ld+json\"]').textContent).headline === '</script>'",
    },
    Script {
        page: "elements.md",
        heading: "Events",
        before: "console.log = (...said) => { window.said = said.length; }; define()",
        holds: "(document.body.append(Object.assign(document.createElement('backmatter-post'), { post: 'Words.' })), until(() => window.said === 2))",
    },
    Script {
        page: "elements.md",
        heading: "Functions",
        before: "",
        holds: "[mount, ready, start, readyFormats, readyRelated, detect, normalize, define].every((given) => typeof given === 'function')",
    },
    Script {
        page: "elements.md",
        heading: "mount",
        before: "",
        holds: "handle.element.querySelector('h3').textContent === 'Low water'",
    },
    Script {
        page: "elements.md",
        heading: "Labels",
        before: "define(); await until(() => window.element.state === 'ready')",
        holds: "until(() => element.textContent.includes('Weiterlesen') && element.textContent.includes('3 Angaben'))",
    },
    Script {
        page: "formats.md",
        heading: "In JavaScript",
        before: "window.response = { title: { rendered: 'Low water' }, content: { rendered: '<p>Five.</p>' } }",
        holds: "post.title === 'Low water' && report.format === 'wordpress' && mapped.length > 0 && posts === 1",
    },
    Script {
        page: "images-and-credits.md",
        heading: "The lightbox",
        before: "window.openMyLightbox = (src, index) => { window.opened = [src, index]; }; define(); await until(() => window.element.querySelector('[data-bm-image]'))",
        holds: "(element.querySelector('[data-bm-image]').click(), until(() => window.opened && opened[0].endsWith('/img/boat.jpg') && opened[1] === 0 && !document.querySelector('dialog[open]')))",
    },
    Script {
        page: "meta-box.md",
        heading: "Hints",
        before: "define(); await until(() => window.element.state === 'ready')",
        holds: "(element.querySelector('.bm-post-meta-summary').click(), until(() => ['Access', 'members', 'Gear'].every((word) => element.textContent.includes(word))))",
    },
    Script {
        page: "similar-posts.md",
        heading: "Links",
        before: "window.router = { go(url) { window.gone = url; } }; define(); await until(() => window.element.querySelector('.bm-card a'))",
        holds: "(element.querySelector('.bm-card a').click(), window.gone.endsWith('/notes/lead-line'))",
    },
];

/// Whether a page alone runs a script: the others are for a server, a bundler or a framework.
fn is_for_a_page(Snippet { page, text, .. }: &Snippet) -> bool {
    let is_of_a_tool = ["frameworks.md", "static-sites.md"].contains(&page.as_str());
    !is_of_a_tool && !text.contains("backmatter/render") && !text.contains(".css\"")
}

#[test]
fn the_scripts_of_the_docs_do_what_they_say() {
    let map = r#"<script type=importmap>{ "imports": { "backmatter": "/pkg/index.js", "backmatter/define": "/pkg/define.js", "backmatter/formats": "/pkg/normalize.js" } }</script>"#;
    let place = format!("<backmatter-post>{POST}</backmatter-post><div id=post></div>");
    let path = page("scripts", map, &place);
    for (index, snippet) in of_language("js").into_iter().filter(is_for_a_page).enumerate() {
        let Snippet { page: of, heading, text, .. } = snippet;
        println!("{of}, {heading}");
        let script = SCRIPTS.iter().find(|script| script.page == of && script.heading == heading);
        let Script { before, holds, .. } = script.unwrap_or_else(|| panic!("{of}, {heading}: no expectation"));
        let text = text.replace("https://files.example/", "/late/pkg/");
        let module = written(&format!("{index}.js"), &format!("{text}\nexport const holds = async () => {holds};\n"));
        on(&path, |page: Page| async move {
            page.holds(&format!(
                "Object.assign(window, await import('backmatter'), {{ until, element: document.querySelector('backmatter-post') }});
                 {before};
                 const {{ holds }} = await import('{module}');
                 return Boolean(await holds())"
            ))
            .await;
        });
    }
}
