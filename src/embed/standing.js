// What stands in a target: a post, whoever has drawn it, or the fallback. It does everything that needs no wasm, and sends the
// events. For the rest it asks the owner of the post.

import { attachArticle } from "../components/article_body.js";
import { attachFigures } from "../components/figure.js";
import { Fallback, ROOT } from "./fallback.js";
import { Links } from "./links.js";
import { limited, shortened } from "./notices.js";
import { adoptMissing } from "./styles.js";

/**
 * @typedef {object} Owner whoever answers for a post that stands on the page
 * @property {object} options of the host
 * @property {boolean} isKept does `widget` keep the post?
 * @property {boolean} isLost was `widget` asked for in vain just now?
 * @property {object | null} live the module `live.js`, where it is loaded
 * @property {() => Promise<void>} enliven resolves when `widget` keeps the post
 * @property {(name: string, ...args: unknown[]) => unknown} call calls `widget`, which keeps the post
 * @property {() => void} opened hears that the reader has opened the meta box
 */

export class Standing {
  state = "idle";
  /** The report of the post that stands here. */
  report = null;
  /** The root of the post. */
  post = null;
  /** @type {Owner} */
  owner = null;
  links = null;
  /** What came to light after the post was shown. */
  added = [];
  #fallback;
  #listening = null;
  #metaOpen = false;
  #soon = 0;
  /** Images that have failed, by what the report says of them. */
  #failed = new Set();

  /**
   * @param {Element} target hears the events and carries `data-state`
   * @param {Element | ShadowRoot} root where the content goes
   */
  constructor(target, root = target) {
    this.target = target;
    this.root = root;
    this.#fallback = new Fallback(target, root);
    // What a clone or a page cache has left of another widget.
    this.clear();
    this.#enter("idle");
  }

  /** Ends with the post. */
  get signal() { return this.#listening.signal; }

  /** The parts of the post, in a list of now. */
  get parts() { return [...this.post.children]; }

  /** Serves `post`, which stands in the root. */
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

  /** Follows each showing of a post. */
  show(report, event) {
    this.report = report;
    this.added = [];
    this.#failed.clear();
    // As it stands open or closed now no reader has made it.
    this.#metaOpen = this.parts.some((part) => part.matches(".bm-post-meta[open]"));
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

  /** There is nothing of ours to show. */
  fallBack(error) {
    if (this.state === "fallback") return;
    this.leave("fallback");
    this.say("backmatter-fallback", { reason: error.reason, message: error.message });
    if (!this.hasFallback) this.plain(error);
  }

  /** Is there a fallback, or would the reader see a blank? */
  get hasFallback() { return this.#fallback.exists; }

  /** Without wasm and without a fallback: a sentence is better than a blank. */
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

  /** Events go out after Rust and the host's own call have returned. */
  say(name, detail) {
    queueMicrotask(() => this.target.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail })));
  }

  /** Asks the host; false where it has other plans. */
  ask(name, detail) {
    return this.target.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail }));
  }

  /** Adds to the report what came to light later, and says so soon. */
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
    if (!(target instanceof HTMLDetailsElement) || !target.matches(".bm-post-meta") || target.open === this.#metaOpen) return;
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
