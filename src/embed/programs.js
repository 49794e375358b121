// What shows posts: the programs, and the widget that has them do it. A page with posts that were rendered ahead loads it when
// something is asked for that needs it.

export { textOf } from "./input.js";
export { converter, keeper, ready, readyFormats, start } from "./runtime.js";
export { Widget } from "./widget.js";
