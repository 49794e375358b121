// The code that shows posts: the programs and the widget. A page with posts that were rendered ahead loads it only when it is
// needed.

export { textOf } from "./input.js";
export { converter, keeper, ready, readyFormats, readyRelated, start } from "./runtime.js";
export { Widget } from "./widget.js";
