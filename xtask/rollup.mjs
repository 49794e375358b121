// The scripts of a page. A page may load each file without the others; code that several need is in a file that all of
// them load.

import { basename, resolve } from "node:path";

const { GLUE: glue, SOURCES: sources, BUNDLED: bundled } = process.env;
const source = (path) => resolve(sources, path);

/** Names with `#` resolve to generated files. */
const made = { name: "made", resolveId: (id) => (id.startsWith("#") ? resolve(glue, `${id.slice(1)}.js`) : null) };

/** How long each source is in each script, for `cargo xtask weigh`. */
const account = {
  name: "account",
  generateBundle(_, scripts) {
    const lengths = ({ modules }) => Object.fromEntries(Object.entries(modules).map(([path, { renderedLength }]) => [basename(path), renderedLength]));
    const source = JSON.stringify(Object.fromEntries(Object.entries(scripts).map(([name, script]) => [name, lengths(script)])));
    this.emitFile({ type: "asset", fileName: "lengths.json", source });
  },
};

export default {
  input: {
    embed: source("embed/embed.js"),
    define: source("embed/define.js"),
    elements: source("embed/elements.js"),
    ahead: source("embed/ahead.js"),
    index: source("embed/index.js"),
    programs: source("embed/programs.js"),
    widget: source("embed/live.js"),
  },
  external: ["./css.js", "./box_css.js", "./formats.js", "./related.js", /^\.\/labels\./],
  plugins: [made, account],
  preserveEntrySignatures: "allow-extension",
  output: {
    dir: bundled,
    format: "es",
    manualChunks: {
      // Loaded with every other script.
      elements: ["elements", "errors", "fallback", "fetching", "notices", "styles"].map((name) => source(`embed/${name}.js`)).concat(source("components/article_body.js")),
      // Used by `first` and `widget` for drawing.
      shared: ["paint/paint.js", "labels/intl.js", "embed/pause.js", "embed/trusted.js"].map(source),
    },
    chunkFileNames: "[name].js",
    // Otherwise a page's addition to `Object.prototype` would become part of a property descriptor.
    generatedCode: { symbols: false },
  },
};
