// The links and images of a post (an image links to itself): events that the host can cancel, and the lightbox, which is loaded
// on demand.

import { clicked } from "../components/clicks.js";

export class Links {
  #servesImages = false;
  #answered = null;

  /** @param {import("./standing.js").Standing} standing the post with its owner */
  constructor(standing) {
    this.standing = standing;
    // In the capture phase and above our root: the host is asked before anything of ours acts.
    const options = { capture: true, signal: standing.signal };
    standing.root.addEventListener("click", (event) => this.#click(event), options);
    for (const name of ["pointerover", "focusin"]) standing.root.addEventListener(name, (event) => this.#prepare(event), options);
  }

  /** Serves the images of a post that `widget` keeps. */
  serveImages() {
    const { post, owner, signal } = this.standing;
    owner.live.addStyles(post);
    if (this.#servesImages) return;
    this.#servesImages = true;
    const options = () => owner.options;
    owner.live.attachSlide(post, options, signal);
    owner.live.attachLightbox(post, this.#act, () => owner.call("credit"), options, signal);
  }

  /** After an update: the open image may have gone. */
  settle() {
    if (this.#servesImages) this.standing.owner.live.settleLightbox(this.standing.post, this.#act);
  }

  #act = (action, number) => void this.standing.owner.call("lightbox", action, number);

  #click(event) {
    const found = clicked(event);
    if (!found) return;
    const { owner } = this.standing;
    const { link, isImage, detail } = found;
    const isAnswered = this.#answered === link;
    this.#answered = null;
    const goes = isAnswered || this.standing.ask(isImage ? "backmatter-image" : "backmatter-link", detail);
    // A host that shows the image itself may have taken the post away.
    if (this.standing.owner !== owner) return void ((isImage || !goes) && event.preventDefault());
    const isEarly = isImage && !owner.isKept;
    if (isImage && !isEarly) this.serveImages();
    if (goes && !isEarly) return;
    event.stopPropagation();
    // Without the lightbox an image is a link to itself.
    if (goes && owner.isLost) return;
    event.preventDefault();
    if (goes) this.#openLate(link);
  }

  /** Clicks again when the lightbox is loaded, or follows the link if loading fails, unless the reader has moved on. */
  async #openLate(link) {
    const { owner, signal } = this.standing;
    const reason = await owner.enliven().then(() => null, (error) => error.reason ?? "load-failed");
    if (signal.aborted || !link.isConnected || reason === "timeout") return;
    if (reason) return location.assign(link.href);
    this.#answered = link;
    link.click();
    this.#answered = null;
  }

  /** Loads the lightbox before the reader asks for it. */
  #prepare({ target }) {
    const { owner } = this.standing;
    if (!owner.isKept && !owner.isLost && target.closest?.("[data-bm-image]")) owner.enliven().catch(() => {});
  }
}
