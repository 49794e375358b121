// The meta box of one widget: the lazy half fills it, in idle time, when it is opened or before printing.

import { attendMeta, callComplete, dress, isComplete, ready } from "./runtime.js";
import { whenIdle } from "./paint.js";

/** How long a box is filled at a stretch, in milliseconds: a part more may take as long again. */
const FILLING = 10;

export class MetaBox {
  #isBegun = false;
  /** Stops waiting for idle time; there as long as there is something to fill. */
  #wait = null;
  #painted = null;

  /**
   * @param {Element} root the widget's
   * @param {number} id its number
   * @param {AbortSignal} signal ends with it
   * @param {(notices: object[]) => void} tell hears what filling says
   */
  constructor(root, id, signal, tell) {
    Object.assign(this, { root, id, signal, tell });
    signal.addEventListener("abort", () => this.#stop());
  }

  /** A part of the post: to ask for it by a selector would search them all. */
  get #box() { return [...this.root.children].find((part) => part.matches(".bm-post-meta")); }

  /** Attends to the box of a post that was shown just now. */
  attend() {
    this.#stop();
    const box = this.#box;
    this.#isBegun = box?.children.length > 1;
    if (this.#isBegun) return this.#serve();
    if (!box) return;
    this.#wait = whenIdle(() => void this.fillSoon());
    // An open one at once.
    if (box.open && isComplete()) this.#fill();
  }

  /** Begins to fill it as soon as that can be done. */
  async fillSoon() {
    if (!this.#wait || this.#isBegun) return;
    if (!isComplete()) {
      try {
        await ready();
      } catch (error) {
        return this.#excuse(error);
      }
    }
    if (this.#wait && !this.#isBegun) this.#fill();
  }

  /** Fills it to the end at once. */
  fillWhole() {
    if (this.#wait && isComplete()) this.#fill({ whole: true });
  }

  #stop() {
    this.#box?.querySelector(":scope > [role=alert]")?.remove();
    this.#wait?.();
    this.#wait = null;
  }

  /** The first of many rows first, the others as long as there is time; or all of them at once. */
  #fill({ timeLeft = () => false, whole = false } = {}) {
    this.#stop();
    const end = performance.now() + FILLING;
    let filled;
    do {
      this.#isBegun = true;
      // A crash is heard of by whoever listens for it.
      try { filled = callComplete("fill", this.id, whole); } catch { return; }
      if (filled.notices.length) this.tell(filled.notices);
    } while (filled.more && timeLeft() && performance.now() < end);
    this.#serve();
    if (filled.more) this.#wait = whenIdle((timeLeft) => this.#fill({ timeLeft }));
  }

  #serve() {
    dress(this.root);
    const ask = (...question) => {
      this.fillWhole();
      return callComplete("ask", this.id, ...question);
    };
    this.#painted ??= attendMeta(this.root, ask, this.signal);
    this.#painted();
  }

  /** The box stands open and cannot be filled. */
  #excuse({ message }) {
    const box = this.#wait && this.#box;
    if (!box?.open || box.children.length > 1) return;
    box.append(Object.assign(document.createElement("p"), { className: "bm-facts-found", role: "alert", textContent: message }));
  }
}
