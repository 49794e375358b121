// One widget in one target: what stands in it, what is shown, and what the host hears of it.
//
// A post is painted by `first` and taken over by `widget` when the page is idle, or by `widget` at once. Whichever it was, the
// same tree stands on the page.

import { attachArticle } from "../components/article_body.js";
import { attachFigures } from "../components/figure.js";
import { converted, convertedNow, isNamed, mayBeOther } from "./conversion.js";
import { Fallback, ROOT } from "./fallback.js";
import { finishIn, isAstray, takeThrown, whenIdle } from "../paint/paint.js";
import { hasWish, optionsText, textOf } from "./input.js";
import { InputError, wordsOf } from "./input_error.js";
import { Links } from "./links.js";
import { MetaBox } from "./meta_box.js";
import { limited, shortened } from "./notices.js";
import { afterCall, converter, FallbackError, isBusy, keeper, live, painter, ready, start } from "./runtime.js";
import { adoptMissing } from "./styles.js";

export class Widget {
  state = "idle";
  #report = null;
  /** The text on show, the notices on its copying, and the options as text. */
  #given = null;
  #options = {};
  /** What stands on the page: its root, its number in `widget` (0 until that has taken over), what `first` could not do. */
  #shown = null;
  #fallback;
  #turn = 0;
  #metaOpen = false;
  #forget = null;
  #listening = null;
  #meta = null;
  #links = null;
  #soon = 0;
  /** What came to light after the post was shown. */
  #added = [];
  /** Images that have failed, by what the report says of them. */
  #failed = new Set();
  /** Fetches the text of a post that was rendered ahead. */
  #fetch = null;
  #enlivening = null;

  /**
   * @param {Element} target hears the events and carries `data-state`
   * @param {Element | ShadowRoot} root where the content goes
   */
  constructor(target, root = target) {
    this.target = target;
    this.root = root;
    this.#fallback = new Fallback(target, root);
    // What a clone or a page cache has left of another widget.
    this.#clear();
    this.#enter("idle");
  }

  /** With what the meta box has to say, as soon as it can be asked. */
  get report() {
    if (this.state === "ready" && keeper.isReady && !isBusy()) {
      // What is known is said.
      try {
        this.#takeOver();
        this.#meta?.fillWhole();
      } catch { /* a crash is heard of by whoever listens for it */ }
    }
    return this.#report;
  }

  /**
   * Goes on from `article`, which was rendered ahead: nothing is loaded before something is asked for that needs it.
   * @param {unknown} post the post, or a function that fetches its text when it is needed
   * @returns {object} the report
   */
  resume(article, report, post, options) {
    const isNative = !report.format || report.format.startsWith("backmatter");
    const isHere = isNative && typeof post !== "function";
    const given = { ...(isHere ? textOf(post) : { text: null, notices: [], report: undefined }), options: optionsText(options) };
    this.#fetch = isHere ? null : () => this.#nativeText(post, isNative, options);
    this.#begin(article, 0, []);
    this.#shown.isAhead = true;
    this.#end(given, options, report, "backmatter-ready");
    return this.#report;
  }

