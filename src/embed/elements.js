// The custom elements: where their post comes from, and what their attributes mean.

import { FLAGS, LIVE } from "#attributes";
import { aheadIn, ownRoots } from "./fallback.js";
import { InputError, lost, PATIENCE, wordsOf } from "./errors.js";
import { fetchedText, SRC_LIMIT } from "./fetching.js";
import { Standing } from "./standing.js";
import { adoptOwn } from "./styles.js";

const SECTIONS = { post: "body gallery meta similar", body: "body", meta: "meta", gallery: "gallery", similar: "similar" };

/** Elements that share a post, by the name in their `instance` attribute. */
const instances = new Map();

/** A server has no `HTMLElement`, but importing this module must still work there. */
const Base = globalThis.HTMLElement ?? class {};

export class PostElement extends Base {
  static observedAttributes = LIVE;
  /** Default of `sections`. */
  static sections = SECTIONS.post;

  /** The content of this element. */
  #standing = null;
  /** The widget, loaded when there is a post to show. */
  #widget = null;
  #loading = null;
  /** When loading it last failed. */
  #lost = -Infinity;
  /** Counts requests: a newer one cancels the older ones. */
  #turn = 0;
  /** A post that was rendered ahead and is shown here: its root, the post, the options. */
  #ahead = null;
  #post;
  #labels;
  #options;
  #group = null;
  #fetching = null;
  #fetched = null;
  #queued = false;
  #parsed = null;
  #near = false;
  #seen = null;
  #isReady;
  #ready = new Promise((resolve) => { this.#isReady = resolve; });
  /** Has it tried to resume from HTML that was rendered ahead? */
  #isTried = false;
  /** Resolves when our shadow root has its styles. */
  #styled = null;

