// A worker that renders on request.
import { normalize } from "backmatter/formats";
import { render } from "backmatter/render";
import { post, wordpress } from "./post.js";

export default {
  async fetch() {
    const { html } = await render(post);
    const { post: native } = await normalize(wordpress);
    return new Response(html + native.title, { headers: { "Content-Type": "text/html" } });
  },
};
