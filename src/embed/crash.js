// A panic anywhere in the wasm ends up here, also one in a microtask where nobody catches it.

const listeners = new Set();

/** Calls `listener` after a crash; never during one. */
export function onCrash(listener) {
  listeners.add(listener);
}

export function crashed() {
  queueMicrotask(() => listeners.forEach((listener) => listener()));
}
