// A panic in the wasm is a trap, and a trap an exception in the JavaScript that called. Whoever calls back into the wasm
// does so through here, so that none is missed.

const listeners = new Set();

/** Calls `listener` after a crash; never during one. */
export function onCrash(listener) {
  listeners.add(listener);
}

/** The same function; what it throws is a crash. */
export const guarded = (call) => (...given) => {
  try {
    return call(...given);
  } catch (error) {
    queueMicrotask(() => listeners.forEach((listener) => listener()));
    throw error;
  }
};
