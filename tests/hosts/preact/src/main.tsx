import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { mount } from "backmatter";
import { Note } from "./Note.tsx";
import { post, wordpress } from "./post.js";

function Mounted() {
  const target = useRef<HTMLDivElement>(null);
  useEffect(() => void mount(target.current!, post), []);
  return <div id="mounted" ref={target} />;
}

render(
  <>
    <backmatter-post id="element" post={post} heading-base={2} />
    <backmatter-post id="shadow" shadow post={post} />
    <backmatter-post id="format" post={wordpress} />
    <Mounted />
    <div class="documented"><Note post={post} /></div>
  </>,
  document.getElementById("app")!,
);
