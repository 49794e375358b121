// The functions of servers in Cloudflare Workers, where wasm comes only by an import.

import wasm from "./render_bg.wasm";
import { serving } from "./serving.js";

export const { render, fill, index, normalize, detect } = serving(() => wasm);
