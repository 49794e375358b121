// What a post needs once it is alive: the program `widget`, what serves the meta box and the images, and their styles. It is
// loaded when the page is idle or when something asks for it.

import css from "./box_css.js";
import { adopt } from "./styles.js";

export { default as init } from "#widget";
export * from "#widget";
export { inParts } from "./long_html.js";
export { attachLightbox, settleLightbox } from "../components/lightbox.js";
export { attachMeta } from "../components/post_meta.js";
export { attachSlide } from "../components/slide.js";

/** Gives the document or shadow root of an element the styles of what is drawn on demand. */
export const addStyles = (element) => adopt(element, css);
