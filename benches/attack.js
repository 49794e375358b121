// Inputs that cost more than they look, each as a function of its size: for `cargo xtask bench --attack`.

import { painted } from "./page.js";

const times = (count, of) => Array.from({ length: count }, (_, at) => of(at));
const post = (fields) => JSON.stringify({ title: "T", ...fields });
const paragraph = (text) => post({ body: [{ type: "paragraph", text }] });
const html = (html) => post({ body: [{ type: "html", html }] });
const field = (value) => post({ body: "Words.", meta: { field: value } });

/** Name, the smallest size, the JSON text of a size. */
const ATTACKS = [
  ["brackets in a text", 25_000, (n) => paragraph("[".repeat(n))],
  ["links that begin", 10_000, (n) => paragraph('[a "'.repeat(n))],
  ["shortcodes that begin", 10_000, (n) => html(`<p>${"[vc_".repeat(n)}`)],
  ["stars and underlines", 25_000, (n) => paragraph("*_".repeat(n))],
  ["backticks of every length", 2_000, (n) => paragraph(times(n, (at) => "`".repeat(at % 50)).join(" "))],
  ["words without spaces", 100_000, (n) => paragraph("a".repeat(n))],
  ["paragraphs", 1_000, (n) => post({ body: times(n, (at) => ({ type: "paragraph", text: `Words ${at}.` })) })],
  ["headings of one name", 1_000, (n) => post({ body: times(n, () => ({ type: "heading", text: "Same" })) })],
  ["open elements", 5_000, (n) => html("<div>".repeat(n) + "x")],
  ["open formatting elements", 2_000, (n) => html("<p><b><i><a href=/x>".repeat(n))],
  ["references without an end", 25_000, (n) => html(`<p>${"&amp".repeat(n)}`)],
  ["targets and links", 1_000, (n) => html(times(n, (at) => `<p id=a${at}><a href=#a${n - at - 1}>to</a>`).join(""))],
  ["columns of a table", 200, (n) => html(`<table><tr>${times(n, (at) => `<td>${at}`).join("")}</table>`)],
  ["rows of a table", 1_000, (n) => html(`<table>${times(n, (at) => `<tr><td>${at}<td>b`).join("")}</table>`)],
  ["items of a list", 2_000, (n) => html(`<ul>${"<li>one".repeat(n)}</ul>`)],
  ["addresses that are masked", 2_000, (n) => field(times(n, (at) => `10.0.${at % 250}.7`).join(" "))],
  ["secrets in a text", 1_000, (n) => field(times(n, (at) => `password=hunter${at}`).join(" "))],
  ["PHP in a text", 2_000, (n) => field(`a:${n}:{${times(n, (at) => `i:${at};s:1:"v";`).join("")}}`)],
  ["JSON in a text", 1_000, (n) => field(JSON.stringify(times(n, (at) => ({ id: at, name: `n${at}` }))))],
  ["records", 2_000, (n) => field(times(n, (at) => ({ id: at, name: `n${at}`, day: "2024-05-01" })))],
  ["fields", 2_000, (n) => post({ body: "Words.", meta: Object.fromEntries(times(n, (at) => [`field_${at}`, at])) })],
  ["values of a list", 10_000, (n) => field(times(n, (at) => `value ${at}`))],
  ["authors", 1_000, (n) => post({ body: "Words.", authors: times(n, (at) => `Ines ${at}`) })],
  ["tags", 1_000, (n) => post({ body: "Words.", tags: times(n, (at) => `tag ${at}`) })],
  ["credits of images", 250, (n) => post({ images: times(n, (at) => ({ src: `/i${at}.png`, credit: `Photo by A${at} on Unsplash / CC BY 4.0` })) })],
  ["one long credit", 5_000, (n) => post({ images: [{ src: "/a.png", credit: "Photo by A / B via C, ".repeat(n) }] })],
  ["similar posts", 500, (n) => post({ similar: times(n, (at) => ({ title: `Post ${at}`, url: `/p/${at}` })) })],
  ["candidates", 500, (n) => post({ body: "Tides and harbours.", candidates: times(n, (at) => ({ title: `Tides ${at}`, url: `/p/${at}`, tags: [`t${at % 9}`] })) })],
  ["notices", 2_000, (n) => post({ body: times(n, () => ({ type: "nothing" })) })],
];

/** Milliseconds of a post of this size, all of it built and laid out: the least of three. */
async function whole(mount, text) {
  let least = Infinity;
  for (let turn = 0; turn < 3; turn++) {
    const target = document.body.appendChild(document.createElement("div"));
    await painted();
    const start = performance.now();
    const shown = await mount(target, text, { metaOpen: true });
    await painted();
    least = Math.min(least, performance.now() - start);
    shown.unmount();
    target.remove();
  }
  return least;
}

/** As a page shows a post: to the first paint, and the longest task behind it, the box opened by the reader. */
async function inParts(mount, text) {
  const target = document.body.appendChild(document.createElement("div"));
  await painted();
  const start = performance.now();
  const shown = await mount(target, text);
  await painted();
  const first = performance.now() - start;
  const tasks = [], observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: "longtask" });
  await new Promise((resolve) => setTimeout(resolve, 600));
  target.querySelector("summary")?.click();
  await new Promise((resolve) => setTimeout(resolve, 1_400));
  observer.disconnect();
  shown.unmount();
  target.remove();
  return { first, longest: Math.max(0, ...tasks.map(({ duration }) => duration)) };
}

/** `{ name, size, times: [t(n), t(2n), t(4n)], first, longest }`, the last two for 4n, of each attack whose name has this text. */
export async function attacks(part) {
  const { mount, ready } = await import("/pkg/index.js");
  await ready();
  const found = [];
  for (const [name, size, of] of ATTACKS.filter(([name]) => name.includes(part))) {
    const texts = [size, 2 * size, 4 * size].map(of), all = [];
    for (const text of texts) all.push(await whole(mount, text));
    found.push({ name, size, times: all, ...await inParts(mount, texts[2]) });
  }
  return found;
}
