// The package on a server: it is imported, and posts are rendered, converted and detected.
import assert from "node:assert/strict";
import { define, mount } from "backmatter";
import "backmatter/define";
import { detect, normalize } from "backmatter/formats";
import { index, render } from "backmatter/render";
import { post, wordpress } from "./src/post.js";

assert.equal(typeof define, "function");
assert.equal(typeof mount, "function");
const { html, report } = await render(post);
assert.match(html, /^<article data-bm-fingerprint="[^"]+" class="bm-post".*The ferry at dawn.*Ines/s);
assert.equal(report.format, "backmatter/1");
assert.equal((await detect(wordpress)).format, "wordpress");
assert.equal((await normalize(wordpress)).post.title, "Low water & high");
const strips = await index([{ id: "a", title: "Tides at dawn" }, { id: "b", title: "Dawn tides" }, { id: "c", title: "Bread" }]);
assert.deepEqual(strips.get("a").map(({ id }) => id), ["b"]);
assert.deepEqual(strips.get("c").map(({ recent }) => recent), [true, true]);
await assert.rejects(render("{"), { code: "bad-json" });
console.log("rendered, converted, detected");
