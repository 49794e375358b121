import Documented from "./documented.jsx";
import Note from "./note.jsx";
import Posts from "./posts.jsx";
import { post } from "./post.js";

export default function Page() {
  return (
    <main>
      <Posts />
      <div className="documented"><Note post={post} /></div>
      <div className="documented rendered"><Documented /></div>
    </main>
  );
}
