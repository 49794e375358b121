// A worker that reads a post of another system on request.
import { normalize } from "backmatter/formats";
import { wordpress } from "./post.js";

export default {
  async fetch() {
    const { post } = await normalize(wordpress);
    return new Response(post.title);
  },
};
