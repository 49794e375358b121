// What reads other formats than the native one: the program `formats`. It is loaded for an input that is in one of them.

import init, * as formats from "#formats";

export { formats, init };
export { takePolicy } from "./trusted.js";
