// One post, shown in each of the four ways. The server's HTML is rendered here, before the elements are defined.

import { render } from "../../pkg/server.js";

const base = new URL("../fixtures/", import.meta.url).href;
const json = await (await fetch(new URL("full.json", base))).text();
const ahead = document.getElementById("ahead"), first = document.getElementById("first");
for (const post of [ahead, first]) post.setAttribute("base-url", base);

// The parser of an inert document: nothing in it runs, as in HTML that comes from a server.
const { html } = await render(json, { baseUrl: base, headingBase: 3 });
ahead.append(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
ahead.append(dataOf(json));
first.append(dataOf(json));

await import("../../pkg/embed.js");
const { mount } = await import("../../pkg/index.js");
await mount("#widget", json, { baseUrl: base, headingBase: 3 });

function dataOf(text) {
  return Object.assign(document.createElement("script"), { type: "application/json", textContent: text });
}
