// The meta box of one widget: `widget` fills it, in idle time, when it is opened or before printing.

import { whenIdle } from "../paint/paint.js";

/** How long a box is filled without a break, in milliseconds; the last part may double that. */
const STRETCH = 10;

export class MetaBox {
  #isBegun = false;
  /** Stops waiting for idle time; set while rows remain to fill. */
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

  get #box() { return this.standing.box; }

  /** Attaches to the box of a post that was just shown. */
  attach() {
    this.#stop();
    const box = this.#box;
    this.#isBegun = box?.children.length > 1;
    const { live, isKept } = this.owner;
    // A box that was rendered ahead is attached once `widget` keeps the post.
    if (this.#isBegun) return live && isKept && this.#serve();
    if (!box) return;
    // An open box is filled at once. With `saveData`, filling waits until the reader opens it.
    if (live && box.open) return void this.fillSoon(true);
    this.#wait = navigator.connection?.saveData ? () => {} : whenIdle(() => void this.fillSoon());
  }

  /** Starts to fill the box as soon as possible: at once if `widget` is loaded. */
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

  /** Fills the first rows, and more while there is time; with `whole`, all rows at once. */
  #fill({ timeLeft = () => false, whole = false } = {}) {
    this.#stop();
    const end = performance.now() + STRETCH;
    let filled;
    do {
      this.#isBegun = true;
      // Crash listeners handle a crash.
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

  /** Shows the error in an open box that cannot be filled. */
  #excuse({ message }) {
    const box = this.#box;
    if (!this.#wait || !box?.open || box.children.length > 1) return;
    box.append(Object.assign(document.createElement("p"), { className: "bm-facts-found", role: "alert", textContent: message }));
  }
}
