// Candidates of a post, and the program that makes cards of the best.

import { InputError } from "./errors.js";
import { fetchedText } from "./fetching.js";
import { pause } from "./pause.js";
import { shortened } from "./notices.js";
import { ranker, readyRelated } from "./runtime.js";

/** May the post have candidates that are not ranked yet, or the address of cards? Their name may be written in several ways. */
export const isIncomplete = ({ text, isCompleted }) => !isCompleted && /candidates|"similar"\s*:\s*"/i.test(text);

/** How long a list may take to load, in milliseconds. */
const PATIENCE = 10_000;

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
  const lists = ranker.call("begin", given.text, given.options);
  const missing = (await Promise.all(lists.map(fetched))).filter(Boolean);
  do await pause(); while (ranker.call("go_on"));
  const { text, notices } = ranker.call("finish");
  return { ...given, text, notices: given.notices.concat(missing, notices), isCompleted: true };
}

/** Fetches a list of cards that a post names by its address. Returns a notice where there is none. */
async function fetched([name, address]) {
  try {
    const { href, origin } = new URL(address, document.baseURI);
    // Who writes the post must not make pages ask other servers.
    if (origin !== location.origin) throw new InputError("fetch-failed", `${href} is on another origin`);
    ranker.call("take", name, await fetchedText(href, AbortSignal.timeout(PATIENCE)));
  } catch ({ message }) {
    return unranked(name, message);
  }
}

const without = (given, why) => ({ ...given, notices: given.notices.concat(unranked("candidates", why)), isCompleted: true });

const unranked = (where, why) => ({ code: "candidates-unranked", where, what: "cards are not shown", why: shortened(why) });
