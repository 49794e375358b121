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

/** What was thrown, in words; a host may throw anything, and even its words may throw. */
export function wordsOf(thrown) {
  try {
    return String(thrown?.message ?? thrown).slice(0, 200);
  } catch {
    return "something";
  }
}
