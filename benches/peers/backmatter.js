// The package as a host uses it, with the box of facts open and everything painted.

import { mount as mountPost, ready } from "/pkg/index.js";

export { ready };

const finish = (handle) => {
  // Both ask for the whole at once: a page would let idle time do it.
  void handle.report;
  dispatchEvent(new Event("beforeprint"));
};

export async function mount(place, text, options = { metaOpen: true }) {
  const handle = await mountPost(place, text, options);
  if (options.metaOpen) finish(handle);
  return {
    handle,
    update(text) { handle.update(text); finish(handle); },
    unmount() { handle.unmount(); },
  };
}
