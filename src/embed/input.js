// What a host gives → JSON text. Text goes through as it is; values are copied.

import { InputError } from "./errors.js";
import { snapshot } from "./snapshot.js";

const CHARACTERS = 16_000_000;

/** The JSON text of `value`, and what was odd about it. */
export function textOf(value, limit = CHARACTERS) {
  if (typeof value !== "string") return { ...snapshot(value), report: undefined };
  if (value.length > limit) throw new InputError("too-large", `the input is longer than ${limit / 1e6} million characters`);
  return { text: value, notices: [], report: undefined };
}

/** Do images of other hosts wait for a click? An unknown value counts as `click`, the safe choice. */
export const hasWish = (options) => (options?.remoteImages ?? "load") !== "load";

/** The JSON text of options. */
export const optionsText = (options) => textOf(hasWish(options) ? withOwnHost(options) : (options ?? {})).text;

/** Options with the page's own host. If the page's base URL has another host, relative addresses lead there. */
function withOwnHost(options) {
  return { ...options, baseUrl: baseOf(options.baseUrl), ownHost: location.host.replace(/^www\./, "") };
}

/** What relative addresses of the page are joined to. Read from an element: a form of this name cannot shadow it there. */
export const pageBase = () => new Image().baseURI;

function baseOf(given) {
  const baseURI = pageBase();
  try {
    return new URL(baseURI).host === location.host ? given : new URL(given ?? "", baseURI).href;
  } catch {
    return given;
  }
}
