// Candidates of a post, and the program that makes cards of the best.

import { convertedList } from "./conversion.js";
import { InputError } from "./errors.js";
import { fetchedText } from "./fetching.js";
import { pageBase } from "./input.js";
import { pause } from "./pause.js";
import { shortened } from "./notices.js";
import { ranker, readyRelated } from "./runtime.js";

/** The address of a list, and any candidates, in the text of a post. */
const ADDRESS = /"(?:similar|candidates)"\s*:\s*"/i;
const CANDIDATES = /"candidates"\s*:/i;

/** May the post have candidates that are not ranked yet, or the address of cards? */
export const isIncomplete = ({ text, isCompleted }) => !isCompleted && (CANDIDATES.test(text) || ADDRESS.test(text));

/** How long a list may take to load, in milliseconds, and the longest one, in characters. */
const PATIENCE = 10_000;
const LIST_LIMIT = 4_000_000;

/** The program works on one post at a time. */
let last = Promise.resolve();

function inTurn(work) {
  const done = last.then(work);
  last = done.catch(() => {});
  return done;
}

/**
 * The same post with cards in the place of its candidates. Where what ranks them cannot be loaded, or fails, the post is given
 * back without cards for them.
 * @param {() => boolean} isWanted false once nobody waits for it: then it is given back as it is
 */
export const completed = (given, isWanted) => ranked(given, isWanted).catch(({ message }) => ({
  ...given, notices: given.notices.concat(unranked("candidates", message)), isCompleted: true,
}));

async function ranked(given, isWanted) {
  await readyRelated();
  const begin = () => ranker.call("begin", given.text, given.options);
  // A list that is slow to come must not keep other posts waiting.
  const lists = ADDRESS.test(given.text) ? await Promise.all((await inTurn(begin)).map((list) => fetched(list, given.options))) : [];
  return inTurn(async () => {
    if (!isWanted()) return given;
    begin();
    const told = lists.flatMap(taken);
    do {
      await pause();
      if (!isWanted()) return given;
    } while (ranker.call("go_on"));
    const { text, notices } = ranker.call("finish");
    return { ...given, text, notices: given.notices.concat(told, notices), isCompleted: true };
  });
}

/** The list of cards at an address, in the native format, or why there is none. */
async function fetched([name, address], options) {
  try {
    const { href, origin } = new URL(address, pageBase());
    // Who writes the post must not make pages ask other servers, nor by a redirect.
    if (origin !== location.origin) throw new InputError("fetch-failed", `${href} is on another origin`);
    const text = await fetchedText(href, { signal: AbortSignal.timeout(PATIENCE), redirect: "error", limit: LIST_LIMIT });
    if (!ranker.call("is_foreign", text)) return { name, list: text, notices: [] };
    const { text: list, notices } = await convertedList(text, name, options);
    return { name, list, notices };
  } catch ({ message }) {
    return { name, why: message };
  }
}

/** Hands a list to the program. Returns notices about the list, or about why there is none. */
function taken({ name, list, notices, why }) {
  if (why !== undefined) return [unranked(name, why)];
  try {
    ranker.call("take", name, list);
    return notices;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [unranked(name, error.message)];
  }
}

const unranked = (where, why) => ({ code: "candidates-unranked", where, what: "cards are not shown", why: shortened(why) });
