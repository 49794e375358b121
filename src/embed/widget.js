// One widget in one target: what stands in it, what is shown, and what the host hears of it.

import { attendImages, call, callComplete, crash, dress, FallbackError, isComplete, isLost, isReady, ready, reported, start, whenDead } from "./runtime.js";
import { attend } from "./article_body.js";
import { isPlain, isWaiting, optionsText, ownHostOf, textOf } from "./input.js";
import { imageOf, kindOf } from "./links.js";
import { MetaBox } from "./meta_box.js";
import { isForLater, limited } from "./notices.js";

const ROOT = "[data-bm-root]";
/** Shadow roots that an element of ours has made: their fallback is what the element holds, shown by a slot. */
export const ownRoots = new WeakSet();

export class Widget {
  #report = null;
  state = "idle";
  #id = 0;
  #kept = null;
  #given = null;
  #options = {};
  #turn = 0;
  #metaOpen = false;
  #forget = null;
  #listening = null;
  #unattend = null;
  #asked = null;
  #soon = 0;
  #meta = null;
  #lit = false;
  #unchecked = false;

  /**
   * @param {Element} target hears the events and carries `data-state`
   * @param {Element | ShadowRoot} root where the content goes
   */
  constructor(target, root = target) {
    this.target = target;
    this.root = root;
    // What a clone or a page cache has left of another widget.
    this.#clear();
    this.#enter("idle");
  }

  /** With what the meta box has to say, as soon as it can be asked. */
  get report() {
    this.#meta?.fillWhole();
    // What was shown before credits could be checked.
    if (this.#unchecked && isComplete()) {
      this.#unchecked = false;
      this.#report.notices = limited(this.#report.notices.concat(callComplete("review", this.#id)));
    }
    return this.#report;
  }

