// What a host gives → JSON text. Text goes through as it is; values are copied.

import { InputError } from "./input_error.js";
import { snapshot } from "./snapshot.js";

const CHARACTERS = 16_000_000;

/** The JSON text of `value`, and what was odd about it. */
export function textOf(value, limit = CHARACTERS) {
  if (typeof value !== "string") return snapshot(value);
  if (value.length > limit) throw new InputError("too-large", `the input is longer than ${limit / 1e6} million characters`);
  return { text: value, notices: [] };
}

/** Do images of other hosts wait for a click? A word that is none of ours is taken for the careful one. */
export const hasWish = (options) => (options?.remoteImages ?? "load") !== "load";

/** The JSON text of options. */
export const optionsText = (options) => textOf(hasWish(options) ? withOwnHost(options) : (options ?? {})).text;

/** Options that say which host is the page's own. Where its base is another one, relative addresses lead there, too. */
function withOwnHost(options) {
  const isMoved = new URL(document.baseURI).host !== location.host;
  const baseUrl = isMoved ? new URL(options.baseUrl ?? "", document.baseURI).href : options.baseUrl;
  return { ...options, baseUrl, ownHost: location.host.replace(/^www\./, "") };
}
