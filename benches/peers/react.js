import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { Post } from "./view.jsx";
import { prepare } from "./words.js";

export function mount(place, text) {
  const root = createRoot(place);
  const update = (text) => flushSync(() => root.render(createElement(Post, { post: prepare(text) })));
  update(text);
  return { update, unmount: () => flushSync(() => root.unmount()) };
}