  /**
   * Shows `post`; resolves with the report. Rejects with an error that has a `code` or a `reason`.
   * @param {{ whole?: boolean, limit?: number }} how `whole` waits for both halves of the wasm; `limit` is in characters
   */
  async show(post, options, { whole, limit } = {}) {
    const turn = ++this.#turn;
    // No image of another host is asked for before the reader says so: not by a half that cannot read that wish.
    const isStrict = isWaiting(options);
    try {
      if (!isReady()) {
        this.wait();
        await start();
        if (turn !== this.#turn) return this.report;
      }
      if (!isComplete() && (whole || isStrict || !isLost()) && (whole || this.state === "ready" || !isPlain(post, options))) {
        this.wait();
        // Without it HTML is shown as plain text, with a notice, and an update begins anew.
        await ready().catch((error) => { if (isStrict) throw error; });
        if (turn !== this.#turn) return this.report;
      }
      return this.#attempt(options, () => this.#render(textOf(post, limit), options));
    } catch (error) {
      if (turn === this.#turn) this.#fail(error, options);
      throw error;
    }
  }

  /** The same at once, for a runtime that is ready. */
  showNow(post, options) {
    return this.#attempt(options, () => this.#render(textOf(post), options));
  }

  /** Shows the post of last time with other options. */
  setNow(options) {
    return this.#given ? this.#attempt(options, () => this.#render(this.#given, options)) : this.report;
  }

  #attempt(options, render) {
    this.#turn++;
    try {
      return render();
    } catch (error) {
      this.#fail(error, options);
      throw error;
    }
  }

  #render(given, options) {
    this.#options = options ?? {};
    const isStrict = isWaiting(options);
    if (isStrict && !isComplete()) throw new FallbackError("load-failed", "what can wait with images did not load");
    const text = optionsText(isStrict ? ownHostOf(this.#options) : this.#options);
    const first = this.state !== "ready";
    const anew = first || !isComplete();
    if (anew) this.#metaOpen = Boolean(options?.metaOpen);
    const report = anew ? this.#mount(given.text, text) : reported(callComplete("update", this.#id, given.text, text)).report;
    report.notices = limited(given.notices.concat(report.notices));
    this.#given = given;
    this.#report = report;
    this.#unchecked = !isComplete();
    this.#meta.attend();
    if ((this.#options.imageHistory || isStrict) && isComplete()) this.#serveImages();
    this.#enter("ready");
    this.#say(first ? "backmatter-ready" : "backmatter-change", { report });
    // What only Rust could see in the text.
    if (!isComplete() && !isLost() && report.notices.some(isForLater)) {
      const turn = this.#turn;
      ready().then(() => turn === this.#turn && this.setNow(options), () => {});
    }
    return report;
  }

  jsonLd() {
    const text = this.state === "ready" ? callComplete("jsonLd", this.#id) : undefined;
    return text === undefined ? null : JSON.parse(text);
  }

  /** Takes the widget off the page; the host's own children come back. */
  unmount() {
    this.#turn++;
    this.#clear();
    this.#restore();
    this.#report = null;
    this.#given = null;
    this.#enter("idle");
  }

  /** The host's children stay, or come back, because there is nothing of ours to show. */
  fallBack(error) {
    if (this.state === "fallback") return;
    this.#clear();
    this.#restore();
    this.#enter("fallback");
    this.#say("backmatter-fallback", { reason: error.reason });
    if (!this.#hasFallback()) this.#plain(error);
  }

  /** Data that never arrived. */
  fail(error, options) {
    this.#turn++;
    this.#fail(error, options);
  }

  wait() {
    if (this.state !== "ready") this.#enter("loading");
  }

  #mount(text, options) {
    this.#clear();
    // It comes last, when all is drawn: where it fails there is nothing of ours on the page.
    const { id, report } = reported(call("mount", this.root, text, options));
    const shown = this.root.lastChild;
    this.#id = id;
    this.#keep();
    this.#unattend = attend(shown);
    this.#listen();
    this.#meta = new MetaBox(shown, id, this.#listening.signal, (notices) => this.#add(notices));
    this.#forget = whenDead(() => this.fallBack(crash()));
    return report;
  }

  #fail(error, options) {
    if (error instanceof FallbackError) return this.fallBack(error);
    const code = typeof error.code === "string" ? error.code : "not-a-post";
    this.#clear();
    this.#restore();
    this.#report = { format: "", confidence: 0, reasons: [], notices: [{ where: "", what: code, why: error.message }] };
    this.#enter("error");
    this.#say("backmatter-error", { code, message: error.message });
    if (this.#hasFallback()) return;
    if (isComplete()) return this.#explain(error, options);
    // At once in plain words; in the host's own when they can be read.
    this.#plain(error);
    const turn = this.#turn;
    if (!isLost()) ready().then(() => turn === this.#turn && this.#explain(error, options)).catch(() => {});
  }

  /** Says in the host's words why there is nothing to show. */
  #explain(error, options) {
    this.#clear();
    let said = "{}";
    try { said = optionsText(options); } catch { /* the sentence is said in the words there are */ }
    this.#id = callComplete("mountFailure", this.root, error.message, said);
  }

  /** Without wasm and without a fallback: a sentence is better than a blank. */
  #plain(error) {
    const box = Object.assign(document.createElement("p"), { className: "bm-failure", textContent: error.message });
    box.setAttribute("role", "alert");
    box.dataset.bmRoot = "";
    this.root.append(box);
  }

  #enter(state) {
    this.state = state;
    this.target.dataset.state = state;
  }

  /** Events go out after Rust and the host's own call have returned. */
  #say(name, detail) {
    queueMicrotask(() => this.target.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail })));
  }

  #ask(name, detail) {
    return this.target.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail }));
  }

  #clear() {
    this.#forget?.();
    this.#listening?.abort();
    this.#unattend?.();
    this.#forget = this.#listening = this.#unattend = this.#meta = null;
    this.#lit = this.#unchecked = false;
    const id = this.#id;
    this.#id = 0;
    if (id && isReady()) call("unmount", id);
    // What a dead instance, a clone or a page cache has left.
    for (const child of [...this.root.children]) if (child.matches(ROOT)) child.remove();
  }

  #fallbackNodes() {
    return [...this.root.childNodes].filter((node) => !isData(node) && !(node instanceof Element && node.matches(ROOT)));
  }

  #hasFallback() {
    const nodes = ownRoots.has(this.root) ? [...this.target.childNodes].filter((node) => !isData(node)) : this.#fallbackNodes();
    return nodes.some((node) => node instanceof Element || (node instanceof Text && node.data.trim()));
  }

  #keep() {
    if (ownRoots.has(this.root)) return this.root.querySelector("slot")?.remove();
    this.#kept ??= document.createDocumentFragment();
    this.#kept.append(...this.#fallbackNodes());
  }

  #restore() {
    if (ownRoots.has(this.root)) {
      if (!this.root.querySelector("slot")) this.root.append(document.createElement("slot"));
    } else if (this.#kept) {
      this.root.append(this.#kept);
      this.#kept = null;
    }
  }

  #listen() {
    // In the capture phase and above our root: the host is asked before anything of ours acts.
    const options = { capture: true, signal: (this.#listening = new AbortController()).signal };
    this.root.addEventListener("click", (event) => this.#click(event), options);
    for (const name of ["pointerover", "focusin"]) this.root.addEventListener(name, prepare, options);
    this.root.addEventListener("toggle", (event) => this.#toggle(event), options);
    this.root.addEventListener("error", (event) => this.#imageFailed(event), options);
  }

  #click(event) {
    const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || event.button !== 0 || modified || !(event.target instanceof Element)) return;
    const link = event.target.closest("a[href]");
    if (!link?.closest(ROOT)) return;
    const index = link.dataset.bmImage;
    const isAnswered = this.#asked === link;
    this.#asked = null;
    const goes = isAnswered || (index === undefined
      ? this.#ask("backmatter-link", { url: link.href, kind: kindOf(link) })
      : this.#ask("backmatter-image", { image: imageOf(link), index: Number(index) }));
    const isEarly = index !== undefined && !isComplete();
    if (index !== undefined && !isEarly) this.#serveImages();
    if (goes && !isEarly) return;
    event.stopPropagation();
    // Without the lightbox an image is a link to itself.
    if (goes && isLost()) return;
    event.preventDefault();
    if (goes) this.#openLate(link);
  }

  /** Clicks again when the lightbox is there, or follows the link where it cannot be, unless the reader has gone on. */
  async #openLate(link) {
    const listening = this.#listening;
    const reason = await ready().then(() => null, (error) => error.reason ?? "load-failed");
    if (this.#listening !== listening || !link.isConnected || reason === "timeout") return;
    if (reason) return location.assign(link.href);
    this.#asked = link;
    link.click();
    this.#asked = null;
  }

  #serveImages() {
    const root = this.root.querySelector(ROOT);
    dress(root);
    if (this.#lit) return;
    this.#lit = true;
    attendImages(root, (...asked) => callComplete("look", this.#id, ...asked), () => this.#options, this.#listening.signal);
  }

  #toggle({ target }) {
    if (!(target instanceof HTMLDetailsElement) || !target.matches(".bm-post-meta") || target.open === this.#metaOpen) return;
    this.#metaOpen = target.open;
    if (target.open) this.#meta.fillSoon();
    this.#say("backmatter-toggle", { section: "meta", open: target.open });
  }

  #imageFailed({ target }) {
    if (!(target instanceof HTMLImageElement) || !this.#report || !target.closest(ROOT)) return;
    const why = target.currentSrc || target.src;
    if (this.#report.notices.every((notice) => notice.why !== why)) this.#add([{ code: "image-failed", where: "images", what: "an image did not load", why }]);
  }

  /** Adds to the report what came to light later, and says so soon. */
  #add(notices) {
    this.#report.notices = limited(this.#report.notices.concat(notices));
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#report && this.#say("backmatter-change", { report: this.#report }), 50);
  }
}

/** What stays where it is: our data, and the stylesheets of a shadow root. */
const isData = (node) => node instanceof Element && node.matches('script[type="application/json"], style, link');

/** The lightbox is in the lazy half: on its way before it is asked for. */
const prepare = ({ target }) => {
  if (!isComplete() && !isLost() && target.closest?.("[data-bm-image]")) ready().catch(() => {});
};
