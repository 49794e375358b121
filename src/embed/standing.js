// The content of a target: a post, from any renderer, or the fallback. This module does everything that needs no wasm, and sends
// the events. For the rest it calls the owner of the post.

import { attachArticle } from "../components/article_body.js";
import { attachFigures } from "../components/figure.js";
import { Fallback, ROOT } from "./fallback.js";
import { Links } from "./links.js";
import { limited, shortened } from "./notices.js";
import { adoptMissing } from "./styles.js";

/**
 * @typedef {object} Owner the object that is responsible for a post on the page
 * @property {object} options of the host
 * @property {boolean} isKept does `widget` keep the post?
 * @property {boolean} isLost has loading `widget` failed recently?
 * @property {object | null} live the module `live.js`, where it is loaded
 * @property {() => Promise<void>} enliven resolves when `widget` keeps the post
 * @property {(name: string, ...args: unknown[]) => unknown} call calls `widget`, which keeps the post
 * @property {() => void} opened called when the reader opens the meta box
 */

export class Standing {
  state = "idle";
  /** The report of the current post. */
  report = null;
  /** The root of the post. */
  post = null;
  /** @type {Owner} */
  owner = null;
  links = null;
  /** Notices that were found after the post was shown. */
  added = [];
  #fallback;
  #listening = null;
  #metaOpen = false;
  #soon = 0;
  /** Images that have failed, by what the report says of them. */
  #failed = new Set();

  /**
   * @param {Element} target receives the events and carries `data-state`
   * @param {Element | ShadowRoot} root where the content goes
   */
  constructor(target, root = target) {
    this.target = target;
    this.root = root;
    this.#fallback = new Fallback(target, root);
    // Removes what a clone or the page cache has left of another widget.
    this.clear();
    this.#enter("idle");
  }

  /** Aborts when the post is removed. */
  get signal() { return this.#listening.signal; }

  /** The current parts of the post. */
  get parts() { return [...this.post.children]; }

  /** The meta box, as long as there is a post. A selector would search all parts. */
  get box() { return this.post && this.parts.find((part) => part.matches(".bm-about"))?.firstElementChild; }

  /** Attaches the listeners of `post`, which is in the root. */
  begin(post, owner) {
    this.post = post;
    this.owner = owner;
    adoptMissing(post).catch(() => {});
    this.#fallback.keep();
    this.#listening = new AbortController();
    const { signal } = this;
    signal.addEventListener("abort", attachArticle(post));
    attachFigures(post, signal);
    const options = { capture: true, signal };
    this.root.addEventListener("toggle", (event) => this.#toggle(event), options);
    this.root.addEventListener("error", (event) => this.#imageFailed(event), options);
    this.links = new Links(this);
  }

  /** Runs after each time a post is shown. */
  show(report, event) {
    this.report = report;
    this.added = [];
    this.#failed.clear();
    // The initial state of the meta box: no reader has toggled it yet.
    this.#metaOpen = this.box?.open;
    this.#enter("ready");
    this.say(event, { report });
  }

  restyle() {
    if (this.post) adoptMissing(this.post).catch(() => {});
  }

  wait() {
    if (this.state !== "ready") this.#enter("loading");
  }

  /** Takes the post off the page; the host's own children come back. */
  leave(state, report = null) {
    this.clear();
    this.#fallback.restore();
    this.report = report;
    this.#enter(state);
  }

  unmount() { this.leave("idle"); }

  /** The widget cannot run: shows the host's fallback. */
  fallBack(error) {
    if (this.state === "fallback") return;
    this.leave("fallback");
    this.say("backmatter-fallback", { reason: error.reason, message: error.message });
    if (!this.hasFallback) this.plain(error);
  }

  /** Is there a fallback? Without one the reader would see nothing. */
  get hasFallback() { return this.#fallback.exists; }

  /** Without wasm and without a fallback, shows an error message. */
  plain({ message }) {
    const box = Object.assign(document.createElement("p"), { className: "bm-failure", textContent: message });
    box.setAttribute("role", "alert");
    box.dataset.bmRoot = "";
    this.root.append(box);
  }

  /** Removes what `first`, a dead instance, a clone or a page cache has left. */
  clear() {
    this.#listening?.abort();
    this.#listening = this.post = this.owner = this.links = null;
    for (const child of [...this.root.children]) if (child.matches(ROOT)) child.remove();
  }

  #enter(state) {
    this.state = state;
    this.target.dataset.state = state;
  }

  /** Sends an event after Rust and the host's own call have returned. */
  say(name, detail) {
    queueMicrotask(() => this.target.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail })));
  }

  /** Sends a cancelable event; returns false if the host cancels it. */
  ask(name, detail) {
    return this.target.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail }));
  }

  /** Adds later notices to the report, and sends a change event soon after. */
  add(notices) {
    this.added.push(...notices);
    this.report.notices = limited(this.report.notices.concat(notices));
    this.sayChange();
  }

  sayChange() {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.report && this.say("backmatter-change", { report: this.report }), 50);
  }

  #toggle({ target }) {
    if (!target.matches?.(".bm-post-meta") || target.open === this.#metaOpen) return;
    this.#metaOpen = target.open;
    if (target.open) this.owner.opened();
    this.say("backmatter-toggle", { section: "meta", open: target.open });
  }

  #imageFailed({ target }) {
    if (!(target instanceof HTMLImageElement) || !this.report || !target.closest(ROOT)) return;
    const why = shortened(target.currentSrc || target.src);
    if (this.#failed.has(why)) return;
    this.#failed.add(why);
    this.add([{ code: "image-failed", where: "images", what: "an image did not load", why }]);
  }
}
