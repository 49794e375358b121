// The functions of servers in Deno and in browsers.

import { serving } from "./serving.js";

export const { render, fill, index, normalize, detect } = serving(() => fetch(new URL("./render_bg.wasm", import.meta.url)));
