// The one script tag, for pages without a bundler; `define.js` is for bundlers. Only these two modules act when they are loaded.

// Posts that were rendered ahead load nothing until something needs it.
const isAhead = document.querySelector("[data-bm-fingerprint]") || [...document.querySelectorAll("[shadow]")].some((post) => post.shadowRoot);

if (!isAhead) {
  // The wasm and its JavaScript are fetched in parallel. The elements report a failure; the `catch` here only prevents a second
  // report.
  const wasm = typeof WebAssembly === "object" ? fetch(new URL("./first_bg.wasm", import.meta.url)) : undefined;
  wasm?.catch(() => {});
  import("./programs.js").then(({ start }) => start({ wasm })).catch(() => {});
  import("../paint/paint.js").catch(() => {});
}

if (!document.querySelector('link[rel~="stylesheet"]:is([href*="backmatter.css"], [href*="backmatter.all.css"])')) {
  // First, so that the host's own rules come later and win.
  const { href } = new URL("./backmatter.css", import.meta.url);
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  // A CSP may refuse it: then the elements see that the stylesheet is missing.
  link.addEventListener("error", () => link.remove());
  document.head.prepend(link);
}

const { define } = await import("./elements.js");
define();
