// What reads other formats than the native one: the program `formats`. It is loaded for an input that is in one of them.

export { default as init } from "#formats";
export * from "#formats";
export { inParts } from "./long_html.js";
export { takePolicy } from "./trusted.js";
