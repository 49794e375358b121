// Long HTML, read in parts before the post that has it: between them the page answers its reader.

import { Tokens } from "./inert.js";
import { pause } from "./pause.js";
import { trustedPolicy } from "./trusted.js";

/** Nodes that are read in one go. */
const PART = 4_000;

/** A program keeps what it has read until the post is read, so one post waits for the other. */
let last = Promise.resolve();

/** Has `program` read the HTML of a post that has `least` bytes, then does `work`, which reads the post. Resolves after a pause. */
export function inParts(program, text, options, least, work) {
  const done = last.then(() => readLong(program, text, options, least)).catch(() => {}).then(work);
  last = done.then(pause, () => {});
  return last.then(() => done);
}

/** What goes wrong here goes wrong again where the post is read, and is said there. */
async function readLong(program, text, options, least) {
  for (const [place, html] of program.call("long_html", text, options, least).entries()) {
    await pause();
    const tokens = Tokens.of(html, trustedPolicy());
    if (!tokens) return;
    do {
      await pause();
      program.call("take_tokens", place, tokens.part(PART));
    } while (!tokens.areRead);
    do await pause(); while (program.call("build_html", place));
  }
}
