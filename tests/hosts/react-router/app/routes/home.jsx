import { render } from "backmatter/render";
import Note from "../note.jsx";
import { post } from "../post.js";
import Posts from "../posts.jsx";

export const loader = async () => ({ html: (await render(post)).html });

export default function Home({ loaderData }) {
  return (
    <main>
      <Posts />
      <div className="documented"><Note post={post} /></div>
      <div className="rendered" dangerouslySetInnerHTML={{ __html: loaderData.html }} />
    </main>
  );
}
