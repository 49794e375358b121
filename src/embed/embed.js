// The one script tag. The only file of the package that acts when it is loaded.

const here = (file) => new URL(file, import.meta.url).href;

// The wasm and the code that needs it are fetched side by side.
const wasm = typeof WebAssembly === "object" ? fetch(here("backmatter_bg.wasm")) : undefined;
// `start` reports a failure; here it is only kept from being reported twice.
wasm?.catch(() => {});

if (!document.querySelector('link[rel~="stylesheet"][href*="backmatter.css"]')) {
  // First, so that the host's own rules come later and win.
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: here("backmatter.css") });
  document.head.prepend(link);
}

const { define, start } = await import(here("index.js"));
start({ wasm }).catch(() => {});
define();
