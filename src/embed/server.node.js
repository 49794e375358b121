// The functions of servers in Node and compatible runtimes.

import { readFile } from "node:fs/promises";
import { serving } from "./serving.js";

export const { render, fill, index, normalize, detect } = serving(() => readFile(new URL("./render_bg.wasm", import.meta.url)));
