// The links of a post and its images, which are links to themselves: what the host hears before one is followed or opens, and the
// lightbox, which comes when it is asked for.

import { clicked } from "../components/clicks.js";
import { keeper, live } from "./runtime.js";

export class Links {
  #servesImages = false;
  #answered = null;

  /**
   * @param {Element | ShadowRoot} place where the host listens at the latest
   * @param {Element} root the post
   * @param {AbortSignal} signal ends it
   * @param {{ ask: Function, call: Function, enliven: () => Promise<void>, isKept: () => boolean, options: () => object }} widget
   */
  constructor(place, root, signal, widget) {
    Object.assign(this, { root, signal, widget });
    // In the capture phase and above our root: the host is asked before anything of ours acts.
    const options = { capture: true, signal };
    place.addEventListener("click", (event) => this.#click(event), options);
    for (const name of ["pointerover", "focusin"]) place.addEventListener(name, (event) => this.#prepare(event), options);
  }

  /** Serves the images of a post that `widget` keeps. */
  serveImages() {
    live.addStyles(this.root);
    if (this.#servesImages) return;
    this.#servesImages = true;
    const { root, signal, widget } = this;
    live.attachSlide(root, widget.options, signal);
    live.attachLightbox(root, this.#act, () => widget.call("credit"), widget.options, signal);
  }

  /** After an update: the open image may have gone. */
  settle() {
    if (this.#servesImages) live.settleLightbox(this.root, this.#act);
  }

  #act = (action, number) => void this.widget.call("lightbox", action, number);

  #click(event) {
    const found = clicked(event);
    if (!found) return;
    const { link, isImage, detail } = found;
    const isAnswered = this.#answered === link;
    this.#answered = null;
    const goes = isAnswered || this.widget.ask(isImage ? "backmatter-image" : "backmatter-link", detail);
    const isEarly = isImage && !this.widget.isKept();
    if (isImage && !isEarly) this.serveImages();
    if (goes && !isEarly) return;
    event.stopPropagation();
    // Without the lightbox an image is a link to itself.
    if (goes && keeper.isLost) return;
    event.preventDefault();
    if (goes) this.#openLate(link);
  }

  /** Clicks again when the lightbox is there, or follows the link where it cannot be, unless the reader has gone on. */
  async #openLate(link) {
    const reason = await this.widget.enliven().then(() => null, (error) => error.reason ?? "load-failed");
    if (this.signal.aborted || !link.isConnected || reason === "timeout") return;
    if (reason) return location.assign(link.href);
    this.#answered = link;
    link.click();
    this.#answered = null;
  }

  /** The lightbox is on its way before it is asked for. */
  #prepare({ target }) {
    if (!this.widget.isKept() && !keeper.isLost && target.closest?.("[data-bm-image]")) this.widget.enliven().catch(() => {});
  }
}
