import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { Miniflare } from "miniflare";

const answer = async (script, program) => {
  const worker = new Miniflare({
    compatibilityDate: "2025-10-01",
    modules: [
      { type: "ESModule", path: script, contents: await readFile(script, "utf8") },
      { type: "CompiledWasm", path: program, contents: await readFile(`node_modules/backmatter/${program}`) },
    ],
  });
  try {
    return await (await worker.dispatchFetch("http://localhost/")).text();
  } finally {
    await worker.dispose();
  }
};

// The worker of the documentation, and one that reads another format.
assert.match(await answer("worker.js", "render_bg.wasm"), /^<article data-bm-fingerprint="[^"]+" class="bm-post".*The ferry at dawn/s);
assert.equal(await answer("normalize.js", "render_bg.wasm"), "Low water & high");
console.log("rendered");
