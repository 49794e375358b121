// Why no post is shown: the error classes.

/** The input cannot be shown; `code` is one of the contract's error codes. */
export class InputError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The widget cannot run; `reason` is one of the contract's fallback reasons. */
export class FallbackError extends Error {
  constructor(reason, message, cause) {
    super(message, { cause });
    this.reason = reason;
  }
}

/** The error for a missing file of the package. Some engines cache a failed import: then only a reload fetches it again. */
export const lost = (file) => (error) => {
  throw new FallbackError("load-failed", `${file} of backmatter could not be loaded. Reload the page, or see docs/bundlers.md`, error);
};

/** How long a failed file is not requested again automatically, in milliseconds. */
export const PATIENCE = 30_000;

/** A message for a thrown value; a host may throw anything, and even reading its message may throw. */
export function wordsOf(thrown) {
  try {
    return String(thrown?.message ?? thrown).slice(0, 200);
  } catch {
    return "something";
  }
}
