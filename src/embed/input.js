// What a host gives → JSON text. Text goes through as it is; the lazy half copies values.

const CHARACTERS = 16_000_000;

/** Something that cannot be shown at all; `code` is one of the contract's. */
export class InputError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

// Until the lazy half brings its copier, which bears far more: what this cannot copy is refused whole.
let copy = (value) => {
  let text;
  try { text = JSON.stringify(value); } catch { /* a cycle, a getter that throws, a number past 53 bits */ }
  if (text === undefined) throw new InputError("not-a-post", "the value could not be copied");
  return { text, notices: [] };
};

/** Tells who copies values from now on. */
export function copyWith(copier) {
  copy = copier;
}

/** The JSON text of `value`, and what was odd about it. */
export function textOf(value, limit = CHARACTERS) {
  if (typeof value !== "string") return copy(value);
  if (value.length > limit) throw new InputError("too-large", `the input is longer than ${limit / 1e6} million characters`);
  return { text: value, notices: [] };
}

/** Options that only the lazy half reads. */
const LATE = ["labels", "fields", "allow", "remoteImages", "referrerPolicy", "imageHistory", "appName"];

const FLAT = ["string", "boolean", "number", "undefined"];

/** Do these options say nothing but texts and flags? */
const isFlat = (options) => Object.values(options).every((held) => FLAT.includes(typeof held));

/** The JSON text of options. Texts and flags need no careful copy. */
export const optionsText = (options) => (isFlat(options ?? {}) ? JSON.stringify(options ?? {}) : textOf(options).text);

/** May the eager half show this alone? HTML, a ranking and an open meta box need the lazy one. Letters may be written as escapes. */
export const isPlain = (post, options = {}) =>
  typeof post === "string" && isFlat(options) && !LATE.some((name) => name in options) && !options.metaOpen && !/"\s*(html|candidates)\s*"|\\u00[4-7]/i.test(post);

/** Do images of other hosts wait for a click? A word that is none of ours is taken for the careful one. */
export const isWaiting = (options) => (options?.remoteImages ?? "load") !== "load";

/** Options that say which host is the page's own. Where its base is another one, relative addresses lead there, too. */
export function ownHostOf(options) {
  const isMoved = new URL(document.baseURI).host !== location.host;
  const baseUrl = isMoved ? new URL(options.baseUrl ?? "", document.baseURI).href : options.baseUrl;
  return { ...options, baseUrl, ownHost: location.host.replace(/^www\./, "") };
}
