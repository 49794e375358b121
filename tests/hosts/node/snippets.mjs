// Every script in the documentation is valid JavaScript, and the package has the exports that it imports. Those for Node
// are run.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";

const root = process.env.BACKMATTER_ROOT;
const docs = (await readdir(`${root}/docs`)).filter((name) => name.endsWith(".md")).map((name) => `${root}/docs/${name}`);

// What a script has in hand, and what holds after it, in its own scope.
const RUN = {
  "rendering-ahead.md": {
    holds: "element.includes('Low water') && element.includes('lang=\"en\"') && report.notices.length === 0",
  },
  "similar-posts.md": {
    before: () => writeFile("posts.json", JSON.stringify([{ id: "lead-line", title: "Lead line" }, { id: "log", title: "The log" }])),
    holds: "similar[0].title === 'The log'",
  },
  "static-sites.md": {
    before: () => { globalThis.page = '<backmatter-post><script type="application/json">{ "title": "Low water" }</script></backmatter-post>'; },
    holds: "html.includes('<article') && reports.length === 1 && failures.length === 0",
  },
  "formats.md": {
    before: () => { globalThis.response = { title: { rendered: "Low water" }, content: { rendered: "<p>Five.</p>" } }; },
    holds: "post.title === 'Low water' && report.format === 'wordpress'",
  },
};

// Those for Workers and for Eleventy are files of their host applications.
const isForNode = (script) => /backmatter\/(render|formats)"/.test(script) && !script.includes("export default");

let count = 0;
const ran = new Set();
await mkdir("snippets", { recursive: true });
for (const page of [`${root}/README.md`, ...docs]) {
  const name = page.split("/").pop();
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
    if (isForNode(script) && name !== "frameworks.md") {
      const { before, holds } = RUN[name];
      await before?.();
      await writeFile(`snippets/${count}.mjs`, `${script}\nexport const holds = ${holds};\n`);
      assert.ok((await import(`${process.cwd()}/snippets/${count}.mjs`)).holds, `${page}: not ${holds}`);
      ran.add(name);
    }
    count++;
  }
}
assert.deepEqual([...ran].sort(), Object.keys(RUN).sort());
assert.ok(count > 20, `${count} scripts`);
console.log(`${count} scripts of the documentation`);
