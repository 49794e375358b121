import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import "backmatter/define";
import { mount, type Handle } from "backmatter";
import type {} from "backmatter/react";
import { post, wordpress } from "./post.js";

function Mounted() {
  const target = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let handle: Handle | undefined;
    let isGone = false;
    mount(target.current!, post).then((mounted) => {
      handle = mounted;
      if (isGone) mounted.unmount();
    });
    return () => {
      isGone = true;
      handle?.unmount();
    };
  }, []);
  return <div id="mounted" ref={target} />;
}

function Reordered() {
  const [ids, setIds] = useState(["kept", "other"]);
  return (
    <>
      <button id="change" onClick={() => setIds((ids) => [...ids].reverse())}>Turn the order</button>
      {ids.map((id) => <backmatter-post key={id} id={id} post={post} />)}
    </>
  );
}

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <backmatter-post id="element" post={post} heading-base={2} onbackmatter-ready={({ detail }) => console.log(detail.report.format)} />
    <backmatter-post id="shadow" shadow post={post} />
    <backmatter-post id="format" post={wordpress} />
    <Mounted />
    <Reordered />
  </StrictMode>,
);
