// JSON from an address.

import { InputError, wordsOf } from "./errors.js";

/** The longest text, in characters. */
export const SRC_LIMIT = 64_000_000;

/**
 * The text at an address. Rejects with an `InputError`, or, once `signal` is aborted, with what the browser says.
 * @param {RequestInit} how with a `signal`; `limit` is in characters
 */
export async function fetchedText(src, { isHtml, limit = SRC_LIMIT, ...how }) {
  const { signal } = how;
  const failed = (error) => {
    throw signal.aborted ? error : new InputError("fetch-failed", `${src} could not be fetched: ${wordsOf(error)}`);
  };
  // A host may have put a function of its own in the place of this one.
  const response = await (async () => fetch(src, how))().catch(failed);
  if (!response.ok) throw new InputError("fetch-failed", `${src} answered ${response.status}`);
  const text = await response.text().catch(failed);
  if (text.length > limit) throw new InputError("too-large", `${src} is longer than ${limit / 1_000_000} million characters`);
  if (!isHtml && /^\s*</.test(text)) throw new InputError("fetch-failed", `${src} answered with a web page, not with JSON`);
  return text;
}