  get post() { return this.#post; }
  set post(post) { this.#post = post ?? undefined; this.#share(); this.#queue(); }
  get labels() { return this.#labels; }
  set labels(labels) { this.#labels = labels; this.#queue(); }
  get options() { return this.#options; }
  set options(options) { this.#options = options; this.#queue(); }

  get report() { return (this.#widget ?? this.#standing)?.report ?? null; }
  get state() { return this.#standing?.state ?? "idle"; }
  /** Resolves with the report of the first render that succeeds. */
  get ready() { return this.#ready; }

  connectedCallback() {
    this.#replay();
    this.#standing ??= new Standing(this, this.hasAttribute("shadow") ? shadowOf(this) : this);
    // Each time, because a move into another window loses the stylesheets.
    if (ownRoots.has(this.shadowRoot)) this.#styled = adoptOwn(this.shadowRoot).catch(() => {});
    (this.#widget ?? this.#standing).restyle();
    // After a move `#join` returns false: the other elements already have the newest post.
    if (this.#join() && this.#own !== undefined) this.#share();
    // After a move the post is still shown.
    if (this.state !== "ready") this.#queue();
  }

  disconnectedCallback() {
    // A move is a removal and an insertion: an element is gone only if it is still disconnected a microtask later.
    queueMicrotask(() => this.isConnected || this.#leave());
  }

  /** `moveBefore` keeps everything as it is. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === "src") this.#fetched = null;
    this.#queue();
  }

  /** Properties set before the element was defined hide the accessors: they are set again. */
  #replay() {
    for (const name of ["post", "labels", "options"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  /** Joins the instance that its attribute names; returns whether it has just joined. */
  #join() {
    const name = this.getAttribute("instance");
    if (name === null || this.#group) return false;
    if (!instances.has(name)) instances.set(name, { name, members: new Set(), post: undefined, limit: undefined });
    this.#group = instances.get(name);
    this.#group.members.add(this);
    return true;
  }

  /** The post that this element itself was given. */
  get #own() { return this.#post ?? dataOf(this); }

  /** The text fetched from `src`. */
  get #text() { return this.#fetched?.src === this.getAttribute("src") ? this.#fetched?.text : undefined; }

  /** Shares this element's post with the other elements of the instance. */
  #share(post = this.#own ?? this.#text) {
    if (!this.#group) return;
    this.#group.post = post;
    this.#group.limit = this.#limitOf(post);
    for (const member of this.#group.members) if (member !== this) member.#queue();
  }

  #limitOf(post) { return post !== undefined && post === this.#fetched?.text ? SRC_LIMIT : undefined; }

  #leave() {
    this.#isTried = false;
    this.#stopFetching();
    this.#fetched = null;
    this.#parsed?.();
    this.#seen?.disconnect();
    this.#seen = this.#parsed = null;
    this.#unmount();
    this.#group?.members.delete(this);
    if (this.#group?.members.size === 0) instances.delete(this.#group.name);
    this.#group = null;
  }

  /** Many changes in one task make one render. */
  #queue() {
    if (this.#queued || !this.#standing) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.isConnected) this.#render();
    });
  }

  #render() {
    const own = this.#own;
    const src = own === undefined ? this.getAttribute("src") : null;
    if (own === undefined && this.#group?.post === undefined && document.readyState === "loading") return this.#whenParsed();
    if (this.#resumes(own, src) || !this.#isNear()) return;
    if (src !== this.#fetching?.src) this.#stopFetching();
    if (src !== null && src !== this.#fetched?.src) return this.#fetch(src);
    // All elements of an instance show the post that any of them was given last.
    const post = this.#group?.post ?? own ?? (src === null ? undefined : this.#fetched?.text);
    if (post !== undefined) return this.#show(post);
    // A failure stays shown until `src` changes.
    if (src !== null && this.#fetched?.error) return this.#fail(this.#fetched.error);
    if (this.state !== "idle") this.#unmount();
  }

  #unmount() {
    this.#turn++;
    this.#ahead = null;
    (this.#widget ?? this.#standing).unmount();
  }

  /** Tries once to resume from HTML that was rendered ahead; returns whether it tries. */
  #resumes(own, src) {
    const article = !this.#isTried && this.state === "idle" && aheadIn(this.#standing.root);
    if (!article) return false;
    this.#isTried = true;
    this.#resume(article, own, own === undefined ? src : null).catch(() => false).then((isResumed) => isResumed || this.#queue());
    return true;
  }

  async #resume(article, own, src) {
    const { jsonOf, isOf, resume } = await import("./ahead.js");
    // A copy: what was rendered is taken over later, when the host may have changed its objects.
    const given = JSON.parse(jsonOf(this.#given()));
    const text = own && jsonOf(own);
    const isSame = this.isConnected && this.state === "idle" && !this.#group?.post && this.#own === own;
    if (!isSame || !isOf(article, text, src, given)) return false;
    this.#ahead = { article, post: text ?? (() => fetchedText(src, { signal: new AbortController().signal, isHtml: this.#isHtml })), given };
    const enliven = () => this.#load().then(() => this.#standing.owner?.enliven());
    const isLost = () => performance.now() - this.#lost < PATIENCE;
    this.#isReady(resume(this.#standing, article, given, enliven, isLost));
    if (this.#widget) this.#handOver();
    return true;
  }

  /** Loads the widget. */
  #load() {
    this.#loading ??= import("./programs.js").catch(lost("programs.js")).then(
      ({ Widget }) => {
        this.#widget = new Widget(this.#standing);
        this.#handOver();
      },
      (error) => {
        this.#loading = null;
        this.#lost = performance.now();
        throw error;
      },
    );
    return this.#loading;
  }

  /** Hands the post that was rendered ahead to the widget. */
  #handOver() {
    const { article, post, given } = this.#ahead ?? {};
    this.#ahead = null;
    if (!article || this.#standing.post !== article) return;
    try {
      this.#widget.own(post, given);
    } catch {
      // A post that cannot be taken over is rendered again.
      this.#standing.clear();
      this.#queue();
    }
  }

  /** Calls `work(widget)`: at once if `programs.js` is loaded. Does nothing if a newer request came first. */
  async #ask(work) {
    const turn = ++this.#turn;
    this.#standing.wait();
    try {
      if (!this.#widget) await this.#load();
    } catch (error) {
      if (turn === this.#turn) this.#standing.fallBack(error);
      return;
    }
    if (this.#styled) await this.#styled;
    if (turn === this.#turn && this.isConnected) work(this.#widget);
  }

  #show(post) {
    let given;
    try {
      given = this.#given();
    } catch (error) {
      return this.#fail(new InputError("not-a-post", `reading the options threw ${wordsOf(error)}`), {});
    }
    const limit = this.#group && post === this.#group.post ? this.#group.limit : this.#limitOf(post);
    // Events report a failure; a later success still resolves the promise.
    this.#ask((widget) => widget.show(post, given, { limit }).then(this.#isReady, () => {}));
  }

  #fail(error, options = this.#safely()) {
    this.#ask((widget) => widget.fail(error, options));
  }

  /** The options: attributes win over `options`, and `labels` over the labels in them. */
  #given() {
    const given = { ...this.#options };
    if (this.#labels) given.labels = { ...given.labels, ...this.#labels };
    given.sections ??= this.constructor.sections;
    for (const name of LIVE) {
      const value = this.getAttribute(name);
      if (value !== null) given[name.replace(/-./, ([, letter]) => letter.toUpperCase())] = FLAGS.includes(name) ? value !== "false" : value;
    }
    return given;
  }

  /** Waits while the parser has not reached the end of this element: its data may still come. */
  #whenParsed() {
    if (this.#parsed) return;
    const observer = new MutationObserver(() => dataOf(this) !== undefined && done());
    const done = () => {
      this.#parsed?.();
      this.#parsed = null;
      if (this.#own !== undefined) this.#share();
      this.#queue();
    };
    this.#parsed = () => {
      observer.disconnect();
      document.removeEventListener("DOMContentLoaded", done);
    };
    observer.observe(this, { childList: true });
    document.addEventListener("DOMContentLoaded", done);
  }

  /** A lazy element waits until it comes near the viewport. */
  #isNear() {
    if (this.#near || this.getAttribute("loading") !== "lazy") return true;
    this.#seen ??= new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.#seen.disconnect();
      this.#near = true;
      this.#queue();
    }, { rootMargin: "400px" });
    this.#seen.observe(this);
    return false;
  }

  /** Fetches once; only a change of `src` starts again. */
  async #fetch(src) {
    if (this.#fetching) return;
    const controller = new AbortController();
    const { signal } = controller;
    this.#fetching = { src, controller };
    this.#standing.wait();
    try {
      const text = await fetchedText(src, { signal, isHtml: this.#isHtml });
      if (signal.aborted) return;
      this.#fetched = { src, text };
      this.#share(text);
    } catch (error) {
      if (signal.aborted) return;
      this.#fetched = { src, text: undefined, error };
      this.#fail(error);
    }
    this.#fetching = null;
    if (this.#fetched.text !== undefined) this.#queue();
  }

  /** The options, or none if reading them throws: `#show` reports that. */
  #safely() {
    try { return this.#given(); } catch { return {}; }
  }

  /** Does the host say that the post is HTML? */
  get #isHtml() { return this.#safely().format === "html"; }

  #stopFetching() {
    this.#fetching?.controller.abort();
    this.#fetching = null;
  }
}

/** The text of the script child, once the parser is past it. */
function dataOf(element) {
  const script = element.querySelector(':scope > script[type="application/json"]:not([data-bm-report])');
  if (!script || (document.readyState === "loading" && !script.nextSibling)) return undefined;
  return script.textContent;
}

/** A shadow root that shows the host's own children until there is a post. */
function shadowOf(element) {
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  ownRoots.add(root);
  // A declarative shadow root may hold a post that was rendered ahead.
  if (!aheadIn(root)) root.replaceChildren(document.createElement("slot"));
  return root;
}

/** Defines the five elements, each only once, however often this is called. */
export function define({ prefix = "backmatter" } = {}) {
  for (const [part, sections] of Object.entries(SECTIONS)) {
    const name = `${prefix}-${part}`;
    if (customElements.get(name)) continue;
    customElements.define(name, class extends PostElement { static sections = sections; });
  }
}
