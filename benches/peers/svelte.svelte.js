import { flushSync, mount as mountComponent, unmount } from "svelte";
import Post from "./Post.svelte";
import { prepare } from "./words.js";

export function mount(place, text) {
  // Not deeply reactive: an update replaces the whole post.
  let post = $state.raw(prepare(text));
  const shown = mountComponent(Post, { target: place, props: { get post() { return post; } } });
  flushSync();
  return {
    update(text) { post = prepare(text); flushSync(); },
    unmount() { unmount(shown); },
  };
}
