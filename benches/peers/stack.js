// A typical stack: Preact, a lightbox with captions, a sanitiser for HTML.

import DOMPurify from "dompurify";
import PhotoSwipeLightbox from "photoswipe/lightbox";
import PhotoSwipe from "photoswipe";
import Captions from "photoswipe-dynamic-caption-plugin";
import { mount as mountPost } from "./preact.js";

export function mount(place, text) {
  const post = mountPost(place, text);
  const lightbox = new PhotoSwipeLightbox({ gallery: place, children: "[data-bm-image]", pswpModule: PhotoSwipe });
  new Captions(lightbox, { captionContent: ".bm-caption" });
  lightbox.init();
  return { update: post.update, unmount() { lightbox.destroy(); post.unmount(); } };
}

/** Shows the HTML of an article. */
export function mountHtml(place, html) {
  place.append(DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true }));
}
