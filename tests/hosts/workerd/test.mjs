import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { Miniflare } from "miniflare";

const wasm = await readFile("node_modules/backmatter/render_bg.wasm");
const worker = new Miniflare({
  compatibilityDate: "2025-10-01",
  modules: [
    { type: "ESModule", path: "worker.js", contents: await readFile("worker.js", "utf8") },
    { type: "CompiledWasm", path: "render_bg.wasm", contents: wasm },
  ],
});
try {
  const text = await (await worker.dispatchFetch("http://localhost/")).text();
  assert.match(text, /^<article data-bm-fingerprint="[^"]+" class="bm-post".*The ferry at dawn.*Low water & high$/s);
  console.log("rendered");
} finally {
  await worker.dispose();
}
