import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { Post } from "./view.jsx";
import { prepare } from "./words.js";

export function mount(place, text) {
  const [post, setPost] = createSignal(prepare(text));
  const unmount = render(() => <>{Post({ post: post() })}</>, place);
  return { update: (text) => setPost(prepare(text)), unmount };
}
