// The `render` program writes the same HTML as the command line, in several languages.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { render } from "backmatter/render";

const root = process.env.BACKMATTER_ROOT;
const fixtures = [`${root}/tests/fixtures`, `${root}/tests/fixtures/formats`];
let count = 0;
for (const folder of fixtures) {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".json")) continue;
    const text = await readFile(`${folder}/${name}`, "utf8");
    for (const lang of ["en", "de", "ar", "ja"]) {
      const native = execFileSync(`${root}/target/debug/backmatter`, ["render", "--lang", lang], { input: text, encoding: "utf8" });
      const { html } = await render(text, { lang });
      assert.equal(html, native.trimEnd(), `${name} in ${lang}`);
      count++;
    }
  }
}
console.log(`${count} posts are the same`);
