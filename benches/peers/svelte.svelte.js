import { flushSync, mount as mountComponent, unmount } from "svelte";
import Post from "./Post.svelte";
import { prepare } from "./words.js";

export function mount(place, text) {
  // Not made deeply reactive: the post is given anew as a whole.
  let post = $state.raw(prepare(text));
  const shown = mountComponent(Post, { target: place, props: { get post() { return post; } } });
  flushSync();
  return {
    update(text) { post = prepare(text); flushSync(); },
    unmount() { unmount(shown); },
  };
}
