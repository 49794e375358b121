// The meta box of one widget: `widget` fills it, in idle time, when it is opened or before printing.

import { whenIdle } from "../paint/paint.js";

/** How long a box is filled at a stretch, in milliseconds: a part more may take as long again. */
const STRETCH = 10;

export class MetaBox {
  #isBegun = false;
  /** Stops waiting for idle time; there as long as there is something to fill. */
  #wait = null;
  #painted = null;

  /**
   * @param {import("./standing.js").Standing} standing the post with its owner
   * @param {() => boolean} enlivenNow has `widget` keep the post at once, where it is loaded; says whether it does
   */
  constructor(standing, enlivenNow) {
    const { post, owner, signal } = standing;
    Object.assign(this, { standing, post, owner, signal, enlivenNow });
    signal.addEventListener("abort", () => this.#stop());
  }

  /** A part of the post: to ask for it by a selector would search them all. */
  get #box() { return [...this.post.children].find((part) => part.matches(".bm-post-meta")); }

  /** Serves the box of a post that was shown just now. */
  attach() {
    this.#stop();
    const box = this.#box;
    this.#isBegun = box?.children.length > 1;
    const { live, isKept } = this.owner;
    // A box that was rendered ahead is served when `widget` keeps the post.
    if (this.#isBegun) return live && isKept && this.#serve();
    if (!box) return;
    // An open one at once. With few data the reader is waited for.
    if (live && box.open) return void this.fillSoon(true);
    this.#wait = navigator.connection?.saveData ? () => {} : whenIdle(() => void this.fillSoon());
  }

  /** Begins to fill it as soon as that can be done: at once, where `widget` is there. */
  async fillSoon(isOpen = this.#wait !== null) {
    if (!isOpen || this.#isBegun) return;
    try {
      if (this.enlivenNow()) return this.#fill();
      await this.owner.enliven();
    } catch (error) {
      return this.#excuse(error);
    }
    if (!this.#isBegun && !this.signal.aborted) this.#fill();
  }

  /** Fills it to the end at once. */
  fillWhole() {
    if (this.#wait) this.#fill({ whole: true });
  }

  #stop() {
    this.#box?.querySelector(":scope > [role=alert]")?.remove();
    this.#wait?.();
    this.#wait = null;
  }

  /** The first of many rows first, the others as long as there is time; or all of them at once. */
  #fill({ timeLeft = () => false, whole = false } = {}) {
    this.#stop();
    const end = performance.now() + STRETCH;
    let filled;
    do {
      this.#isBegun = true;
      // A crash is heard of by whoever listens for it.
      try { filled = this.owner.call("fill", whole); } catch { return; }
      if (filled.notices.length) this.standing.add(filled.notices);
    } while (filled.more && timeLeft() && performance.now() < end);
    this.#serve();
    if (filled.more) this.#wait = whenIdle((timeLeft) => this.#fill({ timeLeft }));
  }

  #serve() {
    const { live } = this.owner;
    live.addStyles(this.post);
    const query = (...question) => {
      this.fillWhole();
      return this.owner.call("query", ...question);
    };
    this.#painted ??= live.attachMeta(this.post, query, this.signal);
    this.#painted();
  }

  /** The box stands open and cannot be filled. */
  #excuse({ message }) {
    const box = this.#box;
    if (!this.#wait || !box?.open || box.children.length > 1) return;
    box.append(Object.assign(document.createElement("p"), { className: "bm-facts-found", role: "alert", textContent: message }));
  }
}
