// What a host gives → JSON text. Text goes through as it is; the lazy half copies values.

const CHARACTERS = 16_000_000;

/** Something that cannot be shown at all; `code` is one of the contract's. */
export class InputError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

let copy = (value) => {
  // Without the lazy half: what an element's attributes say is there, and nothing that a host could have nested in it.
  if (isFlat(value)) return { text: JSON.stringify(value), notices: [] };
  throw new InputError("fetch-failed", "the part of Backmatter that copies JavaScript values could not be loaded");
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

/** Is it an object that holds texts and flags alone? */
const isFlat = (value) => Object.values(value).every((held) => /^(string|boolean|undefined)$/.test(typeof held));

/** May the eager half show this alone? HTML and a ranking need the lazy one. Letters may be written as escapes. */
export const isPlain = (post, options = {}) => typeof post === "string" && isFlat(options) && !/"\s*(html|candidates)\s*"|\\u00[67]/i.test(post);
