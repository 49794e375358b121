// The meta box of one widget: `widget` fills it, in idle time, when it is opened or before printing.

import { whenIdle } from "../paint/paint.js";
import { live } from "./runtime.js";
import { adoptMissingBox } from "./styles.js";

/** How long a box is filled at a stretch, in milliseconds: a part more may take as long again. */
const STRETCH = 10;

export class MetaBox {
  #isBegun = false;
  /** Stops waiting for idle time; there as long as there is something to fill. */
  #wait = null;
  #painted = null;

  /**
   * @param {Element} root the widget's
   * @param {AbortSignal} signal ends with it
   * @param {{ enliven: () => Promise<void>, enlivenNow: () => boolean, call: Function, tell: (notices: object[]) => void }} widget
   *   loads `widget` and has it take over, does so at once where it is loaded, calls it, hears what filling says
   */
  constructor(root, signal, widget) {
    Object.assign(this, { root, signal, widget });
    signal.addEventListener("abort", () => this.#stop());
  }

  /** A part of the post: to ask for it by a selector would search them all. */
  get #box() { return [...this.root.children].find((part) => part.matches(".bm-post-meta")); }

  /** Serves the box of a post that was shown just now. */
  attach() {
    this.#stop();
    const box = this.#box;
    this.#isBegun = box?.children.length > 1;
    if (this.#isBegun) return live ? this.#serve() : this.#serveLater(box);
    if (!box) return;
    // An open one at once. With few data the reader is waited for.
    if (live && box.open) return void this.fillSoon(true);
    this.#wait = navigator.connection?.saveData ? () => {} : whenIdle(() => void this.fillSoon());
  }

  /** Begins to fill it as soon as that can be done: at once, where `widget` is there. */
  async fillSoon(isOpen = this.#wait !== null) {
    if (!isOpen || this.#isBegun) return;
    try {
      if (this.widget.enlivenNow()) return this.#fill();
      await this.widget.enliven();
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
      try { filled = this.widget.call("fill", whole); } catch { return; }
      if (filled.notices.length) this.widget.tell(filled.notices);
    } while (filled.more && timeLeft() && performance.now() < end);
    this.#serve();
    if (filled.more) this.#wait = whenIdle((timeLeft) => this.#fill({ timeLeft }));
  }

  #serve() {
    live.addStyles(this.root);
    const query = (...question) => {
      this.fillWhole();
      return this.widget.call("query", ...question);
    };
    this.#painted ??= live.attachMeta(this.root, query, this.signal);
    this.#painted();
  }

  /** A box that was rendered ahead: what it is asked needs `widget`, which is on its way before. */
  #serveLater(box) {
    const { signal } = this;
    const isAsked = ({ target }) => !this.#painted && target.closest?.("button, input");
    const prepare = (event) => {
      adoptMissingBox(this.root).catch(() => {});
      if (isAsked(event)) this.widget.enliven().catch(() => {});
    };
    for (const name of ["pointerover", "focusin", "toggle"]) box.addEventListener(name, prepare, { capture: true, signal });
    box.addEventListener("click", (event) => isAsked(event) && this.#again(event), { capture: true, signal });
    box.addEventListener("input", (event) => isAsked(event) && this.#again(event), { capture: true, signal });
    if (box.open) adoptMissingBox(this.root).catch(() => {});
  }

  /** Sends an event again when it is heard. */
  async #again(event) {
    // Afterwards the target is that of whoever asks: outside a shadow root, its host.
    const { target, type, constructor: Kind } = event;
    await this.widget.enliven().catch(() => {});
    if (this.#painted) target.dispatchEvent(new Kind(type, event));
  }

  /** The box stands open and cannot be filled. */
  #excuse({ message }) {
    const box = this.#box;
    if (!this.#wait || !box?.open || box.children.length > 1) return;
    box.append(Object.assign(document.createElement("p"), { className: "bm-facts-found", role: "alert", textContent: message }));
  }
}
