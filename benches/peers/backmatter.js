// The package as a host uses it, with the meta box open and everything painted.

import { mount as mountPost, ready } from "/pkg/index.js";

export { ready };

const finish = (handle) => {
  // Both force complete painting at once; on a page, idle time does that.
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
