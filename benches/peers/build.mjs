// Bundles every peer as a site would ship it: `node build.mjs OUT`.

import { transformAsync } from "@babel/core";
import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import { compile, compileModule } from "svelte/compiler";

const out = process.argv[2];
const shared = { bundle: true, format: "esm", minify: true, target: "es2022", charset: "utf8", outdir: out, legalComments: "none", define: { "process.env.NODE_ENV": '"production"' } };

/** JSX as Solid compiles it. */
const solid = {
  name: "solid",
  setup({ onLoad }) {
    onLoad({ filter: /\.jsx$/ }, async ({ path }) => {
      const { code } = await transformAsync(await readFile(path, "utf8"), { filename: path, presets: [["babel-preset-solid", { generate: "dom" }]] });
      return { contents: code, loader: "js" };
    });
  },
};

const svelte = {
  name: "svelte",
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => ({ contents: compile(await readFile(path, "utf8"), { filename: path, generate: "client", css: "external", dev: false }).js.code, loader: "js" }));
    onLoad({ filter: /\.svelte\.js$/ }, async ({ path }) => ({ contents: compileModule(await readFile(path, "utf8"), { filename: path, generate: "client", dev: false }).js.code, loader: "js" }));
  },
};

const one = (name, more = {}) => build({ ...shared, ...more, entryPoints: { [name]: `${name}.js` } });
const conditions = ["browser", "production", "import"];

await Promise.all([
  one("html"), one("element"), one("lit", { conditions }),
  one("preact", { jsx: "automatic", jsxImportSource: "preact" }),
  one("stack", { jsx: "automatic", jsxImportSource: "preact" }),
  one("react", { jsx: "automatic", jsxImportSource: "react" }),
  build({ ...shared, entryPoints: { solid: "solid.jsx" }, plugins: [solid], conditions }),
  build({ ...shared, entryPoints: { svelte: "svelte.svelte.js" }, plugins: [svelte], conditions: ["svelte", ...conditions] }),
  build({ ...shared, entryPoints: { backmatter: "backmatter.js" }, external: ["/pkg/index.js"] }),
]);
