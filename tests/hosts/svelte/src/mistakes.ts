// Each mistake is one that the types find. Templates are checked by the same types, but have no comment that expects a mistake.
import { mount } from "backmatter";
import type {} from "backmatter/svelte";
import type { SvelteHTMLElements } from "svelte/elements";

type Post = SvelteHTMLElements["backmatter-post"];

// @ts-expect-error: the attribute is `heading-base`
export const misspelt: Post = { "heading-bas": "2" };
// @ts-expect-error: there are six levels
export const level: Post = { "heading-base": 9 };
// @ts-expect-error: `sepia` is no theme
export const wrong: Post = { theme: "sepia" };
// @ts-expect-error: the option is `metaOpen`
export const option = () => mount("#a", {}, { metaOpn: true });
