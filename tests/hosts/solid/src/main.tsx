import { onMount } from "solid-js";
import { render } from "solid-js/web";
import { mount } from "backmatter";
import { Note } from "./Note.tsx";
import { post, wordpress } from "./post.js";

function App() {
  let target!: HTMLDivElement;
  onMount(() => mount(target, post));
  return (
    <>
      <backmatter-post id="element" prop:post={post} heading-base="2" />
      <backmatter-post id="shadow" shadow="" prop:post={post} />
      <backmatter-post id="format" prop:post={wordpress} />
      <div id="mounted" ref={target} />
      <div class="documented"><Note post={post} /></div>
    </>
  );
}

render(() => <App />, document.getElementById("app")!);