  /** The text of a post that was rendered ahead, in the native format. */
  async #nativeText(post, isNative, options) {
    const text = typeof post === "function" ? await post() : textOf(post).text;
    if (isNative) return { text };
    const { text: native, options: said, report } = await converted({ text, notices: [], options: optionsText(options) }, options);
    return { text: native, options: said, report };
  }

  /**
   * Shows `post`; resolves with the report. Rejects with an error that has a `code` or a `reason`.
   * @param {{ whole?: boolean, limit?: number }} how `whole` waits for the program `widget`; `limit` is in characters
   */
  async show(post, options, { whole = false, limit } = {}) {
    const turn = ++this.#turn;
    const isCurrent = () => turn === this.#turn;
    let notices;
    try {
      const given = { ...textOf(post, limit), options: optionsText(options) };
      ({ notices } = given);
      return await this.#showSoon(given, options, whole, isCurrent).catch(async (error) => {
        if (!isCurrent() || !mayBeOther(error, given)) throw error;
        const native = await converted(given, options, error);
        return isCurrent() ? this.#showSoon(native, options, whole, isCurrent) : this.report;
      });
    } catch (thrown) {
      const error = asError(thrown);
      if (isCurrent()) this.#fail(error, options, notices);
      throw error;
    }
  }

  async #showSoon(given, options, whole, isCurrent) {
    if (!given.report && isNamed(options)) {
      // Beside what paints first, not after it.
      start().catch(() => {});
      this.wait();
      given = await converted(given, options);
      if (!isCurrent()) return this.report;
    }
    if (!keeper.isReady && !whole && (!this.#shown || keeper.isLost)) {
      this.wait();
      await start();
      if (!isCurrent()) return this.report;
      if (!keeper.isReady && this.#paint(given, options)) return this.#report;
    }
    if (!keeper.isReady) {
      this.wait();
      const failure = await ready().then(() => null, (error) => error);
      if (!isCurrent()) return this.report;
      if (failure && this.#paintsInstead(given, options, whole)) return this.#report;
      if (failure) throw failure;
    }
    return this.#whenFree(() => this.#render(given, options));
  }

  /** Where `widget` cannot be loaded an update is painted anew; says whether it was. */
  #paintsInstead(given, options, whole) {
    return !whole && painter.isReady && this.#paint(given, options);
  }

  /** The same at once, for a program that is ready. A host that calls while its post is being painted is served when that is done. */
  showNow(post, options) {
    return this.#now(options, () => {
      const given = { ...textOf(post), options: optionsText(options) };
      try {
        return this.#render(isNamed(options) ? convertedNow(given, options) : given, options);
      } catch (error) {
        if (!mayBeOther(error, given)) throw error;
        if (converter.isReady) return this.#render(convertedNow(given, options), options);
        if (error.code !== "other-format") throw error;
        // It is shown when what reads it has loaded.
        this.show(post, options).catch(() => {});
        return this.#report;
      }
    });
  }

  /** Shows the post of last time with other options. */
  setNow(options) {
    if (!this.#given?.text) return this.report;
    return this.#now(options, () => {
      const said = this.#given.report ? { ...options, format: undefined } : options;
      return this.#render({ ...this.#given, options: optionsText(said) }, options);
    });
  }

  /** A host that calls while its post is being painted is served when that is done, and hears by events what became of it. */
  #whenFree(render) {
    if (!isBusy()) return render();
    const turn = this.#turn;
    afterCall(() => {
      try { if (turn === this.#turn) render(); } catch (thrown) { this.#fail(asError(thrown), this.#options); }
    });
    return this.#report;
  }

  #now(options, render) {
    this.#turn++;
    try {
      return this.#whenFree(render);
    } catch (thrown) {
      const error = asError(thrown);
      this.#fail(error, options);
      throw error;
    }
  }

  jsonLd() {
    if (this.state !== "ready") return null;
    this.#takeOver();
    if (!this.#shown.id) return null;
    return JSON.parse(keeper.call("json_ld", this.#shown.id));
  }

  /** Takes the widget off the page; the host's own children come back. */
  unmount() {
    this.#turn++;
    if (isBusy()) return afterCall(() => this.unmount());
    this.#clear();
    this.#fallback.restore();
    this.#report = null;
    this.#given = null;
    this.#enter("idle");
  }

  /** The host's children stay, or come back, because there is nothing of ours to show. */
  fallBack(error) {
    if (this.state === "fallback") return;
    this.#clear();
    this.#fallback.restore();
    this.#report = this.#given = null;
    this.#enter("fallback");
    this.#say("backmatter-fallback", { reason: error.reason });
    if (!this.#fallback.exists) this.#plain(error);
  }

  /** Data that never arrived. */
  fail(error, options) {
    this.#turn++;
    this.#fail(error, options);
  }

  wait() {
    if (this.state !== "ready") this.#enter("loading");
  }

  /** Has `first` paint a post; says whether it did. Where the post needs more than `first` does, nothing has changed. */
  #paint(given, options) {
    this.#clear();
    takeThrown();
    let painted;
    try {
      painted = painter.call("paint", this.root, given.text, given.options);
    } catch (error) {
      // What one program cannot bear, the other may.
      if (error instanceof FallbackError) return false;
      throw error;
    }
    if (!painted.isPainted || takeThrown().length) {
      this.#clear();
      return false;
    }
    this.#begin(this.root.lastElementChild, 0, painted.needs);
    this.#end(given, options, painted.report, "backmatter-ready");
    this.#enlivenLater(painted.needs);
    return true;
  }

  /** Has `widget` show a post. */
  #render(given, options) {
    const isFirst = this.state !== "ready";
    takeThrown();
    const isKept = this.#isStanding && this.#given.text !== null && this.#isTaken();
    let report = isKept ? this.#update(given) : this.#mount(given, options);
    // The page threw while it was painted, or took a part away: what stands there is begun anew, once.
    if (takeThrown().length || !this.#isWhole) report = this.#mount(given, options);
    this.#end(given, options, report, isFirst ? "backmatter-ready" : "backmatter-change");
    return this.#report;
  }

  /** Takes over what stands there; says whether it could. An old text must not stand in the way of a new one. */
  #isTaken() {
    try {
      this.#takeOver();
      return this.#shown.id > 0;
    } catch (error) {
      if (error instanceof FallbackError) throw error;
      return false;
    }
  }

  #update(given) {
    const { report } = keeper.call("update", this.#shown.id, given.text, given.options);
    this.restyle();
    this.#links.settle();
    return report;
  }

  #mount(given, options) {
    this.#clear();
    // It comes last, when all is drawn: where it fails there is nothing of ours on the page.
    const { id, report } = keeper.call("mount", this.root, given.text, given.options);
    const shown = this.root.lastElementChild;
    if (!shown?.matches(ROOT)) throw new FallbackError("crash", `the page does not let the post be painted: ${wordsOf(takeThrown()[0])}`);
    this.#begin(shown, id, []);
    this.#keepAlive();
    return report;
  }

  /** Is what was shown last still where it belongs? A host may have emptied the element, or the instance that kept it has died. */
  get #isStanding() {
    if (this.#meta === null || this.#shown.instance !== keeper.instance) return false;
    return this.#shown.root.parentNode === this.root && this.#isWhole;
  }

  get #isWhole() {
    const { root, parts } = this.#shown;
    return !parts.some((part) => isAstray(part, root));
  }

  /** Gives what is shown its styles: another document, or one whose head was exchanged, has none of ours. */
  restyle() {
    if (!this.#shown) return;
    const { root, id } = this.#shown;
    adoptMissing(root).catch(() => {});
    if (id) live.addStyles(root);
  }

  /** Attaches what serves a post on the page. */
  #begin(root, id, needs) {
    this.#shown = { root, parts: [], id, needs, isAhead: false, instance: keeper.instance };
    adoptMissing(root).catch(() => {});
    this.#fallback.keep();
    const { signal } = (this.#listening = new AbortController());
    const stop = attachArticle(root);
    signal.addEventListener("abort", stop);
    attachFigures(root, signal);
    this.#listen(signal);
    const call = (name, ...args) => keeper.call(name, this.#shown.id, ...args);
    this.#links = new Links(this.root, root, signal, {
      ask: (name, detail) => this.#ask(name, detail),
      enliven: () => this.#enliven(),
      isKept: () => Boolean(this.#shown?.id),
      options: () => this.#options,
      call,
    });
    this.#meta = new MetaBox(root, signal, {
      enliven: () => this.#enliven(),
      enlivenNow: () => keeper.isReady && !isBusy() && this.#isStanding && (this.#takeOver(), true),
      call,
      tell: (notices) => this.#add(notices),
    });
  }

  /** What follows each showing of a post. */
  #end(given, options, report, event) {
    report.notices = limited(given.notices.concat(report.notices));
    this.#nameFormat(report, given);
    this.#added = [];
    this.#failed.clear();
    this.#given = given;
    this.#options = options ?? {};
    this.#report = report;
    this.#shown.parts = [...this.#shown.root.children];
    // As it stands open or closed now no reader has made it.
    this.#metaOpen = this.#shown.parts.some((part) => part.matches(".bm-post-meta[open]"));
    this.#meta.attach();
    if (this.#shown.id && (this.#options.imageHistory || hasWish(this.#options))) this.#links.serveImages();
    this.#enter("ready");
    this.#say(event, { report });
  }

  /** What was converted is reported in the format that the host gave. */
  #nameFormat(report, given) {
    const { format, confidence, reasons } = given.report ?? report;
    Object.assign(report, { format, confidence, reasons });
  }

  /** Loads `widget` at once where a part is missing without it; otherwise in idle time, where there is something to complete or to open. */
  #enlivenLater(needs) {
    const enliven = () => void this.#enliven().catch(() => {});
    if (needs.includes("candidates") || this.#options.metaOpen) return enliven();
    const { root } = this.#shown;
    const isIdle = !navigator.connection?.saveData && (needs.length > 0 || root.querySelector("[data-bm-image]"));
    if (isIdle) this.#listening.signal.addEventListener("abort", whenIdle(enliven));
  }

  /** Resolves when `widget` keeps what stands on the page. Who asks meanwhile waits for the same. */
  #enliven() {
    const asked = (this.#enlivening ??= this.#enlivenOnce());
    asked.catch(() => {}).then(() => { if (this.#enlivening === asked) this.#enlivening = null; });
    return asked;
  }

  async #enlivenOnce() {
    const { root } = this.#shown;
    const [given] = await Promise.all([this.#given.text === null ? this.#fetch() : null, ready()]);
    if (this.#shown?.root === root && this.#given.text === null) Object.assign(this.#given, given);
    if (this.#shown?.root !== root) throw new FallbackError("load-failed", "the post has gone");
    await new Promise((done) => afterCall(done));
    if (this.#shown?.root === root) this.#takeOver();
  }

  /** Hands what `first` has painted to `widget`, which draws the same tree and adopts the nodes. */
  #takeOver() {
    const shown = this.#shown;
    // The text of a post that was rendered ahead may have to be fetched first.
    if (shown.id || this.#given.text === null) return;
    if (!this.#isStanding) {
      this.#render(this.#given, this.#options);
      return;
    }
    finishIn(shown.root);
    const { id, report } = keeper.call("take_over", shown.root, this.#given.text, this.#given.options, shown.needs, shown.isAhead);
    shown.id = id;
    shown.parts = [...shown.root.children];
    this.#keepAlive();
    if (this.#options.imageHistory) this.#links.serveImages();
    const before = this.#report.notices;
    report.notices = limited(this.#given.notices.concat(report.notices, this.#added));
    this.#nameFormat(report, this.#given);
    this.#report = report;
    this.#meta.attach();
    if (before.length !== report.notices.length) this.#sayChange();
  }

  /** After a crash of `widget`: shows the post again where another instance has taken its place. */
  #keepAlive() {
    this.#forget = keeper.whenDead((isReplaced) => {
      const given = this.#given, options = this.#options;
      if (!isReplaced || !given) return this.fallBack(new FallbackError("crash", "Backmatter has crashed on this page"));
      try { this.#now(options, () => this.#render(given, options)); } catch { /* said by the event */ }
    });
  }

  #fail(error, options, notices = []) {
    if (error instanceof FallbackError) return this.fallBack(error);
    const { code } = error;
    this.#clear();
    this.#fallback.restore();
    this.#report = { format: "", confidence: 0, reasons: [], notices: [{ code, where: "", what: code, why: error.message }, ...notices] };
    this.#given = null;
    this.#enter("error");
    this.#say("backmatter-error", { code, message: error.message });
    if (this.#fallback.exists) return;
    if (keeper.isReady) return this.#explain(error, options);
    // At once in plain words; in the host's own when they can be read.
    this.#plain(error);
    const turn = this.#turn;
    if (!keeper.isLost) ready().then(() => turn === this.#turn && this.#explain(error, options)).catch(() => {});
  }

  /** Says in the host's words why there is nothing to show. */
  #explain(error, options) {
    this.#clear();
    let said = "{}";
    try { said = optionsText(options); } catch { /* the sentence is said in the words there are */ }
    const { id } = keeper.call("explain", this.root, error.message, said);
    this.#shown = { root: this.root.lastElementChild, id, needs: [], instance: keeper.instance };
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
    const { id, instance } = this.#shown ?? {};
    this.#forget = this.#listening = this.#meta = this.#links = this.#shown = this.#enlivening = null;
    // A crash is heard of by whoever listens for it.
    if (id && keeper.isReady && instance === keeper.instance) try { keeper.call("unmount", id); } catch { /* it is gone with the instance */ }
    // What `first`, a dead instance, a clone or a page cache has left.
    for (const child of [...this.root.children]) if (child.matches(ROOT)) child.remove();
  }

  #listen(signal) {
    const options = { capture: true, signal };
    this.root.addEventListener("toggle", (event) => this.#toggle(event), options);
    this.root.addEventListener("error", (event) => this.#imageFailed(event), options);
  }

  #toggle({ target }) {
    if (!(target instanceof HTMLDetailsElement) || !target.matches(".bm-post-meta") || target.open === this.#metaOpen) return;
    this.#metaOpen = target.open;
    if (target.open) this.#meta.fillSoon();
    this.#say("backmatter-toggle", { section: "meta", open: target.open });
  }

  #imageFailed({ target }) {
    if (!(target instanceof HTMLImageElement) || !this.#report || !target.closest(ROOT)) return;
    const why = shortened(target.currentSrc || target.src);
    if (this.#failed.has(why)) return;
    this.#failed.add(why);
    this.#add([{ code: "image-failed", where: "images", what: "an image did not load", why }]);
  }

  /** Adds to the report what came to light later, and says so soon. */
  #add(notices) {
    this.#added.push(...notices);
    this.#report.notices = limited(this.#report.notices.concat(notices));
    this.#sayChange();
  }

  #sayChange() {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#report && this.#say("backmatter-change", { report: this.#report }), 50);
  }
}

/** A host's getter may throw anything: it is said in our own words. */
const asError = (thrown) =>
  thrown instanceof InputError || thrown instanceof FallbackError ? thrown : new InputError("not-a-post", `reading it threw ${wordsOf(thrown)}`);
