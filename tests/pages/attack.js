// Hostile texts through every way into the widget. What runs calls one of the functions that are replaced here.

/** What has run. */
export const ran = [];
for (const name of ["alert", "confirm", "prompt", "print"]) globalThis[name] = () => void ran.push(name);

const FOREIGN = /^https?:\/\/(?!localhost|127\.0\.0\.1)/;

/** A post with `payload` in each of its fields. */
const native = (payload) => ({
  title: payload, subtitle: payload, intro: payload, url: payload, lang: payload, dir: payload, id: payload,
  authors: [payload, { name: payload, url: payload, image: payload }], published: payload, tags: [payload],
  body: [
    payload,
    { type: "html", html: payload },
    { type: "paragraph", text: [payload, { text: payload, href: payload, marks: [payload], lang: payload }] },
    { type: "heading", level: payload, text: payload, id: payload },
    { type: "code", language: payload, text: payload, caption: payload },
    { type: "quote", text: payload, cite: payload, url: payload },
    { type: "list", items: [payload, { text: payload, items: [payload] }], ordered: payload, start: payload },
    { type: "table", head: [payload], rows: [[payload, { text: payload, colspan: payload }]], caption: payload },
    { type: "embed", url: payload, title: payload, provider: payload },
    { type: payload, [payload]: payload },
  ],
  images: [
    { src: payload, srcset: payload, sizes: payload, width: payload, height: payload, alt: payload, caption: payload, href: payload,
      credit: { creator: payload, creator_url: payload, source: payload, source_url: payload, license: payload, license_url: payload }, placeholder: payload },
    payload,
  ],
  meta: { [payload]: payload, link: payload, homepage_url: payload, html: payload, image: { src: payload, alt: payload }, list: [payload, payload],
    rows: [{ a: payload, [payload]: payload }, { a: payload, [payload]: payload }], created_at: payload, serialized: `a:1:{i:0;s:3:"${payload}";}`, json: JSON.stringify([payload]) },
  meta_title: payload,
  similar: [{ title: payload, url: payload, excerpt: payload, image: payload, published: payload, tags: [payload], why: [payload] }],
  candidates: [{ title: payload, url: payload, body: payload, tags: [payload] }],
});

/** The same text as other systems have it. */
const others = (payload) => [
  { id: 7, title: { rendered: payload }, content: { rendered: payload }, excerpt: { rendered: payload }, link: payload,
    _embedded: { author: [{ name: payload, link: payload }], "wp:featuredmedia": [{ source_url: payload, alt_text: payload, caption: { rendered: payload } }] } },
  { version: "https://jsonfeed.org/version/1.1", items: [{ id: payload, url: payload, title: payload, content_html: payload, image: payload, authors: [{ name: payload, url: payload }] }] },
  { time: 1, blocks: [{ type: "paragraph", data: { text: payload } }, { type: "image", data: { file: { url: payload }, caption: payload } }, { type: "raw", data: { html: payload } }], version: "2.30.0" },
  { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: payload, marks: [{ type: "link", attrs: { href: payload } }] }] }, { type: "image", attrs: { src: payload, alt: payload } }] },
  { posts: [{ title: payload, html: payload, feature_image: payload, url: payload, primary_author: { name: payload, url: payload } }] },
  `<p>Words of a page.</p>${payload}<p>More of them.</p>`,
];

const options = (payload) => ({
  lang: payload, dir: payload, theme: payload, align: payload, headingBase: payload, baseUrl: payload, ownHost: payload, referrerPolicy: payload, gallery: payload,
  appName: payload, format: undefined, labels: { gallery: payload, meta_title: payload, similar: payload, copy: payload }, fields: [{ key: "link", label: payload, group: payload, kind: payload }],
  allow: [payload], sections: [payload, "body", "meta", "gallery", "similar"], metaOpen: true, remoteImages: "click",
});

const ATTRIBUTES = ["lang", "dir", "theme", "align", "heading-base", "base-url", "own-host", "gallery", "format", "sections", "meta-open", "remote-images", "referrer-policy", "instance"];

/** What stands in `root` and is in no vocabulary. */
function faults(root, { tags, attributes }) {
  const found = [];
  for (const one of root.querySelectorAll("*")) {
    if (!tags.includes(one.localName) || one.namespaceURI !== "http://www.w3.org/1999/xhtml") found.push(`<${one.localName}>`);
    for (const { name, value } of one.attributes) {
      if (name === "class" ? /(^|\s)(?!bm-)\S/.test(value) : name === "style" ? !/^(--bm-[a-z]+: ?[^;]*;? ?)*$/.test(value) : !attributes.includes(name)) found.push(`${name}="${value}"`);
      if (/^[\s\0-\x20]*(javascript|vbscript|data|file|blob):/i.test(value) && ["href", "src"].includes(name)) found.push(value);
    }
  }
  return found;
}

const settled = () => new Promise((done) => setTimeout(done));

/** Shows each payload in each way; gives what is wrong, which foreign addresses were asked, and whether most posts were shown. */
export async function attack(payloads, vocabulary) {
  const { mount, ready, readyFormats } = await import("/pkg/index.js");
  await import("/pkg/define.js");
  await Promise.all([ready(), readyFormats()]);
  const wrong = [];
  let shown = 0;
  const place = document.getElementById("place") ?? document.body;
  for (const payload of payloads) {
    const root = place.appendChild(document.createElement("div"));
    const look = (way, where) => {
      for (const fault of faults(where, vocabulary)) wrong.push([way, payload, fault]);
      if (ran.splice(0).length) wrong.push([way, payload, "it ran"]);
    };
    const shadow = root.attachShadow({ mode: "open" }), light = place.appendChild(document.createElement("div"));
    for (const [way, target, post, given] of [
      ["native", light, native(payload), { metaOpen: true, remoteImages: "click" }],
      ["options", shadow.appendChild(document.createElement("div")), native("Words"), options(payload)],
      ...others(payload).map((other, index) => [`other ${index}`, light, other, { remoteImages: "click" }]),
    ]) {
      const handle = await mount(target, post, given).catch((error) => { if (!error.code) wrong.push([way, payload, String(error)]); });
      look(way, target);
      shown += handle ? 1 : 0;
      handle?.unmount();
    }
    const element = document.createElement("backmatter-post");
    for (const name of ATTRIBUTES) element.setAttribute(name, payload);
    element.post = { title: "Words", body: ["Words"], meta: { a: 1 } };
    place.append(element);
    await settled();
    if (element.state !== "loading") look("attributes", element.shadowRoot ?? element);
    element.remove();
    root.remove();
    light.remove();
  }
  await new Promise((done) => setTimeout(done, 100));
  if (ran.length) wrong.push(["later", "", ran.length]);
  const foreign = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => FOREIGN.test(name));
  return [wrong.slice(0, 20), [...new Set(foreign)].slice(0, 5), shown > 5 * payloads.length];
}

/** The same payloads as HTML of the page itself: how often something ran. */
export async function control(payloads) {
  const place = document.body.appendChild(document.createElement("div"));
  let count = 0;
  for (const payload of payloads) {
    place.innerHTML = payload;
    // As long as a browser needs to find that an image is missing.
    await new Promise((done) => setTimeout(done, 200));
    count += ran.splice(0).length > 0;
  }
  place.remove();
  return count;
}
