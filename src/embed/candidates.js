// Candidates of a post, and the program that makes cards of the best.

import { pause } from "./pause.js";
import { ranker, readyRelated } from "./runtime.js";

/** May the post have candidates that are not ranked yet? Their name may be written in several ways. */
export const isIncomplete = ({ text, isCompleted }) => !isCompleted && /candidates/i.test(text);

/** The program works on one post at a time. */
let last = Promise.resolve();

/**
 * The same post with cards in the place of its candidates. Where what ranks them cannot be loaded, or fails, the post is given
 * back without cards for them.
 */
export function completed(given) {
  const done = last.then(() => ranked(given)).catch(({ message }) => without(given, message));
  last = done;
  return done;
}

async function ranked(given) {
  await readyRelated();
  ranker.call("begin", given.text, given.options);
  do await pause(); while (ranker.call("go_on"));
  const { text, notices } = ranker.call("finish");
  return { ...given, text, notices: given.notices.concat(notices), isCompleted: true };
}

function without(given, why) {
  const notice = { code: "candidates-unranked", where: "candidates", what: "candidates are not shown", why };
  return { ...given, notices: given.notices.concat(notice), isCompleted: true };
}
