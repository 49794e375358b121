import { render } from "backmatter/render";
import Posts from "./posts.jsx";
import { post } from "./post.js";

export default async function Page() {
  // On the server, from the same JSON.
  const { html } = await render(post);
  return (
    <main>
      <Posts />
      <div id="rendered" dangerouslySetInnerHTML={{ __html: html }} />
    </main>
  );
}
