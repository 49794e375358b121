// Why there is no post.

/** Something that cannot be shown at all; `code` is one of the contract's. */
export class InputError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** Why there is no widget; `reason` is one of the contract's. */
export class FallbackError extends Error {
  constructor(reason, message, cause) {
    super(message, { cause });
    this.reason = reason;
  }
}

/** A file of the package that is missing; where engines remember that, only a reload asks for it again. */
export const lost = (file) => (error) => {
  throw new FallbackError("load-failed", `${file} of backmatter could not be loaded. Reload the page, or see docs/bundlers.md`, error);
};

/** How long a file is not asked for again by itself after a failure, in milliseconds. */
export const PATIENCE = 30_000;

/** What was thrown, in words; a host may throw anything, and even its words may throw. */
export function wordsOf(thrown) {
  try {
    return String(thrown?.message ?? thrown).slice(0, 200);
  } catch {
    return "something";
  }
}
