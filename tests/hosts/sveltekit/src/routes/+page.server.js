import { render } from "backmatter/render";
import { post } from "../post.js";

export const prerender = true;

export const load = async () => ({ html: (await render(post)).html });
