// Every script in the documentation is valid JavaScript, and the package has the exports that it imports.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";

const root = process.env.BACKMATTER_ROOT;
const docs = (await readdir(`${root}/docs`)).filter((name) => name.endsWith(".md")).map((name) => `${root}/docs/${name}`);
let count = 0;
for (const page of [`${root}/README.md`, ...docs]) {
  const text = await readFile(page, "utf8");
  for (const [, script] of text.matchAll(/^```js\n(.*?)^```$/gms)) {
    try {
      execFileSync("node", ["--input-type=module", "--check"], { input: script, stdio: ["pipe", "ignore", "pipe"] });
    } catch ({ stderr }) {
      assert.fail(`${page}:\n${script}\n${stderr}`);
    }
    for (const [, names, from] of script.matchAll(/import \{([^}]*)\} from "(backmatter[^"]*)"/g)) {
      const there = await import(from);
      for (const name of names.split(",").map((name) => name.trim().split(" ")[0])) {
        if (name && name !== "type") assert.ok(name in there, `${page}: ${from} has no ${name}`);
      }
    }
    count++;
  }
}
assert.ok(count > 20, `${count} scripts`);
console.log(`${count} scripts of the documentation`);
