import { h, render } from "preact";
import { Post } from "./view.jsx";
import { prepare } from "./words.js";

export function mount(place, text) {
  const update = (text) => render(h(Post, { post: prepare(text) }), place);
  update(text);
  return { update, unmount: () => render(null, place) };
}
