"use client";

import { useEffect, useRef } from "react";
import "backmatter/define";
import { mount } from "backmatter";
import { post, wordpress } from "./post.js";

// React does not set properties of an element that a server has rendered, so the post is given as the element's own JSON.
// The element manages the rest of its content, which React must not touch.
const json = (value) => ({
  dangerouslySetInnerHTML: { __html: `<script type="application/json">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>` },
  suppressHydrationWarning: true,
});

export default function Posts() {
  const target = useRef(null);
  useEffect(() => {
    const mounted = mount(target.current, post);
    return () => mounted.then((handle) => handle.unmount());
  }, []);
  return (
    <>
      <backmatter-post id="element" {...json(post)} />
      <backmatter-post id="shadow" shadow="" {...json(post)} />
      <backmatter-post id="format" {...json(wordpress)} />
      <div id="mounted" ref={target} />
    </>
  );
}
