// A host application without a framework: the element, the same in a shadow root, and `mount`.

import "backmatter/define";
import { mount } from "backmatter";
import { post, wordpress } from "./post.js";

for (const id of ["element", "shadow", "format"]) {
  const element = document.createElement("backmatter-post");
  element.id = id;
  if (id === "shadow") element.setAttribute("shadow", "");
  element.post = id === "format" ? wordpress : post;
  document.body.append(element);
}

const mounted = document.createElement("div");
mounted.id = "mounted";
document.body.append(mounted);
mount(mounted, post).catch((error) => console.error(error));
