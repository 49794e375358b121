// The one script tag, for pages without a bundler: `define.js` is for the others. Both act when they are loaded; nothing else does.

// What was rendered ahead loads nothing before it is asked for something.
const isAhead = document.querySelector("[data-bm-fingerprint]") || [...document.querySelectorAll("[shadow]")].some((post) => post.shadowRoot);

if (!isAhead) {
  // The wasm and the code that needs it are fetched side by side. A failure is said by the elements; here it is only kept from
  // being reported twice.
  const wasm = typeof WebAssembly === "object" ? fetch(new URL("./first_bg.wasm", import.meta.url)) : undefined;
  wasm?.catch(() => {});
  import("./programs.js").then(({ start }) => start({ wasm })).catch(() => {});
  import("../paint/paint.js").catch(() => {});
}

if (!document.querySelector('link[rel~="stylesheet"]:is([href*="backmatter.css"], [href*="backmatter.all.css"])')) {
  // First, so that the host's own rules come later and win.
  const { href } = new URL("./backmatter.css", import.meta.url);
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  // A policy may refuse it: the elements see then that there is none.
  link.addEventListener("error", () => link.remove());
  document.head.prepend(link);
}

const { define } = await import("./elements.js");
define();
