// The one script tag. The only file of the package that acts when it is loaded.

// The wasm, the code that needs it, and what that shares with code that comes later are fetched side by side.
const wasm = typeof WebAssembly === "object" ? fetch(new URL("./first_bg.wasm", import.meta.url)) : undefined;
// `start` reports a failure; here it is only kept from being reported twice.
wasm?.catch(() => {});
import("./shared.js").catch(() => {});

if (!document.querySelector('link[rel~="stylesheet"][href*="backmatter.css"]')) {
  // First, so that the host's own rules come later and win.
  const { href } = new URL("./backmatter.css", import.meta.url);
  document.head.prepend(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}

const { define, start } = await import("./index.js");
start({ wasm }).catch(() => {});
define();
