// Long work is done in parts.

/** Lets the page do what waits. */
export const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));
