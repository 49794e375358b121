import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import "backmatter/define";
import type {} from "backmatter/react";
import { Mounted } from "./Mounted.tsx";
import { Note } from "./Note.tsx";
import { post, wordpress } from "./post.js";

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
    <div id="mounted"><Mounted post={post} /></div>
    <div className="documented"><Note post={post} /></div>
    <Reordered />
  </StrictMode>,
);
